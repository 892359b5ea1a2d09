package org.goodterms.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.goodterms.archive.Archive;
import org.goodterms.db.Database;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.mail.Carrier;
import org.goodterms.mail.Delivery;
import org.goodterms.mail.Envelope;
import org.goodterms.mail.Trouble;
import org.goodterms.outbox.Message.About;
import org.goodterms.outbox.Message.Channel;
import org.goodterms.outbox.Message.Parcel;
import org.jspecify.annotations.Nullable;

/** One program with a book open: its outbox, its dispatcher, and an archive that several desks may share. */
final class Desk {
    static final Instant NOW = Instant.parse("2026-03-16T11:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 16);
    final Database db;
    final Map<String, byte[]> archive;
    final OutboxService outbox;
    final DispatchService dispatch;
    Instant now = NOW;

    Desk(Database db) {
        this(db, new ConcurrentHashMap<>());
    }

    Desk(Database db, Map<String, byte[]> archive) {
        this.db = db;
        this.archive = archive;
        Ids ids = Ids.timeOrdered(Clock.fixed(NOW, ZoneOffset.UTC));
        outbox = new OutboxService(db, ids);
        dispatch = new DispatchService(db, ids, () -> now,
                Archive.inTable(hash -> archive.get(hash), (hash, bytes) -> archive.put(hash, bytes), () -> java.util.List.copyOf(archive.keySet())));
    }

    Parcel parcel(String recipient, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String hash = Archive.hash(bytes);
        archive.put(hash, bytes);
        return new Parcel(Channel.EMAIL, "books@example.org", recipient, "Subject", Parcel.label(recipient), hash,
                "<" + text.hashCode() + "@example.org>");
    }

    static About about(@Nullable String key) {
        return new About(null, "reminder", "R1", "2026-0101", key, TODAY);
    }

    Message queued(String recipient) {
        return db.write(tx -> outbox.enqueue(tx, about(null), parcel(recipient, "to " + recipient), true)).orThrow();
    }

    Outcome<Message> draft(String recipient, @Nullable String key) {
        return db.write(tx -> outbox.enqueue(tx, about(key), parcel(recipient, "to " + recipient), false));
    }

    Message look(Message message) {
        return outbox.message(message.id()).orElseThrow();
    }

    /** A carrier that answers as it is told and keeps what it was given. */
    static final class Bag implements Carrier {
        final List<Envelope> envelopes = new CopyOnWriteArrayList<>();
        final List<String> texts = new CopyOnWriteArrayList<>();
        private final Function<Envelope, Delivery> answer;

        Bag(Function<Envelope, Delivery> answer) {
            this.answer = answer;
        }

        static Bag taking() {
            return new Bag(envelope -> new Delivery.Sent("250 ok"));
        }

        List<String> recipients() {
            List<String> all = new ArrayList<>();
            envelopes.forEach(envelope -> all.add(envelope.to().text()));
            return all;
        }

        @Override
        public Delivery deliver(Envelope envelope, byte[] bytes) {
            envelopes.add(envelope);
            texts.add(new String(bytes, StandardCharsets.UTF_8));
            return answer.apply(envelope);
        }

        @Override
        public Problem problem(Delivery failure) {
            return Problem.of(Trouble.LOST.code(), "host", 25, failure.text(), "user");
        }

        @Override
        public void abort() {
        }

        @Override
        public void close() {
        }
    }

    static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
}
