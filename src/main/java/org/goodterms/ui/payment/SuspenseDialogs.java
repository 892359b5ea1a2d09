package org.goodterms.ui.payment;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.goodterms.customer.CustomerRow;
import org.goodterms.invoice.InvoiceRow;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.payment.Unidentified;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.MoneyField;
import org.goodterms.ui.kit.Picker;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Money of unknown payers: booked with what the bank says, and later given to the customer it came from. */
final class SuspenseDialogs {
    private static final double WIDTH = 520;
    private final Desk desk;
    private final Texts texts;
    private final PaymentListViewModel model;
    private final CurrencyUnit book;

    SuspenseDialogs(Desk desk, PaymentListViewModel model, CurrencyUnit book) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.book = book;
    }

    /** Asks what came in. */
    void receive() {
        Form form = new Form(texts);
        DateField date = new DateField(desk.formats());
        date.setValue(desk.formats().today());
        MoneyField amount = new MoneyField(desk.formats(), book);
        TextField text = new TextField();
        text.setPromptText(texts.get("payment.bank_text.example"));
        var content = Form.column(form.banner(), Form.line(form.add("amount", "payment.amount", amount),
                form.add("date", "payment.date", date).width(170)),
                form.add("text", "payment.bank_text", text).hint(texts.get("payment.unknown.hint")));
        show("payment.unknown", content, Action.of("payment.record", "fth-check", () -> {
            if (form.readable()) {
                if (amount.getValue() == null || date.getValue() == null) {
                    form.show(List.of(amount.getValue() == null ? Problem.at("amount", "payment.no_amount")
                            : Problem.at("date", "payment.no_date")));
                } else {
                    model.receive(date.getValue(), amount.getValue(), text.getText(), desk.overlay()::close, form::show);
                }
            }
        }).disabledWhile(desk.tasks().busy("payment.unknown")), amount);
    }

    /** Asks whose money it is; invoices over exactly that amount are offered. */
    void identify(Unidentified money) {
        Form form = new Form(texts);
        Picker<CustomerRow> whom = new Picker<>(desk.tasks(), model::suggest, CustomerRow::name,
                row -> row.code() + "  " + row.name());
        ObjectProperty<@Nullable String> number = new SimpleObjectProperty<>();
        Label what = new Label(texts.get("payment.unknown_of", desk.formats().date(money.date()), money.amount(), money.text()));
        what.setWrapText(true);
        Label settles = new Label();
        settles.getStyleClass().add("muted");
        settles.textProperty().bind(number.map(invoice -> texts.get("payment.settles_invoice", invoice))
                .orElse(texts.get("payment.settles_oldest")));
        VBox likely = new VBox(4);
        model.likely(money.amount(), found -> likely.getChildren().setAll(offers(found, whom, number)));
        whom.valueProperty().addListener((o, was, is) -> {
            if (was != null && is != was) {
                number.set(null);
            }
        });
        var content = Form.column(form.banner(), what, likely, form.add("customer", "payment.customer", whom), settles);
        show("payment.whose", content, Action.of("payment.identify", "fth-check", () -> {
            CustomerRow chosen = whom.valueProperty().get();
            if (chosen == null) {
                form.show(whom.wrong().isEmpty() ? List.of(Problem.at("customer", "payment.no_customer"))
                        : whom.wrong().stream().map(problem -> problem.under("customer")).toList());
            } else {
                model.identify(money, chosen, number.get(), desk.overlay()::close, form::show);
            }
        }).disabledWhile(desk.tasks().busy("payment.identify")), whom);
    }

    private List<Node> offers(List<InvoiceRow> found, Picker<CustomerRow> whom, ObjectProperty<@Nullable String> number) {
        List<Node> lines = new java.util.ArrayList<>();
        if (!found.isEmpty()) {
            Label head = new Label(texts.get("payment.likely"));
            head.getStyleClass().add("form-label");
            lines.add(head);
        }
        for (InvoiceRow row : found) {
            Hyperlink offer = new Hyperlink(row.number() + "  " + row.buyer().name());
            offer.setOnAction(e -> {
                whom.valueProperty().set(model.buyer(row));
                number.set(row.number());
            });
            lines.add(offer);
        }
        return lines;
    }

    private void show(String headingKey, Node content, Action main, Node focus) {
        desk.overlay().show(new Dialog(texts.get(headingKey), content, WIDTH).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)),
                Buttons.primary(texts, main)).focusing(focus));
    }
}
