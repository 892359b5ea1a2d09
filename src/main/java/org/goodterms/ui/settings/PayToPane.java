package org.goodterms.ui.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.goodterms.company.Choices;
import org.goodterms.company.CompanyService;
import org.goodterms.company.PayTo;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.CodeField;
import org.goodterms.ui.kit.CodeField.Code;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.FormRow;
import org.goodterms.ui.kit.SectionCard;

/** How customers pay the firm, for each currency as it is printed. */
final class PayToPane {
    private final Desk desk;
    private final Texts texts;
    private final CompanyService companies;
    private final VBox cards = new VBox(20);

    PayToPane(Desk desk, CompanyService companies) {
        this.desk = desk;
        this.texts = desk.texts();
        this.companies = companies;
    }

    Node node() {
        return cards;
    }

    void load() {
        desk.tasks().load(cards, progress -> {
            List<PayTo> all = new ArrayList<>(companies.payTos());
            String own = companies.company().currency().getCode();
            if (all.stream().noneMatch(payTo -> payTo.currency().equals(own))) {
                all.addFirst(PayTo.of(own, ""));
            }
            return all;
        }, all -> {
            cards.getChildren().setAll(all.stream().map(this::card).toList());
            cards.getChildren().add(another());
        });
    }

    private Node card(PayTo payTo) {
        Form form = new Form(texts);
        TextArea details = new TextArea(payTo.details());
        details.setPrefRowCount(4);
        details.setId("pay-to-" + payTo.currency());
        FormRow row = form.add("payTo", "settings.pay_to.details", details).hint(found(payTo));
        details.textProperty().addListener((o, was, is) -> row.hint(found(PayTo.of(payTo.currency(), is))));
        Action save = Action.of("settings.save_pay_to", "fth-check", () -> save(payTo.currency(), details.getText(), form));
        return new SectionCard(texts.get("settings.pay_to.in", payTo.currency()), Form.column(form.banner(), row))
                .actions(Buttons.quiet(texts, save));
    }

    private String found(PayTo payTo) {
        return payTo.iban() == null ? texts.get("settings.pay_to.no_iban")
                : texts.get("settings.pay_to.iban", payTo.iban(), payTo.bic() == null ? "" : payTo.bic());
    }

    private Node another() {
        Form form = new Form(texts);
        CodeField currency = new CodeField(desk.tasks(), Choices.currencies(texts.locale()).stream()
                .map(c -> new Code(c.code(), c.name())).toList(), c -> c.code() + " \u2013 " + c.name());
        Action add = Action.of("settings.pay_to.add", "fth-plus", () -> save(currency.codeProperty().get(), "", form));
        return new SectionCard(texts.get("settings.pay_to.another"), Form.column(form.banner(), Form.line(
                form.add("currency", "", currency.control()).width(320), Buttons.of(texts, add))));
    }

    private void save(String currency, String details, Form form) {
        desk.tasks().run("settings.save_pay_to", progress -> companies.setPayTo(currency, details), stored -> {
            desk.overlay().toast(texts.get("settings.saved"));
            load();
        }, form::show);
    }
}
