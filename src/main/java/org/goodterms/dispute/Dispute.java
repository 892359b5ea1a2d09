package org.goodterms.dispute;

import java.time.LocalDate;
import java.util.List;
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
 * @param lines   positions of the contested lines of the invoice, from 1; empty where it is an amount
 * @param outcome one of {@code accepted partly-accepted rejected withdrawn}, empty while it is open
 * @param accepted what was granted when it was closed, zero before
 */
public record Dispute(Id<Dispute> id, Id<OpenItem> item, String number, Money amount, List<Integer> lines, String reason,
        String owner, @Nullable LocalDate target, LocalDate opened, @Nullable LocalDate closed, String outcome, Money accepted) {

    public Dispute {
        lines = List.copyOf(lines);
    }


    public boolean isOpen() {
        return closed == null;
    }
}
