package org.goodterms.pdf;

import java.util.List;

/**
 * Rows under headings that are repeated on every page. Where a page ends inside it, the running sums of the last row
 * are carried forward.
 */
public record Table(List<Column> columns, List<Row> rows) implements Block {

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table has columns");
        }
        for (Row row : rows) {
            if (row.kind() != Kind.GROUP && row.cells().size() != columns.size()
                    || !row.carried().isEmpty() && row.carried().size() != columns.size()) {
                throw new IllegalArgumentException("a row has a cell for each column: " + row);
            }
        }
    }

    /**
     * @param weight share of the width among the weights of all columns
     */
    public record Column(String heading, Align align, int weight) {
        public Column {
            if (weight < 1) {
                throw new IllegalArgumentException("a column has a width");
            }
        }

        public static Column left(String heading, int weight) {
            return new Column(heading, Align.LEFT, weight);
        }

        /** For numbers: with equal decimals and even figures the points stand under each other. */
        public static Column right(String heading, int weight) {
            return new Column(heading, Align.RIGHT, weight);
        }
    }

    public enum Align { LEFT, RIGHT }

    public enum Kind { ITEM, GROUP, SUM }

    /** @param detail smaller and quieter, below the text; or empty. Both wrap and may hold line feeds */
    public record Cell(String text, String detail) {

        public static Cell of(String text) {
            return new Cell(text, "");
        }
    }

    /**
     * @param cells   one for each column; a group heading has a single one over the whole width
     * @param carried the running sums after this row, a string for each column (empty where none); empty when this
     *                table carries nothing forward
     */
    public record Row(Kind kind, List<Cell> cells, List<String> carried) {
        public Row {
            cells = List.copyOf(cells);
            carried = List.copyOf(carried);
            if (kind == Kind.GROUP && cells.size() != 1) {
                throw new IllegalArgumentException("a group heading has one cell");
            }
        }

        public static Row of(Cell... cells) {
            return new Row(Kind.ITEM, List.of(cells), List.of());
        }

        public static Row of(List<String> texts) {
            return new Row(Kind.ITEM, texts.stream().map(Cell::of).toList(), List.of());
        }

        /** The heading of the rows that follow; stays with them. */
        public static Row group(String text) {
            return new Row(Kind.GROUP, List.of(Cell.of(text)), List.of());
        }

        /** A sum inside or at the end of the table; stays with the row above. */
        public static Row sum(List<String> texts) {
            return new Row(Kind.SUM, texts.stream().map(Cell::of).toList(), List.of());
        }

        /** The same with the running sum after it, carried in the last column. */
        public Row carrying(String sum) {
            var sums = new java.util.ArrayList<>(java.util.Collections.nCopies(cells.size(), ""));
            sums.set(sums.size() - 1, sum);
            return new Row(kind, cells, sums);
        }

        /** The same with running sums in several columns. */
        public Row carrying(List<String> sums) {
            return new Row(kind, cells, sums);
        }
    }
}
