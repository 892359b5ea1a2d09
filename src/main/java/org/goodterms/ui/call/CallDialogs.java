package org.goodterms.ui.call;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.goodterms.call.CallCase;
import org.goodterms.call.CallService;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.receivable.OpenItem;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.MoneyField;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What a promise and a dispute take besides the one key. */
final class CallDialogs {
    private static final double WIDTH = 520;
    private static final int WITHIN = 7;
    private final Desk desk;
    private final Texts texts;
    private final CallViewModel model;

    CallDialogs(Desk desk, CallViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
    }

    /** Amount and day of a promise; it covers what is ticked. */
    void promise(CallCase is) {
        Map<CurrencyUnit, Money> asked = is.asked();
        if (asked.isEmpty()) {
            desk.overlay().problems(List.of(Problem.of("call.nothing_overdue", is.customer().name())));
            return;
        }
        Money sum = asked.values().iterator().next();
        Form form = new Form(texts);
        MoneyField amount = new MoneyField(desk.formats(), sum.getCurrencyUnit());
        amount.setValue(sum);
        DateField by = new DateField(desk.formats());
        by.setValue(desk.formats().today().plusDays(WITHIN));
        List<CheckBox> boxes = new ArrayList<>();
        is.overdue().stream().filter(item -> item.open().getCurrencyUnit().equals(sum.getCurrencyUnit())).map(OpenItem::number).distinct()
                .forEach(number -> boxes.add(ticked(number)));
        FlowPane items = new FlowPane(12, 6, boxes.toArray(Node[]::new));
        TextField consent = new TextField();
        CheckBox confirm = new CheckBox(texts.get("call.promise.confirm"));
        confirm.setId("promise-confirm");
        confirm.setSelected(!is.customer().reminderMailboxes().isEmpty());
        confirm.setDisable(is.customer().reminderMailboxes().isEmpty());
        String run = is.customer().payables().paymentRun();
        var day = form.add("by", "call.promise.by", by).width(170);
        VBox content = Form.column(form.banner(), Form.line(form.add("amount", "call.promise.amount", amount),
                run.isBlank() ? day : day.hint(texts.get("call.promise.run", run))), form.add("items", "call.promise.items", items), confirm);
        if (is.told().broken() >= 2) {
            content.getChildren().add(form.add("override", "call.promise.consent", consent)
                    .hint(texts.get("call.promise.consent.hint", is.told().broken())));
        }
        show("call.promise.heading", content, Action.of("call.promise.save", "fth-check", () -> {
            LocalDate until = by.getValue();
            if (form.readable() && amount.getValue() != null && until != null) {
                model.promise(new CallViewModel.Given(boxes.stream().filter(CheckBox::isSelected).map(CheckBox::getText).toList(),
                        amount.getValue(), until, consent.getText(), confirm.isSelected()), desk.overlay()::close, form::show);
            }
        }).disabledWhile(desk.tasks().busy("call.report")), amount);
    }

    private static CheckBox ticked(String number) {
        CheckBox box = new CheckBox(number);
        box.setId("promise-" + number);
        box.setSelected(true);
        return box;
    }

    /** Which invoice is contested, how much of it, and why. */
    void dispute(CallCase is) {
        if (is.overdue().isEmpty()) {
            desk.overlay().problems(List.of(Problem.of("call.nothing_overdue", is.customer().name())));
            return;
        }
        Form form = new Form(texts);
        ComboBox<String> number = new ComboBox<>();
        number.getItems().setAll(is.overdue().stream().map(OpenItem::number).distinct().toList());
        MoneyField amount = new MoneyField(desk.formats(), is.overdue().getFirst().open().getCurrencyUnit());
        number.valueProperty().addListener((o, was, chosen) -> is.overdue().stream().filter(item -> item.number().equals(chosen)).findFirst()
                .ifPresent(item -> {
                    amount.currencyProperty().set(item.open().getCurrencyUnit());
                    amount.setValue(item.open());
                }));
        number.setValue(number.getItems().getFirst());
        TextField reason = new TextField();
        var content = Form.column(form.banner(), Form.line(form.add("item", "call.dispute.item", number),
                form.add("amount", "invoice.dispute_amount", amount)), form.add("reason", "invoice.dispute_reason", reason));
        show("call.dispute.heading", content, Action.of("call.dispute.save", "fth-check", () -> {
            if (form.readable()) {
                model.dispute(new CallService.Contested(number.getValue(), amount.getValue(), reason.getText()), desk.overlay()::close, form::show);
            }
        }).disabledWhile(desk.tasks().busy("call.report")), reason);
    }

    private void show(String headingKey, Node content, Action main, Node focus) {
        desk.overlay().show(new Dialog(texts.get(headingKey), content, WIDTH).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)),
                Buttons.primary(texts, main)).focusing(focus));
    }
}
