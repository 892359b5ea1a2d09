package org.goodterms.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Remembers a list's columns: their order, widths and visibility, and the sorting. */
final class TableLayout<T> {
    private final TableView<T> table;
    private final Preferences preferences;
    private final String prefix;
    private boolean restoring;

    TableLayout(TableView<T> table, Preferences preferences, String name) {
        this.table = table;
        this.preferences = preferences;
        this.prefix = "list." + name + ".";
        table.getColumns().addListener((ListChangeListener<TableColumn<T, ?>>) c -> rememberOrder());
        table.getSortOrder().addListener((ListChangeListener<TableColumn<T, ?>>) c -> rememberSort());
        restoring = true;
    }

    void follow(TableColumn<T, ?> column) {
        column.prefWidthProperty().addListener((o, was, is) -> remember(column.getId() + ".width", is.intValue()));
        column.visibleProperty().addListener((o, was, is) -> remember(column.getId() + ".visible", is));
        column.sortTypeProperty().addListener((o, was, is) -> rememberSort());
    }

    private void remember(String key, Object value) {
        if (!restoring) {
            preferences.put(prefix + key, value);
        }
    }

    private void rememberOrder() {
        remember("order", String.join(",", table.getColumns().stream().map(TableColumn::getId).toList()));
    }

    private void rememberSort() {
        remember("sort", String.join(",", table.getSortOrder().stream()
                .map(c -> c.getId() + (c.getSortType() == TableColumn.SortType.ASCENDING ? ":asc" : ":desc")).toList()));
    }

    /** Brings back what was remembered; columns that were not known then keep their place at the end. */
    void restore() {
        restoring = true;
        preferences.get(prefix + "order").ifPresent(order -> {
            List<TableColumn<T, ?>> columns = new ArrayList<>();
            List.of(order.split(",")).forEach(id -> byId(id, columns));
            table.getColumns().stream().filter(c -> !columns.contains(c)).forEach(columns::add);
            table.getColumns().setAll(columns);
        });
        for (TableColumn<T, ?> column : table.getColumns()) {
            column.setPrefWidth(preferences.number(prefix + column.getId() + ".width", column.getPrefWidth()));
            preferences.get(prefix + column.getId() + ".visible").map(Boolean::parseBoolean).ifPresent(column::setVisible);
        }
        preferences.get(prefix + "sort").filter(sort -> !sort.isEmpty()).ifPresent(sort -> {
            table.getSortOrder().clear();
            for (String part : sort.split(",")) {
                String[] pair = part.split(":");
                sortBy(pair[0], pair.length < 2 || pair[1].equals("asc"), false);
            }
        });
        restoring = false;
    }

    void sortBy(String id, boolean ascending) {
        if (preferences.get(prefix + "sort").isEmpty()) {
            boolean before = restoring;
            restoring = true;
            sortBy(id, ascending, true);
            restoring = before;
        }
    }

    private void sortBy(String id, boolean ascending, boolean alone) {
        List<TableColumn<T, ?>> found = new ArrayList<>();
        byId(id, found);
        if (alone) {
            table.getSortOrder().clear();
        }
        for (TableColumn<T, ?> column : found) {
            column.setSortType(ascending ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
            table.getSortOrder().add(column);
        }
    }

    private void byId(String id, List<TableColumn<T, ?>> found) {
        table.getColumns().stream().filter(c -> id.equals(c.getId()) && !found.contains(c)).findFirst().ifPresent(found::add);
    }
}
