package org.goodterms.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.goodterms.archive.Archive;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.EmailAddress;
import org.goodterms.kernel.Fault;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.mail.Carrier;
import org.goodterms.mail.Delivery;
import org.goodterms.mail.Envelope;
import org.goodterms.outbox.Message.State;
import org.jspecify.annotations.Nullable;

/**
 * Sends what waits in the outbox. Several may work on one book at once, in one program or at several desks: each message
 * is taken in hand by one, in a transaction that is on disk before anything leaves the house.
 */
public final class DispatchService {
    /** So many refusals or broken lines one after the other mean that something is wrong with the account. */
    private static final int TOO_MANY_IN_A_ROW = 5;
    private static final int LONGEST_REPLY = 1000;
    /** Longer than this between taking in hand and handing over means that this machine slept. */
    private static final Duration DOZED = Duration.ofSeconds(60);
    private final Database db;
    private final Ids ids;
    private final InstantSource clock;
    private final Archive archive;
    private final String owner = UUID.randomUUID().toString();
    private final OutboxStore store = new OutboxStore();

    /** One for each program that has the book open. */
    public DispatchService(Database db, Ids ids, InstantSource clock, Archive archive) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.archive = archive;
    }

    /** Asked in the transaction that takes a message in hand: is there still a reason to send it? */
    @FunctionalInterface
    public interface Recheck {
        /** Every message still has its reason. */
        static Recheck none() {
            return (tx, message) -> Optional.empty();
        }

        /** Why it should not be sent any more, in words kept with the message; empty where it should. SQL only. */
        Optional<String> obsolete(Tx tx, Message message);
    }

    /**
     * To be called once when a book was opened: messages that a program had in hand when it died become unknown.
     *
     * @return those messages
     */
    public List<Message> recover() {
        if (db.read(tx -> store.otherOwners(tx, owner)).isEmpty()) {
            return List.of();
        }
        Outcome<List<Message>> lost = db.write(this::giveUp);
        // a book that is open only to be looked at keeps them as they are
        return lost instanceof Outcome.Ok<List<Message>>(List<Message> messages) ? messages : List.of();
    }

    private Outcome<List<Message>> giveUp(Tx tx) {
        List<Message> lost = new ArrayList<>();
        for (String other : store.otherOwners(tx, owner)) {
            if (!store.isAlive(tx, other)) {
                lost.addAll(store.sendingOf(tx, other));
            }
        }
        return Outcome.ok(lost.stream().map(message ->
                put(tx, Handling.unknown(message, ""), "the program ended while sending")).toList());
    }

    /** Sends all e-mail that waits, oldest first. The carrier stays open. */
    public DispatchReport dispatch(Carrier carrier, Recheck recheck, Progress progress) {
        return dispatch(carrier, Set.of(), recheck, progress);
    }

    /**
     * Sends those of {@code only} that wait; all where it is empty. Stops where the next message would meet the same
     * trouble, where the progress is cancelled, or where five in a row did not go.
     */
    public DispatchReport dispatch(Carrier carrier, Collection<UUID> only, Recheck recheck, Progress progress) {
        Round round = new Round(carrier);
        List<Message> due = db.read(tx -> store.due(tx, only));
        for (int i = 0; i < due.size() && round.stopped == null && !progress.cancelled(); i++) {
            claim(due.get(i), recheck).ifPresent(message ->
                    round.add(message.state() == State.CANCELLED ? message : send(round, message)));
            progress.at(i + 1, due.size(), "outbox.sending");
        }
        return round.report();
    }

    /** The message in hand or, where its reason is gone, cancelled; empty where another dispatcher was faster. */
    private Optional<Message> claim(Message due, Recheck recheck) {
        return db.write(tx -> {
            store.announce(tx, owner);
            Optional<String> obsolete = recheck.obsolete(tx, due);
            Message wanted = obsolete.isPresent() ? Handling.cancel(due, obsolete.get()).orThrow()
                    : Handling.claimed(due, tx.now());
            Optional<Message> claimed = store.change(tx, wanted, obsolete.orElse(""), ids.next());
            claimed.filter(message -> message.state() == State.SENDING)
                    .ifPresent(message -> store.claim(tx, message, owner));
            Fault.at("outbox-claiming");
            return Outcome.ok(claimed);
        }).orThrow();
    }

    private Message send(Round round, Message message) {
        Fault.at("outbox-claimed");
        Instant claimed = clock.instant();
        boolean handing = false;
        try {
            if (!(archive.get(message.parcel().contentHash()) instanceof Outcome.Ok<byte[]>(byte[] bytes))) {
                return record(message, m -> Handling.failed(m, 0, "the archived message is missing or was changed"));
            }
            if (clock.instant().isAfter(claimed.plus(DOZED)) && !isStillInHand(message)) {
                return current(message);
            }
            handing = true;
            Delivery delivery = round.carrier.deliver(envelope(message), bytes);
            Fault.at("outbox-delivered");
            round.note(delivery);
            Message recorded = record(message, m -> after(m, delivery));
            Fault.at("outbox-recorded");
            return recorded;
        } catch (RuntimeException e) {
            leave(message, handing, e);
            throw e;
        }
    }

    /** After a fault of ours: what was being handed over is unknown, what was not is failed. */
    private void leave(Message message, boolean handing, RuntimeException fault) {
        try {
            record(message, m -> handing ? Handling.unknown(m, "") : Handling.failed(m, 0, ""));
        } catch (RuntimeException second) {
            fault.addSuppressed(second);
        }
    }

    private Message after(Message message, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sent sent -> Handling.sent(message, shown(sent), clock.instant());
            case Delivery.Deferred deferred ->
                    Handling.deferred(message, deferred.code(), shown(deferred), clock.instant());
            case Delivery.Failed failed -> Handling.failed(message, failed.code(), shown(failed));
            case Delivery.Unknown unknown -> Handling.unknown(message, shown(unknown));
        };
    }

    /** What a server said is foreign text: one line, no control characters. */
    private static String shown(Delivery delivery) {
        String line = delivery.text().replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cs}]+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST_REPLY));
    }

    /**
     * Records what became of a message. A result counts even where another desk gave this one up meanwhile, unless a
     * person or another dispatcher has gone on with it.
     */
    private Message record(Message message, UnaryOperator<Message> result) {
        return db.write(tx -> {
            Message now = store.byId(tx, message.id()).orElseThrow();
            boolean ours = store.isClaimedBy(tx, message.id(), owner)
                    && now.course().attempts() == message.course().attempts()
                    && (now.state() == State.SENDING || now.state() == State.UNKNOWN || now.state() == State.QUEUED);
            if (!ours) {
                return Outcome.ok(now);
            }
            Message changed = result.apply(now);
            return Outcome.ok(put(tx, changed, changed.course().replyText()));
        }).orThrow();
    }

    private boolean isStillInHand(Message message) {
        return db.read(tx -> store.isClaimedBy(tx, message.id(), owner)
                && store.byId(tx, message.id()).orElseThrow().state() == State.SENDING);
    }

    private Message current(Message message) {
        return db.read(tx -> store.byId(tx, message.id()).orElseThrow());
    }

    private Message put(Tx tx, Message changed, String detail) {
        return store.change(tx, changed, detail, ids.next())
                .orElseThrow(() -> new IllegalStateException("two hands on one message: " + changed.id()));
    }

    private static Envelope envelope(Message message) {
        Message.Parcel parcel = message.parcel();
        return new Envelope(new EmailAddress(parcel.sender()), new EmailAddress(parcel.recipient()), parcel.label());
    }

    /** One run: what came of it so far, and whether it should go on. */
    private static final class Round {
        private final Carrier carrier;
        private final List<Message> all = new ArrayList<>();
        private int inARow;
        private @Nullable Problem stopped;

        Round(Carrier carrier) {
            this.carrier = carrier;
        }

        void add(Message message) {
            all.add(message);
        }

        void note(Delivery delivery) {
            inARow = delivery instanceof Delivery.Sent ? 0 : inARow + 1;
            boolean hopeless = switch (delivery) {
                case Delivery.Deferred deferred -> deferred.trouble().stopsRun();
                case Delivery.Failed failed -> failed.trouble().stopsRun();
                case Delivery.Sent sent -> false;
                case Delivery.Unknown unknown -> false;
            };
            if (hopeless || inARow >= TOO_MANY_IN_A_ROW) {
                stopped = carrier.problem(delivery);
            }
        }

        private List<Message> in(State state) {
            return all.stream().filter(message -> message.state() == state).toList();
        }

        DispatchReport report() {
            return new DispatchReport(in(State.SENT), in(State.DEFERRED), in(State.FAILED), in(State.UNKNOWN),
                    in(State.CANCELLED), stopped);
        }
    }
}
