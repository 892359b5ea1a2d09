package org.goodterms.ui.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.payment.PaymentReturn;
import org.goodterms.payment.PaymentStory;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.MoneyField;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The small dialogs of a payment's page: it came back from the bank, and a credit is paid out. */
final class ReturnDialogs {
    private static final double WIDTH = 520;
    private final Desk desk;
    private final Texts texts;
    private final PaymentViewModel model;
    private final CurrencyUnit book;

    ReturnDialogs(Desk desk, PaymentViewModel model, CurrencyUnit book) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.book = book;
    }

    /** Asks when it came back, what the bank took for that, and what of it the customer shall pay. */
    void bounce() {
        Form form = new Form(texts);
        DateField date = today();
        MoneyField fee = new MoneyField(desk.formats(), book);
        MoneyField recharge = new MoneyField(desk.formats(), book);
        CheckBox chargeback = new CheckBox(texts.get("payment.chargeback"));
        chargeback.setId("field-chargeback");
        var content = Form.column(form.banner(), form.add("date", "payment.return_date", date).width(170),
                Form.line(form.add("fee", "payment.fee", fee).hint(texts.get("payment.fee.hint")),
                        form.add("recharge", "payment.recharge", recharge).hint(texts.get("payment.recharge.hint"))),
                form.add("chargeback", "", chargeback).hint(texts.get("payment.chargeback.hint")));
        Action act = Action.of("payment.bounce", "fth-corner-up-left", () -> {
            if (form.readable() && dated(form, date)) {
                model.bounce(new PaymentReturn(model.id(), Objects.requireNonNull(date.getValue()), orZero(fee), orZero(recharge),
                        chargeback.isSelected()), desk.overlay()::close, form::show);
            }
        });
        show("payment.bounce.heading", content, act.disabledWhile(desk.tasks().busy("payment.bounce")), fee);
    }

    /** Asks how much is paid back. */
    void refund() {
        PaymentStory story = model.story.get();
        if (story == null) {
            return;
        }
        Form form = new Form(texts);
        MoneyField amount = new MoneyField(desk.formats(), story.payment().amount().getCurrencyUnit());
        amount.setValue(story.row().unapplied());
        DateField date = today();
        TextField note = new TextField();
        var content = Form.column(form.banner(), Form.line(form.add("amount", "payment.amount", amount),
                form.add("date", "payment.date", date).width(170)),
                form.add("note", "payment.note", note).hint(texts.get("payment.refund.hint")));
        Action act = Action.of("payment.refund", "fth-corner-down-left", () -> {
            if (!form.readable() || !dated(form, date)) {
                return;
            }
            Money money = amount.getValue();
            if (money == null) {
                form.show(List.of(Problem.at("amount", "payment.no_amount")));
            } else {
                model.refund(money, Objects.requireNonNull(date.getValue()), note.getText(), desk.overlay()::close, form::show);
            }
        });
        show("payment.refund.heading", content, act.disabledWhile(desk.tasks().busy("payment.refund")), amount);
    }

    private DateField today() {
        DateField date = new DateField(desk.formats());
        LocalDate day = desk.formats().today();
        date.setValue(day);
        return date;
    }

    private static boolean dated(Form form, DateField date) {
        if (date.getValue() == null) {
            form.show(List.of(Problem.at("date", "payment.no_date")));
        }
        return date.getValue() != null;
    }

    private static Money orZero(MoneyField field) {
        return Objects.requireNonNullElse(field.getValue(), Money.zero(field.currencyProperty().get()));
    }

    private void show(String headingKey, Node content, Action main, Node focus) {
        desk.overlay().show(new Dialog(texts.get(headingKey), content, WIDTH).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)),
                Buttons.primary(texts, main)).focusing(focus));
    }
}
