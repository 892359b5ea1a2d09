package org.goodterms.ui.today;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Texts;
import org.goodterms.report.TodayEntry;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** An entry of the day's list; the one that is selected shows what can be done with it, and its keys. */
final class TodayRow extends ListCell<TodayEntry> {
    private final TodayWords words;
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label more = new Label();
    private final Button act = new Button();
    private final Button skip = new Button();
    private final HBox line;

    TodayRow(Texts texts, TodayWords words, Consumer<TodayEntry> doing, Consumer<TodayEntry> skipping) {
        this.words = words;
        title.getStyleClass().add("today-title");
        more.getStyleClass().add("subtle");
        StackPane disc = new StackPane(icon);
        disc.getStyleClass().add("today-disc");
        VBox both = new VBox(2, title, more);
        both.setAlignment(Pos.CENTER_LEFT);
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        act.getStyleClass().add("accent");
        act.setGraphic(cap("\u21B5"));
        act.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        skip.setText(texts.get("today.skip"));
        skip.setGraphic(cap("S"));
        skip.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        for (Button button : new Button[] {act, skip}) {
            button.setFocusTraversable(false);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.visibleProperty().bind(selectedProperty().and(emptyProperty().not()));
            button.managedProperty().bind(button.visibleProperty());
        }
        act.setOnAction(e -> doing.accept(getItem()));
        skip.setOnAction(e -> skipping.accept(getItem()));
        line = new HBox(12, disc, both, skip, act);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        line.setPrefWidth(1);
        setPrefWidth(1);
        getStyleClass().add("today-row");
        setOnMouseClicked(e -> {
            if (e.getClickCount() == 2 && !isEmpty()) {
                doing.accept(getItem());
            }
        });
        this.texts = texts;
    }

    private final Texts texts;

    private static Label cap(String key) {
        Label cap = new Label(key);
        cap.getStyleClass().add("act-key");
        return cap;
    }

    @Override
    protected void updateItem(@Nullable TodayEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        setText(null);
        setGraphic(empty || entry == null ? null : line);
        if (!empty && entry != null) {
            icon.setIconLiteral(TodayWords.icon(entry));
            title.setText(words.title(entry));
            more.setText(words.more(entry));
            more.getStyleClass().setAll("label", entry.late() ? "tone-bad" : "subtle");
            act.setText(texts.get(TodayWords.actKey(entry)));
            line.getChildren().getFirst().getStyleClass().setAll("today-disc", pressing(entry) ? "pressing" : "calm");
        }
    }

    private static boolean pressing(TodayEntry entry) {
        return entry.sort() == TodayEntry.Sort.UNKNOWN || entry.sort() == TodayEntry.Sort.FAILED || entry.kind().startsWith("broken");
    }
}
