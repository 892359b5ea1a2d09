package org.goodterms.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.goodterms.kernel.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** Actions as buttons. */
public final class Buttons {

    private Buttons() {
    }

    /** The one thing one comes to this screen for; one for each screen. */
    public static Button primary(Texts texts, Action action) {
        Button button = of(texts, action);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    /** An ordinary button with icon and name. */
    public static Button of(Texts texts, Action action) {
        Button button = new Button(texts.get(action.textKey()), icon(action.icon()));
        wire(texts, button, action);
        return button;
    }

    /** Without a frame: what is done now and then. */
    public static Button quiet(Texts texts, Action action) {
        Button button = of(texts, action);
        button.getStyleClass().add(Styles.FLAT);
        return button;
    }

    /** What cannot be undone. */
    public static Button danger(Texts texts, Action action) {
        Button button = of(texts, action);
        button.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
        return button;
    }

    /** The icon alone; its name is the tip. */
    public static Button icon(Texts texts, Action action) {
        Button button = new Button(null, icon(action.icon()));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "icon-button");
        wire(texts, button, action);
        button.setTooltip(new Tooltip(named(texts, action)));
        button.setAccessibleText(texts.get(action.textKey()));
        return button;
    }

    private static FontIcon icon(String literal) {
        return new FontIcon(literal);
    }

    private static void wire(Texts texts, Button button, Action action) {
        button.setId(action.textKey().replace('.', '-'));
        button.setOnAction(e -> action.run());
        button.setMinWidth(Button.USE_PREF_SIZE);
        if (action.disabled() != null) {
            button.disableProperty().bind(action.disabled().orElse(false));
        }
        if (action.shortcut() != null) {
            button.setTooltip(new Tooltip(named(texts, action)));
        }
    }

    private static String named(Texts texts, Action action) {
        String name = texts.get(texts.has(action.textKey() + ".tip") ? action.textKey() + ".tip" : action.textKey());
        return action.shortcut() == null ? name : name + "  " + action.shortcut().shown();
    }
}
