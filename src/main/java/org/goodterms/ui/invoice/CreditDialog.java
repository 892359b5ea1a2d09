package org.goodterms.ui.invoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.goodterms.invoice.CreditRequest;
import org.goodterms.invoice.Document;
import org.goodterms.invoice.Issued;
import org.goodterms.invoice.Line;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DecimalField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;

/** Asks what of an invoice is credited: all that is left of it, or some of its lines; says at once what that comes to. */
final class CreditDialog {
    private static final double WIDTH = 640;
    private final Desk desk;
    private final Texts texts;
    private final InvoiceViewModel model;

    /** A line that may be credited. */
    private record Part(Line line, CheckBox chosen, DecimalField quantity) {
        Line credited() {
            BigDecimal many = quantity.getValue() == null ? line.quantity() : quantity.getValue();
            return new Line(line.text(), many, line.unit(), line.price(), line.per(), line.discount(), line.tax(), line.account());
        }
    }

    CreditDialog(Desk desk, InvoiceViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
    }

    void ask(Document invoice) {
        Form form = new Form(texts);
        ToggleGroup which = new ToggleGroup();
        RadioButton whole = new RadioButton(texts.get("invoice.credit_whole"));
        RadioButton some = new RadioButton(texts.get("invoice.credit_some"));
        some.setId("credit-some");
        whole.setToggleGroup(which);
        some.setToggleGroup(which);
        whole.setSelected(true);
        List<Part> parts = invoice.content().lines().stream().map(line -> part(form, line)).toList();
        GridPane grid = grid(parts);
        grid.visibleProperty().bind(some.selectedProperty());
        grid.managedProperty().bind(grid.visibleProperty());
        CheckBox keep = new CheckBox(texts.get("invoice.credit_keep"));
        TextField reason = new TextField();
        Label sum = new Label();
        sum.setWrapText(true);
        Runnable count = () -> {
            if (some.isSelected() && parts.stream().noneMatch(part -> part.chosen().isSelected())) {
                sum.setText("");
            } else {
                model.foresee(request(invoice, some.isSelected() ? parts : null, keep, reason), outcome -> say(sum, outcome));
            }
        };
        which.selectedToggleProperty().addListener((o, was, is) -> count.run());
        parts.forEach(part -> {
            part.chosen().selectedProperty().addListener((o, was, is) -> count.run());
            part.quantity().valueProperty().addListener((o, was, is) -> count.run());
        });
        VBox content = Form.column(form.banner(), whole, some, grid, form.add("reason", "invoice.credit_reason", reason), keep, sum);
        Action act = Action.of("invoice.credit", "fth-corner-down-left", () -> {
            if (some.isSelected() && parts.stream().noneMatch(part -> part.chosen().isSelected())) {
                form.show(List.of(Problem.of("window.no_line_chosen")));
            } else if (form.readable()) {
                model.credit(request(invoice, some.isSelected() ? parts : null, keep, reason), desk.overlay()::close, form::show);
            }
        }).disabledWhile(desk.tasks().busy("invoice.credit"));
        count.run();
        desk.overlay().show(new Dialog(texts.get("invoice.credit_heading", invoice.number()), content, WIDTH).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)), Buttons.primary(texts, act))
                .focusing(reason));
    }

    private Part part(Form form, Line line) {
        DecimalField quantity = new DecimalField(desk.formats());
        quantity.setValue(line.quantity());
        quantity.setPrefWidth(90);
        CheckBox chosen = new CheckBox(line.text());
        quantity.disableProperty().bind(chosen.selectedProperty().not());
        return new Part(line, chosen, quantity);
    }

    private GridPane grid(List<Part> parts) {
        GridPane grid = new GridPane(12, 6);
        for (Part part : parts) {
            GridPane.setHgrow(part.chosen(), Priority.ALWAYS);
            part.chosen().setMaxWidth(Double.MAX_VALUE);
            Node unit = new Label(texts.get("invoice.credit_of", desk.formats().number(part.line().quantity()), part.line().unit(),
                    desk.formats().number(part.line().price())));
            grid.addRow(grid.getRowCount(), part.chosen(), part.quantity(), unit);
        }
        return grid;
    }

    private static CreditRequest request(Document invoice, @org.jspecify.annotations.Nullable List<Part> parts, CheckBox keep,
            TextField reason) {
        List<Line> lines = new ArrayList<>();
        if (parts != null) {
            parts.stream().filter(part -> part.chosen().isSelected()).map(Part::credited).forEach(lines::add);
        }
        return new CreditRequest(invoice.number(), null, lines, keep.isSelected(), reason.getText());
    }

    private void say(Label sum, Outcome<Issued> outcome) {
        sum.getStyleClass().removeAll("tone-bad", "strong");
        if (outcome instanceof Outcome.Ok<Issued>(Issued issued)) {
            sum.setText(texts.get("invoice.credit_sum", issued.document().sums().total()));
            sum.getStyleClass().add("strong");
        } else {
            sum.setText(texts.of(outcome.problems().getFirst()));
            sum.getStyleClass().add("tone-bad");
        }
    }
}
