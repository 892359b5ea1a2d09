package org.goodterms.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.goodterms.kernel.Problem;

/** When the tax in a debt that was written off may be claimed back (the domain rules, section 2, row 16b). */
public final class Relief {
    private final Map<String, int[]> months;

    /** From the lines of the file; lines that begin with # say something to readers. */
    Relief(List<String> lines) {
        months = lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split(";", -1))
                .collect(Collectors.toMap(f -> f[0], f -> new int[] {Integer.parseInt(f[1]),
                    f[2].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(f[2])}));
    }

    /** The first day on which the law of a country allows it; empty where it asks for no waiting. */
    public Optional<LocalDate> from(String country, LocalDate laterOfDueAndSupply) {
        return Optional.ofNullable(months.get(country)).map(m -> laterOfDueAndSupply.plusMonths(m[0]));
    }

    /** Why it cannot be claimed on a day: too early or too late; empty where it can. */
    public Optional<Problem> problem(String country, LocalDate laterOfDueAndSupply, LocalDate day) {
        int[] m = months.get(country);
        if (m == null) {
            return Optional.empty();
        }
        LocalDate first = laterOfDueAndSupply.plusMonths(m[0]);
        if (day.isBefore(first)) {
            return Optional.of(Problem.at("item", "claim.relief_too_early", first, day));
        }
        if (m[1] != Integer.MAX_VALUE && day.isAfter(laterOfDueAndSupply.plusMonths(m[1]))) {
            return Optional.of(Problem.at("item", "claim.relief_too_late", laterOfDueAndSupply.plusMonths(m[1]), day));
        }
        return Optional.empty();
    }
}
