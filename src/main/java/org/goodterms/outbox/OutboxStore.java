package org.goodterms.outbox;

import static org.goodterms.db.gen.Tables.CUSTOMER;
import static org.goodterms.db.gen.Tables.MESSAGE;
import static org.goodterms.db.gen.Tables.MESSAGE_EVENT;
import static org.goodterms.db.gen.Tables.MESSAGE_HEAD;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.db.Tx;
import org.goodterms.kernel.HashChain;
import org.goodterms.kernel.Id;
import org.goodterms.outbox.Message.Channel;
import org.goodterms.outbox.Message.State;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Messages and their history, to and from the tables. */
final class OutboxStore {

    void insert(Tx tx, Message message, UUID eventId) {
        Message.About about = message.about();
        Message.Parcel parcel = message.parcel();
        tx.sql().insertInto(MESSAGE).set(MESSAGE.ID, message.id().value())
                .set(MESSAGE.CUSTOMER_ID, about.customer()).set(MESSAGE.KIND, about.kind())
                .set(MESSAGE.STEP, about.step()).set(MESSAGE.REFERENCE, about.reference())
                .set(MESSAGE.UNIQUE_KEY, about.uniqueKey()).set(MESSAGE.BUSINESS_DATE, about.date())
                .set(MESSAGE.CHANNEL, parcel.channel().word()).set(MESSAGE.SENDER, parcel.sender())
                .set(MESSAGE.RECIPIENT, parcel.recipient()).set(MESSAGE.SUBJECT, parcel.subject())
                .set(MESSAGE.LABEL, parcel.label()).set(MESSAGE.CONTENT_HASH, parcel.contentHash())
                .set(MESSAGE.MAIL_ID, parcel.mailId()).set(MESSAGE.STATE, message.state().word())
                .set(MESSAGE.CREATED_AT, message.createdAt()).set(MESSAGE.APPROVED_AT, message.course().approvedAt())
                .set(MESSAGE.ATTEMPTS, 0).set(MESSAGE.VERSION, 0).execute();
        append(tx, message, "", eventId);
    }

    /**
     * Stores a new state and course, and writes both into the history.
     *
     * @return the message as it is now stored; empty where somebody else was faster and nothing was stored
     */
    Optional<Message> change(Tx tx, Message message, String detail, UUID eventId) {
        Message.Course course = message.course();
        int changed = tx.sql().update(MESSAGE).set(MESSAGE.STATE, message.state().word())
                .set(MESSAGE.UNIQUE_KEY, message.state() == State.CANCELLED ? null : message.about().uniqueKey())
                .set(MESSAGE.APPROVED_AT, course.approvedAt()).set(MESSAGE.ATTEMPTS, course.attempts())
                .set(MESSAGE.FIRST_TRIED_AT, course.firstTriedAt()).set(MESSAGE.NEXT_ATTEMPT_AT, course.nextAttemptAt())
                .set(MESSAGE.SENT_AT, course.sentAt()).set(MESSAGE.REPLY_CODE, course.replyCode())
                .set(MESSAGE.REPLY_TEXT, course.replyText()).set(MESSAGE.VERSION, message.version() + 1)
                .where(MESSAGE.ID.eq(message.id().value())).and(MESSAGE.VERSION.eq(message.version())).execute();
        if (changed == 0) {
            return Optional.empty();
        }
        append(tx, message, detail, eventId);
        return Optional.of(new Message(message.id(), message.about(), message.parcel(), message.state(), course,
                message.createdAt(), message.version() + 1));
    }

    void claim(Tx tx, Message message, String owner) {
        tx.sql().update(MESSAGE).set(MESSAGE.CLAIMED_BY, owner).set(MESSAGE.CLAIMED_AT, tx.now())
                .where(MESSAGE.ID.eq(message.id().value())).execute();
    }

    private void append(Tx tx, Message message, String detail, UUID eventId) {
        Message.Parcel parcel = message.parcel();
        HashChain.Head last = tx.sql().selectFrom(MESSAGE_HEAD).where(MESSAGE_HEAD.ID.eq(1)).forUpdate()
                .fetchOptional(r -> new HashChain.Head(r.getSeq(), r.getHash())).orElse(HashChain.Head.NONE);
        HashChain.Head link = last.next(message.id().value(), message.state().word(), detail, tx.now(), parcel.contentHash(),
                parcel.channel().word(), parcel.sender(), parcel.recipient(), parcel.subject());
        tx.sql().insertInto(MESSAGE_EVENT).set(MESSAGE_EVENT.ID, eventId).set(MESSAGE_EVENT.MESSAGE_ID, message.id().value())
                .set(MESSAGE_EVENT.STATE, message.state().word()).set(MESSAGE_EVENT.DETAIL, detail)
                .set(MESSAGE_EVENT.RECORDED_AT, tx.now()).set(MESSAGE_EVENT.SEQ, link.seq()).set(MESSAGE_EVENT.PREV_HASH, last.hash())
                .set(MESSAGE_EVENT.HASH, link.hash()).execute();
        if (last.seq() == 0) {
            tx.sql().insertInto(MESSAGE_HEAD, MESSAGE_HEAD.ID, MESSAGE_HEAD.SEQ, MESSAGE_HEAD.HASH).values(1, link.seq(), link.hash()).execute();
        } else {
            tx.sql().update(MESSAGE_HEAD).set(MESSAGE_HEAD.SEQ, link.seq()).set(MESSAGE_HEAD.HASH, link.hash()).where(MESSAGE_HEAD.ID.eq(1)).execute();
        }
        tx.touched(Message.class);
    }

    /** Follows the chain over all changes of all messages. */
    HashChain.Proof proof(Tx tx) {
        HashChain.Proof proof = new HashChain.Proof();
        tx.sql().select(MESSAGE_EVENT.fields()).select(MESSAGE.CONTENT_HASH, MESSAGE.CHANNEL, MESSAGE.SENDER, MESSAGE.RECIPIENT, MESSAGE.SUBJECT)
                .from(MESSAGE_EVENT).join(MESSAGE).on(MESSAGE.ID.eq(MESSAGE_EVENT.MESSAGE_ID)).orderBy(MESSAGE_EVENT.SEQ)
                .forEach(r -> proof.follow(r.get(MESSAGE_EVENT.SEQ), r.get(MESSAGE_EVENT.PREV_HASH), r.get(MESSAGE_EVENT.HASH),
                        r.get(MESSAGE_EVENT.MESSAGE_ID), r.get(MESSAGE_EVENT.STATE), r.get(MESSAGE_EVENT.DETAIL),
                        r.get(MESSAGE_EVENT.RECORDED_AT), r.get(MESSAGE.CONTENT_HASH), r.get(MESSAGE.CHANNEL), r.get(MESSAGE.SENDER),
                        r.get(MESSAGE.RECIPIENT), r.get(MESSAGE.SUBJECT)));
        return proof.ends(tx.sql().selectFrom(MESSAGE_HEAD).where(MESSAGE_HEAD.ID.eq(1))
                .fetchOptional(r -> new HashChain.Head(r.getSeq(), r.getHash())).orElse(HashChain.Head.NONE));
    }

    Optional<Message> byId(Tx tx, Id<Message> id) {
        return select(tx).where(MESSAGE.ID.eq(id.value())).fetchOptional(OutboxStore::message);
    }

    Optional<Message> byUniqueKey(Tx tx, String key) {
        return select(tx).where(MESSAGE.UNIQUE_KEY.eq(key)).fetchOptional(OutboxStore::message);
    }

    /** Oldest first; a state of null means all. */
    Map<State, Integer> counts(Tx tx) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        tx.sql().select(MESSAGE.STATE, DSL.count()).from(MESSAGE).groupBy(MESSAGE.STATE)
                .forEach(row -> counts.put(State.of(row.value1()).orElseThrow(), row.value2()));
        return counts;
    }

    List<Message> list(Tx tx, @Nullable State state) {
        Condition which = state == null ? DSL.noCondition() : MESSAGE.STATE.eq(state.word());
        return select(tx).where(which).orderBy(MESSAGE.CREATED_AT, MESSAGE.ID).fetch(OutboxStore::message);
    }

    /** Neither sent nor cancelled, oldest first. */
    List<Message> unfinished(Tx tx) {
        return select(tx).where(MESSAGE.STATE.notIn(State.SENT.word(), State.CANCELLED.word()))
                .orderBy(MESSAGE.CREATED_AT, MESSAGE.ID).fetch(OutboxStore::message);
    }

    List<Message> ofCustomer(Tx tx, UUID customer) {
        return select(tx).where(MESSAGE.CUSTOMER_ID.eq(customer)).orderBy(MESSAGE.CREATED_AT, MESSAGE.ID)
                .fetch(OutboxStore::message);
    }

    List<Message> ofCustomerOn(Tx tx, String code, java.time.LocalDate date) {
        return select(tx).where(CUSTOMER.CODE.eq(code)).and(MESSAGE.BUSINESS_DATE.eq(date))
                .orderBy(MESSAGE.CREATED_AT, MESSAGE.ID).fetch(OutboxStore::message);
    }

    /** What a dispatcher may take, oldest first, of those in {@code only} where that is not empty. */
    List<Message> due(Tx tx, Collection<UUID> only) {
        return select(tx).where(isDue(tx, only)).orderBy(MESSAGE.CREATED_AT, MESSAGE.ID).fetch(OutboxStore::message);
    }

    private static Condition isDue(Tx tx, Collection<UUID> only) {
        Condition waiting = MESSAGE.STATE.eq(State.QUEUED.word())
                .or(MESSAGE.STATE.eq(State.DEFERRED.word()).and(MESSAGE.NEXT_ATTEMPT_AT.le(tx.now())));
        Condition mail = MESSAGE.CHANNEL.eq(Channel.EMAIL.word()).and(waiting);
        return only.isEmpty() ? mail : mail.and(MESSAGE.ID.in(only));
    }

    /** Whether the last one who took it in hand was {@code owner}. */
    boolean isClaimedBy(Tx tx, Id<Message> id, String owner) {
        return tx.sql().fetchExists(MESSAGE, MESSAGE.ID.eq(id.value()).and(MESSAGE.CLAIMED_BY.eq(owner)));
    }

    List<Message> sendingOf(Tx tx, String owner) {
        return select(tx).where(MESSAGE.STATE.eq(State.SENDING.word())).and(MESSAGE.CLAIMED_BY.eq(owner))
                .orderBy(MESSAGE.CREATED_AT, MESSAGE.ID).fetch(OutboxStore::message);
    }

    /** Who else has messages in hand. */
    List<String> otherOwners(Tx tx, String self) {
        return tx.sql().selectDistinct(MESSAGE.CLAIMED_BY).from(MESSAGE).where(MESSAGE.STATE.eq(State.SENDING.word()))
                .and(MESSAGE.CLAIMED_BY.ne(self)).fetch(MESSAGE.CLAIMED_BY);
    }

    /**
     * Says on a shared book that {@code owner} lives, for as long as the connection does. A book in a folder is open in
     * one program only, so there is nobody to tell.
     */
    void announce(Tx tx, String owner) {
        if (isShared(tx)) {
            lock(tx, "pg_try_advisory_lock", owner);
        }
    }

    /** Whether {@code owner} still has its connection to this book. */
    boolean isAlive(Tx tx, String owner) {
        if (!isShared(tx)) {
            return false;
        }
        boolean free = lock(tx, "pg_try_advisory_lock", owner);
        if (free) {
            lock(tx, "pg_advisory_unlock", owner);
        }
        return !free;
    }

    private static boolean isShared(Tx tx) {
        return tx.sql().family() == SQLDialect.POSTGRES;
    }

    private static boolean lock(Tx tx, String function, String owner) {
        long key = UUID.fromString(owner).getMostSignificantBits() ^ UUID.fromString(owner).getLeastSignificantBits();
        return tx.sql().select(DSL.function(DSL.name(function), Boolean.class, DSL.val(key))).fetchSingle().value1();
    }

    List<Message.Event> history(Tx tx, Id<Message> id) {
        return tx.sql().selectFrom(MESSAGE_EVENT).where(MESSAGE_EVENT.MESSAGE_ID.eq(id.value()))
                .orderBy(MESSAGE_EVENT.RECORDED_AT, MESSAGE_EVENT.ID)
                .fetch(r -> new Message.Event(state(r.getState()), r.getDetail(), r.getRecordedAt()));
    }

    private static SelectOnConditionStep<Record> select(Tx tx) {
        return tx.sql().select(MESSAGE.fields()).select(CUSTOMER.CODE).from(MESSAGE)
                .leftJoin(CUSTOMER).on(CUSTOMER.ID.eq(MESSAGE.CUSTOMER_ID));
    }

    private static State state(String word) {
        return State.of(word).orElseThrow();
    }

    private static Message message(Record r) {
        Instant approved = r.get(MESSAGE.APPROVED_AT);
        String code = r.get(CUSTOMER.CODE);
        return new Message(Id.of(r.get(MESSAGE.ID)),
                new Message.About(r.get(MESSAGE.CUSTOMER_ID), code == null ? "" : code, r.get(MESSAGE.KIND),
                        r.get(MESSAGE.STEP), r.get(MESSAGE.REFERENCE), r.get(MESSAGE.UNIQUE_KEY),
                        r.get(MESSAGE.BUSINESS_DATE)),
                new Message.Parcel(Channel.of(r.get(MESSAGE.CHANNEL)), r.get(MESSAGE.SENDER), r.get(MESSAGE.RECIPIENT),
                        r.get(MESSAGE.SUBJECT), r.get(MESSAGE.LABEL), r.get(MESSAGE.CONTENT_HASH), r.get(MESSAGE.MAIL_ID)),
                state(r.get(MESSAGE.STATE)),
                new Message.Course(approved, r.get(MESSAGE.ATTEMPTS), r.get(MESSAGE.FIRST_TRIED_AT),
                        r.get(MESSAGE.NEXT_ATTEMPT_AT), r.get(MESSAGE.SENT_AT), r.get(MESSAGE.REPLY_CODE),
                        r.get(MESSAGE.REPLY_TEXT)),
                r.get(MESSAGE.CREATED_AT), r.get(MESSAGE.VERSION));
    }
}
