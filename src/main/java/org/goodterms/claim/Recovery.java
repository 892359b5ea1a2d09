package org.goodterms.claim;

import java.time.LocalDate;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.payment.Payment;
import org.joda.money.Money;

/**
 * Money on a debt written off.
 *
 * @param number of the debt
 * @param amount in the book's currency, tax included
 * @param net    of it the part that is income; the rest is tax that is owed again
 */
public record Recovery(Id<Customer> customer, String number, LocalDate on, Money amount, Money net, Id<Payment> payment) {
}
