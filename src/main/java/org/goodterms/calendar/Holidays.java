package org.goodterms.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.goodterms.kernel.BusinessDays;

/**
 * The public holidays of one country, or of one of its regions: those of the whole country and the region's own.
 * A country of which nothing is known has weekends only. Weekend is Saturday and Sunday.
 */
public final class Holidays implements BusinessDays {
    private final ConcurrentMap<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();
    private final String country;
    private final String[] region;

    private Holidays(String country, String... region) {
        this.country = country;
        this.region = region;
    }

    /**
     * @param country ISO 3166 code, any case: {@code DE}
     * @param region  the second half of an ISO 3166-2 code ({@code BY} of {@code DE-BY}), or empty; one that is unknown
     *                adds no holidays
     */
    public static Holidays of(String country, String region) {
        String code = country.strip().toLowerCase(Locale.ROOT);
        String part = region.strip().toLowerCase(Locale.ROOT);
        return part.isEmpty() ? new Holidays(code) : new Holidays(code, part);
    }

    @Override
    public boolean isBusinessDay(LocalDate day) {
        return BusinessDays.WEEKDAYS.isBusinessDay(day) && !isHoliday(day);
    }

    public boolean isHoliday(LocalDate day) {
        return years.computeIfAbsent(day.getYear(), this::ofYear).contains(day);
    }

    private Set<LocalDate> ofYear(int year) {
        if (HolidayManager.getSupportedCalendarCodes().stream().noneMatch(country::equalsIgnoreCase)) {
            return Set.of();
        }
        return HolidayManager.getInstance(ManagerParameters.create(country))
                .getHolidays(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), HolidayType.PUBLIC_HOLIDAY, region)
                .stream().map(holiday -> holiday.getDate()).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
