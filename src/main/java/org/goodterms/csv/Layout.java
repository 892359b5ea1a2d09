package org.goodterms.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the table stands in the file, found from its first records.
 *
 * @param delimiter what separates cells
 * @param titles    records before the headings (a program's name, an account's balance)
 * @param header    whether a record of headings comes before the rows
 */
record Layout(char delimiter, int titles, boolean header) {
    private static final List<Character> DELIMITERS = List.of(';', '\t', ',', '|');
    private static final int LONGEST_HEADING = 100;
    /** Not even one record could be read: rather say why than take the file for one column. */
    private static final double BROKEN = 0.00001;

    /** The separator by which the most records have the same number of cells; of those the one that makes most cells. */
    static char delimiter(Function<Character, List<List<String>>> read) {
        Map<Character, Double> agreements = new HashMap<>();
        DELIMITERS.forEach(d -> agreements.put(d, agreement(read.apply(d))));
        return DELIMITERS.stream().max(Comparator.comparingDouble((Character d) -> agreements.get(d))
                .thenComparing((Character d) -> -DELIMITERS.indexOf(d))).orElseThrow();
    }

    private static double agreement(List<List<String>> records) {
        int width = width(records);
        if (width < 2) {
            return records.isEmpty() ? BROKEN : 0;
        }
        long same = records.stream().filter(r -> r.size() == width).count();
        return (double) same / records.size() + width / 10_000.0;
    }

    /** The number of cells most records have; of equals the larger. */
    static int width(List<List<String>> records) {
        return records.stream().collect(Collectors.groupingBy(List::size, Collectors.counting())).entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).orElse(0);
    }

    /** @param header as told, or null to find out */
    static Layout of(List<List<String>> records, char delimiter, @Nullable Boolean header) {
        if (Boolean.FALSE.equals(header)) {
            return new Layout(delimiter, 0, false);
        }
        int width = width(records);
        int heading = 0;
        while (heading < records.size() && filled(records.get(heading)) < Math.max(1, width * 0.5)) {
            heading++;
        }
        boolean found = heading < records.size() && (header != null || isHeading(records.get(heading)));
        return found ? new Layout(delimiter, heading, true)
                : new Layout(delimiter, 0, header != null && !records.isEmpty());
    }

    private static long filled(List<String> cells) {
        return cells.stream().filter(c -> !c.isBlank()).count();
    }

    /** Headings are words: no numbers, no dates, no mail addresses, nothing long. */
    private static boolean isHeading(List<String> cells) {
        List<String> words = new ArrayList<>(cells);
        words.removeIf(String::isBlank);
        return words.stream().allMatch(w -> w.length() <= LONGEST_HEADING && !w.contains("@")
                && NumberForm.POINT.read(w).isEmpty() && NumberForm.COMMA.read(w).isEmpty()
                && DateForm.KNOWN.stream().allMatch(form -> form.read(w).isEmpty())
                && w.chars().filter(Character::isDigit).count() * 2 <= w.length());
    }
}
