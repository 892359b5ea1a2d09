package org.goodterms.recurring;

import org.goodterms.invoice.Draft;
import org.joda.money.Money;

/**
 * A period of a template whose invoice waits for approval.
 *
 * @param customer name of the customer
 * @param total    of the invoice, tax included
 */
public record Waiting(Template template, Schedule.Period period, Draft draft, String customer, Money total) {
}
