package org.goodterms.ui.start;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.Bookcase.Suspect;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.SectionCard;

/** What is wrong with a book, where its copy lies, and what can be done. Nothing is done by itself. */
final class RecoveryPane {
    private final Desk desk;
    private final Texts texts;
    private final StartViewModel model;

    RecoveryPane(Desk desk, StartViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
    }

    Node node(Node banner) {
        Suspect found = Objects.requireNonNull(model.suspect.get());
        Label title = new Label(texts.get("recover.title"));
        title.getStyleClass().add("start-title");
        VBox findings = new VBox(6);
        found.findings().forEach(problem -> findings.getChildren().add(line("\u2022  " + texts.of(problem))));
        VBox column = new VBox(title, line(texts.get("recover.words")), banner,
                new SectionCard(texts.get("recover.findings"), findings), line(texts.get("recover.book", found.location())));
        if (found.copy() != null) {
            column.getChildren().add(line(texts.get("recover.copy", found.copy().toString())));
        }
        column.getChildren().addAll(new SectionCard(texts.get("recover.choices"), ways(found)), buttons(found));
        column.getStyleClass().add("start-column");
        column.setMaxSize(640, Region.USE_PREF_SIZE);
        return column;
    }

    private VBox ways(Suspect found) {
        VBox ways = new VBox(6, line(texts.get("recover.backup")));
        if (found.readable()) {
            ways.getChildren().addAll(line(texts.get("recover.look.more")), line(texts.get("recover.accept.more")));
        } else {
            ways.getChildren().add(line(texts.get("recover.not_readable")));
        }
        return ways;
    }

    private HBox buttons(Suspect found) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(8, Buttons.quiet(texts, Action.of("shortcut.back", "fth-arrow-left", model::back)), space);
        if (found.readable()) {
            Action accept = Action.of("recover.accept", "fth-alert-triangle", model::accept).disabledWhile(model.working);
            Button goOn = Buttons.danger(texts, Action.of("recover.accept", "fth-alert-triangle", () -> desk.overlay()
                    .confirm(texts.get("recover.accept.sure"), texts.get("recover.accept.more"), accept)));
            buttons.getChildren().addAll(goOn, Buttons.primary(texts,
                    Action.of("recover.look", "fth-eye", model::look).disabledWhile(model.working)));
        }
        return buttons;
    }

    private static Label line(String text) {
        Label line = new Label(text);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }
}
