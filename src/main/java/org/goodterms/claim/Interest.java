package org.goodterms.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.goodterms.kernel.Rounding;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Interest with its working.
 *
 * @param segments in order; none where nothing accrues
 */
public record Interest(CurrencyUnit currency, List<Segment> segments) {

    /**
     * Days with one principal and one rate, first and last included.
     *
     * @param rate     percent a year
     * @param interest exact, rounded half up to six decimals only where it is shown
     */
    public record Segment(LocalDate from, LocalDate to, int days, Money principal, BigDecimal rate, BigDecimal interest) {

        /** With six decimals. */
        public BigDecimal shown() {
            return interest.setScale(6, RoundingMode.HALF_UP);
        }
    }

    public Interest {
        segments = List.copyOf(segments);
    }

    /** The exact sum. */
    public BigDecimal exact() {
        return segments.stream().map(Segment::interest).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The sum, rounded once, half up to the minor unit. */
    public Money total() {
        return Rounding.HALF_UP.toMoney(exact(), currency);
    }
}
