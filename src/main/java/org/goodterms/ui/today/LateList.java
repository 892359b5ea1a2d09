package org.goodterms.ui.today;

import java.time.temporal.ChronoUnit;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Texts;
import org.goodterms.report.LateCustomer;
import org.goodterms.report.TodayGlance;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.SectionCard;
import org.jspecify.annotations.Nullable;

/** Who is late with the most, each leading to their page, and to a reminder. */
final class LateList {
    private final Desk desk;
    private final Texts texts;
    private final VBox lines = new VBox();
    private final SectionCard card;

    LateList(Desk desk, TodayViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        lines.getStyleClass().add("late-lines");
        card = new SectionCard(texts.get("today.late"), lines).actions(Buttons.quiet(texts,
                Action.of("today.late.all", "fth-bar-chart-2", () -> desk.navigator().home(Place.of("aging")))));
        model.glance.addListener((o, was, is) -> show(is));
    }

    SectionCard card() {
        return card;
    }

    private void show(@Nullable TodayGlance glance) {
        if (glance == null) {
            return;
        }
        card.count().setText(glance.lateCount() == 0 ? "" : String.valueOf(glance.lateCount()));
        lines.getChildren().setAll(glance.late().stream().map(this::line).toList());
        if (glance.late().isEmpty()) {
            Label nobody = new Label(texts.get("today.late.nobody"));
            nobody.getStyleClass().add("muted");
            lines.getChildren().add(nobody);
        }
    }

    private Node line(LateCustomer late) {
        Label name = new Label(late.whom().name());
        name.getStyleClass().add("strong");
        long days = ChronoUnit.DAYS.between(late.oldestDue(), desk.formats().today());
        Label more = new Label(texts.get("today.late.since", days) + "  \u00B7  " + (late.lastContact() == null
                ? texts.get("today.late.no_contact") : texts.get("today.late.contact", desk.formats().near(late.lastContact()))));
        more.getStyleClass().add("subtle");
        VBox words = new VBox(2, name, more);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label amount = new Label(desk.formats().amount(late.overdue()));
        amount.getStyleClass().addAll("tone-bad", "strong");
        amount.setMinWidth(Region.USE_PREF_SIZE);
        HBox both = new HBox(12, words, amount);
        both.setAlignment(Pos.CENTER_LEFT);
        Button open = new Button(null, both);
        open.getStyleClass().setAll("late-line");
        open.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        open.setMaxWidth(Double.MAX_VALUE);
        open.setMinWidth(0);
        both.prefWidthProperty().bind(open.widthProperty().subtract(20));
        open.setAccessibleText(late.whom().name() + ", " + desk.formats().money(late.overdue()));
        open.setOnAction(e -> desk.navigator().go(Place.of("customer", late.whom().id())));
        HBox.setHgrow(open, Priority.ALWAYS);
        HBox line = new HBox(2, open);
        line.setAlignment(Pos.CENTER_LEFT);
        if (desk.navigator().knows("reminder.new")) {
            line.getChildren().add(Buttons.icon(texts, Action.of("reminder.new", "fth-bell",
                    () -> desk.navigator().go(Place.of("reminder.new", late.whom().id())))));
        }
        return line;
    }
}
