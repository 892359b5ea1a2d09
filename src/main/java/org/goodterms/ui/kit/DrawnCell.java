package org.goodterms.ui.kit;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A cell that shows a node made from its row. */
final class DrawnCell<T, V> extends TableCell<T, V> {
    private final Function<T, Node> drawing;
    private @Nullable T drawn;

    DrawnCell(Function<T, Node> drawing, boolean right) {
        this.drawing = drawing;
        setAlignment(right ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable V item, boolean empty) {
        super.updateItem(item, empty);
        T row = empty || getTableRow() == null ? null : getTableRow().getItem();
        if (row == null) {
            setGraphic(null);
        } else if (row != drawn || getGraphic() == null) {
            setGraphic(drawing.apply(row));
        }
        drawn = row;
    }
}
