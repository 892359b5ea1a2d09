package org.goodterms.reminder;

import java.time.LocalDate;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.jspecify.annotations.Nullable;

/**
 * A pause of reminders, of one item or of all a customer owes.
 *
 * @param item     null: everything of the customer
 * @param number   of the item; empty where it is on the customer
 * @param until    the last day it holds; null: until it is lifted
 * @param liftedOn from this day on it holds no more; null: it was not lifted
 */
public record Hold(Id<Hold> id, Id<Customer> customer, String code, @Nullable Id<OpenItem> item, String number,
        String reason, LocalDate setOn, @Nullable LocalDate until, @Nullable LocalDate liftedOn) {
    /** The reason under which debt taken over from elsewhere waits until the owner has looked at it. */
    public static final String REVIEW = "review";

    public boolean holdsOn(LocalDate day) {
        return !setOn.isAfter(day) && (until == null || !day.isAfter(until)) && (liftedOn == null || day.isBefore(liftedOn));
    }
}
