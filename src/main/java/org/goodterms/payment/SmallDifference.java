package org.goodterms.payment;

import java.math.BigDecimal;
import org.goodterms.kernel.Rounding;
import org.joda.money.Money;

/** Rests so small that asking for them costs more than they are worth (the domain rules, section 2, row 13). */
public final class SmallDifference {
    private static final BigDecimal SHARE = new BigDecimal("0.005");

    private SmallDifference() {
    }

    /** The lower of one unit of the currency and half a percent of the item, rounded down. */
    public static Money tolerance(Money original) {
        Money share = Rounding.DOWN.toMoney(original.getAmount().abs().multiply(SHARE), original.getCurrencyUnit());
        Money unit = Money.of(original.getCurrencyUnit(), BigDecimal.ONE);
        return share.isLessThan(unit) ? share : unit;
    }

    /** True for a rest above zero and within the tolerance. */
    public static boolean isSmall(Money rest, Money original) {
        return rest.isPositive() && !rest.isGreaterThan(tolerance(original));
    }
}
