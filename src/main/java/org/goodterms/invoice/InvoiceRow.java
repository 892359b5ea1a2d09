package org.goodterms.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of invoices and credit notes.
 *
 * @param id       null for an item taken over from elsewhere: there is no page
 * @param kind     {@code invoice}, {@code debit-note} or {@code credit-note}
 * @param number   empty for a draft
 * @param due      the earliest due date with something open, else the last one; null for drafts and credit notes
 * @param total    negative for credit notes
 * @param open     what is left of it; zero for drafts
 * @param disputed part of {@code open} that the customer contests
 * @param reference the customer's order number
 */
public record InvoiceRow(@Nullable Id<Document> id, String kind, String number, Buyer buyer, LocalDate date,
        @Nullable LocalDate due, Money total, Money open, Money disputed, State state, String reference) {

    public record Buyer(Id<Customer> id, String code, String name) {
    }

    public enum State {
        DRAFT, OPEN, PARTLY_PAID, OVERDUE, SETTLED
    }

    /** What rows add up to in one currency. */
    public record Sum(Money total, Money open) {
    }

    /** The sums of a selection, by currency code. */
    public static Map<String, Sum> sums(List<InvoiceRow> rows) {
        Map<String, Sum> sums = new TreeMap<>();
        rows.forEach(row -> sums.merge(row.total().getCurrencyUnit().getCode(), new Sum(row.total(), row.open()),
                (a, b) -> new Sum(a.total().plus(b.total()), a.open().plus(b.open()))));
        return sums;
    }

    static State state(boolean draft, boolean debit, Money total, Money open, boolean late) {
        if (draft) {
            return State.DRAFT;
        }
        if (open.isZero()) {
            return State.SETTLED;
        }
        if (debit && late) {
            return State.OVERDUE;
        }
        return open.isEqual(total) ? State.OPEN : State.PARTLY_PAID;
    }
}
