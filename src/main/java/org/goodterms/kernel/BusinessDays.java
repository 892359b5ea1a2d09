package org.goodterms.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Which days are worked on in some place. Holidays are data of a region and come from outside the kernel. */
@FunctionalInterface
public interface BusinessDays {

    /** Monday to Friday, no holidays: where no region is known. */
    BusinessDays WEEKDAYS = day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;

    boolean isBusinessDay(LocalDate day);

    /** The day itself or the next business day after it. */
    default LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!isBusinessDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** The day itself or the last business day before it. */
    default LocalDate onOrBefore(LocalDate day) {
        LocalDate found = day;
        while (!isBusinessDay(found)) {
            found = found.minusDays(1);
        }
        return found;
    }
}
