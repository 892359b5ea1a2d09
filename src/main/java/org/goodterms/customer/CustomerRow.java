package org.goodterms.customer;

import org.goodterms.kernel.Id;
import org.joda.money.Money;

/**
 * A customer in a list.
 *
 * @param balance what is owed less what is credited, in the book's currency at carrying amounts
 * @param overdue the part of it whose due date has passed
 * @param onHold  whether new invoices are kept back
 */
public record CustomerRow(Id<Customer> id, String code, String name, String email, String city, String country,
        Money balance, Money overdue, boolean onHold) {
}
