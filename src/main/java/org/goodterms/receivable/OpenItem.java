package org.goodterms.receivable;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One unsettled or settled line of the customer ledger.
 *
 * @param number   the document's number; several due dates are several parts of one number
 * @param sourceId the document or payment behind it, or null
 * @param date     from when it counts
 * @param due      last day for payment without being late, as agreed last (in a report: as agreed by its day); null for
 *                 credits
 * @param original in its currency, debit items positive, credit items negative
 * @param carrying the same in the book's currency at the rate of its day
 * @param open     what is left of {@code original}; a report as of a day carries the value of that day
 * @param settledOn from this day on nothing is open; null while something is
 * @param discount  the cash discount still open to the customer, or null
 * @param takenOver the date on a document taken over from elsewhere; null for those made in this book
 */
public record OpenItem(Id<OpenItem> id, Id<Customer> customer, ItemKind kind, String number, int part,
        @Nullable UUID sourceId, LocalDate date, @Nullable LocalDate due, Money original, Money carrying, Money open,
        Money openCarrying, @Nullable LocalDate settledOn, String reference, @Nullable Discount discount,
        @Nullable LocalDate takenOver) {

    /** Reduction of {@code amount} (tax included) if money is received up to and on the day {@code until}. */
    public record Discount(LocalDate until, Money amount) {
    }

    public OpenItem {
        if (original.isZero() || original.isPositive() != kind.debit()) {
            throw new IllegalArgumentException(kind + " of " + original);
        }
    }

    /** The date on the document; {@link #date} is the day from which it counts in this book. */
    public LocalDate dated() {
        return takenOver == null ? date : takenOver;
    }

    /** Days past the due date in calendar days; negative before it, 0 for credits. */
    public long daysPastDue(LocalDate on) {
        return due == null ? 0 : ChronoUnit.DAYS.between(due, on);
    }

    /** Late from the day after the due date, while something is open. */
    public boolean isOverdue(LocalDate on) {
        return kind.debit() && !open.isZero() && daysPastDue(on) > 0;
    }

    /** The same with another due day: the one in force on a day asked for. */
    public OpenItem withDue(LocalDate other) {
        return new OpenItem(id, customer, kind, number, part, sourceId, date, other, original, carrying, open,
                openCarrying, settledOn, reference, discount, takenOver);
    }

    public OpenItem withOpen(Money newOpen, Money newOpenCarrying, @Nullable LocalDate newSettledOn) {
        return new OpenItem(id, customer, kind, number, part, sourceId, date, due, original, carrying, newOpen,
                newOpenCarrying, newSettledOn, reference, discount, takenOver);
    }
}
