package org.goodterms.ui.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.report.Printout;
import org.goodterms.ui.kit.Column;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.Formats;
import org.goodterms.ui.kit.ListTable;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A printout as a table on screen, in its own order; Enter opens what stands behind a row. */
final class PrintoutTable {
    private static final double WIDEST = 40;
    private final Formats formats;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ListTable<Line> table;

    /** A row and its place. */
    record Line(int place, Printout.Row row) {
    }

    PrintoutTable(Desk desk, String name, List<Printout.Column> columns, Consumer<Object> open) {
        this.formats = desk.formats();
        table = new ListTable<Line>(desk, name).keyedBy(Line::place).onOpen(line -> {
            Object about = line.row().about();
            if (about != null) {
                open.accept(about);
            }
        });
        int widest = columns.stream().filter(column -> !column.number()).mapToInt(Printout.Column::weight).max().orElse(0);
        for (int i = 0; i < columns.size(); i++) {
            column(i, columns.get(i), columns.get(i).weight() == widest);
        }
        table.plain();
        table.whenEmpty(new EmptyState(desk.texts(), "fth-book-open", "reports.none", null));
        table.rows(lines);
        table.table().getColumns().forEach(column -> column.setSortable(false));
    }

    private void column(int index, Printout.Column column, boolean wide) {
        Column<Line, ?> made = column.number()
                ? table.number("c" + index, column.heading(), line -> number(cell(line, index)))
                : table.text("c" + index, column.heading(), line -> text(cell(line, index)));
        made.toned(PrintoutTable::tone);
        if (wide && !column.number()) {
            made.wide();
        } else {
            made.width(column.number() ? 140 : Math.max(96, Math.min(WIDEST, column.weight()) * 8.0));
        }
    }

    private static @Nullable Object cell(Line line, int index) {
        List<Object> cells = line.row().cells();
        return index < cells.size() ? cells.get(index) : null;
    }

    private static @Nullable String tone(Line line) {
        return line.row().kind() == Printout.Kind.LINE ? null : "tone-strong";
    }

    private static @Nullable BigDecimal number(@Nullable Object cell) {
        return cell instanceof Money money ? money.getAmount() : cell instanceof BigDecimal number ? number : null;
    }

    private String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case LocalDate date -> formats.date(date);
            case BigDecimal number -> number.toPlainString();
            case Money money -> formats.amount(money);
            default -> cell.toString();
        };
    }

    void show(Printout printout) {
        List<Line> shown = new ArrayList<>();
        printout.rows().forEach(row -> shown.add(new Line(shown.size(), row)));
        lines.setAll(shown);
    }

    ListTable<Line> node() {
        return table;
    }
}
