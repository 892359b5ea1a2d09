package org.goodterms.ui.invoice;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.goodterms.invoice.TaxKey;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DecimalField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.SectionCard;

/** The lines of an invoice as a grid of inputs; a problem marks the cell it names. */
final class LineRows {
    private static final double GAP = 8;
    private final Desk desk;
    private final Texts texts;
    private final InvoiceEditViewModel model;
    private final Form form;
    private final GridPane grid = new GridPane(GAP, GAP);

    LineRows(Desk desk, InvoiceEditViewModel model, Form form) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.form = form;
        model.lines.addListener((ListChangeListener<LineFields>) change -> show());
        show();
    }

    SectionCard card() {
        Action add = Action.of("invoice.add_line", "fth-plus", model::addLine);
        return new SectionCard(texts.get("invoice.lines"), grid).actions(Buttons.quiet(texts, add));
    }

    private void show() {
        grid.getChildren().clear();
        String[] heads = {"invoice.line.text", "invoice.line.quantity", "invoice.line.unit", "invoice.line.price",
            "invoice.line.tax"};
        for (int i = 0; i < heads.length && !model.lines.isEmpty(); i++) {
            Label head = new Label(texts.get(heads[i]));
            head.getStyleClass().add("form-label");
            grid.add(head, i, 0);
        }
        for (int i = 0; i < model.lines.size(); i++) {
            row(i + 1, model.lines.get(i));
        }
    }

    private void row(int number, LineFields line) {
        String field = "lines." + number + ".";
        TextField text = text(field + "text", line.text, 260);
        GridPane.setHgrow(text, Priority.ALWAYS);
        DecimalField quantity = new DecimalField(desk.formats());
        quantity.valueProperty().bindBidirectional(line.quantity);
        DecimalField price = new DecimalField(desk.formats());
        price.valueProperty().bindBidirectional(line.price);
        cell(field + "quantity", quantity, 90);
        cell(field + "price", price, 120);
        Button remove = Buttons.icon(texts, Action.of("invoice.remove_line", "fth-trash-2", () -> model.remove(line)));
        grid.addRow(number, text, quantity, text(field + "unit", line.unit, 70), price, tax(field + "tax", line), remove);
    }

    private TextField text(String field, javafx.beans.property.StringProperty property, double width) {
        TextField control = new TextField();
        control.textProperty().bindBidirectional(property);
        cell(field, control, width);
        return control;
    }

    private void cell(String field, TextField control, double width) {
        control.setPrefWidth(width);
        control.setId("field-" + field.replace('.', '-'));
        form.mark(field, control);
    }

    private ComboBox<TaxKey> tax(String field, LineFields line) {
        ComboBox<TaxKey> choice = new ComboBox<>(model.taxes);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(TaxKey key) {
                return key == null ? "" : texts.get("invoice.tax.percent", key.category(), key.rate().toPlainString());
            }

            @Override
            public TaxKey fromString(String shown) {
                return line.tax.get();
            }
        });
        choice.setPrefWidth(120);
        choice.setValue(line.tax.get());
        choice.valueProperty().addListener((o, was, is) -> {
            if (is != null) {
                line.tax.set(is);
            }
        });
        form.mark(field, choice);
        return choice;
    }
}
