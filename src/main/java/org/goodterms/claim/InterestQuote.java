package org.goodterms.claim;

import java.time.LocalDate;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.joda.money.Money;

/**
 * What can be claimed for an item's delay up to a day, what was charged before left out.
 *
 * @param from         the first day not charged yet
 * @param compensation the flat sum of the law; zero where none is granted or it was charged before
 */
public record InterestQuote(Id<OpenItem> item, String number, LocalDate from, LocalDate to, Regime regime,
        Interest interest, Money compensation) {

    public Money total() {
        return interest.total().plus(compensation);
    }
}
