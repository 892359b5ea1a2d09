package org.goodterms.reminder;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contact on account of which an item is left alone for some days.
 *
 * @param step    of a reminder; null where it was something else, such as a letter written by hand
 * @param numbers documents it was about; empty where that is not known
 */
public record Earlier(LocalDate on, @Nullable Step step, List<String> numbers) {
    public Earlier {
        numbers = List.copyOf(numbers);
    }

    /** Of two of one customer the later one; of one day together. */
    Earlier or(Earlier other) {
        if (!on.equals(other.on)) {
            return on.isAfter(other.on) ? this : other;
        }
        boolean first = step != null && (other.step == null || step.compareTo(other.step) >= 0);
        return new Earlier(on, first ? step : other.step, java.util.stream.Stream.concat(numbers.stream(), other.numbers.stream())
                .distinct().sorted().toList());
    }
}
