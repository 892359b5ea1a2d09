package org.goodterms.ui.outbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.Message.State;
import org.goodterms.outbox.OutboxService;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.StatusPill.Tone;
import org.goodterms.ui.kit.Subscriptions;

/** What the strip at the foot of the window says about mail: what failed, what nobody knows of, what waits; else nothing. */
public final class MailState {
    private final Desk desk;
    private final OutboxService outbox;
    private final StringProperty text;
    private final ObjectProperty<Tone> tone;
    private final Subscriptions subscriptions;

    /**
     * @param text set to what is said, empty where there is nothing to say
     * @param tone set to what that means
     */
    public MailState(Desk desk, OutboxService outbox, StringProperty text, ObjectProperty<Tone> tone) {
        this.desk = desk;
        this.outbox = outbox;
        this.text = text;
        this.tone = tone;
        this.subscriptions = new Subscriptions(desk.changes()).on(this::load, Message.class);
        subscriptions.start();
    }

    void load() {
        desk.tasks().load(text, progress -> outbox.counts(), this::show);
    }

    private void show(Map<State, Integer> counts) {
        int failed = sum(counts, State.FAILED);
        int unknown = sum(counts, State.UNKNOWN);
        int waiting = sum(counts, State.QUEUED, State.DEFERRED, State.SENDING, State.APPROVED, State.DRAFT);
        text.set(Stream.of(said("outbox.strip.failed", failed), said("outbox.strip.unknown", unknown),
                said("outbox.strip.waiting", waiting)).filter(part -> !part.isEmpty()).collect(Collectors.joining("  \u00B7  ")));
        tone.set(failed + unknown > 0 ? Tone.BAD : Tone.QUIET);
    }

    private String said(String key, int number) {
        return number == 0 ? "" : desk.texts().get(key, number);
    }

    private static int sum(Map<State, Integer> counts, State... states) {
        return List.of(states).stream().mapToInt(state -> counts.getOrDefault(state, 0)).sum();
    }

    /** For good: the book is being closed. */
    public void stop() {
        subscriptions.close();
    }
}
