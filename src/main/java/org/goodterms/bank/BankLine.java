package org.goodterms.bank;

import java.time.LocalDate;
import org.goodterms.kernel.Id;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of an account at the bank.
 *
 * @param account   the account of the books it belongs to
 * @param booked    the day on which the bank booked it
 * @param amount    in the book's currency, positive where money came in
 * @param payer     who paid or was paid; "" where the bank does not say
 * @param iban      their account; "" where the bank does not say
 * @param reference the payer's own reference, searched like the text
 * @param oneText   the format has one text for payer and purpose
 * @param family    the format it came in; ids of one family are told apart by themselves
 * @param bankId    the bank's own name for it, or null
 */
public record BankLine(Id<BankLine> id, String account, LocalDate booked, @Nullable LocalDate value, Money amount,
        String payer, String iban, String text, String reference, boolean oneText, String family,
        @Nullable String bankId) {

    /** All that may name a document. */
    String searched() {
        return reference.isEmpty() ? text : text + " | " + reference;
    }

    boolean incoming() {
        return amount.isPositive();
    }

    BankLine withId(Id<BankLine> newId) {
        return new BankLine(newId, account, booked, value, amount, payer, iban, text, reference, oneText, family, bankId);
    }
}
