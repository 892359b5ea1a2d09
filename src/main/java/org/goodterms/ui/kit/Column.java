package org.goodterms.ui.kit;

import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * One column of a {@link ListTable}: what it takes from a row, and how that is shown, sorted, found and exported.
 *
 * @param <T> the row
 * @param <V> the value; a row may have none
 */
public final class Column<T, V> {

    /** What kind of value it is; gives alignment and figures. */
    enum Kind {
        TEXT, FIGURE, MONEY, DATE
    }

    private final String key;
    private final Kind kind;
    private final Function<T, @Nullable V> value;
    private final Function<V, String> shown;
    private final Function<V, String> csv;
    private final TableColumn<T, V> control = new TableColumn<>();

    Column(String key, String title, Kind kind, Function<T, @Nullable V> value, Function<V, String> shown,
           Function<V, String> csv) {
        this.key = key;
        this.kind = kind;
        this.value = value;
        this.shown = shown;
        this.csv = csv;
        control.setId(key);
        control.setText(title);
        control.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        control.setCellFactory(c -> new ListCell<>(shown, rightAligned()));
        if (kind != Kind.TEXT) {
            control.getStyleClass().add(rightAligned() ? "figure-column" : "date-column");
        }
        control.setMinWidth(48);
    }

    Column<T, V> order(Comparator<V> order) {
        control.setComparator(Comparator.nullsFirst(order));
        return this;
    }

    /** The width in pixels until the user changes it. */
    public Column<T, V> width(double pixels) {
        control.setPrefWidth(pixels);
        return this;
    }

    /** Takes the room that the others leave. */
    public Column<T, V> wide() {
        control.setPrefWidth(280);
        control.getProperties().put(ListTable.WIDE, true);
        return this;
    }

    /** Not shown until the user asks for it in the column menu. */
    public Column<T, V> hidden() {
        control.setVisible(false);
        return this;
    }

    /** Draws the cell as a node (a pill, an icon with text) instead of text; the text is still found and exported. */
    public Column<T, V> drawn(Function<T, Node> drawing) {
        control.setCellFactory(c -> new DrawnCell<>(drawing, rightAligned()));
        return this;
    }

    /** Tints the text of a cell by a style class such as {@code tone-bad}, or none. */
    public Column<T, V> toned(Function<T, @Nullable String> tone) {
        control.setCellFactory(c -> new ListCell<>(shown, rightAligned(), tone));
        return this;
    }

    String key() {
        return key;
    }

    String title() {
        return control.getText();
    }

    Kind kind() {
        return kind;
    }

    TableColumn<T, V> control() {
        return control;
    }

    @Nullable V value(T row) {
        return value.apply(row);
    }

    String text(T row) {
        V is = value.apply(row);
        return is == null ? "" : shown.apply(is);
    }

    String exported(T row) {
        V is = value.apply(row);
        return is == null ? "" : csv.apply(is);
    }

    private boolean rightAligned() {
        return kind == Kind.FIGURE || kind == Kind.MONEY;
    }
}
