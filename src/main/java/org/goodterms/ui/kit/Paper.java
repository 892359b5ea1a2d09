package org.goodterms.ui.kit;

import javafx.geometry.Dimension2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;

/** One sheet of a preview: white until it is drawn. */
final class Paper extends StackPane {

    interface Drawing {
        PageImage draw(double scale) throws Exception;
    }

    private final Tasks tasks;
    private final Dimension2D size;
    private final Drawing drawing;
    private final ImageView picture = new ImageView();
    private double zoom = 1;
    private double drawnAt;

    Paper(Tasks tasks, Dimension2D size, Drawing drawing) {
        this.tasks = tasks;
        this.size = size;
        this.drawing = drawing;
        getStyleClass().add("paper");
        picture.setSmooth(true);
        getChildren().add(picture);
    }

    Dimension2D size() {
        return size;
    }

    void zoom(double factor) {
        zoom = factor;
        double width = Math.round(size.getWidth() * factor);
        double height = Math.round(size.getHeight() * factor);
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        picture.setFitWidth(width);
        picture.setFitHeight(height);
    }

    /** Draws it at its present size, unless it is drawn so already. */
    void draw(double pixels) {
        double scale = zoom * pixels;
        if (drawnAt == scale) {
            return;
        }
        drawnAt = scale;
        tasks.load(this, progress -> image(drawing.draw(scale)), picture::setImage);
    }

    private static WritableImage image(PageImage page) {
        WritableImage image = new WritableImage(page.width(), page.height());
        image.getPixelWriter().setPixels(0, 0, page.width(), page.height(), PixelFormat.getIntArgbInstance(),
                page.argb(), 0, page.width());
        return image;
    }

    void forget() {
        drawnAt = 0;
        picture.setImage(null);
    }
}
