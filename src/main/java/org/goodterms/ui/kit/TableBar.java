package org.goodterms.ui.kit;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar above a list: what the screen puts at the left, the quick filter, the column menu and the export. */
final class TableBar<T> extends HBox {
    private static final double FILTER_MIN = 90;
    private final Desk desk;
    private final ListTable<T> list;
    private final HBox leading = new HBox();
    private final CustomTextField filter = new CustomTextField();
    private final MenuButton choose = new MenuButton(null, new FontIcon("fth-columns"));
    private final EmptyState nothingFound;

    TableBar(Desk desk, ListTable<T> list) {
        this.desk = desk;
        this.list = list;
        Texts texts = desk.formats().texts();
        nothingFound = new EmptyState(texts, "fth-search", "list.nothing_found",
                Action.of("list.clear_filter", "fth-x", filter::clear));
        getStyleClass().add("table-bar");
        setAlignment(Pos.CENTER_LEFT);
        leading.getStyleClass().add("table-leading");
        HBox.setHgrow(leading, Priority.ALWAYS);
        filter.setPromptText(texts.get("list.filter"));
        filter.setLeft(new FontIcon("fth-filter"));
        filter.setId("filter");
        filter.setMinWidth(FILTER_MIN);
        filter.getStyleClass().add("quick-filter");
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        choose.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "icon-button", atlantafx.base.theme.Tweaks.NO_ARROW);
        choose.setTooltip(new Tooltip(texts.get("list.columns")));
        choose.setAccessibleText(texts.get("list.columns"));
        getChildren().addAll(leading, filter, choose,
                Buttons.icon(texts, Action.of("list.export", "fth-download", this::export).on(Shortcut.EXPORT)));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            list.table().requestFocus();
            if (list.table().getSelectionModel().isEmpty()) {
                list.table().getSelectionModel().selectFirst();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
            event.consume();
        }
    }

    /** What stands at the left keeps its line as long as the filter has room for a word. */
    @Override
    protected void layoutChildren() {
        double others = getChildren().stream().filter(child -> child != leading && child != filter)
                .mapToDouble(child -> child.prefWidth(-1)).sum() + getSpacing() * (getChildren().size() - 1);
        double room = getWidth() - snappedLeftInset() - snappedRightInset() - others - FILTER_MIN;
        leading.setMinWidth(Math.max(0, Math.min(Math.ceil(leading.prefWidth(-1)), room)));
        super.layoutChildren();
    }

    void lead(Node... nodes) {
        leading.getChildren().setAll(nodes);
    }

    void offer(Column<T, ?> column) {
        CheckMenuItem item = new CheckMenuItem(column.title());
        item.selectedProperty().bindBidirectional(column.control().visibleProperty());
        choose.getItems().add(item);
    }

    TextField filter() {
        return filter;
    }

    Node nothingFound() {
        return nothingFound;
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(desk.formats().texts().get("list.export"));
        chooser.setInitialFileName(list.name() + "-" + desk.formats().today() + ".csv");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            write(chosen.toPath());
        }
    }

    private void write(Path file) {
        String csv = list.csv();
        int count = list.shown().size();
        desk.tasks().run("list.export", progress -> {
            Files.writeString(file, csv);
            return Outcome.ok(file);
        }, done -> desk.overlay().toast(desk.formats().texts().get("list.exported", count, done.getFileName())),
                desk.overlay()::problems);
    }
}
