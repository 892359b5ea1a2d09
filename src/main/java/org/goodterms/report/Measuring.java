package org.goodterms.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.goodterms.kernel.Rounding;
import org.jspecify.annotations.Nullable;

/** The formulas of section 6 of the domain rules. Amounts are minor units of the book's currency. */
final class Measuring {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /**
     * Receivables and sales of a period.
     *
     * @param begin   receivables the evening before, {@code end} those at the end, {@code current} of these not due
     * @param byDay   invoices by their day, also those before the period
     */
    record Sales(LocalDate from, LocalDate to, long begin, long end, long current, Map<LocalDate, Long> byDay) {

        long total() {
            return byDay.entrySet().stream().filter(day -> !day.getKey().isBefore(from) && !day.getKey().isAfter(to))
                    .mapToLong(Map.Entry::getValue).sum();
        }

        long days() {
            return ChronoUnit.DAYS.between(from, to) + 1;
        }
    }

    private Measuring() {
    }

    static Metrics metrics(Sales sales, List<DaysLate.Settled> settled, int promisesDue, int promisesKept) {
        BigDecimal total = BigDecimal.valueOf(sales.total());
        BigDecimal days = BigDecimal.valueOf(sales.days());
        BigDecimal dso = ratio(BigDecimal.valueOf(sales.end()).multiply(days), total);
        BigDecimal best = ratio(BigDecimal.valueOf(sales.current()).multiply(days), total);
        BigDecimal delinquent = dso == null || best == null ? null : dso.subtract(best);
        long due = sales.begin() + sales.total();
        BigDecimal cei = percent(due - sales.end(), due - sales.current());
        BigDecimal average = BigDecimal.valueOf(sales.begin()).add(BigDecimal.valueOf(sales.end()));
        BigDecimal turnover = ratio(total.multiply(BigDecimal.TWO), average);
        return new Metrics(sales.from(), sales.to(), round(dso, 2), round(countback(sales), 2), round(best, 2),
                round(delinquent, 2), round(cei, 2), round(turnover, 3), punctuality(settled), promisesDue, promisesKept);
    }

    /** Whole months from the latest until the receivables are used up, the last one in proportion. */
    private static @Nullable BigDecimal countback(Sales sales) {
        LocalDate first = sales.byDay().keySet().stream().min(LocalDate::compareTo).orElse(null);
        if (first == null || sales.end() < 0) {
            return null;
        }
        long left = sales.end();
        BigDecimal days = BigDecimal.ZERO;
        LocalDate last = sales.to();
        while (left > 0) {
            if (last.isBefore(first)) {
                return null;
            }
            LocalDate begin = YearMonth.from(last).atDay(1);
            LocalDate end = last;
            long sold = sales.byDay().entrySet().stream().filter(day -> !day.getKey().isBefore(begin) && !day.getKey().isAfter(end))
                    .mapToLong(Map.Entry::getValue).sum();
            BigDecimal whole = BigDecimal.valueOf(ChronoUnit.DAYS.between(begin, end) + 1);
            days = days.add(left >= sold ? whole : whole.multiply(BigDecimal.valueOf(left))
                    .divide(BigDecimal.valueOf(sold), MathContext.DECIMAL128));
            left -= sold;
            last = begin.minusDays(1);
        }
        return days;
    }

    private static Metrics.Punctuality punctuality(List<DaysLate.Settled> settled) {
        List<DaysLate.Settled> onTime = settled.stream().filter(one -> one.days() <= 0).toList();
        return new Metrics.Punctuality(round(percent(onTime.size(), settled.size()), 2),
                round(percent(sum(onTime), sum(settled)), 2), weighted(settled, DaysLate.Settled::days),
                weighted(settled, one -> Math.max(0, one.days())));
    }

    private static @Nullable BigDecimal weighted(List<DaysLate.Settled> settled, Function<DaysLate.Settled, Long> days) {
        BigDecimal times = settled.stream().map(one -> BigDecimal.valueOf(one.minorAmount()).multiply(BigDecimal.valueOf(days.apply(one))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return round(ratio(times, BigDecimal.valueOf(sum(settled))), 2);
    }

    private static long sum(List<DaysLate.Settled> settled) {
        return settled.stream().mapToLong(DaysLate.Settled::minorAmount).sum();
    }

    private static @Nullable BigDecimal percent(long part, long whole) {
        return ratio(BigDecimal.valueOf(part).multiply(HUNDRED), BigDecimal.valueOf(whole));
    }

    private static @Nullable BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, MathContext.DECIMAL128);
    }

    private static @Nullable BigDecimal round(@Nullable BigDecimal figure, int decimals) {
        return figure == null ? null : Rounding.HALF_UP.round(figure, decimals);
    }
}
