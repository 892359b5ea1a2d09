package org.goodterms.ui.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Navigator;
import org.kordamp.ikonli.javafx.FontIcon;

/** The side bar: the book's name, the sections with what waits in them; narrow it shows their icons alone. */
final class SideBar extends VBox {
    private static final double WIDE = 208;
    private static final double NARROW = 60;
    private final Texts texts;
    private final Navigator navigator;
    private final BooleanProperty narrow = new SimpleBooleanProperty();
    private final Map<String, Button> entries = new LinkedHashMap<>();

    SideBar(Texts texts, Navigator navigator, Label book, List<Section> sections) {
        this.texts = texts;
        this.navigator = navigator;
        getStyleClass().add("side-bar");
        getChildren().add(head(book));
        for (Section section : sections.subList(0, sections.size() - 1)) {
            getChildren().add(entry(section));
        }
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().addAll(space, entry(sections.getLast()));
        navigator.section().addListener((o, was, is) -> light(is));
        narrow.addListener((o, was, is) -> widen(is));
        widen(false);
        light(navigator.section().get());
    }

    private Node head(Label book) {
        Node mark = new AppMark(24);
        Label name = new Label(texts.get("app.name"));
        name.getStyleClass().add("app-name");
        book.getStyleClass().add("book-name");
        VBox words = new VBox(name, book);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        words.visibleProperty().bind(narrow.not());
        words.managedProperty().bind(narrow.not());
        HBox head = new HBox(mark, words);
        head.getStyleClass().add("side-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Button entry(Section section) {
        Label name = new Label(texts.get(section.textKey()));
        name.getStyleClass().add("side-name");
        Label waiting = new Label();
        waiting.getStyleClass().add("badge");
        if (section.urgent()) {
            waiting.getStyleClass().add("alert");
        }
        waiting.textProperty().bind(section.waiting().map(number -> number.intValue() > 999 ? "999+" : number.toString()));
        waiting.visibleProperty().bind(section.waiting().greaterThan(0).and(narrow.not()));
        waiting.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(new FontIcon(section.icon()), name, space, waiting);
        line.getStyleClass().add("side-line");
        line.setAlignment(Pos.CENTER_LEFT);
        for (Node part : new Node[] {name, space, waiting}) {
            part.managedProperty().bind(narrow.not());
        }
        name.visibleProperty().bind(narrow.not());
        Button button = new Button(null, line);
        button.getStyleClass().setAll("side-entry");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setId("go-" + section.name());
        button.setAccessibleText(texts.get(section.textKey()));
        button.setOnAction(e -> navigator.home(section.place()));
        line.prefWidthProperty().bind(button.widthProperty().subtract(20));
        button.tooltipProperty().bind(narrow.map(is -> is ? new Tooltip(texts.get(section.textKey())) : null));
        entries.put(section.name(), button);
        return button;
    }

    private void light(String name) {
        entries.forEach((section, button) -> {
            button.getStyleClass().remove("lit");
            if (section.equals(name)) {
                button.getStyleClass().add("lit");
            }
        });
    }

    private void widen(boolean isNarrow) {
        double width = isNarrow ? NARROW : WIDE;
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
    }

    BooleanProperty narrow() {
        return narrow;
    }
}
