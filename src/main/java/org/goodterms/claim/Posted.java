package org.goodterms.claim;

import org.goodterms.kernel.Id;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.receivable.OpenItem;
import org.joda.money.Money;

/**
 * An item that a charge made, or the one that took it off again.
 *
 * @param number of the charge
 * @param amount in the item's currency, above zero
 */
public record Posted(Id<OpenItem> item, String number, Money amount, Id<PostedEntry> entry) {
}
