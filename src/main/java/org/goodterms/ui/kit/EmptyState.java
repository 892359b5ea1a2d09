package org.goodterms.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.goodterms.kernel.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.jspecify.annotations.Nullable;

/** What stands where nothing is: an icon, a heading, a sentence that says what to do next, and the button for it. */
public final class EmptyState extends VBox {

    /**
     * @param icon    an icon literal
     * @param textKey the heading; {@code textKey + ".more"} is the sentence under it
     * @param next    what to do next, or null
     */
    public EmptyState(Texts texts, String icon, String textKey, @Nullable Action next) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add("empty-icon");
        VBox disc = new VBox(picture);
        disc.getStyleClass().add("empty-disc");
        Label heading = new Label(texts.get(textKey));
        heading.getStyleClass().add("empty-heading");
        getChildren().addAll(disc, heading);
        if (texts.has(textKey + ".more")) {
            Label more = new Label(texts.get(textKey + ".more"));
            more.getStyleClass().add("empty-more");
            more.setWrapText(true);
            more.setTextAlignment(TextAlignment.CENTER);
            more.setMaxWidth(420);
            more.setAlignment(Pos.CENTER);
            more.setMinHeight(USE_PREF_SIZE);
            getChildren().add(more);
        }
        if (next != null) {
            getChildren().add(Buttons.primary(texts, next));
        }
    }
}
