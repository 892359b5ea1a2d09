package org.goodterms.reminder;

import static org.goodterms.db.gen.Tables.CONTACT;
import static org.goodterms.db.gen.Tables.CUSTOMER;
import static org.goodterms.db.gen.Tables.DISPUTE;
import static org.goodterms.db.gen.Tables.DUE_EXTENSION;
import static org.goodterms.db.gen.Tables.DUNNING_MARK;
import static org.goodterms.db.gen.Tables.ITEM_STEP;
import static org.goodterms.db.gen.Tables.MESSAGE;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;
import static org.goodterms.db.gen.Tables.PERSON;
import static org.goodterms.db.gen.Tables.REMINDER;
import static org.goodterms.db.gen.Tables.REMINDER_LINE;
import static org.goodterms.db.gen.Tables.REMINDER_MESSAGE;
import static org.goodterms.db.gen.Tables.TASK;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.followup.FollowUp;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What the plan rests on, each kind of fact in one query over all customers, or over one. */
final class FactsStore {
    /** Longer than any pause between two messages. */
    private static final int LOOK_BACK = 60;
    private static final List<String> INVOICE_KINDS = List.of("invoice", "credit-note");
    private static final List<String> NOT_OUT = List.of("draft", "failed", "cancelled");

    /** Of whom a plan is asked: one customer or all, perhaps as if a reminder had not been written. */
    record Scope(LocalDate today, @Nullable UUID customer, @Nullable UUID without, boolean claiming) {

        static Scope of(LocalDate today) {
            return new Scope(today, null, null, false);
        }

        static Scope of(LocalDate today, UUID customer) {
            return new Scope(today, customer, null, false);
        }

        /** In the midst of a run: what today's run has written to this customer is part of the same occasion. */
        static Scope claiming(LocalDate today, UUID customer, @Nullable UUID without) {
            return new Scope(today, customer, without, true);
        }

        /** Steps that count for the pause between two messages. */
        Condition paused() {
            return claiming ? ITEM_STEP.REMINDER_ID.isNull().or(ITEM_STEP.STEP_DATE.lt(today)) : DSL.noCondition();
        }

        Condition of(Field<UUID> customerId) {
            return customer == null ? DSL.noCondition() : customerId.eq(customer);
        }

        Condition written(Field<UUID> reminderId) {
            return without == null ? DSL.noCondition() : reminderId.isNull().or(reminderId.ne(without));
        }

        Condition unsettled() {
            return OPEN_ITEM.SETTLED_ON.isNull().or(OPEN_ITEM.SETTLED_ON.gt(today)).and(of(OPEN_ITEM.CUSTOMER_ID));
        }
    }

    /** A customer as far as reminders go. */
    record Who(String code, String segment, boolean courtesy, boolean byItself, String channel, boolean mailbox, boolean address) {
    }

    /** Who can be sent a statement: the persons who get invoices have a mailbox, or the firm has. */
    Set<UUID> statementMailboxes(Tx tx, Scope scope) {
        return tx.sql().select(CUSTOMER.ID).from(CUSTOMER).where(scope.of(CUSTOMER.ID)).and(CUSTOMER.EMAIL.ne("")
                .or(CUSTOMER.ID.in(tx.sql().select(PERSON.CUSTOMER_ID).from(PERSON).where(PERSON.GETS_INVOICES).and(PERSON.EMAIL.ne("")))))
                .fetchSet(CUSTOMER.ID);
    }

    Map<UUID, Who> customers(Tx tx, Scope scope) {
        Set<UUID> persons = tx.sql().selectDistinct(PERSON.CUSTOMER_ID).from(PERSON)
                .where(PERSON.GETS_REMINDERS).and(PERSON.EMAIL.ne("")).and(scope.of(PERSON.CUSTOMER_ID))
                .fetchSet(PERSON.CUSTOMER_ID);
        Map<UUID, Who> result = new HashMap<>();
        tx.sql().select(CUSTOMER.ID, CUSTOMER.CODE, CUSTOMER.SEGMENT, CUSTOMER.COURTESY, CUSTOMER.CHANNEL, CUSTOMER.EMAIL,
                CUSTOMER.STREET, CUSTOMER.CITY, CUSTOMER.PAYS_BY).from(CUSTOMER).where(scope.of(CUSTOMER.ID)).forEach(r ->
                result.put(r.value1(), new Who(r.value2(), r.value3(), r.value4(),
                        Customer.PaysBy.of(r.value9()).orElseThrow().isByItself(), r.value5(),
                        !r.value6().isEmpty() || persons.contains(r.value1()),
                        !r.value7().isBlank() && !r.value8().isBlank())));
        return result;
    }

    String segment(Tx tx, UUID customer) {
        return tx.sql().select(CUSTOMER.SEGMENT).from(CUSTOMER).where(CUSTOMER.ID.eq(customer)).fetchSingle().value1();
    }

    /** A step of an item and its cycle. */
    record Done(Step step, int cycle, LocalDate on) {
    }

    Map<UUID, List<Done>> steps(Tx tx, Scope scope) {
        Map<UUID, List<Done>> result = new HashMap<>();
        tx.sql().select(ITEM_STEP.ITEM_ID, ITEM_STEP.STEP, ITEM_STEP.CYCLE, ITEM_STEP.STEP_DATE).from(ITEM_STEP)
                .join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(ITEM_STEP.ITEM_ID)).where(scope.unsettled())
                .and(ITEM_STEP.STEP_DATE.le(scope.today())).and(scope.written(ITEM_STEP.REMINDER_ID))
                .forEach(r -> result.computeIfAbsent(r.value1(), id -> new ArrayList<>(4))
                        .add(new Done(Step.valueOf(r.value2()), r.value3(), r.value4())));
        return result;
    }

    /** How often an item's due date was put off, and to which day at last. */
    record Extended(int times, LocalDate due) {
    }

    Map<UUID, Extended> extended(Tx tx, Scope scope) {
        Map<UUID, Extended> result = new HashMap<>();
        tx.sql().select(DUE_EXTENSION.ITEM_ID, DUE_EXTENSION.NEW_DUE).from(DUE_EXTENSION)
                .join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(DUE_EXTENSION.ITEM_ID)).where(scope.unsettled())
                .and(DUE_EXTENSION.AGREED_ON.le(scope.today())).orderBy(DUE_EXTENSION.ITEM_ID, DUE_EXTENSION.LINE)
                .forEach(r -> result.merge(r.value1(), new Extended(1, r.value2()),
                        (before, last) -> new Extended(before.times() + 1, last.due())));
        return result;
    }

    /** The last day a dispute over an item was closed. */
    Map<UUID, LocalDate> quiet(Tx tx, Scope scope) {
        Map<UUID, LocalDate> result = new HashMap<>();
        tx.sql().select(DISPUTE.ITEM_ID, DSL.max(DISPUTE.CLOSED_ON)).from(DISPUTE).join(OPEN_ITEM)
                .on(OPEN_ITEM.ID.eq(DISPUTE.ITEM_ID)).where(scope.unsettled()).and(DISPUTE.CLOSED_ON.le(scope.today()))
                .and(DISPUTE.CLOSED_ON.ge(scope.today().minusDays(LOOK_BACK))).groupBy(DISPUTE.ITEM_ID)
                .forEach(r -> result.put(r.value1(), r.value2()));
        return result;
    }

    /** When the mail with a document was last put on its way, by its number. */
    Map<String, LocalDate> mailed(Tx tx, Scope scope) {
        Map<String, LocalDate> result = new HashMap<>();
        tx.sql().select(MESSAGE.REFERENCE, DSL.min(MESSAGE.BUSINESS_DATE)).from(MESSAGE)
                .where(MESSAGE.KIND.eq("invoice")).and(MESSAGE.STATE.notIn(NOT_OUT)).and(scope.of(MESSAGE.CUSTOMER_ID))
                .and(MESSAGE.BUSINESS_DATE.between(scope.today().minusDays(LOOK_BACK), scope.today()))
                .groupBy(MESSAGE.REFERENCE).forEach(r -> result.put(r.value1(), r.value2()));
        return result;
    }

    /** The last day each customer was written to, invoices apart: by the engine, by hand, or elsewhere. */
    Map<UUID, LocalDate> lastWritten(Tx tx, Scope scope) {
        LocalDate from = scope.today().minusDays(LOOK_BACK);
        Map<UUID, LocalDate> result = new HashMap<>();
        tx.sql().select(OPEN_ITEM.CUSTOMER_ID, DSL.max(ITEM_STEP.STEP_DATE)).from(ITEM_STEP).join(OPEN_ITEM)
                .on(OPEN_ITEM.ID.eq(ITEM_STEP.ITEM_ID)).where(ITEM_STEP.WRITTEN).and(scope.written(ITEM_STEP.REMINDER_ID)).and(scope.paused())
                .and(ITEM_STEP.STEP_DATE.between(from, scope.today())).and(scope.of(OPEN_ITEM.CUSTOMER_ID))
                .groupBy(OPEN_ITEM.CUSTOMER_ID).forEach(r -> later(result, r.value1(), r.value2()));
        tx.sql().select(MESSAGE.CUSTOMER_ID, DSL.max(MESSAGE.BUSINESS_DATE)).from(MESSAGE)
                .where(MESSAGE.CUSTOMER_ID.isNotNull()).and(MESSAGE.KIND.notIn(INVOICE_KINDS)).and(MESSAGE.KIND.ne("reminder"))
                .and(MESSAGE.STATE.notIn(NOT_OUT)).and(MESSAGE.BUSINESS_DATE.between(from, scope.today()))
                .and(scope.of(MESSAGE.CUSTOMER_ID)).groupBy(MESSAGE.CUSTOMER_ID)
                .forEach(r -> later(result, r.value1(), r.value2()));
        tx.sql().select(CONTACT.CUSTOMER_ID, DSL.max(CONTACT.CONTACT_DATE)).from(CONTACT)
                .where(CONTACT.CHANNEL.in("letter", "email")).and(CONTACT.DIRECTION.eq("out")).and(CONTACT.MESSAGE_ID.isNull())
                .and(CONTACT.CONTACT_DATE.between(from, scope.today())).and(scope.of(CONTACT.CUSTOMER_ID))
                .groupBy(CONTACT.CUSTOMER_ID).forEach(r -> later(result, r.value1(), r.value2()));
        return result;
    }

    private static void later(Map<UUID, LocalDate> days, UUID customer, LocalDate day) {
        days.merge(customer, day, (a, b) -> a.isAfter(b) ? a : b);
    }

    /** Kinds of the program's tasks that are open, or were made today, per customer. */
    Map<UUID, Set<FollowUp.Kind>> tasks(Tx tx, Scope scope) {
        Map<UUID, Set<FollowUp.Kind>> result = new HashMap<>();
        tx.sql().selectDistinct(TASK.CUSTOMER_ID, TASK.KIND).from(TASK).where(TASK.CUSTOMER_ID.isNotNull())
                .and(TASK.CREATED_ON.le(scope.today())).and(TASK.DONE_ON.isNull().or(TASK.CREATED_ON.eq(scope.today())))
                .and(scope.of(TASK.CUSTOMER_ID)).forEach(r -> FollowUp.Kind.of(r.value2()).ifPresent(kind ->
                        result.computeIfAbsent(r.value1(), c -> EnumSet.noneOf(FollowUp.Kind.class)).add(kind)));
        return result;
    }

    /** Reminders that failed or of which nobody knows, and for which no task was made. */
    List<Facts.Trouble> trouble(Tx tx, Scope scope) {
        Map<FollowUp.Kind, String> states = new EnumMap<>(Map.of(FollowUp.Kind.FAILED_SEND, "failed",
                FollowUp.Kind.UNKNOWN_SEND, "unknown"));
        List<Facts.Trouble> result = new ArrayList<>();
        states.forEach((kind, state) -> tx.sql().select(MESSAGE.ID, CUSTOMER.ID, CUSTOMER.CODE, REMINDER.ID)
                .from(MESSAGE).join(REMINDER_MESSAGE).on(REMINDER_MESSAGE.MESSAGE_ID.eq(MESSAGE.ID))
                .join(REMINDER).on(REMINDER.ID.eq(REMINDER_MESSAGE.REMINDER_ID))
                .join(CUSTOMER).on(CUSTOMER.ID.eq(REMINDER.CUSTOMER_ID))
                .leftJoin(DUNNING_MARK).on(DUNNING_MARK.SUBJECT.eq(MESSAGE.ID)).and(DUNNING_MARK.KIND.eq(kind.word()))
                .where(MESSAGE.STATE.eq(state)).and(DUNNING_MARK.SUBJECT.isNull()).and(scope.of(REMINDER.CUSTOMER_ID))
                .orderBy(CUSTOMER.CODE, MESSAGE.CREATED_AT, MESSAGE.ID).forEach(r -> result.add(new Facts.Trouble(
                        Id.of(r.value2()), r.value3(), kind, r.value1(), numbers(tx, r.value4())))));
        return result;
    }

    private static List<String> numbers(Tx tx, UUID reminder) {
        return tx.sql().select(REMINDER_LINE.NUMBER).from(REMINDER_LINE).where(REMINDER_LINE.REMINDER_ID.eq(reminder))
                .and(REMINDER_LINE.STEP.ne("")).orderBy(REMINDER_LINE.LINE).fetch(REMINDER_LINE.NUMBER)
                .stream().distinct().toList();
    }

    /** Steps of one cycle. */
    static Map<Step, LocalDate> ofCycle(@Nullable List<Done> steps, int cycle) {
        Map<Step, LocalDate> result = new EnumMap<>(Step.class);
        if (steps != null) {
            steps.stream().filter(done -> done.cycle() == cycle).forEach(done -> result.put(done.step(), done.on()));
        }
        return result;
    }

    /** The key of an item in the maps. */
    static UUID key(OpenItem item) {
        return item.id().value();
    }
}
