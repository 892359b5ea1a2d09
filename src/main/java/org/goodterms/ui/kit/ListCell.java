package org.goodterms.ui.kit;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A cell of text; where the column is too narrow for it, its tip shows the whole. */
final class ListCell<T, V> extends TableCell<T, V> {
    private final Function<V, String> shown;
    private final Function<T, @Nullable String> tone;
    private @Nullable String toned;

    ListCell(Function<V, String> shown, boolean right) {
        this(shown, right, row -> null);
    }

    ListCell(Function<V, String> shown, boolean right, Function<T, @Nullable String> tone) {
        this.shown = shown;
        this.tone = tone;
        setTextOverrun(OverrunStyle.ELLIPSIS);
        setAlignment(right ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        if (right) {
            getStyleClass().add("figures");
        }
        setOnMouseEntered(e -> setTooltip(tooNarrow() ? new Tooltip(getText()) : null));
    }

    private boolean tooNarrow() {
        if (getText() == null || getText().isEmpty()) {
            return false;
        }
        Text measured = new Text(getText());
        measured.setFont(getFont());
        return measured.getLayoutBounds().getWidth() > getWidth() - snappedLeftInset() - snappedRightInset();
    }

    @Override
    protected void updateItem(@Nullable V item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? null : shown.apply(item).replace('\n', ' '));
        T row = empty || getTableRow() == null ? null : getTableRow().getItem();
        String next = row == null ? null : tone.apply(row);
        if (next == null ? toned != null : !next.equals(toned)) {
            getStyleClass().remove(toned);
            if (next != null) {
                getStyleClass().add(next);
            }
            toned = next;
        }
    }
}
