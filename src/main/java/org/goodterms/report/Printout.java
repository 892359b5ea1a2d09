package org.goodterms.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as a table, ready for paper, for a spreadsheet or for a screen.
 *
 * @param key      names it for ever: {@code trial-balance/2026-06-30}
 * @param subtitle the days it speaks of
 * @param day      its last day
 * @param figures  what counts most, label and value
 * @param wide     true where it needs the paper turned
 */
public record Printout(String key, String title, String subtitle, LocalDate day, List<Figure> figures, List<Column> columns,
        List<Row> rows, boolean wide) {

    /** A figure that counts; the value is money or text. */
    public record Figure(String label, Object value) {
    }

    /** @param weight share of the width; {@code number} ones stand to the right */
    public record Column(String heading, int weight, boolean number) {

        static Column text(String heading, int weight) {
            return new Column(heading, weight, false);
        }

        static Column number(String heading, int weight) {
            return new Column(heading, weight, true);
        }
    }

    /** What a row is: a line, the heading of those that follow, or a sum. */
    public enum Kind { LINE, GROUP, SUM }

    /**
     * Cells are text, money, dates or numbers, one for each column; a heading has one.
     *
     * @param about what stands behind the row: the number of an account or the id of an entry; or null
     */
    public record Row(Kind kind, List<Object> cells, @Nullable Object about) {
        public Row {
            cells = List.copyOf(cells);
        }

        Row(Kind kind, List<Object> cells) {
            this(kind, cells, null);
        }

        Row behind(Object what) {
            return new Row(kind, cells, what);
        }

        static Row line(Object... cells) {
            return new Row(Kind.LINE, List.of(cells));
        }

        static Row group(String text) {
            return new Row(Kind.GROUP, List.of(text));
        }

        static Row sum(Object... cells) {
            return new Row(Kind.SUM, List.of(cells));
        }
    }

    public Printout {
        figures = List.copyOf(figures);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
