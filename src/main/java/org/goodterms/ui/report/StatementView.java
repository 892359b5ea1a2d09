package org.goodterms.ui.report;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.goodterms.kernel.Texts;
import org.goodterms.report.Statement;
import org.goodterms.report.Statement.Form;
import org.goodterms.report.Statement.StatementLine;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.FilterChips;
import org.goodterms.ui.kit.KeyFigure;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.StatusPill.Tone;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** A customer's statement of account in both forms, for any period. */
public final class StatementView implements Screen {
    private static final double DATE_WIDTH = 140;
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
        List<Node> buttons = new ArrayList<>(List.of(Buttons.of(texts, customer)));
        if (desk.navigator().knows("reminder.new")) {
            Action remind = Action.of("reminder.new", "fth-bell", () -> desk.navigator().go(Place.of("reminder.new", model.id())));
            actions.add(remind);
            buttons.add(Buttons.of(texts, remind));
        }
        return buttons.toArray(Node[]::new);
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
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable CurrencyUnit unit) {
                return unit == null ? "" : unit.getCode();
            }

            @Override
            public CurrencyUnit fromString(String code) {
                throw new UnsupportedOperationException("not typed");
            }
        });
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
