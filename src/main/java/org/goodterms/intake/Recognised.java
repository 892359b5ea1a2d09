package org.goodterms.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file of another program, brought into our own columns: one row for each customer or document.
 *
 * @param rows      of our columns; each with the row of the file it begins in, counted from 1 below the headings
 * @param customers what a file of invoices says of its customers, one for each name; empty for a file of customers
 * @param leftOut   rows that are no documents: drafts, documents made void
 */
record Recognised(Program program, ImportKind kind, List<Row> rows, List<Row> customers,
        List<ImportReport.RowProblem> leftOut) {
    static final String DATES = "yyyy-MM-dd";

    Recognised {
        rows = List.copyOf(rows);
        customers = List.copyOf(customers);
        leftOut = List.copyOf(leftOut);
    }

    /** One row: field to text. */
    record Row(int number, Map<String, String> cells, List<org.goodterms.kernel.Problem> warnings) {
        Row {
            cells = Map.copyOf(cells);
            warnings = List.copyOf(warnings);
        }
    }

    /** Our fields that stand in at least one row, as both column and field. */
    List<String> columns() {
        return columns(kind, rows);
    }

    static List<String> columns(ImportKind kind, List<Row> of) {
        Set<String> used = new java.util.HashSet<>(kind.needed());
        of.forEach(row -> row.cells().forEach((field, text) -> {
            if (!text.isEmpty()) {
                used.add(field);
            }
        }));
        return kind.fields().stream().filter(used::contains).toList();
    }

    Mapping mapping() {
        return mapping(columns());
    }

    Mapping customersMapping() {
        return mapping(columns(ImportKind.CUSTOMERS, customers));
    }

    private static Mapping mapping(List<String> columns) {
        Map<String, String> same = new java.util.LinkedHashMap<>();
        columns.forEach(column -> same.put(column, column));
        return new Mapping(same, Map.of(), DATES, ".", ",", "UTF-8", true);
    }
}
