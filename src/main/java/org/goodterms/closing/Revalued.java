package org.goodterms.closing;

import java.math.BigDecimal;
import org.joda.money.Money;

/**
 * The receivables of one currency at a closing rate.
 *
 * @param rate     units of the currency for one of the book's
 * @param open     in that currency, credits deducted
 * @param carrying in the book's currency, as account 1200 has it
 * @param value    in the book's currency at {@code rate}, half up
 */
public record Revalued(BigDecimal rate, Money open, Money carrying, Money value) {

    /** Gain (positive) or loss, not realised. */
    public Money difference() {
        return value.minus(carrying);
    }
}
