package org.goodterms.payment;

import java.util.List;
import org.goodterms.receivable.SettlingOrder;
import org.joda.money.Money;

/**
 * What a payment settles now, by number, and what of it settles nothing, in its currency.
 *
 * @param order in which the book settles what comes without a word of its purpose
 */
public record Used(List<Settlement.Part> settled, Money unapplied, SettlingOrder order) {
    public Used {
        settled = List.copyOf(settled);
    }
}
