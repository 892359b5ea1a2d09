package org.goodterms.ui.kit;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A dialog inside the window: heading, content, buttons at the right (the last is the main one). Esc closes it. */
public final class Dialog extends VBox {
    private final HBox buttons = new HBox();
    private final ScrollPane scroll;
    private @Nullable Node focus;

    /** @param width in pixels; the height is what the content needs, as far as the window has it */
    public Dialog(String heading, Node content, double width) {
        getStyleClass().add("dialog-box");
        Label title = new Label(heading);
        title.getStyleClass().add("dialog-heading");
        title.setWrapText(true);
        scroll = new Content(content, width);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("dialog-content", "edge-to-edge");
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        buttons.getStyleClass().add("dialog-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(Math.min(width, 320));
        setPrefWidth(width);
        setMaxSize(width, USE_PREF_SIZE);
        setMinHeight(0);
        addEventFilter(KeyEvent.KEY_PRESSED, this::commit);
        getChildren().addAll(title, scroll, buttons);
    }

    /** Ctrl+Enter presses the main button from wherever the cursor is. */
    private void commit(KeyEvent event) {
        if (Shortcut.COMMIT.keys().match(event) && buttons.getChildren().getLast() instanceof Button main) {
            main.fire();
            event.consume();
        }
    }

    public Dialog buttons(Button... all) {
        buttons.getChildren().setAll(all);
        if (all.length > 0) {
            all[all.length - 1].setDefaultButton(true);
        }
        return this;
    }

    /** Where the cursor stands first. */
    public Dialog focusing(Node first) {
        focus = first;
        return this;
    }

    /** Gives the content the height that the window has, for lists and previews. */
    public Dialog tall(double height) {
        setPrefHeight(height);
        scroll.setFitToHeight(true);
        setMaxHeight(Region.USE_PREF_SIZE);
        return this;
    }

    /** Where it was said; else the first input; else the main button. */
    Node focus() {
        return focus != null ? focus : firstInput(scroll.getContent())
                .orElse(buttons.getChildren().isEmpty() ? this : buttons.getChildren().getLast());
    }

    private static Optional<Node> firstInput(Node node) {
        if (node.isFocusTraversable() && node.isManaged()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream()
                .flatMap(child -> firstInput(child).stream()).findFirst() : Optional.empty();
    }

    /** As high as its content is at the dialog's width. */
    private static final class Content extends ScrollPane {
        private static final double SIDES = 48;
        private static final double SPARE = 10;
        private final double width;

        private Content(Node content, double width) {
            super(content);
            this.width = width;
        }

        @Override
        protected double computePrefHeight(double ignored) {
            return getContent().prefHeight(width - SIDES) + SPARE;
        }
    }
}
