package org.goodterms.ui.kit;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The frame of a screen: heading with a line of explanation, actions at the right, content beneath. */
public final class Page extends VBox {
    /** A scroll bar takes some of the margin, so that the content stays where it is. */
    private static final PseudoClass BARRED = PseudoClass.getPseudoClass("barred");
    private final Label heading = new Label();
    private final Label sub = new Label();
    private final HBox titles = new HBox();
    private final HBox actions = new HBox();
    private final VBox content = new VBox();

    public Page(String title) {
        getStyleClass().add("page");
        heading.setText(title);
        heading.getStyleClass().add("page-title");
        sub.getStyleClass().add("page-sub");
        sub.setVisible(false);
        sub.managedProperty().bind(sub.visibleProperty());
        titles.getStyleClass().add("page-titles");
        titles.setAlignment(Pos.CENTER_LEFT);
        titles.getChildren().add(heading);
        VBox words = new VBox(titles, sub);
        words.getStyleClass().add("page-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        actions.getStyleClass().add("page-actions");
        actions.setAlignment(Pos.CENTER_RIGHT);
        actions.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(words, actions);
        head.getStyleClass().add("page-head");
        head.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("page-content");
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(head, content);
    }

    /** The heading, for binding it to a name. */
    public Label heading() {
        return heading;
    }

    /** A line under the heading, for binding; shown while it has a text. */
    public Label sub() {
        sub.visibleProperty().bind(sub.textProperty().isNotEmpty());
        return sub;
    }

    /** Beside the heading: a {@link StatusPill}. */
    public Page beside(Node... nodes) {
        titles.getChildren().setAll(heading);
        titles.getChildren().addAll(nodes);
        return this;
    }

    /** At the right of the heading; the main one last. */
    public Page actions(Node... nodes) {
        actions.getChildren().setAll(nodes);
        return this;
    }

    /** Content that fills the window by itself (a list). */
    public Page content(Node... nodes) {
        content.getStyleClass().remove("scrolling");
        content.getChildren().setAll(nodes);
        return this;
    }

    /** Content that may be longer than the window: it scrolls. */
    public Page scrolling(Node... nodes) {
        VBox inner = new VBox(nodes);
        inner.getStyleClass().add("page-inner");
        ScrollPane scroll = new ScrollPane(inner);
        scroll.setFitToWidth(true);
        scroll.viewportBoundsProperty().addListener((o, was, is) ->
                inner.pseudoClassStateChanged(BARRED, inner.getHeight() > is.getHeight() + 1));
        scroll.getStyleClass().addAll("page-scroll", "edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        content.getChildren().setAll(scroll);
        if (!content.getStyleClass().contains("scrolling")) {
            content.getStyleClass().add("scrolling");
        }
        return this;
    }
}
