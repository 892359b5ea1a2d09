package org.goodterms.reminder;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.goodterms.kernel.BusinessDays;

/**
 * The day of each month on which statements of account go to those who have a balance. A statement is a written message:
 * it counts for the pause between messages, and on its day it takes the place of a reminder.
 *
 * @param day of the month, 1 to 31; the last one in a shorter month. On a day on which nobody works: the next business day
 */
public record StatementDay(int day) {
    /** Where it lies among the settings of the firm; empty where statements do not go out by themselves. */
    public static final String SETTING = "statement.day";
    private static final int LAST = 31;

    public StatementDay {
        if (day < 1 || day > LAST) {
            throw new IllegalArgumentException("no day of a month: " + day);
        }
    }

    /** Reads what a person typed, or what is stored; empty where that is no day of a month. */
    public static Optional<StatementDay> read(String text) {
        String plain = text.strip();
        return plain.matches("[0-9]{1,2}") && Integer.parseInt(plain) >= 1 && Integer.parseInt(plain) <= LAST
                ? Optional.of(new StatementDay(Integer.parseInt(plain))) : Optional.empty();
    }

    /** The statement day of a month; it may slip into the next. */
    LocalDate of(YearMonth month, BusinessDays days) {
        return days.onOrAfter(month.atDay(Math.min(day, month.lengthOfMonth())));
    }

    /** Whether that day is a statement day. */
    public boolean isOn(LocalDate on, BusinessDays days) {
        return last(on, days).equals(on);
    }

    /** The last statement day up to that day, that day included; what was missed since then is made up for. */
    public LocalDate last(LocalDate on, BusinessDays days) {
        YearMonth month = YearMonth.from(on);
        LocalDate found = of(month, days);
        while (found.isAfter(on)) {
            month = month.minusMonths(1);
            found = of(month, days);
        }
        return found;
    }
}
