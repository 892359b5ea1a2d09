package org.goodterms.ui.report;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.goodterms.invoice.MailText;
import org.goodterms.kernel.Texts;
import org.goodterms.report.Statement.Form;
import org.goodterms.report.Statement.StatementLine;
import org.goodterms.report.Statement;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Choice;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.FilterChips;
import org.goodterms.ui.kit.KeyFigure;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.Shortcut;
import org.goodterms.ui.kit.StatusPill.Tone;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** A customer's statement of account in both forms, for any period. */
public final class StatementView implements Screen {
    private static final double DATE_WIDTH = 140;
    private static final double MAIL_WIDTH = 640;
    private static final int ROWS = 12;
    private final Desk desk;
    private final Texts texts;
    private final StatementViewModel model;
    private final KeyFigure opening;
    private final KeyFigure closing;
    private final KeyFigure overdue;
    private final HBox figures;
    private final ListTable<StatementLine> list;
    private final List<Action> actions = new ArrayList<>();
    private final Page page;

    public StatementView(Desk desk, StatementViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        opening = new KeyFigure(texts.get("statement.opening"));
        closing = new KeyFigure(texts.get("statement.closing"));
        overdue = new KeyFigure(texts.get("statement.overdue"));
        figures = KeyFigure.row(opening, closing, overdue);
        list = list();
        list.leading(choices());
        page = new Page(texts.get(titleKey())).content(figures, list);
        page.actions(buttons());
        model.statement.addListener((o, was, is) -> show(is));
    }

    private Node[] buttons() {
        Action customer = Action.of("followup.customer", "fth-user", () -> desk.navigator().go(Place.of("customer", model.id())));
        actions.add(customer);
        Action pdf = Action.of("report.pdf", "fth-file-text", this::save).on(Shortcut.SAVE);
        Action mail = Action.of("statement.mail", "fth-mail", () -> model.read(this::askMail)).on(Shortcut.COMMIT);
        actions.addAll(List.of(pdf, mail));
        List<Node> buttons = new ArrayList<>(List.of(Buttons.of(texts, customer), Buttons.of(texts, pdf)));
        if (desk.navigator().knows("reminder.new")) {
            Action remind = Action.of("reminder.new", "fth-bell", () -> desk.navigator().go(Place.of("reminder.new", model.id())));
            actions.add(remind);
            buttons.add(Buttons.of(texts, remind));
        }
        buttons.add(Buttons.primary(texts, mail));
        return buttons.toArray(Node[]::new);
    }

    private void save() {
        String code = model.customer.get() == null ? "" : model.customer.get().code();
        desk.overlay().askFile(texts.get("report.pdf"), "statement-" + code + "-" + model.to.get() + ".pdf", "pdf").ifPresent(model::save);
    }

    /** The mail to be read and changed before it goes. */
    private void askMail(MailText mail, boolean account) {
        org.goodterms.ui.kit.Form form = new org.goodterms.ui.kit.Form(texts);
        TextField subject = new TextField(mail.subject());
        TextArea text = new TextArea(mail.text());
        text.setWrapText(true);
        text.setPrefRowCount(ROWS);
        Label to = new Label(texts.get("statement.mail_to", mail.recipients().isEmpty() ? "\u2013" : String.join(", ", mail.recipients()),
                mail.attachment()));
        to.getStyleClass().add("subtle");
        to.setWrapText(true);
        Action send = Action.of(account ? "statement.send" : "statement.open", account ? "fth-send" : "fth-external-link",
                () -> model.send(subject.getText(), text.getText(), account, desk.overlay()::close, form::show))
                .disabledWhile(desk.tasks().busy("statement.send"));
        desk.overlay().show(new Dialog(texts.get("statement.mail"), org.goodterms.ui.kit.Form.column(form.banner(), to,
                form.add("subject", "mail.subject", subject), form.add("text", "mail.text", text)), MAIL_WIDTH).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)), Buttons.primary(texts, send)).focusing(text));
    }

    private Node choices() {
        FilterChips<Form> chips = new FilterChips<>(List.of(Form.values()), form -> texts.get("statement.form." + form.word()));
        chips.chosen().bindBidirectional(model.form);
        DateField from = day("statement-from", "statement.from", model.from);
        DateField to = day("statement-to", "statement.to", model.to);
        Label before = new Label(texts.get("statement.from"));
        for (Node node : new Node[] {before, from}) {
            node.visibleProperty().bind(model.form.isEqualTo(Form.BALANCE_FORWARD));
            node.managedProperty().bind(node.visibleProperty());
        }
        HBox line = new HBox(10, chips, before, from, new Label(texts.get("statement.to")), to, currencies());
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private DateField day(String id, String key, javafx.beans.property.ObjectProperty<java.time.LocalDate> property) {
        DateField field = new DateField(desk.formats());
        field.setId(id);
        field.setPrefWidth(DATE_WIDTH);
        field.setMinWidth(DATE_WIDTH);
        field.setAccessibleText(texts.get(key));
        field.valueProperty().bindBidirectional(property);
        return field;
    }

    private ComboBox<CurrencyUnit> currencies() {
        ComboBox<CurrencyUnit> box = new ComboBox<>(model.currencies);
        box.setConverter(Choice.named(CurrencyUnit::getCode));
        box.setAccessibleText(texts.get("customer.currency"));
        box.visibleProperty().bind(Bindings.size(model.currencies).greaterThan(1));
        box.managedProperty().bind(box.visibleProperty());
        model.statement.addListener((o, was, is) -> {
            if (is != null && box.getValue() == null) {
                box.setValue(is.closing().getCurrencyUnit());
            }
        });
        box.valueProperty().addListener((o, was, is) -> {
            if (is != null && model.statement.get() != null && !is.equals(model.statement.get().closing().getCurrencyUnit())) {
                model.currency.set(is);
            }
        });
        return box;
    }

    private ListTable<StatementLine> list() {
        ListTable<StatementLine> table = new ListTable<StatementLine>(desk, "statement").keyedBy(StatementLine::number);
        table.date("date", "item.date", StatementLine::date).width(120);
        table.text("number", "item.number", StatementLine::number).wide();
        table.text("kind", "item.kind", line -> texts.get("item.kind." + line.kind().word())).width(130);
        table.date("due", "item.due", StatementLine::due).width(120).toned(line -> line.daysLate() > 0 ? "tone-bad" : null);
        table.count("late", "item.late", line -> line.daysLate() > 0 ? (int) line.daysLate() : null).width(90).toned(line -> "tone-bad");
        table.money("of", "statement.of", StatementLine::of).width(120).hidden();
        table.money("amount", "statement.amount", StatementLine::amount).width(130);
        table.number("balance", "statement.balance", line -> line.balance().getAmount()).width(130);
        table.whenEmpty(new EmptyState(texts, "fth-file-text", "statement.none", null));
        table.rows(model.lines);
        return table;
    }

    private void show(@Nullable Statement statement) {
        if (statement == null) {
            return;
        }
        boolean moving = statement.form() == Form.BALANCE_FORWARD;
        String name = model.customer.get() == null ? "" : model.customer.get().name();
        page.heading().setText(texts.get("statement.heading", name));
        String end = desk.formats().date(statement.to());
        page.sub().setText(moving && statement.from() != null ? texts.get("statement.sub.period", desk.formats().date(statement.from()), end)
                : texts.get("statement.sub.day", end));
        opening.setVisible(moving);
        opening.setManaged(moving);
        opening.show(desk.formats(), statement.opening(), statement.from() == null ? "" : texts.get("statement.before",
                desk.formats().date(statement.from())));
        closing.show(desk.formats(), statement.closing(), texts.get("statement.at", end));
        overdue.show(desk.formats(), statement.overdue(), texts.get("statement.at", end))
                .tone(statement.overdue().isPositive() ? Tone.BAD : Tone.QUIET);
    }

    @Override
    public String titleKey() {
        return "statement";
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void onShow() {
        model.start();
    }

    @Override
    public void onHide() {
        model.stop();
    }

    @Override
    public List<Action> actions() {
        return List.copyOf(actions);
    }

    @Override
    public Node firstFocus() {
        return list.table();
    }
}
