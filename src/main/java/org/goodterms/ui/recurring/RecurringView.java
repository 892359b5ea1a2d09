package org.goodterms.ui.recurring;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import org.goodterms.kernel.Texts;
import org.goodterms.recurring.Schedule;
import org.goodterms.recurring.TemplateRow;
import org.goodterms.recurring.Waiting;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.Shortcut;
import org.jspecify.annotations.Nullable;

/** Above what waits for approval, below the templates it comes from. */
public final class RecurringView implements Screen {
    /** Rows of a list before it scrolls by itself. */
    static final int SHOWN = 8;
    private final Desk desk;
    private final Texts texts;
    private final RecurringViewModel model;
    private final ListTable<Waiting> waiting;
    private final ListTable<TemplateRow> templates;
    private final List<Action> actions;
    private final Page page;

    public RecurringView(Desk desk, RecurringViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.waiting = waitingList();
        this.templates = templateList();
        Action make = Action.of("recurring.new", "fth-plus", () -> desk.navigator().go(Place.of("recurring.new"))).on(Shortcut.NEW);
        Action all = Action.of("recurring.approve_all", "fth-check-circle", model::approveAll)
                .disabledWhile(Bindings.isEmpty(model.waiting));
        Action approve = Action.of("recurring.approve", "fth-check", () -> selected(waiting.selected(), model::approve)).on(Shortcut.COMMIT)
                .disabledWhile(Bindings.isEmpty(waiting.selection()));
        Action leaveOut = Action.of("recurring.leave_out", "fth-x", () -> selected(waiting.selected(), model::leaveOut))
                .disabledWhile(Bindings.isEmpty(waiting.selection()));
        Action pause = Action.of("recurring.pause", "fth-pause", () -> selected(templates.selected(), model::pause))
                .disabledWhile(Bindings.isEmpty(templates.selection()));
        Action end = Action.of("recurring.end", "fth-square", () -> selected(templates.selected(), model::end))
                .disabledWhile(Bindings.isEmpty(templates.selection()));
        Action entry = Action.of("recurring.entry.new", "fth-edit", () -> desk.navigator().go(Place.of("accounts")));
        EntryCards entries = new EntryCards(desk, model, entry);
        actions = Stream.concat(Stream.of(make, entry, approve, all, leaveOut, pause, end), entries.actions().stream()).toList();
        waiting.whenEmpty(new EmptyState(texts, "fth-check-circle", "recurring.none_waiting", make));
        templates.whenEmpty(new EmptyState(texts, "fth-repeat", "recurring.none", make));
        SectionCard above = new SectionCard(texts.get("recurring.waiting"), waiting).actions(Buttons.quiet(texts, leaveOut),
                Buttons.quiet(texts, approve), Buttons.quiet(texts, all));
        SectionCard below = new SectionCard(texts.get("recurring.templates"), templates).actions(Buttons.quiet(texts, pause),
                Buttons.quiet(texts, end));
        count(above, below);
        page = new Page(texts.get(titleKey())).actions(Buttons.of(texts, entry), Buttons.primary(texts, make)).scrolling(above,
                entries.above(), below, entries.below());
    }

    private void count(SectionCard above, SectionCard below) {
        model.waiting.addListener((ListChangeListener<Waiting>) change -> above.count().setText(Integer.toString(model.waiting.size())));
        model.templates.addListener((ListChangeListener<TemplateRow>) change ->
                below.count().setText(Integer.toString(model.templates.size())));
    }

    static <T> void selected(ObservableValue<@Nullable T> selected, Consumer<T> act) {
        T row = selected.getValue();
        if (row != null) {
            act.accept(row);
        }
    }

    private ListTable<Waiting> waitingList() {
        ListTable<Waiting> table = new ListTable<Waiting>(desk, "recurring-waiting").keyedBy(one -> one.template().id() + "/" + one.period().from())
                .plain().onOpen(model::approve).fitting(SHOWN);
        table.date("due", "recurring.due", one -> one.period().due()).width(120);
        table.text("customer", "recurring.customer", Waiting::customer).wide();
        table.text("name", "recurring.name", one -> one.template().name()).width(220);
        table.text("period", "recurring.period", one -> desk.formats().date(one.period().from()) + " \u2013 "
                + desk.formats().date(one.period().to())).width(210);
        table.money("total", "recurring.total", Waiting::total).width(130);
        table.rows(model.waiting);
        return table;
    }

    private ListTable<TemplateRow> templateList() {
        ListTable<TemplateRow> table = new ListTable<TemplateRow>(desk, "recurring-templates").keyedBy(row -> row.template().id()).plain()
                .fitting(SHOWN);
        table.text("customer", "recurring.customer", TemplateRow::customer).wide();
        table.text("name", "recurring.name", row -> row.template().name()).width(220);
        table.text("every", "recurring.every", row -> every(row.template().schedule())).width(150);
        table.text("next", "recurring.next", this::next).width(150);
        table.count("issued", "recurring.times", TemplateRow::issued).width(100);
        table.rows(model.templates);
        return table;
    }

    private String every(Schedule schedule) {
        return texts.get("recurring.every." + schedule.unit().word(), schedule.count());
    }

    private String next(TemplateRow row) {
        Schedule.Period next = row.next();
        return row.template().state().paused() ? texts.get("recurring.paused")
                : next == null ? texts.get("recurring.ended") : desk.formats().date(next.due());
    }

    @Override
    public String titleKey() {
        return "screen.recurring";
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
        return actions;
    }

    @Override
    public Node firstFocus() {
        return waiting.table();
    }
}
