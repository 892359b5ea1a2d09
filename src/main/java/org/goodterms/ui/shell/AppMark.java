package org.goodterms.ui.shell;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** The sign of the program: a document whose last line is a tick. Drawn as in icons/goodterms.svg. */
public final class AppMark extends Pane {
    private static final double DRAWN = 64;

    public AppMark(double size) {
        getStyleClass().add("app-mark");
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        getChildren().addAll(
                path("M14 0 H50 A14 14 0 0 1 64 14 V50 A14 14 0 0 1 50 64 H14 A14 14 0 0 1 0 50 V14 A14 14 0 0 1 14 0 Z", "mark-ground", Color.web("#1c6e74"), size),
                path("M18 17 H46 V22 H18 Z M18 28 H38 V33 H18 Z", "mark-lines", Color.gray(1, 0.62), size),
                path("M17.5 43.5 L21.3 39.7 L27.6 46 L44 29.6 L47.8 33.4 L27.6 53.6 Z", "mark-tick", Color.WHITE, size));
    }

    /** Icons for a stage, in the sizes that systems ask for. */
    public static List<Image> images() {
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        return List.of(16, 32, 48, 64, 128, 256).stream()
                .<Image>map(size -> new Scene(new AppMark(size), size, size, Color.TRANSPARENT).getRoot().snapshot(clear, null)).toList();
    }

    private static SVGPath path(String content, String style, Color color, double size) {
        SVGPath path = new SVGPath();
        path.setFill(color);
        path.setContent(content);
        path.getStyleClass().add(style);
        double scale = size / DRAWN;
        path.getTransforms().add(new Scale(scale, scale, 0, 0));
        return path;
    }
}
