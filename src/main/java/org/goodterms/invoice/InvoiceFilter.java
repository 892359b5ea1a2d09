package org.goodterms.invoice;

import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.jspecify.annotations.Nullable;

/**
 * Which documents a list shows.
 *
 * @param typed    part of a number, a customer's code or name; empty for all
 * @param customer only this one's; null for all
 * @param limit    at most so many, the newest; 0 for all
 */
public record InvoiceFilter(Which which, String typed, @Nullable Id<Customer> customer, int limit) {
    public static final InvoiceFilter EVERYTHING = of(Which.ALL);

    /** PAID: nothing is open any more. DISPUTED: at least a part is, today. */
    public enum Which {
        ALL, DRAFT, OPEN, OVERDUE, PAID, DISPUTED, CREDIT_NOTES
    }

    public static InvoiceFilter of(Which which) {
        return new InvoiceFilter(which, "", null, 0);
    }
}
