package org.goodterms.dispute;

import java.time.LocalDate;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A contested amount of one item.
 *
 * @param amount  in the item's currency, tax included
 * @param target  by when it shall be settled, or null
 * @param closed  the day it ended, null while it is open
 * @param outcome {@code accepted rejected withdrawn}, empty while it is open
 */
public record Dispute(Id<Dispute> id, Id<OpenItem> item, String number, Money amount, String reason, String owner,
        @Nullable LocalDate target, LocalDate opened, @Nullable LocalDate closed, String outcome) {

    public boolean isOpen() {
        return closed == null;
    }
}
