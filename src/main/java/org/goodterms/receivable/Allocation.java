package org.goodterms.receivable;

import java.time.LocalDate;
import java.util.UUID;
import org.goodterms.kernel.Id;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A dated link: the credit item settles {@code amount} of the debit item. A counter-allocation has negative amounts and
 * names the one it takes back.
 *
 * @param debitRelief  what leaves the carrying amount of the debit item, in the book's currency
 * @param creditRelief what is used of the carrying amount of the credit item, in the book's currency
 */
public record Allocation(Id<Allocation> id, Id<OpenItem> debit, Id<OpenItem> credit, Money amount, Money debitRelief,
        Money creditRelief, LocalDate effective, String sourceKind, @Nullable UUID sourceId,
        @Nullable Id<Allocation> reverses) {

    /** Exchange gain (positive) or loss that this link realises: posted to 1200 against 4300. */
    public Money exchangeGain() {
        return creditRelief.minus(debitRelief);
    }
}
