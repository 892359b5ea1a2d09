package org.goodterms.ui.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Texts;
import org.goodterms.report.TimelineEvent;
import org.goodterms.ui.customer.CustomerViewModel.Theme;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.FilePart;
import org.goodterms.ui.kit.FilterChips;
import org.goodterms.ui.kit.SectionCard;
import org.kordamp.ikonli.javafx.FontIcon;

/** Everything that happened with a customer, newest first. */
final class CustomerTimeline {
    private final Desk desk;
    private final Texts texts;
    private final CustomerViewModel model;
    private final FilePart files;
    private final VBox lines = new VBox();

    CustomerTimeline(Desk desk, CustomerViewModel model, FilePart files) {
        this.files = files;
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        lines.getStyleClass().add("timeline");
        model.events.addListener((ListChangeListener<TimelineEvent>) change -> show());
        model.more.addListener((o, was, is) -> show());
        show();
    }

    SectionCard card() {
        FilterChips<Theme> chips = new FilterChips<>(List.of(Theme.values()),
                theme -> texts.get("timeline.theme." + theme.name().toLowerCase(Locale.ROOT)));
        chips.chosen().bindBidirectional(model.theme);
        chips.setMinWidth(0);
        return new SectionCard(texts.get("customer.timeline"), chips, lines);
    }

    private void show() {
        lines.getChildren().clear();
        LocalDate day = null;
        for (TimelineEvent event : model.events) {
            lines.getChildren().add(line(event, !event.date().equals(day)));
            day = event.date();
        }
        if (model.events.isEmpty()) {
            Label none = new Label(texts.get("customer.nothing_happened"));
            none.getStyleClass().add("muted");
            lines.getChildren().add(none);
        }
        if (model.more.get()) {
            Button more = Buttons.quiet(texts, Action.of("customer.earlier", "fth-chevron-down", model::showMore));
            lines.getChildren().add(more);
        }
    }

    private Node line(TimelineEvent event, boolean withDay) {
        Label day = new Label(withDay ? desk.formats().near(event.date()) : "");
        day.getStyleClass().add("subtle");
        day.setMinWidth(92);
        day.setMaxWidth(92);
        StackPane disc = new StackPane(new FontIcon(icon(event)));
        disc.getStyleClass().add("timeline-disc");
        Label words = new Label(event.sentence(texts).replaceAll("\\s+", " ").strip());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(10, day, disc, words);
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
            case MESSAGE -> "fth-mail";
            case CONTACT -> event.what().equals("phone") ? "fth-phone" : "fth-message-square";
            case NOTE -> "fth-edit-3";
            case TASK -> "fth-check-square";
            case DISPUTE -> "fth-alert-circle";
            case HOLD -> "fth-pause-circle";
            case ATTACHMENT -> "fth-paperclip";
            case SETTLEMENT -> "fth-check-circle";
        };
    }
}
