package org.goodterms.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.goodterms.ui.kit.Preferences;

/** Remembers how large the window was and where, as long as that place is still on a screen. */
public final class WindowSize {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double NARROWEST = 860;
    private static final double LOWEST = 600;
    private final Preferences preferences;

    public WindowSize(Preferences preferences) {
        this.preferences = preferences;
    }

    /** Gives the stage its size, and keeps what the user makes of it until the window is hidden. */
    public void follow(Stage stage) {
        stage.setMinWidth(NARROWEST);
        stage.setMinHeight(LOWEST);
        Rectangle2D was = new Rectangle2D(preferences.number("window.x", 0), preferences.number("window.y", 0),
                Math.max(NARROWEST, preferences.number("window.width", WIDTH)),
                Math.max(LOWEST, preferences.number("window.height", HEIGHT)));
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(was.getWidth(), screen.getWidth()));
        stage.setHeight(Math.min(was.getHeight(), screen.getHeight()));
        boolean visible = !Screen.getScreensForRectangle(was.getMinX() + 40, was.getMinY() + 10, 100, 20).isEmpty();
        if (preferences.get("window.x").isPresent() && visible) {
            stage.setX(was.getMinX());
            stage.setY(was.getMinY());
        }
        stage.setMaximized(preferences.get("window.maximized").map(Boolean::parseBoolean).orElse(false));
        stage.setOnHiding(e -> remember(stage));
    }

    private void remember(Stage stage) {
        preferences.put("window.maximized", stage.isMaximized());
        if (!stage.isMaximized()) {
            preferences.put("window.x", stage.getX());
            preferences.put("window.y", stage.getY());
            preferences.put("window.width", stage.getWidth());
            preferences.put("window.height", stage.getHeight());
        }
        preferences.save();
    }
}
