package org.goodterms.ui.invoice;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.SectionCard;

/** Discounts and charges on the whole invoice, beneath its lines. */
final class AllowanceRows {
    private final Desk desk;
    private final Texts texts;
    private final InvoiceEditViewModel model;
    private final Form form;
    private final GridPane grid = new GridPane(8, 8);

    AllowanceRows(Desk desk, InvoiceEditViewModel model, Form form) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.form = form;
        model.allowances.addListener((ListChangeListener<AllowanceFields>) change -> show());
        show();
    }

    SectionCard card() {
        return new SectionCard(texts.get("invoice.allowances"), grid).actions(
                Buttons.quiet(texts, Action.of("invoice.add_discount", "fth-minus", () -> model.addAllowance(false))),
                Buttons.quiet(texts, Action.of("invoice.add_charge", "fth-plus", () -> model.addAllowance(true))));
    }

    private void show() {
        grid.getChildren().clear();
        for (int i = 0; i < model.allowances.size(); i++) {
            row(i + 1, model.allowances.get(i));
        }
        if (model.allowances.isEmpty()) {
            Label none = new Label(texts.get("invoice.allowances.none"));
            none.getStyleClass().add("muted");
            grid.add(none, 0, 0);
        }
    }

    private void row(int number, AllowanceFields allowance) {
        String field = "allowances." + number;
        Label kind = new Label(texts.get(allowance.charge.get() ? "invoice.charge" : "invoice.discount"));
        kind.setMinWidth(70);
        TextField reason = new TextField();
        reason.textProperty().bindBidirectional(allowance.reason);
        reason.setPromptText(texts.get(allowance.charge.get() ? "invoice.charge.example" : "invoice.discount.example"));
        reason.setId("field-allowances-" + number + "-reason");
        GridPane.setHgrow(reason, Priority.ALWAYS);
        form.mark(field + ".reason", reason);
        OffField off = new OffField(desk.formats());
        off.valueProperty().bindBidirectional(allowance.off);
        off.setPromptText(texts.get("invoice.line.off.example"));
        off.setPrefWidth(120);
        off.setId("field-allowances-" + number);
        off.getProperties().put(InvoiceEditView.CELL, field);
        form.mark(field, off);
        grid.addRow(number, kind, reason, off, Buttons.icon(texts,
                Action.of("invoice.remove_allowance", "fth-trash-2", () -> model.remove(allowance))));
    }
}
