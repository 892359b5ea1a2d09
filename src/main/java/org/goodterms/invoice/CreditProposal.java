package org.goodterms.invoice;

import org.goodterms.kernel.Id;
import org.joda.money.Money;

/**
 * What somebody means to credit of an invoice: what they were right to contest.
 *
 * @param amount tax included, in the currency of the invoice
 * @param reason why; printed above the lines
 */
public record CreditProposal(Id<Document> invoice, Money amount, String reason) {
}
