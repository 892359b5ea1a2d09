package org.goodterms.reminder;

import static org.goodterms.db.gen.Tables.CUSTOMER;
import static org.goodterms.db.gen.Tables.MESSAGE;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;
import static org.goodterms.db.gen.Tables.REMINDER;
import static org.goodterms.db.gen.Tables.REMINDER_LINE;
import static org.goodterms.db.gen.Tables.REMINDER_MESSAGE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.reminder.DunningPlan.Line;
import org.goodterms.reminder.DunningPlan.Listed;
import org.goodterms.reminder.DunningPlan.Notice;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;

/** What was asked for, by which messages, to and from the tables. */
final class ReminderStore {
    static final String BY_PLAN = "plan";
    static final String BY_HAND = "hand";

    /** A reminder written on a day, {@code origin} by the plan or by hand. */
    record Kept(UUID id, Notice notice, String origin, LocalDate on) {
    }

    /** One desk at a time claims what a customer is asked for. */
    void lock(Tx tx, UUID customer) {
        tx.sql().select(CUSTOMER.ID).from(CUSTOMER).where(CUSTOMER.ID.eq(customer)).forUpdate().fetch();
    }

    void insert(Tx tx, UUID id, Written written, String origin, LocalDate on) {
        Notice notice = written.notice();
        tx.sql().insertInto(REMINDER).set(REMINDER.ID, id).set(REMINDER.CUSTOMER_ID, notice.customer().value())
                .set(REMINDER.CURRENCY, notice.currency().getCode()).set(REMINDER.STEP, notice.step().name())
                .set(REMINDER.ASKED, notice.asked().getAmountMinorLong()).set(REMINDER.ORIGIN, origin)
                .set(REMINDER.REMINDER_DATE, on).set(REMINDER.LANGUAGE, written.language())
                .set(REMINDER.CHANGED, written.isChanged()).set(REMINDER.RECORDED_AT, tx.now()).execute();
        int place = 0;
        for (Line line : notice.lines()) {
            line(tx, id, ++place, line.step().name(), line.cycle(), new Listed(line.item(), line.number(), line.due(), line.asked()));
        }
        for (Listed listed : notice.listed()) {
            line(tx, id, ++place, "", 0, listed);
        }
        tx.touched(Notice.class);
    }

    private static void line(Tx tx, UUID id, int place, String step, int cycle, Listed what) {
        tx.sql().insertInto(REMINDER_LINE).set(REMINDER_LINE.REMINDER_ID, id).set(REMINDER_LINE.LINE, place)
                .set(REMINDER_LINE.ITEM_ID, what.item().value()).set(REMINDER_LINE.NUMBER, what.number())
                .set(REMINDER_LINE.STEP, step).set(REMINDER_LINE.CYCLE, cycle).set(REMINDER_LINE.DUE_DATE, what.due())
                .set(REMINDER_LINE.AMOUNT, what.open().getAmountMinorLong()).execute();
    }

    /** What a payment of the item quotes; empty where that is its number. */
    String reference(Tx tx, UUID item) {
        return tx.sql().select(OPEN_ITEM.REFERENCE).from(OPEN_ITEM).where(OPEN_ITEM.ID.eq(item)).fetchSingle(OPEN_ITEM.REFERENCE);
    }

    void carriedBy(Tx tx, UUID id, UUID message) {
        tx.sql().insertInto(REMINDER_MESSAGE).set(REMINDER_MESSAGE.REMINDER_ID, id).set(REMINDER_MESSAGE.MESSAGE_ID, message).execute();
    }

    void withdrawn(Tx tx, UUID id, LocalDate on) {
        tx.sql().update(REMINDER).set(REMINDER.WITHDRAWN_ON, on).where(REMINDER.ID.eq(id)).execute();
        tx.touched(Notice.class);
    }

    Optional<Kept> ofMessage(Tx tx, UUID message) {
        return list(tx, REMINDER.ID.in(tx.sql().select(REMINDER_MESSAGE.REMINDER_ID).from(REMINDER_MESSAGE)
                .where(REMINDER_MESSAGE.MESSAGE_ID.eq(message)))).stream().findFirst();
    }

    /** Reminders of which a message is in one of these states. */
    List<Kept> inState(Tx tx, String... states) {
        return list(tx, REMINDER.ID.in(tx.sql().select(REMINDER_MESSAGE.REMINDER_ID).from(REMINDER_MESSAGE).join(MESSAGE)
                .on(MESSAGE.ID.eq(REMINDER_MESSAGE.MESSAGE_ID)).where(MESSAGE.STATE.in(states))));
    }

    /** Messages of a reminder, in the order written. */
    List<UUID> messages(Tx tx, UUID reminder) {
        return tx.sql().select(MESSAGE.ID).from(REMINDER_MESSAGE).join(MESSAGE).on(MESSAGE.ID.eq(REMINDER_MESSAGE.MESSAGE_ID))
                .where(REMINDER_MESSAGE.REMINDER_ID.eq(reminder)).orderBy(MESSAGE.CREATED_AT, MESSAGE.ID).fetch(MESSAGE.ID);
    }

    /** Message-IDs of mails about these documents that reached this mailbox, oldest first. */
    List<String> thread(Tx tx, UUID customer, String mailbox, Collection<String> numbers) {
        Condition about = MESSAGE.REFERENCE.in(numbers).and(MESSAGE.KIND.eq("invoice")).or(MESSAGE.ID.in(
                tx.sql().select(REMINDER_MESSAGE.MESSAGE_ID).from(REMINDER_MESSAGE).join(REMINDER_LINE)
                        .on(REMINDER_LINE.REMINDER_ID.eq(REMINDER_MESSAGE.REMINDER_ID)).where(REMINDER_LINE.NUMBER.in(numbers))
                        .and(REMINDER_LINE.STEP.ne(""))));
        return tx.sql().select(MESSAGE.MAIL_ID).from(MESSAGE).where(MESSAGE.CUSTOMER_ID.eq(customer)).and(about)
                .and(MESSAGE.STATE.eq("sent")).and(MESSAGE.CHANNEL.eq("email")).and(MESSAGE.RECIPIENT.eq(mailbox))
                .orderBy(MESSAGE.KIND.eq("invoice"), MESSAGE.SENT_AT, MESSAGE.ID).fetch(MESSAGE.MAIL_ID);
    }

    private static List<Kept> list(Tx tx, Condition which) {
        List<Kept> result = new ArrayList<>();
        tx.sql().select(REMINDER.ID, REMINDER.CUSTOMER_ID, CUSTOMER.CODE, REMINDER.STEP, REMINDER.CURRENCY, REMINDER.ORIGIN,
                REMINDER.REMINDER_DATE).from(REMINDER).join(CUSTOMER).on(CUSTOMER.ID.eq(REMINDER.CUSTOMER_ID)).where(which)
                .orderBy(REMINDER.REMINDER_DATE, CUSTOMER.CODE, REMINDER.ID).forEach(r -> {
                    CurrencyUnit currency = CurrencyUnit.of(r.value5());
                    List<Line> lines = new ArrayList<>();
                    List<Listed> listed = new ArrayList<>();
                    tx.sql().selectFrom(REMINDER_LINE).where(REMINDER_LINE.REMINDER_ID.eq(r.value1())).orderBy(REMINDER_LINE.LINE)
                            .forEach(l -> {
                                Money amount = Money.ofMinor(currency, l.getAmount());
                                if (l.getStep().isEmpty()) {
                                    listed.add(new Listed(Id.of(l.getItemId()), l.getNumber(), l.getDueDate(), amount));
                                } else {
                                    lines.add(new Line(Id.of(l.getItemId()), l.getNumber(), Step.valueOf(l.getStep()),
                                            l.getCycle(), l.getDueDate(), amount));
                                }
                            });
                    result.add(new Kept(r.value1(), new Notice(Id.of(r.value2()), r.value3(), Step.valueOf(r.value4()), currency,
                            lines, listed), r.value6(), r.value7()));
                });
        return result;
    }
}
