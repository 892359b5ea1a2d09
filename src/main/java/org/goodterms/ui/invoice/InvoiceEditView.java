package org.goodterms.ui.invoice;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.goodterms.customer.CustomerRow;
import org.goodterms.invoice.Totals;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.DecimalField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.FormRow;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Picker;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.Shortcut;

/** The form of an invoice: whom, when, what, and what it comes to. */
public final class InvoiceEditView implements Screen {
    private final Desk desk;
    private final Texts texts;
    private final InvoiceEditViewModel model;
    private final String title;
    private final Form form;
    private final Picker<CustomerRow> whom;
    private final Action save;
    private final Action issue;
    private final Page page;

    /** @param title {@code invoice.new} or {@code invoice.edit} */
    public InvoiceEditView(Desk desk, InvoiceEditViewModel model, String title) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.title = title;
        this.form = new Form(texts);
        this.whom = new Picker<>(desk.tasks(), model::suggest, CustomerRow::name, row -> row.code() + "  " + row.name());
        whom.valueProperty().bindBidirectional(model.whom);
        save = Action.of("invoice.save", "fth-save", () -> checked(model::save)).on(Shortcut.SAVE)
                .disabledWhile(desk.tasks().busy("invoice.save"));
        issue = Action.of("invoice.issue", "fth-check", () -> checked(model::issue)).on(Shortcut.COMMIT)
                .disabledWhile(desk.tasks().busy("invoice.issue"));
        Node head = head();
        Node lines = new LineRows(desk, model, form).card();
        model.problems.addListener((o, was, is) -> form.show(is));
        page = new Page(texts.get(title)).actions(
                Buttons.quiet(texts, Action.of("window.cancel", "fth-x", desk.navigator()::back)), Buttons.of(texts, save),
                Buttons.primary(texts, issue)).scrolling(form.banner(), head, lines, sums());
    }

    private Node head() {
        DateField date = new DateField(desk.formats());
        date.valueProperty().bindBidirectional(model.date);
        DecimalField rate = new DecimalField(desk.formats());
        rate.valueProperty().bindBidirectional(model.rate);
        FormRow foreign = form.add("rate", "invoice.rate", rate).width(150);
        foreign.setVisible(model.isForeign());
        foreign.managedProperty().bind(foreign.visibleProperty());
        model.whom.addListener((o, was, is) -> foreign.setVisible(model.isForeign()));
        return new SectionCard(texts.get("invoice.whom_and_when"), Form.column(
                Form.line(form.add("customer", "invoice.customer", whom), form.add("date", "invoice.date", date).width(170),
                        foreign),
                Form.line(form.add("terms", "invoice.terms", typed(model.terms)),
                        form.add("orderNumber", "invoice.orderNumber", typed(model.orderNumber)))));
    }

    private static TextField typed(javafx.beans.property.StringProperty property) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(property);
        return field;
    }

    private Node sums() {
        GridPane grid = new GridPane(24, 6);
        model.totals.addListener((o, was, is) -> {
            grid.getChildren().clear();
            if (is != null) {
                show(grid, is);
            }
        });
        return new SectionCard(texts.get("invoice.sums"), new VBox(grid));
    }

    private void show(GridPane grid, Totals totals) {
        sum(grid, texts.get("invoice.net"), desk.formats().money(totals.net()), "figures");
        totals.taxes().forEach(row -> sum(grid, texts.get("invoice.tax_of", row.key().rate().toPlainString(),
                desk.formats().money(row.base())), desk.formats().money(row.tax()), "figures"));
        sum(grid, texts.get("invoice.total"), desk.formats().money(totals.total()), "aging-amount");
    }

    private static void sum(GridPane grid, String name, String amount, String style) {
        Label figure = new Label(amount);
        figure.getStyleClass().add(style);
        GridPane.setHalignment(figure, javafx.geometry.HPos.RIGHT);
        grid.addRow(grid.getRowCount(), new Label(name), figure);
    }

    private void checked(Runnable act) {
        List<Problem> nobody = whom.wrong().stream().map(problem -> problem.under("customer")).toList();
        if (!nobody.isEmpty()) {
            form.show(nobody);
        } else if (form.readable() && cellsReadable()) {
            act.run();
        }
    }

    /** A number in a cell that cannot be read stops here, and is named. */
    private boolean cellsReadable() {
        List<Problem> wrong = page.lookupAll(".figures").stream().filter(DecimalField.class::isInstance)
                .map(DecimalField.class::cast).filter(field -> field.getId() != null)
                .flatMap(field -> field.wrong().stream()
                        .map(problem -> problem.under(field.getId().substring("field-".length()).replace('-', '.'))))
                .toList();
        if (!wrong.isEmpty()) {
            form.show(wrong);
        }
        return wrong.isEmpty();
    }

    @Override
    public String titleKey() {
        return title;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        return List.of(save, issue);
    }

    @Override
    public Node firstFocus() {
        return whom;
    }
}
