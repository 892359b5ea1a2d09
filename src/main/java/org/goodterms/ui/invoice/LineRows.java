package org.goodterms.ui.invoice;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.goodterms.invoice.TaxKey;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Choice;
import org.goodterms.ui.kit.DecimalField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.ValueField;

/**
 * The lines of an invoice as a grid of inputs; a problem marks the cell it names. Enter goes to the next line and begins a
 * new one after the last; Ctrl+Delete removes a line.
 */
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
        grid.addEventHandler(ActionEvent.ACTION, this::entered);
        grid.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.lines.addListener((ListChangeListener<LineFields>) change -> show());
        show();
    }

    SectionCard card() {
        Action add = Action.of("invoice.add_line", "fth-plus", this::add);
        return new SectionCard(texts.get("invoice.lines"), grid).actions(Buttons.quiet(texts, add));
    }

    private void add() {
        model.addLine();
        focus(model.lines.size() - 1);
    }

    private void entered(ActionEvent event) {
        int at = event.getTarget() instanceof TextField field ? at(field) : -1;
        if (at >= 0 && at == model.lines.size() - 1) {
            add();
        } else if (at >= 0) {
            focus(at + 1);
        }
    }

    private void key(KeyEvent event) {
        int at = event.getTarget() instanceof Node node ? at(node) : -1;
        if (at >= 0 && event.getCode() == KeyCode.DELETE && event.isShortcutDown() && model.lines.size() > 1) {
            model.remove(model.lines.get(at));
            focus(Math.min(at, model.lines.size() - 1));
            event.consume();
        }
    }

    private static int at(Node node) {
        Integer row = GridPane.getRowIndex(node);
        return row == null ? -1 : row - 1;
    }

    private void focus(int line) {
        Platform.runLater(() -> {
            Node text = grid.lookup("#field-lines-" + (line + 1) + "-text");
            if (text != null) {
                text.requestFocus();
            }
        });
    }

    private void show() {
        grid.getChildren().clear();
        String[] heads = {"invoice.line.text", "invoice.line.quantity", "invoice.line.unit", "invoice.line.price",
            "invoice.line.off", "invoice.line.tax"};
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
        TextField text = text(field + "text", line.text, 240);
        GridPane.setHgrow(text, Priority.ALWAYS);
        DecimalField quantity = new DecimalField(desk.formats());
        quantity.valueProperty().bindBidirectional(line.quantity);
        DecimalField price = new DecimalField(desk.formats());
        price.valueProperty().bindBidirectional(line.price);
        OffField off = new OffField(desk.formats());
        off.valueProperty().bindBidirectional(line.off);
        off.setPromptText(texts.get("invoice.line.off.example"));
        cell(field + "quantity", quantity, 84);
        cell(field + "price", price, 110);
        cell(field + "discount", off, 84);
        Button remove = Buttons.icon(texts, Action.of("invoice.remove_line", "fth-trash-2", () -> model.remove(line)));
        remove.setFocusTraversable(false);
        grid.addRow(number, text, quantity, text(field + "unit", line.unit, 64), price, off, tax(field + "tax", line), remove);
    }

    private TextField text(String field, javafx.beans.property.StringProperty property, double width) {
        TextField control = new TextField();
        control.textProperty().bindBidirectional(property);
        cell(field, control, width);
        return control;
    }

    private void cell(String field, TextField control, double width) {
        control.setPrefWidth(width);
        control.setMinWidth(Math.min(width, 64));
        control.setId("field-" + field.replace('.', '-'));
        if (control instanceof ValueField<?>) {
            control.getProperties().put(InvoiceEditView.CELL, field);
        }
        form.mark(field, control);
    }

    private ComboBox<TaxKey> tax(String field, LineFields line) {
        ComboBox<TaxKey> choice = new ComboBox<>(model.taxes);
        choice.setConverter(Choice.named(key -> TaxWords.of(texts, key)));
        choice.setPrefWidth(136);
        choice.setMinWidth(110);
        choice.setId("field-" + field.replace('.', '-'));
        choice.setValue(line.tax.get());
        line.tax.addListener((o, was, is) -> choice.setValue(is));
        choice.valueProperty().addListener((o, was, is) -> {
            if (is != null) {
                line.tax.set(is);
            }
        });
        form.mark(field, choice);
        return choice;
    }
}
