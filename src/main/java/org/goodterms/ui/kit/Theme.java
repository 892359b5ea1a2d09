package org.goodterms.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** How the window looks: the theme beneath, our colours and our style on top, and the typeface with digits of one width. */
public final class Theme {
    private static final double ANY_SIZE = 13;

    /** Loads the typeface. */
    public Theme() {
        for (String file : new String[] {"GoodTermsSans-Regular.ttf", "GoodTermsSans-Bold.ttf"}) {
            try (InputStream font = url(file).openStream()) {
                Font.loadFont(font, ANY_SIZE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Puts the look on a window, or changes it. The theme beneath is the whole program's, because popups are measured
     * before they belong to a window; popups take the rest from their window.
     */
    public void dress(Scene scene, boolean dark) {
        String beneath = dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        if (!beneath.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(beneath);
        }
        scene.getStylesheets().setAll(sheet("goodterms.css"), sheet("shell.css"), sheet(dark ? "dark.css" : "light.css"));
    }

    private static String sheet(String file) {
        return url(file).toExternalForm();
    }

    private static URL url(String file) {
        return Objects.requireNonNull(Theme.class.getResource("/style/" + file), file);
    }
}
