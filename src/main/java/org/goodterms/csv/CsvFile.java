package org.goodterms.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/**
 * A file of rows as it was understood by looking: encoding, separator, headings. Shown to the user before anything is
 * read from it; {@link #read} then gives the rows through a map.
 */
public final class CsvFile {
    static final int MAX_BYTES = 512 * 1024 * 1024;
    static final int MAX_COLUMNS = 1_000;
    static final int MAX_CELL = 100_000;
    static final int MAX_ROWS = 2_000_000;
    private static final int SAMPLE = 100;
    private static final int SHOWN = 20;

    private final byte[] bytes;
    private final Encoding encoding;
    private final Layout layout;
    private final List<List<String>> sample;
    private final ImportMap told;

    private CsvFile(byte[] bytes, Encoding encoding, Layout layout, List<List<String>> sample, ImportMap told) {
        this.bytes = bytes;
        this.encoding = encoding;
        this.layout = layout;
        this.sample = sample;
        this.told = told;
    }

    /** Looks at a file of which nothing is known. */
    public static Outcome<CsvFile> look(byte[] bytes) {
        return look(bytes, ImportMap.of(Map.of()));
    }

    /**
     * Looks at a file; what the map tells (encoding, separator, headings) is taken as told. Refused: an empty file, one
     * that is too large, a NUL, a quote that never closes, bytes that are no text of the told encoding.
     */
    public static Outcome<CsvFile> look(byte[] bytes, ImportMap told) {
        Outcome<Integer> size = size(bytes.length);
        if (!size.isOk()) {
            return Outcome.refused(size.problems());
        }
        Encoding encoding = told.encoding() == null ? Encoding.of(bytes)
                : Encoding.given(Charset.forName(told.encoding()), bytes);
        try {
            Character separator = told.delimiter() == null ? null : told.delimiter().charAt(0);
            char delimiter = separator != null ? separator : Layout.delimiter(d -> attempt(bytes, encoding, d));
            List<List<String>> sample = first(bytes, encoding, delimiter, new ArrayList<>());
            if (sample.isEmpty()) {
                return Outcome.refused(Problem.of("csv.empty"));
            }
            return Outcome.ok(new CsvFile(bytes, encoding, Layout.of(sample, delimiter, told.header()), sample, told));
        } catch (Refusal e) {
            return Outcome.refused(e.problem());
        }
    }

    static Outcome<Integer> size(int length) {
        return length <= MAX_BYTES ? Outcome.ok(length) : Outcome.refused(Problem.of("csv.too_large",
                length / (1024 * 1024), MAX_BYTES / (1024 * 1024)));
    }

    /** The first records, as far as they can be read with that separator. */
    private static List<List<String>> attempt(byte[] bytes, Encoding encoding, char delimiter) {
        List<List<String>> records = new ArrayList<>();
        try {
            return first(bytes, encoding, delimiter, records);
        } catch (Refusal e) {
            return records;
        }
    }

    private static List<List<String>> first(byte[] bytes, Encoding encoding, char delimiter,
            List<List<String>> records) {
        each(bytes, encoding, delimiter, record -> {
            records.add(List.copyOf(record.getFields()));
            return records.size() < SAMPLE;
        });
        return records;
    }

    /** Gives each record that is not empty to {@code use} until it answers false. */
    private static void each(byte[] bytes, Encoding encoding, char delimiter, Predicate<CsvRecord> use) {
        WatchedReader watched = new WatchedReader(bytes, encoding, delimiter);
        long line = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(delimiter).skipEmptyLines(true)
                .allowExtraFields(true).allowMissingFields(true).allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(watched)) {
            for (CsvRecord record : reader) {
                line = record.getStartingLineNumber();
                if (record.getFieldCount() > MAX_COLUMNS) {
                    throw new Refusal(Problem.of("csv.too_many_columns", line, record.getFieldCount(), MAX_COLUMNS));
                }
                if (!use.test(record)) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            throw e.getCause() instanceof Refusal refusal ? refusal : new Refusal(watched.openQuote() > 0 ? Problem.of("csv.unclosed_quote", watched.openQuote())
                    : Problem.of("csv.unreadable", line + 1));
        } catch (IOException | UncheckedIOException e) {
            throw new Refusal(Problem.of("csv.not_this_encoding", line + 1, encoding.charset().name()));
        }
    }

    /** The character set it is read with. */
    public String encoding() {
        return encoding.charset().name();
    }

    public char delimiter() {
        return layout.delimiter();
    }

    public boolean header() {
        return layout.header();
    }

    /** The headings, or the numbers of the columns from 1 where there are none. */
    public List<String> columns() {
        if (layout.header()) {
            return sample.get(layout.titles()).stream().map(String::strip).toList();
        }
        return IntStream.rangeClosed(1, Layout.width(sample)).mapToObj(Integer::toString).toList();
    }

    /** What stands before the headings: a program's name, an account, a balance. */
    public List<List<String>> leadRows() {
        return layout.header() ? sample.subList(0, layout.titles()) : List.of();
    }

    /** The first rows (at most 20), to be shown before an import. */
    public List<List<String>> firstRows() {
        return sample.stream().skip(layout.titles() + (layout.header() ? 1 : 0)).limit(SHOWN).toList();
    }

    /**
     * Binds fields to columns and finds, from all rows, how the dates and numbers among them are written.
     *
     * @param dates   the fields that are dates
     * @param numbers the fields that are numbers
     * @return refused where a column is not there, or a form cannot be known
     */
    public Outcome<CsvRows> read(ImportMap map, Set<String> dates, Set<String> numbers) {
        if (differs(map)) {
            return look(bytes, map).then(file -> file.read(map, dates, numbers));
        }
        Map<String, Integer> places = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        map.fields().forEach((field, column) -> {
            int place = place(column);
            places.put(field, place);
            if (place < 0) {
                problems.add(Problem.at(field, "csv.no_such_column", column, String.join(", ", columns())));
            }
        });
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        try {
            return Guessing.of(this, map, places).decide(dates, numbers)
                    .map(forms -> new CsvRows(this, map, places, forms));
        } catch (Refusal e) {
            return Outcome.refused(e.problem());
        }
    }

    private boolean differs(ImportMap map) {
        return !java.util.Objects.equals(map.encoding(), told.encoding())
                || !java.util.Objects.equals(map.delimiter(), told.delimiter())
                || !java.util.Objects.equals(map.header(), told.header());
    }

    private int place(String column) {
        List<String> columns = columns();
        String wanted = column.strip();
        int exact = columns.indexOf(wanted);
        return exact >= 0 ? exact : IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).equalsIgnoreCase(wanted)).findFirst().orElse(-1);
    }

    /** Gives every row below the headings to {@code use}; throws {@link Refusal} where the file breaks off. */
    void rows(java.util.function.Consumer<CsvRecord> use) {
        int[] seen = {0};
        int before = layout.titles() + (layout.header() ? 1 : 0);
        each(bytes, encoding, layout.delimiter(), record -> {
            if (seen[0]++ >= before && !isBlank(record)) {
                if (seen[0] - before > MAX_ROWS) {
                    throw new Refusal(Problem.of("csv.too_many_rows", MAX_ROWS));
                }
                use.accept(record);
            }
            return true;
        });
    }

    private static boolean isBlank(CsvRecord record) {
        for (int i = 0; i < record.getFieldCount(); i++) {
            if (!record.getField(i).isBlank()) {
                return false;
            }
        }
        return true;
    }
}
