package org.goodterms.ui.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import org.goodterms.company.Choices;
import org.goodterms.customer.CustomerRow;
import org.goodterms.invoice.Document;
import org.goodterms.invoice.Totals.PriceMode;
import org.goodterms.invoice.TradePage;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Choice;
import org.goodterms.ui.kit.CodeField;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.DecimalField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.FormRow;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Picker;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.Shortcut;
import org.goodterms.ui.kit.ValueField;
import org.kordamp.ikonli.javafx.FontIcon;

/** The form of an invoice: whom, when, what, and what it comes to. */
public final class InvoiceEditView implements Screen {
    /** Under this name a cell of a grid keeps how problems call it. */
    static final String CELL = "cell";
    private final Desk desk;
    private final Texts texts;
    private final InvoiceEditViewModel model;
    private final String title;
    private final Form form;
    private final Picker<CustomerRow> whom;
    private final MoreRows more;
    private final List<Action> actions;
    private final Page page;
    private final MenuButton papers = new MenuButton();

    /** @param title {@code invoice.new} or {@code invoice.edit} */
    public InvoiceEditView(Desk desk, InvoiceEditViewModel model, String title) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.title = title;
        this.form = new Form(texts);
        this.whom = new Picker<>(desk.tasks(), model::suggest, CustomerRow::name, row -> row.code() + "  " + row.name());
        whom.valueProperty().bindBidirectional(model.whom);
        papers.setVisible(false);
        papers.managedProperty().bind(papers.visibleProperty());
        Action save = Action.of("invoice.save", "fth-save", () -> checked(model::save)).on(Shortcut.SAVE)
                .disabledWhile(desk.tasks().busy("invoice.save"));
        Action issue = Action.of("invoice.issue", "fth-check", () -> checked(() -> model.issue(""))).on(Shortcut.COMMIT)
                .disabledWhile(desk.tasks().busy("invoice.issue"));
        Action discard = Action.of("invoice.discard", "fth-trash-2", this::discard).disabledWhile(model.stored.not());
        actions = List.of(save, issue, discard);
        Node head = head();
        Node lines = new LineRows(desk, model, form).card();
        Node off = SectionCard.row(new AllowanceRows(desk, model, form).card(), new SumsCard(desk, model).card());
        more = new MoreRows(desk, model, form);
        model.problems.addListener((o, was, is) -> show(is));
        Button throwAway = Buttons.quiet(texts, discard);
        throwAway.visibleProperty().bind(model.stored);
        throwAway.managedProperty().bind(throwAway.visibleProperty());
        page = new Page(texts.get(title)).actions(throwAway,
                Buttons.quiet(texts, Action.of("window.cancel", "fth-x", desk.navigator()::back)), papers, Buttons.of(texts, save),
                Buttons.primary(texts, issue)).scrolling(form.banner(), head, lines, off, more.card());
        page.sub().textProperty().bind(model.sums.map(sums -> sums.totals().total().isZero() ? ""
                : texts.get("invoice.comes_to", sums.totals().total())).orElse(""));
    }

    /** What else the draft can be written as. */
    public InvoiceEditView papers(BiConsumer<Document, TradePage.Form> printing) {
        papers.setText(texts.get("invoice.write_as"));
        papers.setId("invoice-write-as");
        papers.setVisible(true);
        for (TradePage.Form form : TradePage.Form.values()) {
            MenuItem item = new MenuItem(texts.get("invoice.write." + form.word()), new FontIcon("fth-file-text"));
            item.setId("invoice-write-" + form.word());
            item.setOnAction(e -> checked(() -> model.stored(kept -> printing.accept(kept, form))));
            papers.getItems().add(item);
        }
        return this;
    }

    private Node head() {
        DateField date = new DateField(desk.formats());
        date.valueProperty().bindBidirectional(model.date);
        DateField due = new DateField(desk.formats());
        due.valueProperty().bindBidirectional(model.more.due);
        due.setPromptText(texts.get("invoice.due_by_terms"));
        DecimalField rate = new DecimalField(desk.formats());
        rate.valueProperty().bindBidirectional(model.rate);
        CodeField currency = new CodeField(desk.tasks(), Choices.currencies(texts.locale()).stream()
                .map(choice -> new CodeField.Code(choice.code(), choice.name())).toList(),
                code -> code.code() + " \u2013 " + code.name()).bound(model.currency);
        FormRow foreign = form.add("rate", "invoice.rate", rate).width(130);
        foreign.visibleProperty().bind(model.foreign);
        foreign.managedProperty().bind(foreign.visibleProperty());
        return new SectionCard(texts.get("invoice.whom_and_when"), Form.column(
                Form.line(form.add("customer", "invoice.customer", whom), form.add("date", "invoice.date", date).width(150),
                        form.add("orderNumber", "invoice.orderNumber", typed(model.orderNumber)).width(190)),
                Form.line(form.add("terms", "invoice.terms", typed(model.terms)).hint(texts.get("invoice.terms.hint")),
                        form.add("due", "invoice.due_instead", due).width(150),
                        form.add("currency", "invoice.currency", currency.control()).width(170), foreign,
                        form.add("mode", "invoice.prices", prices()).width(150))));
    }

    private ComboBox<PriceMode> prices() {
        ComboBox<PriceMode> choice = new ComboBox<>();
        choice.getItems().setAll(PriceMode.NET, PriceMode.GROSS);
        choice.setConverter(Choice.named(mode -> texts.get(mode == PriceMode.NET ? "invoice.prices.net" : "invoice.prices.gross")));
        choice.valueProperty().bindBidirectional(model.more.mode);
        return choice;
    }

    private static TextField typed(StringProperty property) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(property);
        return field;
    }

    /** Where only the credit hold stands in the way, its reason is asked for; the rest stands at its fields. */
    private void show(List<Problem> problems) {
        boolean held = problems.size() == 1 && problems.getFirst().code().equals(InvoiceEditViewModel.ON_HOLD);
        problems.stream().map(Problem::field).filter(field -> field != null).forEach(more::unfoldFor);
        form.show(held ? List.of() : problems);
        if (held) {
            override(problems.getFirst());
        }
    }

    private void override(Problem hold) {
        Form why = new Form(texts);
        TextField reason = new TextField();
        reason.setPromptText(texts.get("invoice.override.example"));
        Action issue = Action.of("invoice.issue_anyway", "fth-check", () -> {
            if (reason.getText().isBlank()) {
                why.show(List.of(Problem.at("reason", "typed.missing", texts.get("invoice.override"))));
            } else {
                desk.overlay().close();
                model.issue(reason.getText());
            }
        });
        javafx.scene.control.Label said = new javafx.scene.control.Label(texts.of(hold));
        said.setWrapText(true);
        desk.overlay().show(new Dialog(texts.get("invoice.override.heading"), Form.column(said,
                why.add("reason", "invoice.override", reason)), 520).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)), Buttons.primary(texts, issue))
                .focusing(reason));
    }

    private void discard() {
        desk.overlay().confirm(texts.get("invoice.discard.heading"), texts.get("invoice.discard.sentence"),
                Action.of("invoice.discard", "fth-trash-2", model::discard));
    }

    private void checked(Runnable act) {
        List<Problem> wrong = new ArrayList<>(whom.wrong().stream().map(problem -> problem.under("customer")).toList());
        wrong.addAll(cells());
        if (!wrong.isEmpty()) {
            form.show(wrong);
        } else if (form.readable()) {
            act.run();
        }
    }

    /** Numbers in cells that cannot be read, named. */
    private List<Problem> cells() {
        return page.lookupAll(".figures").stream().filter(ValueField.class::isInstance).map(node -> (ValueField<?>) node)
                .filter(field -> field.getProperties().containsKey(CELL))
                .flatMap(field -> field.wrong().stream().map(problem -> problem.under((String) field.getProperties().get(CELL))))
                .toList();
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
        return actions;
    }

    @Override
    public Node firstFocus() {
        return whom;
    }
}
