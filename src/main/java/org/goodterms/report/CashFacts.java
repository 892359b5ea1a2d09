package org.goodterms.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.goodterms.ledger.Account;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.NewItem;
import org.jspecify.annotations.Nullable;

/**
 * What the cash basis is made of. Amounts are minor units; {@code base} means in the book's currency.
 *
 * @param claims   what customers owed, one for each number
 * @param credits  receipts and credit notes
 * @param entries  entries with income, expenses or payables, in order of date and recording
 * @param accounts by number
 */
record CashFacts(List<Claim> claims, List<Credit> credits, List<Booked> entries, Map<String, Account> accounts) {

    /**
     * An invoice, fee or interest.
     *
     * @param revenue what its entry has credited, by income account
     */
    record Claim(String number, long gross, List<NewItem.Tax> taxes, Map<String, Long> revenue, List<Move> moves) {
    }

    /**
     * A credit takes effect on a claim; taken back it is negative.
     *
     * @param base    what it is worth
     * @param before  true where it happened before this book
     * @param taxPart of the amount: what of it is tax, where the credit says so; else null
     */
    record Move(LocalDate on, ItemKind kind, long amount, long base, boolean before, @Nullable Long taxPart) {
    }

    /**
     * A receipt or credit note and what of it was used.
     *
     * @param tax   contained in the amount
     * @param taxes per rate, lowered amounts positive; empty for receipts
     * @param uses positive where it settles something, and for credit notes only what was paid out
     */
    record Credit(ItemKind kind, LocalDate date, long amount, long base, long tax, List<NewItem.Tax> taxes,
            boolean takenOver, List<Move> uses) {
    }

    /** An entry with all its lines, debit positive. */
    record Booked(LocalDate on, String source, List<TaxEntry.Line> lines) {
    }
}
