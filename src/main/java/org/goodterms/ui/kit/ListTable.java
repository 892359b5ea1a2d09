package org.goodterms.ui.kit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.MoneyText;
import org.goodterms.kernel.Texts;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A list of records: sorts, filters as one types, remembers its columns, sums what is selected, exports to CSV. Enter or
 * a double click opens a row; Home, End and the arrows move; a reload keeps the selection.
 *
 * @param <T> one row: an immutable record
 */
public final class ListTable<T> extends VBox {
    static final String WIDE = "wide";
    private static final double ROW_HEIGHT = 40;
    private static final double EMPTY_HEIGHT = 236;
    private final String name;
    private final Formats formats;
    private final TableView<T> table = new TableView<>();
    private final ObservableList<T> rows = FXCollections.observableArrayList();
    private final FilteredList<T> filtered = new FilteredList<>(rows);
    private final SortedList<T> sorted = new SortedList<>(filtered);
    private final List<Column<T, ?>> columns = new ArrayList<>();
    private final TableBar<T> bar;
    private final TableFooter<T> footer;
    private final TableLayout<T> layout;
    private final RowFilter<T> words = new RowFilter<>(columns);
    private Predicate<T> condition = row -> true;
    private Function<T, Object> key = row -> row;
    private Consumer<T> open = row -> { };
    private boolean oneCurrency;
    private @Nullable Node whenEmpty;
    private boolean searched;

    /** @param name names the list in the remembered layout and in text keys: {@code list.invoices.count} */
    public ListTable(Desk desk, String name) {
        this.name = name;
        this.formats = desk.formats();
        this.layout = new TableLayout<>(table, desk.preferences(), name);
        this.footer = new TableFooter<>(formats, name, columns);
        this.bar = new TableBar<>(desk, this);
        getStyleClass().add("list-table");
        table.setItems(sorted);
        table.setId(name);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setFixedCellSize(ROW_HEIGHT);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(new WideColumns());
        table.setRowFactory(t -> row());
        table.setPlaceholder(new VBox());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<T>) c -> sum());
        sorted.addListener((ListChangeListener<T>) c -> sum());
        bar.filter().textProperty().addListener((o, was, is) -> narrow());
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        getChildren().addAll(bar, table, footer);
    }

    /** As high as its rows, at most so many, with room for what it says where it is empty: for a page of several lists. */
    public ListTable<T> fitting(int most) {
        VBox.setVgrow(this, Priority.NEVER);
        DoubleBinding height = Bindings.createDoubleBinding(() -> rows.isEmpty() ? EMPTY_HEIGHT
                : ROW_HEIGHT * (1 + Math.min(most, rows.size())), rows);
        for (DoubleProperty bound : List.of(table.minHeightProperty(), table.prefHeightProperty(), table.maxHeightProperty())) {
            bound.bind(height);
        }
        return this;
    }

    /** A column of words. */
    public Column<T, String> text(String columnKey, String titleKey, Function<T, @Nullable String> value) {
        return add(new Column<T, String>(columnKey, title(titleKey), Column.Kind.TEXT, value, text -> text, CsvFile::safe)
                .order(TextOrder.of(formats.locale())).width(160));
    }

    /** A column of anything with a text: a state, a kind. Sorted in its natural order. */
    public <V extends Comparable<? super V>> Column<T, V> value(String columnKey, String titleKey,
                                                                Function<T, @Nullable V> value, Function<V, String> shown) {
        return add(new Column<T, V>(columnKey, title(titleKey), Column.Kind.TEXT, value, shown,
                v -> CsvFile.safe(shown.apply(v))).order(Comparator.<V>naturalOrder()).width(110));
    }

    /** A column of amounts, summed in the footer by currency. */
    public Column<T, Money> money(String columnKey, String titleKey, Function<T, @Nullable Money> value) {
        Comparator<Money> order = Comparator.comparing(Money::getAmount);
        return add(new Column<T, Money>(columnKey, title(titleKey), Column.Kind.MONEY, value, this::amount,
                MoneyText::plain).order(order).width(130));
    }

    /** The currency stands behind each amount only where the list has several. */
    private String amount(Money money) {
        return oneCurrency ? formats.amount(money) : formats.money(money);
    }

    public Column<T, LocalDate> date(String columnKey, String titleKey, Function<T, @Nullable LocalDate> value) {
        return add(new Column<T, LocalDate>(columnKey, title(titleKey), Column.Kind.DATE, value, formats::date,
                LocalDate::toString).order(Comparator.<LocalDate>naturalOrder()).width(120));
    }

    public Column<T, BigDecimal> number(String columnKey, String titleKey, Function<T, @Nullable BigDecimal> value) {
        return add(new Column<T, BigDecimal>(columnKey, title(titleKey), Column.Kind.FIGURE, value, formats::number,
                BigDecimal::toPlainString).order(Comparator.<BigDecimal>naturalOrder()).width(110));
    }

    public Column<T, Integer> count(String columnKey, String titleKey, Function<T, @Nullable Integer> value) {
        return add(new Column<T, Integer>(columnKey, title(titleKey), Column.Kind.FIGURE, value,
                number -> formats.number(number.longValue()), String::valueOf).order(Comparator.<Integer>naturalOrder()).width(90));
    }

    private <V> Column<T, V> add(Column<T, V> column) {
        columns.add(column);
        table.getColumns().add(column.control());
        bar.offer(column);
        layout.follow(column.control());
        return column;
    }

    private String title(String titleKey) {
        return titleKey.isEmpty() ? "" : texts().get(titleKey);
    }

    private Texts texts() {
        return formats.texts();
    }

    /** What Enter and a double click do. */
    public ListTable<T> onOpen(Consumer<T> act) {
        open = act;
        return this;
    }

    /** By what a row is known again after a reload; the row itself where not said. */
    public ListTable<T> keyedBy(Function<T, Object> rowKey) {
        key = rowKey;
        return this;
    }

    /** What is shown while the list has no rows at all. */
    public ListTable<T> whenEmpty(Node node) {
        whenEmpty = node;
        placeholder();
        return this;
    }

    /** Controls at the left of the bar above the table, such as {@link FilterChips}. */
    public ListTable<T> leading(Node... nodes) {
        bar.lead(nodes);
        return this;
    }

    /** Only a table: no bar above and no sums below. */
    public ListTable<T> plain() {
        getChildren().setAll(table);
        getStyleClass().add("plain");
        return this;
    }

    /** What is typed goes to the view model, which finds the rows itself: where the books know more than the columns show. */
    public ListTable<T> searchedBy(StringProperty typed) {
        searched = true;
        bar.filter().textProperty().bindBidirectional(typed);
        return this;
    }

    /** Follows a list of a view model: its rows are shown, now and after each change. Called once, after the columns. */
    public ListTable<T> rows(ObservableList<T> source) {
        layout.restore();
        source.addListener((ListChangeListener<T>) change -> show(source));
        show(source);
        return this;
    }

    private void show(List<T> fresh) {
        Set<Object> selected = new HashSet<>();
        table.getSelectionModel().getSelectedItems().forEach(row -> selected.add(key.apply(row)));
        words.forget();
        oneCurrency = columns.stream().filter(column -> column.kind() == Column.Kind.MONEY)
                .flatMap(column -> fresh.stream().map(column::value)).filter(value -> value instanceof Money)
                .map(value -> ((Money) value).getCurrencyUnit()).distinct().limit(2).count() < 2;
        rows.setAll(fresh);
        placeholder();
        if (!selected.isEmpty()) {
            for (int i = 0; i < sorted.size(); i++) {
                if (selected.contains(key.apply(sorted.get(i)))) {
                    table.getSelectionModel().select(i);
                }
            }
        }
        sum();
    }

    private void placeholder() {
        table.setPlaceholder(rows.isEmpty() && whenEmpty != null ? whenEmpty : bar.nothingFound());
    }

    /** Shows only rows of that condition, besides what is typed into the quick filter. */
    public void only(Predicate<T> shown) {
        condition = shown;
        narrow();
    }

    /** Follows a condition. */
    public void only(ObservableValue<Predicate<T>> shown) {
        shown.addListener((o, was, is) -> only(is));
        only(shown.getValue());
    }

    private void narrow() {
        filtered.setPredicate(words.matching(searched ? "" : bar.filter().getText()).and(condition));
        table.scrollTo(0);
    }

    private void sum() {
        footer.show(sorted, table.getSelectionModel().getSelectedItems());
    }

    private TableRow<T> row() {
        TableRow<T> row = new TableRow<>();
        row.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2 && !row.isEmpty()) {
                open.accept(row.getItem());
            }
        });
        return row;
    }

    private void key(KeyEvent event) {
        T row = table.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER && row != null && !event.isShortcutDown()) {
            open.accept(row);
            event.consume();
        } else if (event.getText().equals("/")) {
            bar.filter().requestFocus();
            event.consume();
        }
    }

    /** The first row of the selection; null where nothing is selected. */
    public ObservableValue<@Nullable T> selected() {
        return table.getSelectionModel().selectedItemProperty();
    }

    /** All selected rows. */
    public ObservableList<T> selection() {
        return table.getSelectionModel().getSelectedItems();
    }

    public void select(T row) {
        table.getSelectionModel().clearSelection();
        table.getSelectionModel().select(row);
        table.scrollTo(row);
    }

    public void sortBy(String columnKey, boolean ascending) {
        layout.sortBy(columnKey, ascending);
    }

    /** The rows as shown: filtered and sorted. */
    public ObservableList<T> shown() {
        return FXCollections.unmodifiableObservableList(sorted);
    }

    /** The visible columns in their order, and the rows as shown, as a CSV text. */
    public String csv() {
        List<Column<T, ?>> visible = table.getVisibleLeafColumns().stream()
                .<Column<T, ?>>map(c -> columns.stream().filter(mine -> mine.control() == c).findFirst().orElseThrow())
                .toList();
        return CsvFile.of(visible, sorted, title -> formats.texts().get("list.currency_of", title));
    }

    /** For exports: part of the file's name. */
    public String name() {
        return name;
    }

    public TextField filter() {
        return bar.filter();
    }

    public TableView<T> table() {
        return table;
    }

    /** Whether a column is shown. */
    public BooleanProperty visible(String columnKey) {
        return columns.stream().filter(c -> c.key().equals(columnKey)).findFirst().orElseThrow().control().visibleProperty();
    }
}
