package org.goodterms.kernel;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * How a due date follows from the date of an invoice, before any shift to a business day (the domain rules, section 4).
 * Gives a valid date on or after the date of issue for every date of issue, 29 February included.
 */
public sealed interface DueRule {

    LocalDate from(LocalDate issued);

    /** As written: {@code net 30}, {@code 10th prox cut-off 25}; {@link Terms#parse} reads it back. */
    String text();

    /** Issue + n calendar days. */
    record Net(int days) implements DueRule {
        @Override
        public LocalDate from(LocalDate issued) {
            return issued.plusDays(days);
        }

        @Override
        public String text() {
            return "net " + days;
        }
    }

    /** Issue + n months, the day clamped to the month: 31 January + 1 month = 28 February. */
    record NetMonths(int months) implements DueRule {
        @Override
        public LocalDate from(LocalDate issued) {
            return issued.plusMonths(months);
        }

        @Override
        public String text() {
            return months == 1 ? "1 month" : months + " months";
        }
    }

    /** Last day of the month of issue. */
    record EndOfMonth() implements DueRule {
        @Override
        public LocalDate from(LocalDate issued) {
            return YearMonth.from(issued).atEndOfMonth();
        }

        @Override
        public String text() {
            return "eom";
        }
    }

    /** Variant A of "n days end of month": issue + n days, then the end of that month. */
    record DaysThenMonthEnd(int days) implements DueRule {
        @Override
        public LocalDate from(LocalDate issued) {
            return YearMonth.from(issued.plusDays(days)).atEndOfMonth();
        }

        @Override
        public String text() {
            return days + " days eom";
        }
    }

    /** Variant B of "n days end of month": the end of the month of issue, then n days. */
    record MonthEndThenDays(int days) implements DueRule {
        @Override
        public LocalDate from(LocalDate issued) {
            return YearMonth.from(issued).atEndOfMonth().plusDays(days);
        }

        @Override
        public String text() {
            return "eom + " + days + " days";
        }
    }

    /**
     * Day k of the following month, clamped to its last day.
     *
     * @param cutOff issued after this day of the month, the due date moves one month further; null for none
     */
    record FollowingMonth(int day, @Nullable Integer cutOff) implements DueRule {
        @Override
        public LocalDate from(LocalDate issued) {
            boolean late = cutOff != null && issued.getDayOfMonth() > cutOff;
            YearMonth month = YearMonth.from(issued).plusMonths(late ? 2 : 1);
            return month.atDay(Math.min(day, month.lengthOfMonth()));
        }

        @Override
        public String text() {
            String ending = switch (day) {
                case 1, 21, 31 -> "st";
                case 2, 22 -> "nd";
                case 3, 23 -> "rd";
                default -> "th";
            };
            return day + ending + " prox" + (cutOff == null ? "" : " cut-off " + cutOff);
        }
    }

    /** Due on the day of issue, overdue from the next day. */
    record OnReceipt() implements DueRule {
        @Override
        public LocalDate from(LocalDate issued) {
            return issued;
        }

        @Override
        public String text() {
            return "due on receipt";
        }
    }

    /** To be paid before supply: no credit is given, so nothing ages. */
    record Prepayment() implements DueRule {
        @Override
        public LocalDate from(LocalDate issued) {
            return issued;
        }

        @Override
        public String text() {
            return "prepayment";
        }
    }

    /** Some months after another rule, keeping that rule's day: 31 January, 28 February, 31 March. */
    record MonthsAfter(DueRule first, int months) implements DueRule {
        @Override
        public LocalDate from(LocalDate issued) {
            return first.from(issued).plusMonths(months);
        }

        @Override
        public String text() {
            return first.text() + " and " + (months == 1 ? "1 month" : months + " months");
        }
    }
}
