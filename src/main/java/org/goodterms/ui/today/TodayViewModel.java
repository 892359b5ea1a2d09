package org.goodterms.ui.today;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.customer.Contact;
import org.goodterms.customer.ContactService;
import org.goodterms.customer.Customer;
import org.goodterms.dispute.Dispute;
import org.goodterms.followup.FollowUp;
import org.goodterms.followup.FollowUpService;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.outbox.DispatchReport;
import org.goodterms.outbox.DispatchService;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.PostService;
import org.goodterms.outbox.Way;
import org.goodterms.receivable.OpenItem;
import org.goodterms.reminder.LastRun;
import org.goodterms.reminder.RunReport;
import org.goodterms.report.TodayEntry;
import org.goodterms.report.TodayGlance;
import org.goodterms.report.TodayService;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Subscriptions;
import org.jspecify.annotations.Nullable;

/** What is left to do today, and how the money stands. */
public final class TodayViewModel {

    /**
     * What the page asks.
     *
     * @param lastBackup the instant of the last backup; empty where there is none
     * @param lastRun    when the plan of reminders was last carried out
     */
    public record Rooms(TodayService todays, FollowUpService followUps, ContactService contacts, PostService post,
            DispatchService.Recheck recheck, Supplier<Optional<Instant>> lastBackup, Supplier<LastRun> lastRun) {
    }

    private final Desk desk;
    private final Rooms rooms;
    private final Skipped skipped;
    private final Subscriptions subscriptions;
    final ObservableList<TodayEntry> entries = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable TodayGlance> glance = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable Optional<Instant>> backup = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable LastRun> run = new SimpleObjectProperty<>();
    final IntegerProperty left = new SimpleIntegerProperty(-1);
    final IntegerProperty done = new SimpleIntegerProperty();
    final IntegerProperty passed = new SimpleIntegerProperty();

    public TodayViewModel(Desk desk, Rooms rooms) {
        this.desk = desk;
        this.rooms = rooms;
        this.skipped = new Skipped(desk.preferences());
        this.subscriptions = new Subscriptions(desk.changes()).on(this::load, FollowUp.class, Message.class, Customer.class,
                OpenItem.class)
                .on(this::loadGlance, OpenItem.class, Customer.class, Dispute.class, Contact.class, Message.class, RunReport.class);
    }

    void load() {
        desk.tasks().load(entries, progress -> rooms.todays().entries(), this::show);
    }

    void loadGlance() {
        desk.tasks().load(glance, progress -> rooms.todays().glance(), glance::set);
        desk.tasks().load(backup, progress -> rooms.lastBackup().get(), backup::set);
        desk.tasks().load(run, progress -> rooms.lastRun().get(), run::set);
    }

    private void show(List<TodayEntry> found) {
        Set<String> over = skipped.on(today());
        List<TodayEntry> wanted = found.stream().filter(entry -> !over.contains(entry.key())).toList();
        passed.set(found.size() - wanted.size());
        entries.setAll(wanted);
        left.set(wanted.size());
    }

    LocalDate today() {
        return desk.formats().today();
    }

    /** What is done about an entry without asking anything; the others lead to where they are asked about. */
    void act(TodayEntry entry, Runnable askResult) {
        switch (entry.sort()) {
            case TASK -> {
                FollowUp.Whom whom = entry.whom();
                if (whom != null && TodayWords.isCall(entry) && desk.navigator().knows("call")) {
                    desk.navigator().go(Place.of("call", whom.id()));
                } else {
                    askResult.run();
                }
            }
            case SEND -> send();
            case LIMIT -> desk.navigator().go(Place.of("customer", java.util.Objects.requireNonNull(entry.whom()).id()));
            case REMIND -> desk.navigator().go(Place.of("reminders"));
            case RECURRING -> desk.navigator().go(Place.of("recurring"));
            case STATEMENTS -> desk.navigator().go(Place.of("statements"));
            case UNKNOWN, FAILED, APPROVE, PRINT -> desk.navigator().go(Place.of("message", new Id<Message>(entry.id())));
        }
    }

    void done(TodayEntry entry, String result, Runnable closed, Consumer<List<Problem>> problems) {
        Id<FollowUp> id = new Id<>(entry.id());
        desk.tasks().run("followup.done", progress -> rooms.followUps().done(id, result), finished -> {
            closed.run();
            done.set(done.get() + 1);
            desk.overlay().undoable(desk.texts().get("followup.was_done"), () -> reopen(id));
        }, problems);
    }

    private void reopen(Id<FollowUp> id) {
        desk.tasks().run("followup.reopen", progress -> rooms.followUps().reopen(id), open -> done.set(Math.max(0, done.get() - 1)),
                desk.overlay()::problems);
    }

    /**
     * Passes an entry over. A task is moved to another day; a message stays where it is and comes back tomorrow. The
     * reason stands on the customer's timeline.
     *
     * @param to until when; later than today
     */
    void skip(TodayEntry entry, LocalDate to, String reason, Runnable closed, Consumer<List<Problem>> problems) {
        if (reason.isBlank()) {
            problems.accept(List.of(Problem.at("reason", "typed.missing", desk.texts().get("today.reason"))));
            return;
        }
        desk.tasks().run("today.skip", progress -> put(entry, to, reason), moved -> {
            closed.run();
            if (entry.sort() != TodayEntry.Sort.TASK) {
                skipped.add(today(), entry.key());
                load();
            }
            desk.overlay().toast(desk.texts().get("today.skipped", desk.formats().near(
                    entry.sort() == TodayEntry.Sort.TASK ? to : today().plusDays(1))));
        }, problems);
    }

    private Outcome<?> putTask(TodayEntry entry, LocalDate to, String reason) {
        return rooms.followUps().postpone(new Id<>(entry.id()), to, reason);
    }

    private Outcome<Boolean> put(TodayEntry entry, LocalDate to, String reason) {
        if (entry.sort() == TodayEntry.Sort.TASK) {
            return putTask(entry, to, reason).map(same -> true);
        }
        return entry.whom() == null ? Outcome.ok(true) : rooms.contacts().log(entry.whom().id(),
                Contact.Saying.note("message-put-off", reason, entry.what())).map(same -> true);
    }

    /** What was passed over today comes back. */
    void unskip() {
        skipped.clear();
        load();
    }

    /** Sends what is released, through the firm's mail account. */
    void send() {
        desk.tasks().run("outbox.send", progress -> rooms.post().send(new Way.Account(), List.of(), rooms.recheck(), progress),
                this::sent, desk.overlay()::problems);
    }

    private void sent(DispatchReport report) {
        int open = report.failed().size() + report.unknown().size() + report.deferred().size();
        if (report.stopped() != null) {
            desk.overlay().problems(List.of(report.stopped()));
        }
        if (report.stopped() == null || !report.sent().isEmpty()) {
            done.set(done.get() + 1);
            desk.overlay().toast(desk.texts().get(open == 0 ? "outbox.sent" : "outbox.sent_partly", report.sent().size(), open));
        }
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
