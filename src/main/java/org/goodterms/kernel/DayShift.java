package org.goodterms.kernel;

import java.time.LocalDate;
import java.time.YearMonth;

/** What becomes of a due date that is no business day (the domain rules, section 4). The default is {@link #NONE}. */
public enum DayShift {
    NONE(""),
    FOLLOWING("following business day"),
    PRECEDING("preceding business day"),
    /** Following, unless that leaves the month: then preceding. */
    MODIFIED_FOLLOWING("modified following business day");

    private final String text;

    DayShift(String text) {
        this.text = text;
    }

    /** As written behind the terms; empty for none. */
    public String text() {
        return text;
    }

    /**
     * The shifted day; never before {@code earliest} (a due date before its invoice is none), where moving back would
     * get there the following business day is taken.
     */
    public LocalDate apply(LocalDate day, LocalDate earliest, BusinessDays days) {
        LocalDate following = days.onOrAfter(day);
        return switch (this) {
            case NONE -> day;
            case FOLLOWING -> following;
            case PRECEDING -> backTo(day, earliest, following, days);
            case MODIFIED_FOLLOWING -> YearMonth.from(following).equals(YearMonth.from(day))
                    ? following : backTo(day, earliest, following, days);
        };
    }

    private static LocalDate backTo(LocalDate day, LocalDate earliest, LocalDate following, BusinessDays days) {
        LocalDate preceding = days.onOrBefore(day);
        return preceding.isBefore(earliest) ? following : preceding;
    }
}
