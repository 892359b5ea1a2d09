package org.goodterms.ui.bank;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.goodterms.bank.LineStanding;
import org.goodterms.customer.CustomerRow;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.receivable.OpenItem;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.MoneyField;
import org.goodterms.ui.kit.Picker;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A line spread over documents of a customer, with what is left of it. */
final class SplitDialog {
    private static final double WIDTH = 620;
    private static final double PAY = 140;
    private final Desk desk;
    private final Texts texts;
    private final BankViewModel model;
    private final LineStanding standing;
    private final Form form;
    private final GridPane grid = new GridPane(16, 6);
    private final Label left = new Label();
    private final Map<String, MoneyField> fields = new LinkedHashMap<>();
    private @Nullable CustomerRow whom;

    SplitDialog(Desk desk, BankViewModel model, LineStanding standing) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.standing = standing;
        this.form = new Form(texts);
    }

    void show() {
        Picker<CustomerRow> picker = new Picker<>(desk.tasks(), model::suggest, CustomerRow::name,
                row -> row.code() + "  " + row.name());
        picker.setId("split-customer");
        picker.valueProperty().addListener((o, was, is) -> chosen(is));
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        ColumnConstraints right = new ColumnConstraints();
        right.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(wide, right, right);
        left();
        var content = Form.column(form.banner(), form.add("customer", "payment.customer", picker), grid, left);
        var take = Buttons.primary(texts, Action.of("bank.match", "fth-check", this::take)
                .disabledWhile(desk.tasks().busy("bank.match")));
        take.setId("split-take");
        desk.overlay().show(new Dialog(texts.get("bank.split_of", standing.line().amount()), content, WIDTH).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)), take).focusing(picker));
        if (standing.customerCode() != null) {
            model.suggest(standing.customerCode()).stream().filter(r -> r.code().equals(standing.customerCode())).findFirst()
                    .ifPresent(picker.valueProperty()::set);
        }
    }

    private void chosen(@Nullable CustomerRow row) {
        whom = row;
        fields.clear();
        grid.getChildren().clear();
        if (row != null) {
            model.open(row.id(), this::rows);
        }
        left();
    }

    /** Credits first, then the oldest: what is proposed uses the line up. */
    private void rows(List<OpenItem> open) {
        Money rest = standing.line().amount();
        Map<String, Money> byNumber = new LinkedHashMap<>();
        open.stream().filter(i -> i.open().getCurrencyUnit().equals(standing.line().amount().getCurrencyUnit())
                && (i.kind().debit() || i.kind() == org.goodterms.receivable.ItemKind.CREDIT_NOTE))
                .forEach(i -> byNumber.merge(i.number(), i.open(), Money::plus));
        for (Map.Entry<String, Money> one : byNumber.entrySet()) {
            MoneyField field = new MoneyField(desk.formats(), one.getValue().getCurrencyUnit());
            field.setPrefWidth(PAY);
            field.setId("split-" + one.getKey());
            if (one.getValue().isPositive() && rest.isPositive()) {
                Money share = one.getValue().isLessThan(rest) ? one.getValue() : rest;
                field.setValue(share);
                rest = rest.minus(share);
            }
            field.valueProperty().addListener((o, was, is) -> left());
            fields.put(one.getKey(), field);
            grid.addRow(fields.size(), new Label(one.getKey()), new Label(desk.formats().amount(one.getValue())), field);
        }
        left();
    }

    private Map<String, Money> shares() {
        Map<String, Money> shares = new LinkedHashMap<>();
        fields.forEach((number, field) -> {
            Money amount = field.getValue();
            if (amount != null && !amount.isZero()) {
                shares.put(number, amount);
            }
        });
        return shares;
    }

    private void left() {
        Money rest = shares().values().stream().reduce(standing.line().amount(), Money::minus);
        left.setText(rest.isNegative() ? texts.get("payment.too_much", rest.negated()) : rest.isZero()
                ? texts.get("payment.all_used") : texts.get("payment.stays_unapplied", rest));
        left.getStyleClass().removeIf(s -> s.startsWith("tone-"));
        left.getStyleClass().add(rest.isNegative() ? "tone-bad" : rest.isZero() ? "tone-good" : "tone-watch");
    }

    private void take() {
        CustomerRow row = whom;
        if (row == null) {
            form.show(List.of(Problem.at("customer", "payment.no_customer")));
        } else if (form.readable()) {
            model.split(standing, row.id(), shares(), desk.overlay()::close, form::show);
        }
    }
}
