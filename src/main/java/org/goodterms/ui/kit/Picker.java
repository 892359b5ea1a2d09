package org.goodterms.ui.kit;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Picks one of many by typing part of its name: a customer, an invoice. Suggestions appear beneath; arrows and Enter
 * choose, Esc leaves. A text that is nobody's name is no choice.
 */
public final class Picker<T> extends CustomTextField {
    private static final double ROW = 34;
    private static final int ROWS = 8;
    private final Tasks tasks;
    private final Function<String, List<T>> search;
    private final Function<T, String> name;
    private final ObjectProperty<@Nullable T> value = new SimpleObjectProperty<>();
    private final ListView<T> list = new ListView<>();
    private final Popup popup = new Popup();
    private boolean showing;

    /**
     * @param search finds what is suggested for a text, at most some dozens; runs away from the window's thread
     * @param name   how a choice is written in the field
     * @param line   how it is written in the list, where more room is
     */
    public Picker(Tasks tasks, Function<String, List<T>> search, Function<T, String> name, Function<T, String> line) {
        this.tasks = tasks;
        this.search = search;
        this.name = name;
        setLeft(new FontIcon("fth-search"));
        list.getStyleClass().add("picker-list");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(l -> cell(line));
        popup.getContent().add(list);
        popup.setAutoHide(true);
        textProperty().addListener((o, was, is) -> typed(is));
        value.addListener((o, was, is) -> write());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                popup.hide();
            }
        });
    }

    private ListCell<T> cell(Function<T, String> line) {
        ListCell<T> cell = new ListCell<>() {
            {
                setPrefWidth(0);
            }

            @Override
            protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : line.apply(item));
            }
        };
        cell.setOnMousePressed(e -> {
            if (!cell.isEmpty()) {
                choose(cell.getItem());
            }
        });
        return cell;
    }

    private void typed(String text) {
        if (showing) {
            return;
        }
        value.set(null);
        tasks.load(this, progress -> search.apply(text.strip()), this::suggest);
    }

    private void suggest(List<T> found) {
        list.getItems().setAll(found);
        if (found.isEmpty() || !isFocused() || getScene() == null || getScene().getWindow() == null) {
            popup.hide();
            return;
        }
        list.getSelectionModel().selectFirst();
        list.setPrefSize(Math.max(getWidth(), 300), Math.min(ROWS, found.size()) * ROW + 12);
        var corner = localToScreen(0, getHeight() + 4);
        popup.show(this, corner.getX(), corner.getY());
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && !popup.isShowing()) {
            tasks.load(this, progress -> search.apply(""), this::suggest);
            event.consume();
        } else if (popup.isShowing()) {
            switch (event.getCode()) {
                case DOWN -> list.getSelectionModel().selectNext();
                case UP -> list.getSelectionModel().selectPrevious();
                case ENTER, TAB -> choose(list.getSelectionModel().getSelectedItem());
                case ESCAPE -> popup.hide();
                default -> {
                    return;
                }
            }
            if (event.getCode() != KeyCode.TAB) {
                event.consume();
            }
        }
    }

    private void choose(@Nullable T chosen) {
        popup.hide();
        if (chosen != null) {
            value.set(chosen);
            write();
        }
    }

    private void write() {
        if (value.get() != null) {
            showing = true;
            setText(name.apply(value.get()));
            positionCaret(getText().length());
            showing = false;
        }
    }

    /** What was picked; null while nothing is. */
    public ObjectProperty<@Nullable T> valueProperty() {
        return value;
    }

    /** What is wrong: a text that was typed and is no choice. */
    public List<Problem> wrong() {
        return value.get() != null || getText().isBlank() ? List.of() : List.of(Problem.of("window.nobody", getText()));
    }
}
