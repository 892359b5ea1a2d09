package org.goodterms.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How quickly a firm is paid in a period (the domain rules, section 6). Amounts behind it are gross, in the book's
 * currency. A figure without a denominator is null. Percentages and days have two decimals, the turnover three.
 *
 * @param dso             days sales outstanding: receivables at the end / sales x days
 * @param dsoCountback    the same by using up whole months of sales from the end backwards
 * @param bestPossibleDso what it would be if nothing were late
 * @param add             average days delinquent: the difference of the two
 * @param cei             collection effectiveness in percent
 * @param turnover        sales / average receivables, of the period
 * @param onTimeByCount   percent of invoices settled by payment in the period that were not late
 * @param onTimeByAmount  the same weighted by full amounts
 * @param weightedDaysLate by amount, early payments negative; {@code clipped} with those as zero
 * @param promisesDue     promises whose day fell into the period, and how many of them were kept
 */
public record Metrics(LocalDate from, LocalDate to, @Nullable BigDecimal dso, @Nullable BigDecimal dsoCountback,
        @Nullable BigDecimal bestPossibleDso, @Nullable BigDecimal add, @Nullable BigDecimal cei,
        @Nullable BigDecimal turnover, Punctuality punctuality, int promisesDue, int promisesKept) {

    private static final BigDecimal YEAR = new BigDecimal("365");

    /** How often receivables turn over in a year at the pace of this period: turnover x 365 / days, two decimals. */
    public @Nullable BigDecimal turnoverOfYear() {
        BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to) + 1);
        return turnover == null ? null : turnover.multiply(YEAR).divide(days, 2, RoundingMode.HALF_UP);
    }

    /** Of the invoices settled by payment in the period; see {@link Metrics}. */
    public record Punctuality(@Nullable BigDecimal onTimeByCount, @Nullable BigDecimal onTimeByAmount,
            @Nullable BigDecimal weightedDaysLate, @Nullable BigDecimal weightedDaysLateClipped) {
    }
}
