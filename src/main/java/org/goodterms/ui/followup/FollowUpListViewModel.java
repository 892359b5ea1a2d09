package org.goodterms.ui.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.customer.Customer;
import org.goodterms.followup.FollowUp;
import org.goodterms.followup.FollowUpService;
import org.goodterms.kernel.Problem;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Subscriptions;

/** The tasks of the book, and what can be done with one: finish it, move it, open it again. Each can be taken back. */
public final class FollowUpListViewModel {

    /** Which tasks are shown. */
    public enum Show {
        DUE, OVERDUE, OPEN, DONE;

        boolean has(FollowUp task, LocalDate today) {
            return switch (this) {
                case DUE -> task.isOpen() && !task.due().isAfter(today);
                case OVERDUE -> task.isOverdue(today);
                case OPEN -> task.isOpen();
                case DONE -> !task.isOpen();
            };
        }
    }

    private final Desk desk;
    private final FollowUpService followUps;
    private final Subscriptions subscriptions;
    final ObservableList<FollowUp> rows = FXCollections.observableArrayList();
    final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.DUE);
    final ObjectProperty<Predicate<FollowUp>> shown = new SimpleObjectProperty<>();

    public FollowUpListViewModel(Desk desk, FollowUpService followUps) {
        this.desk = desk;
        this.followUps = followUps;
        this.subscriptions = new Subscriptions(desk.changes()).on(this::load, FollowUp.class, Customer.class);
        shown.set(task -> Show.DUE.has(task, today()));
        show.addListener((o, was, is) -> shown.set(task -> is.has(task, today())));
    }

    void load() {
        desk.tasks().load(rows, progress -> followUps.list(FollowUp.Filter.ALL), rows::setAll);
    }

    LocalDate today() {
        return desk.formats().today();
    }

    long count(Show which) {
        return rows.stream().filter(task -> which.has(task, today())).count();
    }

    List<FollowUp> visible() {
        return rows.stream().filter(shown.get()).toList();
    }

    /** Finishes a task; what came of it lands on the customer's timeline. */
    void done(FollowUp task, String result, Runnable closed, Consumer<List<Problem>> problems) {
        desk.tasks().run("followup.done", progress -> followUps.done(task.id(), result), done -> {
            closed.run();
            desk.overlay().undoable(desk.texts().get("followup.was_done"), () -> reopen(task));
        }, problems);
    }

    void reopen(FollowUp task) {
        desk.tasks().run("followup.reopen", progress -> followUps.reopen(task.id()),
                open -> desk.overlay().toast(desk.texts().get("followup.is_open")), desk.overlay()::problems);
    }

    /** Moves the due day of a task; a day that has passed cannot be brought back. */
    void postpone(FollowUp task, LocalDate to) {
        LocalDate before = task.due();
        String text = desk.texts().get("followup.moved", desk.formats().near(to));
        desk.tasks().run("followup.postpone", progress -> followUps.postpone(task.id(), to), moved -> {
            if (before.isBefore(today())) {
                desk.overlay().toast(text);
            } else {
                desk.overlay().undoable(text, () -> back(task, before));
            }
        }, desk.overlay()::problems);
    }

    private void back(FollowUp task, LocalDate before) {
        desk.tasks().run("followup.postpone", progress -> followUps.postpone(task.id(), before), moved -> { },
                desk.overlay()::problems);
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
