package org.goodterms.ui.kit;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A notice that goes away by itself; while the mouse is over it, it stays. */
final class Toast extends HBox {
    static final String DONE = "toast-done";
    static final String REFUSED = "toast-refused";
    private static final double WIDEST = 560;

    Toast(String text, String tone, @Nullable String next, @Nullable Runnable act, Consumer<Toast> remove) {
        getStyleClass().addAll("toast", tone);
        setAlignment(Pos.CENTER_LEFT);
        setMaxWidth(Region.USE_PREF_SIZE);
        Label words = new Label(text);
        words.setWrapText(true);
        words.setMaxWidth(WIDEST);
        getChildren().addAll(new FontIcon(tone.equals(DONE) ? "fth-check-circle" : "fth-alert-circle"), words);
        if (next != null && act != null) {
            Button button = new Button(next);
            button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "toast-button");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(e -> {
                remove.accept(this);
                act.run();
            });
            getChildren().add(button);
        }
        Button close = new Button(null, new FontIcon("fth-x"));
        close.getStyleClass().setAll("field-button");
        close.setOnAction(e -> remove.accept(this));
        getChildren().add(close);
        PauseTransition life = new PauseTransition(Duration.seconds(tone.equals(DONE) && act == null ? 5 : 10));
        life.setOnFinished(e -> remove.accept(this));
        setOnMouseEntered(e -> life.stop());
        setOnMouseExited(e -> life.playFromStart());
        life.play();
    }
}
