package org.goodterms.ui.invoice;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Choice;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.MoneyField;
import org.joda.money.Money;

/** The small dialogs about what a customer contests. */
final class DisputeDialog {
    private static final double WIDTH = 520;
    private static final List<String> OUTCOMES = List.of("rejected", "accepted", "withdrawn");
    private final Desk desk;
    private final Texts texts;
    private final InvoiceViewModel model;

    DisputeDialog(Desk desk, InvoiceViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
    }

    /** @param open what could be contested at most */
    void open(Money open) {
        Form form = new Form(texts);
        MoneyField amount = new MoneyField(desk.formats(), open.getCurrencyUnit());
        amount.setValue(open);
        DateField target = new DateField(desk.formats());
        TextField reason = new TextField();
        reason.setPromptText(texts.get("invoice.dispute_reason.example"));
        var content = Form.column(form.banner(), form.add("reason", "invoice.dispute_reason", reason),
                Form.line(form.add("amount", "invoice.dispute_amount", amount),
                        form.add("target", "invoice.dispute_target", target).width(170)));
        show("invoice.dispute_heading", content, Action.of("invoice.dispute", "fth-alert-circle", () -> {
            if (form.readable()) {
                model.dispute(amount.getValue(), reason.getText(), target.getValue(), desk.overlay()::close, form::show);
            }
        }).disabledWhile(desk.tasks().busy("invoice.dispute")), reason);
    }

    /**
     * Asks how it ended.
     *
     * @param accepted what follows where the customer was right
     */
    void close(Runnable accepted) {
        Form form = new Form(texts);
        ComboBox<String> outcome = new ComboBox<>();
        outcome.getItems().setAll(OUTCOMES);
        outcome.setConverter(Choice.named(word -> texts.get("invoice.dispute_outcome." + word)));
        outcome.setValue(OUTCOMES.getFirst());
        TextField note = new TextField();
        var content = Form.column(form.banner(), form.add("outcome", "invoice.dispute_outcome", outcome),
                form.add("note", "invoice.dispute_note", note));
        show("invoice.settle_dispute", content, Action.of("invoice.settle_dispute", "fth-check", () ->
                model.settle(outcome.getValue(), note.getText(), () -> {
                    desk.overlay().close();
                    if (outcome.getValue().equals("accepted")) {
                        accepted.run();
                    }
                }, form::show))
                .disabledWhile(desk.tasks().busy("invoice.settle_dispute")), outcome);
    }

    private void show(String headingKey, Node content, Action main, Node focus) {
        desk.overlay().show(new Dialog(texts.get(headingKey), content, WIDTH).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)),
                Buttons.primary(texts, main)).focusing(focus));
    }
}
