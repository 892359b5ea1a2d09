package org.goodterms.receivable;

import org.goodterms.kernel.Id;
import org.joda.money.Money;

/** A wish to allocate: {@code amount} (positive) of the credit item to the debit item. */
public record Link(Id<OpenItem> debit, Id<OpenItem> credit, Money amount) {
}
