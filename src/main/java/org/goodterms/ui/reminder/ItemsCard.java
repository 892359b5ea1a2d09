package org.goodterms.ui.reminder;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Texts;
import org.goodterms.receivable.OpenItem;
import org.goodterms.reminder.ManualReminderService.Choice;
import org.goodterms.reminder.Reason;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.SectionCard;

/** What the reminder asks for: overdue items to tick, each with its next step and what speaks against it. */
final class ItemsCard {
    private static final double ROW = 46;
    private static final int MOST = 4;
    private final Desk desk;
    private final Texts texts;
    private final ReminderViewModel model;
    private final VBox rows = new VBox(2);
    private final Label sum = new Label();
    private final SectionCard card;

    ItemsCard(Desk desk, ReminderViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        sum.getStyleClass().add("strong");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("page-scroll", "edge-to-edge");
        scroll.prefHeightProperty().bind(Bindings.size(model.choices).map(count -> ROW * Math.clamp(count.intValue(), 1, MOST) + 4));
        scroll.minHeightProperty().bind(Bindings.size(model.choices).map(count -> ROW * Math.clamp(count.intValue(), 1, 2) + 4));
        card = new SectionCard(texts.get("reminder.items"), scroll).actions(sum);
        model.choices.addListener((ListChangeListener<Choice>) change -> show());
        model.picked.addListener((SetChangeListener<Id<OpenItem>>) change -> sum.setText(model.sum()));
    }

    SectionCard card() {
        return card;
    }

    private void show() {
        rows.getChildren().setAll(model.choices.stream().map(this::row).toList());
        sum.setText(model.sum());
    }

    private Node row(Choice choice) {
        CheckBox box = new CheckBox(choice.number());
        box.setId("pick-" + choice.number());
        box.setSelected(model.picked.contains(choice.item()));
        box.setOnAction(e -> model.pick(choice, box.isSelected()));
        box.getStyleClass().add("strong");
        Label amount = new Label(desk.formats().amount(choice.asked()));
        amount.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox first = new HBox(8, box, space, amount);
        first.setAlignment(Pos.CENTER_LEFT);
        Label late = new Label(texts.get("reminder.late", choice.dpd(), step(texts, choice.step().name())));
        late.getStyleClass().add("subtle");
        HBox second = new HBox(8, late);
        if (choice.resting() != null) {
            Label resting = new Label(reason(texts, choice.resting()));
            resting.getStyleClass().add("tone-watch");
            second.getChildren().add(resting);
        }
        second.getStyleClass().add("pick-more");
        VBox row = new VBox(2, first, second);
        row.setMinHeight(ROW);
        return row;
    }

    static String step(Texts texts, String step) {
        return texts.get("reminder.step." + step);
    }

    static String reason(Texts texts, Reason reason) {
        return texts.get("reminder.reason." + reason.name().toLowerCase(Locale.ROOT));
    }
}
