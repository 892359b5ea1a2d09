package org.goodterms.report;

import static org.goodterms.db.gen.Tables.ALLOCATION;
import static org.goodterms.db.gen.Tables.ATTACHMENT;
import static org.goodterms.db.gen.Tables.CONTACT;
import static org.goodterms.db.gen.Tables.DISPUTE;
import static org.goodterms.db.gen.Tables.DOCUMENT;
import static org.goodterms.db.gen.Tables.HOLD;
import static org.goodterms.db.gen.Tables.MESSAGE;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;
import static org.goodterms.db.gen.Tables.PAYMENT;
import static org.goodterms.db.gen.Tables.PAYMENT_RETURN;
import static org.goodterms.db.gen.Tables.TASK;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.goodterms.customer.Contact;
import org.goodterms.db.Tx;
import org.goodterms.report.TimelineEvent.Kind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectSelectStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Everything that happened with one customer: one query over the tables of all rooms. */
final class TimelineStore {
    private static final Field<String> NONE = DSL.inline("");
    private static final Field<Long> NO_AMOUNT = DSL.castNull(SQLDataType.BIGINT);
    private static final Field<String> NO_CURRENCY = DSL.castNull(SQLDataType.VARCHAR);

    /** Where an event is about money. */
    private record Worth(Field<Long> amount, Field<String> currency) {
        static Worth nothing() {
            return new Worth(NO_AMOUNT, NO_CURRENCY);
        }
    }

    private record When(Field<LocalDate> date, Field<Instant> at) {
    }

    private record Words(Field<String> text, Field<String> detail, Field<String> reference) {
    }

    /** Newest first; of one day the last recorded first. */
    List<TimelineEvent> page(Tx tx, UUID customer, Set<Kind> kinds, int offset, int limit) {
        Table<?> all = documents(customer).unionAll(takenOver(customer)).unionAll(payments(customer))
                .unionAll(returns(customer)).unionAll(messages(customer)).unionAll(contacts(customer))
                .unionAll(tasks(customer)).unionAll(disputesOpened(customer)).unionAll(disputesClosed(customer))
                .unionAll(holdsSet(customer)).unionAll(holdsLifted(customer)).unionAll(attachments(customer)).asTable("event");
        Field<String> kind = all.field("kind", String.class);
        Condition narrowed = kinds.isEmpty() ? DSL.noCondition() : kind.in(kinds.stream().map(Kind::word).toList());
        return tx.sql().selectFrom(all).where(narrowed)
                .orderBy(all.field("happened_on").desc(), all.field("recorded").desc(), all.field("source").desc(),
                        all.field("what").desc())
                .offset(offset).limit(limit).fetch(TimelineStore::event);
    }

    /** What happened with one document: what speaks of its number, and what settled it. Newest first. */
    List<TimelineEvent> ofDocument(Tx tx, UUID customer, String number) {
        Table<?> all = documents(customer).unionAll(messages(customer)).unionAll(contacts(customer))
                .unionAll(disputesOpened(customer)).unionAll(disputesClosed(customer)).unionAll(holdsSet(customer))
                .unionAll(holdsLifted(customer)).unionAll(attachments(customer)).asTable("event");
        Table<?> settled = settlements(number, ALLOCATION.DEBIT_ID, ALLOCATION.CREDIT_ID)
                .unionAll(settlements(number, ALLOCATION.CREDIT_ID, ALLOCATION.DEBIT_ID)).asTable("settled");
        Table<?> both = DSL.select(all.fields()).from(all).where(all.field("reference", String.class).eq(number))
                .unionAll(DSL.select(settled.fields()).from(settled)).asTable("both");
        return tx.sql().selectFrom(both).orderBy(both.field("happened_on").desc(), both.field("recorded").desc(),
                both.field("source").desc(), both.field("what").desc()).fetch(TimelineStore::event);
    }

    /** Allocations of a number, named after what stands on the other side. */
    private static Select<Record> settlements(String number, Field<UUID> mine, Field<UUID> theirs) {
        var own = OPEN_ITEM.as("own");
        var other = OPEN_ITEM.as("other");
        Field<String> what = DSL.when(ALLOCATION.REVERSES.isNotNull(), DSL.inline("taken-back")).otherwise(other.KIND);
        return event(kind(Kind.SETTLEMENT), what, new When(ALLOCATION.EFFECTIVE_DATE, ALLOCATION.RECORDED_AT),
                new Words(NONE, NONE, other.NUMBER), new Worth(DSL.abs(ALLOCATION.AMOUNT), own.CURRENCY), ALLOCATION.ID)
                .from(ALLOCATION).join(own).on(own.ID.eq(mine)).join(other).on(other.ID.eq(theirs)).where(own.NUMBER.eq(number));
    }

    private static TimelineEvent event(Record r) {
        Long minor = r.get("amount", Long.class);
        Money amount = minor == null ? null : Money.ofMinor(CurrencyUnit.of(r.get("currency", String.class)), minor);
        return new TimelineEvent(Kind.valueOf(r.get("kind", String.class).toUpperCase(Locale.ROOT)),
                r.get("what", String.class), r.get("happened_on", LocalDate.class), r.get("recorded", Instant.class),
                r.get("words", String.class), r.get("detail", String.class), r.get("reference", String.class), amount,
                r.get("source", UUID.class));
    }

    private static Select<Record> documents(UUID customer) {
        return event(kind(Kind.DOCUMENT), DOCUMENT.KIND,
                new When(DOCUMENT.DOC_DATE, DSL.coalesce(DOCUMENT.ISSUED_AT, DOCUMENT.CREATED_AT)),
                new Words(DOCUMENT.ORDER_NUMBER, NONE, DOCUMENT.NUMBER), new Worth(DOCUMENT.TOTAL, DOCUMENT.CURRENCY),
                DOCUMENT.ID).from(DOCUMENT).where(DOCUMENT.CUSTOMER_ID.eq(customer)).and(DOCUMENT.NUMBER.isNotNull());
    }

    /** Items that no document and no payment of this book stands behind: taken over, charged, written off. */
    private static Select<Record> takenOver(UUID customer) {
        return event(kind(Kind.DOCUMENT), OPEN_ITEM.KIND, new When(OPEN_ITEM.ITEM_DATE, OPEN_ITEM.RECORDED_AT),
                new Words(NONE, NONE, OPEN_ITEM.NUMBER), new Worth(OPEN_ITEM.ORIGINAL, OPEN_ITEM.CURRENCY), OPEN_ITEM.ID)
                .from(OPEN_ITEM).where(OPEN_ITEM.CUSTOMER_ID.eq(customer))
                .and(OPEN_ITEM.KIND.in("invoice", "credit-note", "debit-note", "fee", "interest", "receipt", "write-off"))
                .andNotExists(DSL.selectOne().from(DOCUMENT).where(DOCUMENT.NUMBER.eq(OPEN_ITEM.NUMBER)))
                .andNotExists(DSL.selectOne().from(PAYMENT).where(PAYMENT.ITEM_ID.eq(OPEN_ITEM.ID)));
    }

    private static Select<Record> payments(UUID customer) {
        return event(kind(Kind.PAYMENT), PAYMENT.KIND, new When(PAYMENT.PAY_DATE, PAYMENT.RECORDED_AT),
                new Words(PAYMENT.NOTE, PAYMENT.METHOD, PAYMENT.REFERENCE), new Worth(PAYMENT.AMOUNT, PAYMENT.CURRENCY),
                PAYMENT.ID).from(PAYMENT).where(PAYMENT.CUSTOMER_ID.eq(customer));
    }

    private static Select<Record> returns(UUID customer) {
        return event(kind(Kind.RETURN), PAYMENT_RETURN.KIND,
                new When(PAYMENT_RETURN.RETURN_DATE, PAYMENT_RETURN.RECORDED_AT),
                new Words(NONE, NONE, PAYMENT.REFERENCE), new Worth(PAYMENT.AMOUNT, PAYMENT.CURRENCY), PAYMENT_RETURN.ID)
                .from(PAYMENT_RETURN).join(PAYMENT).on(PAYMENT.ID.eq(PAYMENT_RETURN.PAYMENT_ID))
                .where(PAYMENT.CUSTOMER_ID.eq(customer));
    }

    private static Select<Record> messages(UUID customer) {
        return event(kind(Kind.MESSAGE), MESSAGE.STATE, new When(MESSAGE.BUSINESS_DATE, MESSAGE.CREATED_AT),
                new Words(MESSAGE.SUBJECT, MESSAGE.CHANNEL, MESSAGE.REFERENCE), Worth.nothing(), MESSAGE.ID)
                .from(MESSAGE).where(MESSAGE.CUSTOMER_ID.eq(customer));
    }

    /** What was said, and what the program noted itself under the kind it belongs to. A message stands for its contact. */
    private static Select<Record> contacts(UUID customer) {
        Field<String> kind = DSL.when(CONTACT.CHANNEL.ne("note"), kind(Kind.CONTACT))
                .when(CONTACT.OUTCOME.in(Contact.TASK_DONE, Contact.TASK_REOPENED, Contact.TASK_PUT_OFF), kind(Kind.TASK))
                .when(CONTACT.OUTCOME.in(Contact.HOLD_SET, Contact.HOLD_CLEARED), kind(Kind.HOLD))
                .otherwise(kind(Kind.NOTE));
        Field<String> what = DSL.when(CONTACT.CHANNEL.ne("note"), CONTACT.CHANNEL)
                .when(CONTACT.OUTCOME.in(Contact.TASK_DONE, Contact.TASK_REOPENED, Contact.TASK_PUT_OFF, Contact.HOLD_SET,
                        Contact.HOLD_CLEARED),
                        CONTACT.OUTCOME).otherwise(CONTACT.CHANNEL);
        return event(kind, what, new When(CONTACT.CONTACT_DATE, CONTACT.RECORDED_AT),
                new Words(CONTACT.NOTE, CONTACT.OUTCOME, CONTACT.REFERENCE), Worth.nothing(), CONTACT.ID)
                .from(CONTACT).where(CONTACT.CUSTOMER_ID.eq(customer)).and(CONTACT.MESSAGE_ID.isNull());
    }

    private static Select<Record> tasks(UUID customer) {
        return event(kind(Kind.TASK), DSL.inline("created"), new When(TASK.CREATED_ON, TASK.CREATED_AT),
                new Words(TASK.TITLE, TASK.KIND, TASK.ITEMS), Worth.nothing(), TASK.ID)
                .from(TASK).where(TASK.CUSTOMER_ID.eq(customer));
    }

    private static Select<Record> disputesOpened(UUID customer) {
        return event(kind(Kind.DISPUTE), DSL.inline("opened"), new When(DISPUTE.OPENED_ON, DISPUTE.OPENED_AT),
                new Words(DISPUTE.NOTE, DISPUTE.REASON, OPEN_ITEM.NUMBER), new Worth(DISPUTE.AMOUNT, OPEN_ITEM.CURRENCY),
                DISPUTE.ID).from(DISPUTE).join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(DISPUTE.ITEM_ID))
                .where(OPEN_ITEM.CUSTOMER_ID.eq(customer));
    }

    private static Select<Record> disputesClosed(UUID customer) {
        return event(kind(Kind.DISPUTE), DSL.inline("closed"), new When(DISPUTE.CLOSED_ON, DISPUTE.CLOSED_AT),
                new Words(DISPUTE.NOTE, DISPUTE.OUTCOME, OPEN_ITEM.NUMBER), new Worth(DISPUTE.AMOUNT, OPEN_ITEM.CURRENCY),
                DISPUTE.ID).from(DISPUTE).join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(DISPUTE.ITEM_ID))
                .where(OPEN_ITEM.CUSTOMER_ID.eq(customer)).and(DISPUTE.CLOSED_ON.isNotNull());
    }

    private static Select<Record> holdsSet(UUID customer) {
        return holds(DSL.inline("set"), HOLD.SET_ON).from(HOLD).leftJoin(OPEN_ITEM).on(OPEN_ITEM.ID.eq(HOLD.ITEM_ID))
                .where(HOLD.CUSTOMER_ID.eq(customer));
    }

    private static Select<Record> holdsLifted(UUID customer) {
        return holds(DSL.inline("lifted"), HOLD.LIFTED_ON).from(HOLD).leftJoin(OPEN_ITEM)
                .on(OPEN_ITEM.ID.eq(HOLD.ITEM_ID)).where(HOLD.CUSTOMER_ID.eq(customer)).and(HOLD.LIFTED_ON.isNotNull());
    }

    private static SelectSelectStep<Record> holds(Field<String> what, Field<LocalDate> day) {
        return event(kind(Kind.HOLD), what, new When(day, HOLD.RECORDED_AT),
                new Words(NONE, HOLD.REASON, DSL.coalesce(OPEN_ITEM.NUMBER, NONE)), Worth.nothing(), HOLD.ID);
    }

    private static Select<Record> attachments(UUID customer) {
        return event(kind(Kind.ATTACHMENT), DSL.inline("added"),
                new When(ATTACHMENT.RECORDED_AT.cast(SQLDataType.LOCALDATE), ATTACHMENT.RECORDED_AT),
                new Words(ATTACHMENT.NAME, NONE, DSL.coalesce(DOCUMENT.NUMBER, NONE)), Worth.nothing(), ATTACHMENT.ID)
                .from(ATTACHMENT).leftJoin(DOCUMENT).on(DOCUMENT.ID.eq(ATTACHMENT.DOCUMENT_ID))
                .where(ATTACHMENT.CUSTOMER_ID.eq(customer));
    }

    private static Field<String> kind(Kind kind) {
        return DSL.inline(kind.word());
    }

    /** The columns of every part of the union, in this order. */
    private static SelectSelectStep<Record> event(Field<String> kind, Field<String> what, When when, Words words,
            Worth worth, Field<UUID> source) {
        return DSL.select(List.of(kind.as("kind"), what.as("what"), when.date().as("happened_on"), when.at().as("recorded"),
                words.text().as("words"), words.detail().as("detail"), words.reference().as("reference"),
                worth.amount().as("amount"), worth.currency().as("currency"), source.as("source")));
    }
}
