package org.goodterms.ui.payment;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.MoneyField;
import org.goodterms.ui.kit.SectionCard;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a customer has open, each with what of the money goes to it, and beneath what is left of the money. */
final class DueRows {
    private static final double GAP = 8;
    private static final double PAY = 150;
    private final Desk desk;
    private final Texts texts;
    private final PaymentEntryViewModel model;
    private final Form form;
    private final GridPane grid = new GridPane(2 * GAP, GAP);
    private final Label none = new Label();
    private final Label left = new Label();
    private final List<Runnable> counts = new ArrayList<>();

    DueRows(Desk desk, PaymentEntryViewModel model, Form form) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.form = form;
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        left.setWrapText(true);
        left.setMinHeight(Region.USE_PREF_SIZE);
        model.rows.addListener((ListChangeListener<DueRow>) change -> show());
        model.whom.addListener((o, was, is) -> show());
        model.date.addListener((o, was, is) -> show());
        model.remainder.addListener((o, was, is) -> {
            left(is);
            counts.forEach(Runnable::run);
        });
        show();
        left(model.remainder.get());
    }

    SectionCard card() {
        Action oldest = Action.of("payment.oldest_first", "fth-arrow-down", model::oldestFirst);
        Action keep = Action.of("payment.keep_unapplied", "fth-minus-circle", model::keepUnapplied);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(space, left);
        foot.getStyleClass().add("due-foot");
        return new SectionCard(texts.get("payment.what_for"), new VBox(none, grid), foot)
                .actions(Buttons.quiet(texts, oldest), Buttons.quiet(texts, keep));
    }

    private void show() {
        counts.clear();
        grid.getChildren().clear();
        grid.getColumnConstraints().setAll(column(HPos.LEFT, true), column(HPos.LEFT, false), column(HPos.RIGHT, false),
                column(HPos.LEFT, false), column(HPos.RIGHT, false), column(HPos.RIGHT, false));
        none.setText(texts.get(model.whom.get() == null ? "payment.choose_first" : "payment.nothing_open"));
        none.setVisible(model.rows.isEmpty());
        none.setManaged(model.rows.isEmpty());
        if (model.rows.isEmpty()) {
            return;
        }
        String[] heads = {"item.number", "item.due", "item.open", "payment.discount", "payment.pays", "payment.rest"};
        for (int i = 0; i < heads.length; i++) {
            Label head = new Label(texts.get(heads[i]));
            head.getStyleClass().add("form-label");
            grid.add(head, i, 0);
        }
        for (int i = 0; i < model.rows.size(); i++) {
            row(i + 1, model.rows.get(i));
        }
    }

    private static ColumnConstraints column(HPos side, boolean wide) {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(side);
        column.setHgrow(wide ? Priority.ALWAYS : Priority.SOMETIMES);
        return column;
    }

    private void row(int at, DueRow row) {
        MoneyField pay = new MoneyField(desk.formats(), row.open.getCurrencyUnit());
        pay.valueProperty().bindBidirectional(row.pay);
        pay.setPrefWidth(PAY);
        pay.setMaxWidth(PAY);
        pay.setId("pay-" + row.number);
        pay.setAccessibleText(texts.get("payment.pays") + " " + row.number);
        form.mark("pay." + row.number, pay);
        Label due = new Label(desk.formats().day(row.due));
        if (row.due != null && row.due.isBefore(desk.formats().today())) {
            due.getStyleClass().add("tone-bad");
        }
        Hyperlink open = new Hyperlink(desk.formats().amount(row.open));
        open.setTooltip(new Tooltip(texts.get("payment.pays_all")));
        open.setFocusTraversable(false);
        open.setOnAction(e -> model.payAll(row));
        Label rest = new Label();
        Runnable count = () -> rest(rest, row);
        row.pay.addListener((o, was, is) -> count.run());
        row.discounted.addListener((o, was, is) -> count.run());
        counts.add(count);
        count.run();
        grid.addRow(at, number(row), due, open, discount(row), pay, rest);
    }

    private Node number(DueRow row) {
        Label number = new Label(row.number);
        Label kind = new Label(texts.get("item.kind." + row.kind.word()));
        kind.getStyleClass().add("subtle");
        HBox box = new HBox(GAP, number, kind);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Node discount(DueRow row) {
        Money earned = model.earned(row);
        if (earned.isZero()) {
            return new Region();
        }
        CheckBox box = new CheckBox(texts.get("payment.discount_of", desk.formats().amount(earned),
                desk.formats().day(row.discountUntil())));
        box.setId("discount-" + row.number);
        box.selectedProperty().bindBidirectional(row.discounted);
        return box;
    }

    private void rest(Label label, DueRow row) {
        Money rest = model.rest(row);
        boolean givenUp = model.givesUp(row);
        label.setText(givenUp ? texts.get("payment.given_up", desk.formats().amount(rest)) : desk.formats().amount(rest));
        tone(label, rest.isNegative() ? "tone-bad" : givenUp ? "tone-watch" : rest.isZero() ? "tone-good" : "tone-quiet");
    }

    private void left(@Nullable Money remainder) {
        left.setText(remainder == null ? "" : remainder.isNegative()
                ? texts.get("payment.too_much", remainder.negated()) : remainder.isZero() ? texts.get("payment.all_used")
                : texts.get("payment.stays_unapplied", remainder));
        tone(left, remainder == null || remainder.isZero() ? "tone-good" : remainder.isNegative() ? "tone-bad" : "tone-watch");
    }

    private static void tone(Label label, String tone) {
        label.getStyleClass().removeIf(style -> style.startsWith("tone-"));
        label.getStyleClass().add(tone);
    }
}
