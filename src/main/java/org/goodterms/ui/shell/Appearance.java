package org.goodterms.ui.shell;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import org.goodterms.ui.kit.Preferences;
import org.goodterms.ui.kit.Theme;
import org.jspecify.annotations.Nullable;

/** Light or dark: as the system has it, or as the user has fixed it. */
public final class Appearance {

    /** What the user chose. */
    public enum Choice {
        SYSTEM, LIGHT, DARK
    }

    private static final String KEY = "window.look";
    private final Theme theme = new Theme();
    private final ObjectProperty<Choice> choice;
    private @Nullable Scene scene;

    public Appearance(Preferences preferences) {
        choice = new SimpleObjectProperty<>(read(preferences.get(KEY).orElse("")));
        choice.addListener((o, was, is) -> {
            preferences.put(KEY, is.name());
            dress();
        });
    }

    private static Choice read(String name) {
        for (Choice one : Choice.values()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        return Choice.SYSTEM;
    }

    /** Dresses a window now, and again when the choice or the system changes. */
    public void follow(Scene window) {
        scene = window;
        Platform.getPreferences().colorSchemeProperty().addListener((o, was, is) -> dress());
        dress();
    }

    public boolean isDark() {
        return choice.get() == Choice.DARK || (choice.get() == Choice.SYSTEM
                && Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
    }

    public ObjectProperty<Choice> choice() {
        return choice;
    }

    /** Fixes the other one. */
    public void turn() {
        choice.set(isDark() ? Choice.LIGHT : Choice.DARK);
    }

    private void dress() {
        if (scene != null) {
            theme.dress(scene, isDark());
        }
    }
}
