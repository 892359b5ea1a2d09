package org.goodterms.ui.shell;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of the palette: icon, name, what tells it from others, its keys. */
final class PaletteCell extends ListCell<CommandPalette.Line> {

    PaletteCell(Consumer<CommandPalette.Line> run) {
        getStyleClass().add("palette-cell");
        setOnMouseClicked(e -> {
            if (!isEmpty()) {
                run.accept(getItem());
            }
        });
    }

    @Override
    protected void updateItem(CommandPalette.@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        Label title = new Label(line.title());
        title.getStyleClass().add("palette-title");
        Label more = new Label(line.more());
        more.getStyleClass().add("palette-more");
        more.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox box = new HBox(10, new FontIcon(line.icon()), title, more, space);
        if (!line.keys().isEmpty()) {
            Label keys = new Label(line.keys());
            keys.getStyleClass().add("key-cap");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            box.getChildren().add(keys);
        }
        box.setAlignment(Pos.CENTER_LEFT);
        box.setPrefWidth(0);
        setGraphic(box);
    }
}
