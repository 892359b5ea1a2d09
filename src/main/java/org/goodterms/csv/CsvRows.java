package org.goodterms.csv;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.goodterms.kernel.Outcome;

/** The rows of a file through a map, read one by one as often as wanted. */
public final class CsvRows {
    private static final int REMEMBERED = 20_000;
    private final Map<String, Optional<LocalDate>> read = new HashMap<>();
    private final CsvFile file;
    private final ImportMap map;
    private final Map<String, Integer> places;
    private final Guessing.Forms forms;

    CsvRows(CsvFile file, ImportMap map, Map<String, Integer> places, Guessing.Forms forms) {
        this.file = file;
        this.map = map;
        this.places = places;
        this.forms = forms;
    }

    /**
     * Gives every row to {@code use}, in order.
     *
     * @return how many rows there were; refused where the file breaks off (a quote never closed, a NUL, too many rows):
     *         the rows before have been given then
     */
    public Outcome<Integer> forEach(Consumer<CsvRow> use) {
        int[] count = {0};
        int width = file.columns().size();
        try {
            file.rows(record -> use.accept(new CsvRow(++count[0], record.getStartingLineNumber(), record.getFields(),
                    width, this)));
            return Outcome.ok(count[0]);
        } catch (Refusal e) {
            return Outcome.refused(e.problem());
        }
    }

    /** The pattern found or told for a date field, such as {@code M/d/yyyy}. */
    public Optional<String> dateFormat(String field) {
        return Optional.ofNullable(forms.dates().get(field)).map(DateForm::pattern);
    }

    /** '.' or ','. */
    public char decimalMark() {
        return forms.number().mark();
    }

    /** Whether the map gives the field a column or a constant. */
    public boolean has(String field) {
        return places.containsKey(field) || map.constants().containsKey(field);
    }

    /** The heading (or number) of the field's column; the field itself for a constant. */
    public String column(String field) {
        return map.fields().getOrDefault(field, field);
    }

    Optional<Integer> place(String field) {
        return Optional.ofNullable(places.get(field));
    }

    String constant(String field) {
        return map.constants().getOrDefault(field, "");
    }

    /** Dates repeat: each is read once (up to 20,000). */
    Optional<LocalDate> date(DateForm form, String text) {
        String key = form.pattern() + '\n' + text;
        Optional<LocalDate> known = read.get(key);
        if (known == null) {
            known = form.read(text);
            if (read.size() < REMEMBERED) {
                read.put(key, known);
            }
        }
        return known;
    }

    Guessing.Forms forms() {
        return forms;
    }
}
