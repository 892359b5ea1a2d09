package org.goodterms.recurring;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;

/**
 * Work or an expense that a customer will be billed for.
 *
 * @param unit    {@code h} for hours; empty for an expense
 * @param price   of one unit, without tax, in the customer's currency
 * @param taxRate percent
 */
public record Billable(Id<Billable> id, Id<Customer> customer, LocalDate date, String text, Amount amount) {

    /** How much of it, at what price. */
    public record Amount(BigDecimal quantity, String unit, BigDecimal price, BigDecimal taxRate) {
        public Amount {
            quantity = plain(quantity);
            price = plain(price);
            taxRate = plain(taxRate);
        }

        private static BigDecimal plain(BigDecimal number) {
            BigDecimal plain = number.stripTrailingZeros();
            return plain.scale() < 0 ? plain.setScale(0) : plain;
        }
    }
}
