package org.goodterms.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A part of a page: a framed box with a heading, actions at its right, and content. */
public final class SectionCard extends VBox {
    private static final double NARROWEST = 340;
    private final Label count = new Label();
    private final HBox actions = new HBox(4);

    public SectionCard(String title, Node... content) {
        getStyleClass().add("card-box");
        Label heading = new Label(title);
        heading.getStyleClass().add("card-title");
        heading.setMinWidth(0);
        count.getStyleClass().add("card-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        actions.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        actions.setAlignment(Pos.CENTER_RIGHT);
        HBox head = new HBox(heading, count, space, actions);
        head.getStyleClass().add("card-head");
        head.setAlignment(Pos.CENTER_LEFT);
        if (!title.isEmpty()) {
            getChildren().add(head);
        }
        getChildren().addAll(content);
        setMinWidth(0);
    }

    /** Beside the heading, quietly: how many. */
    public Label count() {
        return count;
    }

    public SectionCard actions(Node... nodes) {
        actions.getChildren().setAll(nodes);
        return this;
    }

    /** Cards side by side, of the same width and height; one under the other where the window is narrow. */
    public static EvenRow row(SectionCard... cards) {
        return new EvenRow(NARROWEST, cards);
    }

    /** Takes the room that is left. */
    public SectionCard growing() {
        VBox.setVgrow(this, Priority.ALWAYS);
        HBox.setHgrow(this, Priority.ALWAYS);
        setMaxWidth(Double.MAX_VALUE);
        return this;
    }
}
