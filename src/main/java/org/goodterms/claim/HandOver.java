package org.goodterms.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Debts given to an agency or a court. They stay ours, no balance moves, and no reminder is sent for them any more.
 *
 * @param endedOn from this day on they are asked for by us again; null while they are out of our hands
 */
public record HandOver(Id<HandOver> id, Id<Customer> customer, Receiver receiver, LocalDate on, @Nullable LocalDate endedOn,
        List<Item> items) {

    /** An item and what was open of it. */
    public record Item(Id<OpenItem> id, String number, Money amount) {
    }

    /** To whom. */
    public enum Receiver {
        AGENCY, COURT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public HandOver {
        items = List.copyOf(items);
    }
}
