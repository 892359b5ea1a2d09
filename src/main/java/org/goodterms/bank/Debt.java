package org.goodterms.bank;

import java.time.LocalDate;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A document of a customer that is open, all its parts together.
 *
 * @param open      what is open, negative for credits
 * @param due       the first day on which a part is due, null for credits
 * @param reference structured payment reference, "" where it has none
 * @param discount  cash discount still to be had until {@code discountUntil}, tax included
 * @param invoice   whether it asks for payment of a supply (no fee, no interest, no credit)
 */
record Debt(String number, Id<Customer> customer, Money open, @Nullable LocalDate due, String reference,
        @Nullable Money discount, @Nullable LocalDate discountUntil, boolean invoice) {

    Debt withOpen(Money rest) {
        return new Debt(number, customer, rest, due, reference, null, null, invoice);
    }

    /** The discount that money of this day has earned, zero where none. */
    Money earned(LocalDate on) {
        return discount != null && discountUntil != null && !on.isAfter(discountUntil) && discount.isLessThan(open)
                ? discount : Money.zero(open.getCurrencyUnit());
    }
}
