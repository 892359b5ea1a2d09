package org.goodterms.ui.kit;

import atlantafx.base.controls.Calendar;
import java.time.LocalDate;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import org.goodterms.kernel.Problem;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A field for a date: typed in any usual form (see {@link Formats#parseDate}), stepped by the up and down keys, or
 * picked from a calendar (Alt+Down or the button).
 */
public final class DateField extends ValueField<LocalDate> {
    private final Formats formats;

    public DateField(Formats formats) {
        super(formats::parseDate, formats::dateTyped);
        this.formats = formats;
        setPromptText(formats.dateExample());
        Button open = new Button(null, new FontIcon("fth-calendar"));
        open.getStyleClass().setAll("field-button");
        open.setFocusTraversable(false);
        open.setCursor(Cursor.HAND);
        open.setOnAction(e -> pick());
        setRight(open);
        addEventFilter(KeyEvent.KEY_PRESSED, this::step);
    }

    private void step(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && event.isAltDown()) {
            pick();
            event.consume();
        } else if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            LocalDate from = getValue() == null ? formats.today() : getValue();
            setValue(from.plusDays(event.getCode() == KeyCode.UP ? 1 : -1));
            event.consume();
        }
    }

    private void pick() {
        LocalDate shown = getValue() == null ? formats.today() : getValue();
        Calendar calendar = new Calendar(shown);
        Popup popup = new Popup();
        calendar.valueProperty().addListener((o, was, is) -> {
            setValue(is);
            popup.hide();
        });
        calendar.getStyleClass().add("date-popup");
        popup.getContent().add(calendar);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        var corner = localToScreen(0, getHeight() + 4);
        if (corner != null) {
            popup.show(this, corner.getX(), corner.getY());
        }
    }

    @Override
    protected Problem problem(String text) {
        return Problem.of("window.not_a_date", text, formats.dateExample());
    }
}
