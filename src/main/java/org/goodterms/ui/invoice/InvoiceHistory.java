package org.goodterms.ui.invoice;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.goodterms.report.TimelineEvent;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.FilePart;
import org.goodterms.ui.kit.SectionCard;
import org.kordamp.ikonli.javafx.FontIcon;

/** What happened with a document, newest first. */
final class InvoiceHistory {
    private final Desk desk;
    private final InvoiceViewModel model;
    private final FilePart files;
    private final VBox lines = new VBox();

    InvoiceHistory(Desk desk, InvoiceViewModel model, FilePart files) {
        this.files = files;
        this.desk = desk;
        this.model = model;
        lines.getStyleClass().add("timeline");
        model.events.addListener((ListChangeListener<TimelineEvent>) change -> show());
    }

    SectionCard card() {
        return new SectionCard(desk.texts().get("invoice.history"), lines);
    }

    private void show() {
        lines.getChildren().setAll(model.events.stream().map(this::line).toList());
    }

    private Node line(TimelineEvent event) {
        StackPane disc = new StackPane(new FontIcon(icon(event)));
        disc.getStyleClass().add("timeline-disc");
        Label words = new Label(event.sentence(desk.texts()).replaceAll("\\s+", " ").strip());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Label day = new Label(desk.formats().near(event.date()));
        day.getStyleClass().add("subtle");
        VBox text = new VBox(1, words, day);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(10, disc, text);
        if (event.kind() == TimelineEvent.Kind.ATTACHMENT) {
            line.getChildren().add(files.opening(event.source()));
        }
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("timeline-line");
        return line;
    }

    private static String icon(TimelineEvent event) {
        return switch (event.kind()) {
            case DOCUMENT -> "fth-file-text";
            case PAYMENT -> "fth-credit-card";
            case RETURN -> "fth-corner-up-left";
            case SETTLEMENT -> event.what().equals("taken-back") ? "fth-rotate-ccw" : "fth-check-circle";
            case MESSAGE -> "fth-mail";
            case CONTACT -> "fth-message-square";
            case NOTE -> "fth-edit-3";
            case TASK -> "fth-check-square";
            case DISPUTE -> "fth-alert-circle";
            case HOLD -> "fth-pause-circle";
            case ATTACHMENT -> "fth-paperclip";
        };
    }
}
