package org.goodterms.ui.settings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.goodterms.company.CompanyService;
import org.goodterms.company.TaxRate;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.DecimalField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.SectionCard;
import org.jspecify.annotations.Nullable;

/** The tax rates of the firm's country with the days on which they hold. */
final class TaxPane {
    private static final double HEIGHT = 440;
    private static final List<String> CATEGORIES = List.of("S", "Z", "E", "AE", "K", "G", "O");
    private final Desk desk;
    private final Texts texts;
    private final CompanyService companies;
    private final ObservableList<TaxRate> rates = FXCollections.observableArrayList();
    private final ListTable<TaxRate> table;

    TaxPane(Desk desk, CompanyService companies) {
        this.desk = desk;
        this.texts = desk.texts();
        this.companies = companies;
        this.table = table();
    }

    private ListTable<TaxRate> table() {
        LocalDate today = desk.formats().today();
        ListTable<TaxRate> list = new ListTable<TaxRate>(desk, "tax-rates").onOpen(this::ask);
        list.text("label", "tax.label", TaxRate::label).wide().toned(rate -> rate.isValidOn(today) ? null : "tone-quiet");
        list.text("percent", "tax.percent", rate -> rate.percent().toPlainString() + "\u00A0%").width(90);
        list.text("category", "tax.category", rate -> texts.get("tax.category." + rate.category())).width(210);
        list.date("from", "tax.from", TaxRate::validFrom).width(120);
        list.date("to", "tax.to", TaxRate::validTo).width(120);
        list.plain().setPrefHeight(HEIGHT);
        list.whenEmpty(new EmptyState(texts, "fth-percent", "tax.none", add()));
        return list.rows(rates);
    }

    private Action add() {
        return Action.of("tax.add", "fth-plus", () -> ask(null));
    }

    Node node() {
        return new SectionCard(texts.get("settings.taxes"), table).actions(Buttons.quiet(texts, add()));
    }

    void load() {
        desk.tasks().load(rates, progress -> companies.allTaxRates(), rates::setAll);
    }

    private void ask(@Nullable TaxRate known) {
        Form form = new Form(texts);
        TextField label = new TextField(known == null ? "" : known.label());
        DecimalField percent = new DecimalField(desk.formats());
        percent.setValue(known == null ? null : known.percent());
        ComboBox<String> category = new ComboBox<>(FXCollections.observableArrayList(CATEGORIES));
        category.setCellFactory(list -> new Named(texts));
        category.setButtonCell(new Named(texts));
        category.setValue(known == null ? "S" : known.category());
        DateField from = new DateField(desk.formats());
        from.setValue(known == null ? desk.formats().today() : known.validFrom());
        DateField to = new DateField(desk.formats());
        to.setValue(known == null ? null : known.validTo());
        for (Node fixed : new Node[] {percent, category, from}) {
            fixed.setDisable(known != null);
        }
        Node content = Form.column(form.banner(), form.add("label", "tax.label", label),
                Form.line(form.add("percent", "tax.percent", percent).width(110), form.add("category", "tax.category", category)),
                Form.line(form.add("validFrom", "tax.from", from), form.add("validTo", "tax.to", to)));
        Action save = Action.of("window.save", "fth-check", () -> {
            if (form.readable()) {
                save(new TaxRate(companies.company().country(), category.getValue(), label.getText().strip(),
                        percent.getValue() == null ? BigDecimal.ZERO : percent.getValue(),
                        from.getValue() == null ? desk.formats().today() : from.getValue(), to.getValue()), form);
            }
        });
        desk.overlay().show(new Dialog(texts.get(known == null ? "tax.add" : "tax.change"), content, 480).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)),
                Buttons.primary(texts, save)).focusing(label));
    }

    private void save(TaxRate rate, Form form) {
        desk.tasks().run("tax.save", progress -> companies.setTaxRate(rate), stored -> {
            desk.overlay().close();
            load();
        }, form::show);
    }

    /** A category by its name. */
    private static final class Named extends javafx.scene.control.ListCell<String> {
        private final Texts texts;

        private Named(Texts texts) {
            this.texts = texts;
        }

        @Override
        protected void updateItem(@Nullable String code, boolean empty) {
            super.updateItem(code, empty);
            setText(empty || code == null ? null : texts.get("tax.category." + code));
        }
    }
}
