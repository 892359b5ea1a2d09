package org.goodterms.ui.invoice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.goodterms.invoice.CreditProposal;
import org.goodterms.invoice.CreditRequest;
import org.goodterms.invoice.Document;
import org.goodterms.invoice.Issued;
import org.goodterms.invoice.Line;
import org.goodterms.invoice.PartCredit;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DecimalField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.MoneyField;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Asks what of an invoice is credited: all that is left, some of its lines, or an amount; says at once what that comes to. */
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
        new Asking(invoice, null).show();
    }

    /** With that amount and reason filled in. */
    void ask(Document invoice, CreditProposal proposal) {
        new Asking(invoice, proposal).show();
    }

    /** One dialog. */
    private final class Asking {
        private final Document invoice;
        private final Form form = new Form(texts);
        private final ToggleGroup which = new ToggleGroup();
        private final RadioButton whole = choice("invoice.credit_whole");
        private final RadioButton some = choice("invoice.credit_some");
        private final RadioButton part = choice("invoice.credit_part");
        private final List<Part> parts;
        private final MoneyField amount;
        private final CheckBox keep = new CheckBox(texts.get("invoice.credit_keep"));
        private final TextField reason = new TextField();
        private final Label sum = new Label();

        private Asking(Document invoice, @Nullable CreditProposal proposal) {
            this.invoice = invoice;
            this.parts = invoice.content().lines().stream().map(CreditDialog.this::part).toList();
            this.amount = new MoneyField(desk.formats(), invoice.sums().total().getCurrencyUnit());
            whole.setSelected(true);
            if (proposal != null) {
                proposal.lines().forEach(position -> parts.get(position - 1).chosen().setSelected(true));
                (proposal.lines().isEmpty() ? part : some).setSelected(true);
                amount.setValue(proposal.amount());
                reason.setText(proposal.reason());
            }
        }

        private RadioButton choice(String key) {
            RadioButton button = new RadioButton(texts.get(key));
            button.setId(key.replace("invoice.credit_", "credit-"));
            button.setToggleGroup(which);
            return button;
        }

        private void show() {
            sum.setWrapText(true);
            sum.setId("credit-sum");
            GridPane grid = grid(parts);
            grid.visibleProperty().bind(some.selectedProperty());
            grid.managedProperty().bind(grid.visibleProperty());
            Node much = form.add("amount", "invoice.credit_amount", amount).width(200);
            much.visibleProperty().bind(part.selectedProperty());
            much.managedProperty().bind(much.visibleProperty());
            which.selectedToggleProperty().addListener((o, was, is) -> count());
            amount.valueProperty().addListener((o, was, is) -> count());
            parts.forEach(one -> {
                one.chosen().selectedProperty().addListener((o, was, is) -> count());
                one.quantity().valueProperty().addListener((o, was, is) -> count());
            });
            Action act = Action.of("invoice.credit", "fth-corner-down-left", this::act).disabledWhile(desk.tasks().busy("invoice.credit"));
            count();
            desk.overlay().show(new Dialog(texts.get("invoice.credit_heading", invoice.number()), Form.column(form.banner(), whole, some,
                    grid, part, much, form.add("reason", "invoice.credit_reason", reason), keep, sum), WIDTH).buttons(
                    Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)), Buttons.primary(texts, act))
                    .focusing(reason));
        }

        private void count() {
            request().ifPresentOrElse(request -> model.foresee(request, this::say), () -> sum.setText(""));
        }

        private void act() {
            Optional<CreditRequest> request = request();
            if (request.isEmpty()) {
                form.show(List.of(Problem.of("window.no_line_chosen")));
            } else if (form.readable()) {
                model.credit(request.get(), desk.overlay()::close, form::show);
            }
        }

        /** Empty where nothing is chosen. */
        private Optional<CreditRequest> request() {
            List<Line> lines = some.isSelected() ? parts.stream().filter(one -> one.chosen().isSelected()).map(Part::credited).toList()
                    : part.isSelected() ? ofAmount(amount.getValue()) : List.of();
            return lines.isEmpty() && !whole.isSelected() ? Optional.empty()
                    : Optional.of(new CreditRequest(invoice.number(), null, lines, keep.isSelected(), reason.getText()));
        }

        private List<Line> ofAmount(@Nullable Money much) {
            return much == null || !much.isPositive() ? List.of() : PartCredit.lines(invoice, much,
                    reason.getText().isBlank() ? texts.get("invoice.credit_line", invoice.number()) : reason.getText().strip());
        }

        private void say(Outcome<Issued> outcome) {
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

    private Part part(Line line) {
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
}
