package org.goodterms.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reference rates with the days on which they hold. Days that no row covers have no rate: nothing is computed there. */
public final class RateTable {
    private final Map<String, TreeMap<LocalDate, Row>> rows = new HashMap<>();

    /**
     * @param reference {@code ECB BASE BOE NBP SE DK CZ RBI}, or {@code EURPLN}: zlotys for one euro
     * @param percent   a year; may be negative
     * @param to        the last day, included
     */
    public record Row(String reference, LocalDate from, LocalDate to, BigDecimal percent) {
    }

    /** Where two rows hold on a day, the later in the list stands. */
    public RateTable(List<Row> rows) {
        rows.forEach(row -> this.rows.computeIfAbsent(row.reference(), k -> new TreeMap<>()).put(row.from(), row));
    }

    /** From the lines of the file; lines that begin with # say something to readers. */
    static List<Row> read(List<String> lines) {
        return lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split(";"))
                .map(f -> new Row(f[0], LocalDate.parse(f[1]), LocalDate.parse(f[2]), new BigDecimal(f[3]))).toList();
    }

    /** The row that holds on a day. */
    public Optional<Row> on(String reference, LocalDate day) {
        var entry = rows.getOrDefault(reference, new TreeMap<>()).floorEntry(day);
        return entry == null || day.isAfter(entry.getValue().to()) ? Optional.empty() : Optional.of(entry.getValue());
    }

    /** All rows, by reference and day. */
    public List<Row> all() {
        return rows.values().stream().flatMap(of -> of.values().stream())
                .sorted(Comparator.comparing(Row::reference).thenComparing(Row::from)).toList();
    }

    public boolean knows(String reference) {
        return rows.containsKey(reference);
    }
}
