package org.goodterms.ui.recurring;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.recurring.EntryTemplate;
import org.goodterms.recurring.EntryTemplateRow;
import org.goodterms.recurring.EntryWaiting;
import org.goodterms.recurring.RecurringService;
import org.goodterms.recurring.Template;
import org.goodterms.recurring.TemplateRow;
import org.goodterms.recurring.Waiting;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Subscriptions;

/** What waits for approval and the templates, and what can be done with each. */
public final class RecurringViewModel {
    private final Desk desk;
    private final RecurringService recurring;
    private final Subscriptions subscriptions;
    final ObservableList<Waiting> waiting = FXCollections.observableArrayList();
    final ObservableList<TemplateRow> templates = FXCollections.observableArrayList();

    final ObservableList<EntryWaiting> entriesWaiting = FXCollections.observableArrayList();
    final ObservableList<EntryTemplateRow> entries = FXCollections.observableArrayList();

    public RecurringViewModel(Desk desk, RecurringService recurring) {
        this.desk = desk;
        this.recurring = recurring;
        this.subscriptions = new Subscriptions(desk.changes()).on(this::load, Template.class, Customer.class, EntryTemplate.class);
    }

    void load() {
        desk.tasks().load(waiting, progress -> recurring.waiting(), waiting::setAll);
        desk.tasks().load(templates, progress -> recurring.list(), templates::setAll);
        desk.tasks().load(entriesWaiting, progress -> recurring.entries().waiting(), entriesWaiting::setAll);
        desk.tasks().load(entries, progress -> recurring.entries().list(), entries::setAll);
    }

    /** Issues the invoice of one period. */
    void approve(Waiting one) {
        desk.tasks().run("recurring.approve", progress -> recurring.approve(one.template().id(), one.period().from()),
                issued -> desk.overlay().toast(desk.texts().get("recurring.issued", issued.document().number())), desk.overlay()::problems);
    }

    /** Issues all that waits; what is refused is named and stays. */
    void approveAll() {
        desk.tasks().run("recurring.approve_all", progress -> Outcome.ok(recurring.approveAll(progress)), results -> {
            long issued = results.stream().filter(result -> result.outcome().isOk()).count();
            var problems = results.stream().flatMap(result -> result.outcome().isOk() ? java.util.stream.Stream.<Problem>empty()
                    : result.outcome().problems().stream()).distinct().toList();
            if (problems.isEmpty()) {
                desk.overlay().toast(desk.texts().get("recurring.all_issued", issued));
            } else {
                desk.overlay().problems(problems);
            }
        }, desk.overlay()::problems);
    }

    void leaveOut(Waiting one) {
        desk.tasks().run("recurring.leave_out", progress -> recurring.leaveOut(one.template().id(), one.period().from()),
                done -> desk.overlay().toast(desk.texts().get("recurring.left_out")), desk.overlay()::problems);
    }

    void pause(TemplateRow row) {
        boolean paused = !row.template().state().paused();
        desk.tasks().run("recurring.pause", progress -> recurring.pause(row.template().id(), paused), done -> { }, desk.overlay()::problems);
    }

    void end(TemplateRow row) {
        desk.tasks().run("recurring.end", progress -> recurring.end(row.template().id()), done -> { }, desk.overlay()::problems);
    }

    /** Posts the entry of one period on its day. */
    void post(EntryWaiting one) {
        desk.tasks().run("recurring.entry.approve", progress -> recurring.entries().approve(one.template().id(), one.period().from()),
                posted -> desk.overlay().toast(desk.texts().get("recurring.entry.posted", posted.seq())), desk.overlay()::problems);
    }

    /** Posts all entries that wait; what is refused is named and stays. */
    void postAll() {
        desk.tasks().run("recurring.entry.approve_all", progress -> Outcome.ok(recurring.entries().approveAll(progress)), results -> {
            var problems = results.stream().filter(result -> !result.outcome().isOk())
                    .flatMap(result -> result.outcome().problems().stream()).distinct().toList();
            if (problems.isEmpty()) {
                desk.overlay().toast(desk.texts().get("recurring.entry.all_posted", results.size()));
            } else {
                desk.overlay().problems(problems);
            }
        }, desk.overlay()::problems);
    }

    void leaveOut(EntryWaiting one) {
        desk.tasks().run("recurring.entry.leave_out", progress -> recurring.entries().leaveOut(one.template().id(), one.period().from()),
                done -> desk.overlay().toast(desk.texts().get("recurring.left_out")), desk.overlay()::problems);
    }

    void pause(EntryTemplateRow row) {
        desk.tasks().run("recurring.entry.pause", progress -> recurring.entries().pause(row.template().id(), !row.template().state().paused()),
                done -> { }, desk.overlay()::problems);
    }

    void end(EntryTemplateRow row) {
        desk.tasks().run("recurring.entry.end", progress -> recurring.entries().end(row.template().id()), done -> { },
                desk.overlay()::problems);
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
