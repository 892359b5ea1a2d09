package org.goodterms.ui.kit;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One number that matters, with its name above and what it is made of beneath; may lead to the list behind it. */
public final class KeyFigure extends VBox {
    private static final int SHORT = 20;
    private final Label value = new Label();
    private final Label unit = new Label();
    private final Label more = new Label();
    private @Nullable String tone;

    public KeyFigure(String name) {
        getStyleClass().add("key-figure");
        Label label = new Label(name);
        label.getStyleClass().add("key-name");
        value.getStyleClass().add("key-value");
        unit.getStyleClass().add("key-unit");
        more.getStyleClass().add("key-more");
        unit.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(5, value, unit);
        line.setAlignment(Pos.BOTTOM_LEFT);
        more.setWrapText(false);
        HBox.setHgrow(this, Priority.ALWAYS);
        setMaxWidth(Double.MAX_VALUE);
        setPrefWidth(180);
        setMinWidth(110);
        getChildren().addAll(label, line, more);
    }

    /** @param currency or other unit, small behind the number; empty for none */
    public KeyFigure show(String number, String currency, String explanation) {
        value.setText(number);
        unit.setText(currency);
        more.setText(explanation);
        more.setTooltip(explanation.length() > SHORT ? new Tooltip(explanation) : null);
        return this;
    }

    /** An amount with its currency small behind it. */
    public KeyFigure show(Formats formats, Money money, String explanation) {
        return show(formats.amount(money), money.getCurrencyUnit().getCode(), explanation);
    }

    public KeyFigure tone(StatusPill.Tone meaning) {
        getStyleClass().remove(tone);
        tone = "tone-" + meaning.name().toLowerCase(Locale.ROOT);
        getStyleClass().add(tone);
        return this;
    }

    /** Leads somewhere: by mouse, Enter or Space. */
    public KeyFigure onOpen(Runnable act) {
        getStyleClass().add("clickable");
        setFocusTraversable(true);
        setOnMouseClicked(e -> act.run());
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                act.run();
            }
        });
        return this;
    }

    /** Tiles in a row that share the width. */
    public static HBox row(KeyFigure... tiles) {
        HBox row = new HBox(tiles);
        row.getStyleClass().add("key-figures");
        return row;
    }
}
