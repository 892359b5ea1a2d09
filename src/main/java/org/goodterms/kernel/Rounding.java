package org.goodterms.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * How an exact amount becomes whole minor units; the only place besides {@link Split} where money is rounded. Which one
 * holds is a setting of the tax regime (domain.md 3).
 */
public enum Rounding {
    /** Away from zero at the half: the default, symmetric, so a credit note mirrors its invoice. */
    HALF_UP(RoundingMode.HALF_UP),
    /** To the even neighbour at the half. */
    HALF_EVEN(RoundingMode.HALF_EVEN),
    /** Toward zero: total VAT of UK suppliers, Japan's practice. */
    DOWN(RoundingMode.DOWN),
    /** {@code floor(x + 0.5)} as the XPath validators of EN 16931 compute. */
    XPATH(RoundingMode.HALF_UP) {
        @Override
        public BigDecimal round(BigDecimal exact, int decimals) {
            return exact.setScale(decimals, exact.signum() < 0 ? RoundingMode.HALF_DOWN : RoundingMode.HALF_UP);
        }
    };

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    public BigDecimal round(BigDecimal exact, int decimals) {
        return exact.setScale(decimals, mode);
    }

    /** Rounds to the minor unit of the currency (EUR 2, JPY 0, BHD 3 decimals). */
    public Money toMoney(BigDecimal exact, CurrencyUnit currency) {
        return Money.of(currency, round(exact, currency.getDecimalPlaces()));
    }
}
