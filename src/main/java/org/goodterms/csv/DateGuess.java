package org.goodterms.csv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/**
 * Finds how the dates of one column are written, from all of them. Two forms that give the same dates are as good as
 * one; where two give different dates and no row tells them apart, nothing is guessed.
 */
final class DateGuess {
    private static final int DISTINCT = 50_000;
    private final String heading;
    private final Set<String> values = new LinkedHashSet<>();

    DateGuess(String heading) {
        this.heading = heading;
    }

    void see(String text) {
        if (!text.isBlank() && values.size() < DISTINCT) {
            values.add(text.strip());
        }
    }

    boolean sawNothing() {
        return values.isEmpty();
    }

    /** The form, or why it cannot be known: no date at all, two orders in one column, or no row that tells. */
    Outcome<DateForm> decide() {
        List<DateForm> best = best();
        if (best.isEmpty()) {
            return Outcome.refused(Problem.at(heading, "csv.date_unknown", heading, first()));
        }
        DateForm form = best.getFirst();
        for (String value : values) {
            if (form.read(value).isEmpty() && DateForm.KNOWN.stream().anyMatch(f -> f.read(value).isPresent())) {
                return Outcome.refused(Problem.at(heading, "csv.date_mixed", heading, readBy(form), value));
            }
        }
        for (String value : values) {
            Optional<LocalDate> date = form.read(value);
            for (DateForm other : date.isPresent() ? best : List.<DateForm>of()) {
                Optional<LocalDate> otherwise = other.read(value);
                if (!otherwise.equals(date)) {
                    return Outcome.refused(Problem.at(heading, "csv.date_ambiguous", heading, value, date.get(),
                            otherwise.orElse(date.get()), form.pattern(), other.pattern()));
                }
            }
        }
        return Outcome.ok(form);
    }

    /** Those that read the most values. */
    List<DateForm> best() {
        Map<DateForm, Integer> counts = new LinkedHashMap<>();
        int most = 0;
        for (DateForm form : DateForm.KNOWN) {
            int count = (int) values.stream().filter(v -> form.read(v).isPresent()).count();
            counts.put(form, count);
            most = Math.max(most, count);
        }
        List<DateForm> best = new ArrayList<>();
        for (Map.Entry<DateForm, Integer> entry : counts.entrySet()) {
            if (most > 0 && entry.getValue() == most) {
                best.add(entry.getKey());
            }
        }
        return best;
    }

    private String readBy(DateForm form) {
        return values.stream().filter(v -> form.read(v).isPresent()).findFirst().orElse("");
    }

    private String first() {
        return values.stream().findFirst().orElse("");
    }
}
