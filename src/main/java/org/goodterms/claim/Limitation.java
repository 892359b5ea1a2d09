package org.goodterms.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The last day on which a claim of ordinary trade can be enforced (the domain rules, section 7.2). Acknowledgement or part
 * payment often begins the time anew; a plain reminder does not. No legal advice.
 */
public final class Limitation {
    /** So many days before it the program warns. */
    public static final int WARNING_DAYS = 90;
    private final Map<String, Period> periods;

    private record Period(int years, boolean fromYearEnd) {
    }

    /** From the lines of the file; lines that begin with # say something to readers. */
    Limitation(List<String> lines) {
        periods = lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split(";"))
                .collect(Collectors.toMap(f -> f[0], f -> new Period(Integer.parseInt(f[1]), f[2].equals("year-end"))));
    }

    /** @param due of the debt, as agreed first; empty where nothing is known of the country */
    public Optional<LocalDate> of(String country, LocalDate due) {
        return Optional.ofNullable(periods.get(country)).map(period -> period.fromYearEnd()
                ? LocalDate.of(due.getYear() + period.years(), 12, 31) : due.plusYears(period.years()));
    }

    public static boolean warns(LocalDate limitation, LocalDate today) {
        return !today.isBefore(limitation.minusDays(WARNING_DAYS));
    }
}
