package org.goodterms.ui.recurring;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.goodterms.kernel.Texts;
import org.goodterms.recurring.EntryTemplateRow;
import org.goodterms.recurring.EntryWaiting;
import org.goodterms.recurring.Schedule;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.SectionCard;

/** Journal entries that come back: those that wait, and behind them those that are kept. Not seen while there are none. */
final class EntryCards {
    private final Desk desk;
    private final Texts texts;
    private final RecurringViewModel model;
    private final ListTable<EntryWaiting> waiting;
    private final ListTable<EntryTemplateRow> kept;
    private final List<Action> actions;
    private final SectionCard above;
    private final SectionCard below;

    EntryCards(Desk desk, RecurringViewModel model, Action make) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        waiting = waitingList();
        kept = keptList();
        Action post = Action.of("recurring.entry.approve", "fth-check", () -> RecurringView.selected(waiting.selected(), model::post))
                .disabledWhile(Bindings.isEmpty(waiting.selection()));
        Action all = Action.of("recurring.entry.approve_all", "fth-check-circle", model::postAll)
                .disabledWhile(Bindings.isEmpty(model.entriesWaiting));
        Action leaveOut = Action.of("recurring.entry.leave_out", "fth-x", () -> RecurringView.selected(waiting.selected(), model::leaveOut))
                .disabledWhile(Bindings.isEmpty(waiting.selection()));
        Action pause = Action.of("recurring.entry.pause", "fth-pause", () -> RecurringView.selected(kept.selected(), model::pause))
                .disabledWhile(Bindings.isEmpty(kept.selection()));
        Action end = Action.of("recurring.entry.end", "fth-square", () -> RecurringView.selected(kept.selected(), model::end))
                .disabledWhile(Bindings.isEmpty(kept.selection()));
        actions = List.of(post, all, leaveOut, pause, end);
        waiting.whenEmpty(new EmptyState(texts, "fth-check-circle", "recurring.entry.none_waiting", make));
        above = new SectionCard(texts.get("recurring.entry.waiting"), waiting).actions(Buttons.quiet(texts, leaveOut),
                Buttons.quiet(texts, post), Buttons.quiet(texts, all));
        below = new SectionCard(texts.get("recurring.entry.kept"), kept).actions(Buttons.quiet(texts, pause), Buttons.quiet(texts, end));
        above.count().textProperty().bind(Bindings.size(model.entriesWaiting).asString());
        below.count().textProperty().bind(Bindings.size(model.entries).asString());
        BooleanBinding some = Bindings.isNotEmpty(model.entries);
        for (SectionCard card : List.of(above, below)) {
            card.visibleProperty().bind(some);
            card.managedProperty().bind(some);
        }
    }

    private ListTable<EntryWaiting> waitingList() {
        ListTable<EntryWaiting> table = new ListTable<EntryWaiting>(desk, "recurring-entries-waiting")
                .keyedBy(one -> one.template().id() + "/" + one.period().from()).plain().onOpen(model::post).fitting(RecurringView.SHOWN);
        table.date("due", "recurring.due", one -> one.period().due()).width(120);
        table.text("text", "recurring.entry.text", EntryWaiting::text).wide();
        table.text("name", "recurring.name", one -> one.template().name()).width(220);
        table.money("amount", "recurring.entry.amount", one -> one.template().amount()).width(130);
        table.rows(model.entriesWaiting);
        return table;
    }

    private ListTable<EntryTemplateRow> keptList() {
        ListTable<EntryTemplateRow> table = new ListTable<EntryTemplateRow>(desk, "recurring-entries").keyedBy(row -> row.template().id()).plain()
                .fitting(RecurringView.SHOWN);
        table.text("name", "recurring.name", row -> row.template().name()).wide();
        table.text("every", "recurring.every", row -> texts.get("recurring.every." + row.template().schedule().unit().word(),
                row.template().schedule().count())).width(150);
        table.text("next", "recurring.next", this::next).width(150);
        table.money("amount", "recurring.entry.amount", row -> row.template().amount()).width(130);
        table.count("posted", "recurring.entry.times", EntryTemplateRow::posted).width(100);
        table.rows(model.entries);
        return table;
    }

    private String next(EntryTemplateRow row) {
        Schedule.Period next = row.next();
        return row.template().state().paused() ? texts.get("recurring.paused")
                : next == null ? texts.get("recurring.ended") : desk.formats().date(next.due());
    }

    SectionCard above() {
        return above;
    }

    SectionCard below() {
        return below;
    }

    List<Action> actions() {
        return actions;
    }
}
