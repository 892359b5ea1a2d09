package org.goodterms.ui.invoice;

import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.FormRow;
import org.goodterms.ui.kit.SectionCard;

/** What an invoice rarely needs; folded away until it is asked for or says something. */
final class MoreRows {
    private final Desk desk;
    private final Texts texts;
    private final InvoiceEditViewModel model;
    private final Form form;
    private final VBox content;

    MoreRows(Desk desk, InvoiceEditViewModel model, Form form) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.form = form;
        content = Form.column(
                Form.line(form.add("supplyFrom", "invoice.supplyFrom", date(model.more.supplyFrom)).width(170),
                        form.add("supplyTo", "invoice.supplyTo", date(model.more.supplyTo)).width(170),
                        form.add("language", "invoice.language", languages()).width(170),
                        form.add("contact", "invoice.contact", typed(model.more.contact))),
                form.add("intro", "invoice.intro", area(model.more.intro)),
                form.add("closing", "invoice.closing", area(model.more.closing)), reason(), deposits());
        content.setVisible(false);
        content.managedProperty().bind(content.visibleProperty());
        model.stored.addListener((o, was, is) -> unfold());
    }

    SectionCard card() {
        Action more = Action.of("invoice.unfold", "fth-chevron-down", () -> content.setVisible(!content.isVisible()));
        return new SectionCard(texts.get("invoice.words_and_deposits"), content).actions(Buttons.quiet(texts, more));
    }

    /** Shows it where something stands in it. */
    void unfold() {
        content.setVisible(content.isVisible() || model.more.isUsed());
    }

    /** Shows it because a problem is about it. */
    void unfoldFor(String field) {
        if (java.util.Set.of("supplyFrom", "supplyTo", "contact", "intro", "closing", "exemptionReason", "lessDeposit").contains(field)) {
            content.setVisible(true);
        }
    }

    /** Those that documents are written in; the customer's where none is chosen. */
    private ComboBox<String> languages() {
        ComboBox<String> languages = new ComboBox<>();
        languages.getItems().setAll("", "en", "de", "fr", "es", "it", "nl", "pt", "pl");
        languages.setCellFactory(list -> new LanguageCell());
        languages.setButtonCell(new LanguageCell());
        languages.valueProperty().bindBidirectional(model.more.language);
        return languages;
    }

    private final class LanguageCell extends javafx.scene.control.ListCell<String> {
        @Override
        protected void updateItem(@org.jspecify.annotations.Nullable String tag, boolean empty) {
            super.updateItem(tag, empty);
            setText(empty ? "" : tag == null || tag.isEmpty() ? texts.get("invoice.language.customer")
                    : java.util.Locale.forLanguageTag(tag).getDisplayLanguage(texts.locale()));
        }
    }

    private Node reason() {
        return form.add("exemptionReason", "invoice.exemptionReason", typed(model.more.exemptionReason))
                .hint(texts.get("invoice.exemptionReason.hint"));
    }

    private Node deposits() {
        CheckBox deposit = new CheckBox(texts.get("invoice.deposit"));
        deposit.setId("field-deposit");
        deposit.selectedProperty().bindBidirectional(model.more.deposit);
        ComboBox<String> less = new ComboBox<>();
        less.setEditable(true);
        model.deposits.addListener((ListChangeListener<String>) change -> less.getItems().setAll(model.deposits));
        less.getEditor().textProperty().bindBidirectional(model.more.less);
        FormRow row = form.add("lessDeposit", "invoice.lessDeposit", less).width(260);
        row.disableProperty().bind(Bindings.createBooleanBinding(model.more.deposit::get, model.more.deposit));
        FormRow box = form.add("deposit", "", deposit).hint(texts.get("invoice.deposit.hint"));
        HBox line = Form.line(row, box);
        line.setAlignment(javafx.geometry.Pos.BOTTOM_LEFT);
        return line;
    }

    private DateField date(javafx.beans.property.ObjectProperty<java.time.LocalDate> property) {
        DateField field = new DateField(desk.formats());
        field.valueProperty().bindBidirectional(property);
        return field;
    }

    private static TextField typed(StringProperty property) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(property);
        return field;
    }

    private static TextArea area(StringProperty property) {
        TextArea area = new TextArea();
        area.setPrefRowCount(2);
        area.setWrapText(true);
        area.textProperty().bindBidirectional(property);
        return area;
    }
}
