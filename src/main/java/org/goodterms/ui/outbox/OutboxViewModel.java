package org.goodterms.ui.outbox;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.outbox.DispatchReport;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.Message.State;
import org.goodterms.outbox.Way;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Subscriptions;

/** All messages, and sending those that wait. */
public final class OutboxViewModel {

    /** Which messages are shown. */
    public enum Show {
        WAITING(State.DRAFT, State.APPROVED, State.QUEUED, State.SENDING, State.DEFERRED), DECIDE(State.FAILED, State.UNKNOWN),
        SENT(State.SENT), CANCELLED(State.CANCELLED);

        private final List<State> states;

        Show(State... states) {
            this.states = List.of(states);
        }

        boolean has(Message message) {
            return states.contains(message.state());
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Desk desk;
    private final MessageViewModel.Rooms rooms;
    private final Subscriptions subscriptions;
    final ObservableList<Message> rows = FXCollections.observableArrayList();
    final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.WAITING);
    final ObjectProperty<Predicate<Message>> shown = new SimpleObjectProperty<>(Show.WAITING::has);

    public OutboxViewModel(Desk desk, MessageViewModel.Rooms rooms) {
        this.desk = desk;
        this.rooms = rooms;
        this.subscriptions = new Subscriptions(desk.changes()).on(this::load, Message.class);
        show.addListener((o, was, is) -> shown.set(is::has));
    }

    void load() {
        desk.tasks().load(rows, progress -> rooms.outbox().list(null), rows::setAll);
    }

    long count(Show which) {
        return rows.stream().filter(which::has).count();
    }

    void open(Message message) {
        desk.navigator().go(Place.of("message", message.id()));
    }

    /** Sends all that is released, through the firm's mail account. */
    void send() {
        desk.tasks().run("outbox.send", progress -> rooms.post().send(new Way.Account(), List.of(), rooms.recheck(), progress),
                report -> say(desk, report), desk.overlay()::problems);
    }

    /** What became of a run, from what the outbox says of each message. */
    static void say(Desk desk, DispatchReport report) {
        int open = report.failed().size() + report.unknown().size() + report.deferred().size();
        if (report.stopped() != null) {
            desk.overlay().problems(List.of(report.stopped()));
        }
        if (report.stopped() == null || !report.sent().isEmpty()) {
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
