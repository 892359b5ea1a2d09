package org.goodterms.report;

import org.goodterms.customer.Customer;

/**
 * A statement that this month brings.
 *
 * @param reachable whether there is a mailbox for it
 */
public record MonthlyStatement(Customer customer, Statement statement, boolean reachable) {
}
