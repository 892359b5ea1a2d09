package org.goodterms.recurring;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.goodterms.kernel.BusinessDays;
import org.jspecify.annotations.Nullable;

/**
 * When an invoice or an entry by hand comes back.
 *
 * @param count        every so many units, at least 1
 * @param first        begin of the first period
 * @param anchorDay    day of the month on which months, quarters and years begin, 1 to 31; the last day where a month is
 *                     shorter. Without meaning for weeks
 * @param until        the last day on which a period may begin; null for ever
 * @param skipHolidays what comes back is due on the next business day where its period begins on none
 */
public record Schedule(Unit unit, int count, LocalDate first, int anchorDay, @Nullable LocalDate until, boolean skipHolidays) {
    private static final int MOST_PERIODS = 1200;

    /** Length of a period. */
    public enum Unit {
        WEEK(0), MONTH(1), QUARTER(3), YEAR(12);

        private final int months;

        Unit(int months) {
            this.months = months;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The unit of a word such as {@code month}. */
        public static Optional<Unit> of(String word) {
            for (Unit unit : values()) {
                if (unit.word().equals(word)) {
                    return Optional.of(unit);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * One period.
     *
     * @param due the day on which its invoice is to be written, or its entry to be posted
     */
    public record Period(LocalDate from, LocalDate to, LocalDate due) {
    }

    /** Those due by a day about which nothing was decided, oldest first; missed ones among them. */
    List<Period> undecided(LocalDate day, BusinessDays days, Set<LocalDate> decided) {
        return dueBy(day, days).stream().filter(period -> !decided.contains(period.from())).toList();
    }

    /** All periods that are due by {@code day}, that day included, oldest first. */
    public List<Period> dueBy(LocalDate day, BusinessDays days) {
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < MOST_PERIODS; i++) {
            Optional<Period> period = period(i, days);
            if (period.isEmpty() || period.get().due().isAfter(day)) {
                return periods;
            }
            periods.add(period.get());
        }
        return periods;
    }

    /** The first period that is due after {@code day}; empty where the schedule has ended. */
    public Optional<Period> next(LocalDate day, BusinessDays days) {
        return period(dueBy(day, days).size(), days);
    }

    private Optional<Period> period(int index, BusinessDays days) {
        LocalDate from = begin(index);
        LocalDate last = until;
        if (last != null && from.isAfter(last)) {
            return Optional.empty();
        }
        return Optional.of(new Period(from, begin(index + 1).minusDays(1), skipHolidays ? days.onOrAfter(from) : from));
    }

    private LocalDate begin(int index) {
        if (unit == Unit.WEEK) {
            return first.plusWeeks((long) index * count);
        }
        if (index == 0) {
            return first;
        }
        YearMonth month = YearMonth.from(first).plusMonths((long) index * count * unit.months);
        return month.atDay(Math.min(anchorDay, month.lengthOfMonth()));
    }
}
