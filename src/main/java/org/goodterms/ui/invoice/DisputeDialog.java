package org.goodterms.ui.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.goodterms.dispute.DisputeService;
import org.goodterms.invoice.Line;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.MoneyField;
import org.joda.money.Money;

/** Asks what a customer contests of an invoice: some of its lines, or an amount. */
final class DisputeDialog {
    private static final double WIDTH = 560;
    private final Desk desk;
    private final Texts texts;
    private final InvoiceViewModel model;

    DisputeDialog(Desk desk, InvoiceViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
    }

    /**
     * @param open  what could be contested at most
     * @param lines of the invoice
     */
    void open(Money open, List<Line> lines) {
        Form form = new Form(texts);
        MoneyField amount = new MoneyField(desk.formats(), open.getCurrencyUnit());
        amount.setValue(open);
        DateField target = new DateField(desk.formats());
        TextField reason = new TextField();
        reason.setPromptText(texts.get("invoice.dispute_reason.example"));
        TextField owner = new TextField();
        List<CheckBox> boxes = lines.stream().map(line -> new CheckBox(line.text().lines().findFirst().orElse(""))).toList();
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            boxes.get(i).setId("dispute-line-" + (i + 1));
            boxes.get(i).selectedProperty().addListener((o, was, is) -> {
                chosen.clear();
                chosen.addAll(IntStream.range(0, boxes.size()).filter(n -> boxes.get(n).isSelected()).mapToObj(n -> n + 1).toList());
                amount.setDisable(!chosen.isEmpty());
                if (chosen.isEmpty()) {
                    amount.setValue(open);
                } else {
                    model.worth(List.copyOf(chosen), worth -> {
                        if (worth instanceof Outcome.Ok<Money>(Money sum)) {
                            amount.setValue(sum.isGreaterThan(open) ? open : sum);
                        } else {
                            form.show(worth.problems());
                        }
                    });
                }
            });
        }
        Label which = new Label(texts.get("invoice.dispute_lines"));
        which.getStyleClass().add("form-label");
        VBox choice = new VBox(6, which);
        choice.getChildren().addAll(boxes);
        var content = Form.column(form.banner(), form.add("reason", "invoice.dispute_reason", reason), choice,
                Form.line(form.add("amount", "invoice.dispute_amount", amount),
                        form.add("target", "invoice.dispute_target", target).width(170)),
                form.add("owner", "dispute.owner", owner));
        Action main = Action.of("invoice.dispute", "fth-alert-circle", () -> {
            if (form.readable()) {
                model.dispute(amount.getValue(), chosen, new DisputeService.Case(reason.getText(), owner.getText(), target.getValue()),
                        desk.overlay()::close, form::show);
            }
        }).disabledWhile(desk.tasks().busy("invoice.dispute"));
        desk.overlay().show(new Dialog(texts.get("invoice.dispute_heading"), content, WIDTH).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)),
                Buttons.primary(texts, main)).focusing(reason));
    }
}
