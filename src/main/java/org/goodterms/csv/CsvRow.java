package org.goodterms.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/** One row, its cells asked for by field. Texts come without spaces around them and without the mark of {@link CsvOut}. */
public final class CsvRow {
    private final int number;
    private final long line;
    private final List<String> cells;
    private final int width;
    private final CsvRows rows;

    CsvRow(int number, long line, List<String> cells, int width, CsvRows rows) {
        this.number = number;
        this.line = line;
        this.cells = cells;
        this.width = width;
        this.rows = rows;
    }

    /** Counted from 1 below the headings. */
    public int number() {
        return number;
    }

    /** The line of the file on which the row begins, from 1. */
    public long line() {
        return line;
    }

    /** All cells as they stand. */
    public List<String> cells() {
        return List.copyOf(cells);
    }

    /**
     * What is wrong with the row as a whole: more cells than headings (a separator inside a text that was not quoted
     * moves all that follows), or a cell beyond 100,000 characters.
     */
    public Optional<Problem> broken() {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).length() > CsvFile.MAX_CELL) {
                return Optional.of(Problem.of("csv.cell_too_long", line, i + 1, CsvFile.MAX_CELL));
            }
            if (i >= width && !cells.get(i).isBlank()) {
                return Optional.of(Problem.of("csv.too_many_cells", line, cells.size(), width));
            }
        }
        return Optional.empty();
    }

    /** The field's text, or "" where the cell is empty or the field is not in the map. */
    public String text(String field) {
        return rows.place(field).map(place -> CsvOut.unmarked(Guessing.cell(cells, place)).strip())
                .orElseGet(() -> rows.constant(field));
    }

    /** The field's date; empty cells give an empty result. */
    public Outcome<Optional<LocalDate>> date(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            return Outcome.ok(Optional.empty());
        }
        DateForm form = rows.forms().dates().get(field);
        Optional<LocalDate> date = rows.date(form == null ? DateForm.KNOWN.getFirst() : form, text);
        return date.isPresent() ? Outcome.ok(date) : Outcome.refused(Problem.at(rows.column(field), "csv.not_a_date",
                text, form == null ? DateForm.KNOWN.getFirst().pattern() : form.pattern()));
    }

    /** The field's number, exact; empty cells give an empty result. A constant is written with a point. */
    public Outcome<Optional<BigDecimal>> number(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            return Outcome.ok(Optional.empty());
        }
        NumberForm form = rows.place(field).isPresent() ? rows.forms().number() : NumberForm.POINT;
        Optional<BigDecimal> number = form.read(text);
        return number.isPresent() ? Outcome.ok(number) : Outcome.refused(Problem.at(rows.column(field),
                "csv.not_a_number", text, "1234" + form.mark() + "50"));
    }
}
