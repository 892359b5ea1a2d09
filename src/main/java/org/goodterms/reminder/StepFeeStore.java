package org.goodterms.reminder;

import static org.goodterms.db.gen.Tables.MESSAGE;
import static org.goodterms.db.gen.Tables.REMINDER;
import static org.goodterms.db.gen.Tables.REMINDER_MESSAGE;
import static org.goodterms.db.gen.Tables.STEP_FEE;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Fees of steps, to and from the table. */
final class StepFeeStore {

    /** A fee whose message is out. */
    record Owed(Id<Customer> customer, Id<OpenItem> item, String number, Step step, Money amount) {
    }

    /** Whether the step of that item costs already. */
    boolean isSet(Tx tx, Id<OpenItem> item, Step step) {
        return tx.sql().fetchExists(STEP_FEE, STEP_FEE.ITEM_ID.eq(item.value()).and(STEP_FEE.STEP.eq(step.name())));
    }

    /** What the steps of an item cost so far, in minor units. */
    long sum(Tx tx, Id<OpenItem> item) {
        return tx.sql().select(STEP_FEE.AMOUNT).from(STEP_FEE).where(STEP_FEE.ITEM_ID.eq(item.value())).fetch(STEP_FEE.AMOUNT)
                .stream().mapToLong(Long::longValue).sum();
    }

    void insert(Tx tx, UUID reminder, DunningPlan.Line line, Money fee) {
        tx.sql().insertInto(STEP_FEE).set(STEP_FEE.ITEM_ID, line.item().value()).set(STEP_FEE.STEP, line.step().name())
                .set(STEP_FEE.REMINDER_ID, reminder).set(STEP_FEE.NUMBER, line.number())
                .set(STEP_FEE.AMOUNT, fee.getAmountMinorLong()).execute();
    }

    /** A reminder that did not go costs nothing. */
    void release(Tx tx, UUID reminder) {
        tx.sql().deleteFrom(STEP_FEE).where(STEP_FEE.REMINDER_ID.eq(reminder)).and(STEP_FEE.CHARGE_ITEM_ID.isNull()).execute();
    }

    /** Fees not charged yet of which a message is out; locked until the transaction ends. */
    List<Owed> owed(Tx tx, CurrencyUnit book) {
        List<UUID> out = tx.sql().select(REMINDER_MESSAGE.REMINDER_ID).from(STEP_FEE).join(REMINDER_MESSAGE)
                .on(REMINDER_MESSAGE.REMINDER_ID.eq(STEP_FEE.REMINDER_ID)).join(MESSAGE).on(MESSAGE.ID.eq(REMINDER_MESSAGE.MESSAGE_ID))
                .where(STEP_FEE.CHARGE_ITEM_ID.isNull()).and(MESSAGE.STATE.eq("sent")).fetch(REMINDER_MESSAGE.REMINDER_ID);
        if (out.isEmpty()) {
            return List.of();
        }
        tx.sql().select(REMINDER.ID).from(REMINDER).where(REMINDER.ID.in(out)).orderBy(REMINDER.ID).forUpdate().fetch();
        return tx.sql().select(REMINDER.CUSTOMER_ID, STEP_FEE.ITEM_ID, STEP_FEE.NUMBER, STEP_FEE.STEP, STEP_FEE.AMOUNT).from(STEP_FEE)
                .join(REMINDER).on(REMINDER.ID.eq(STEP_FEE.REMINDER_ID)).where(STEP_FEE.REMINDER_ID.in(out))
                .and(STEP_FEE.CHARGE_ITEM_ID.isNull()).orderBy(STEP_FEE.NUMBER, STEP_FEE.STEP)
                .fetch(r -> new Owed(Id.of(r.value1()), Id.of(r.value2()), r.value3(), Step.valueOf(r.value4()), Money.ofMinor(book, r.value5())));
    }

    void charged(Tx tx, Owed owed, Id<OpenItem> charge, LocalDate on) {
        tx.sql().update(STEP_FEE).set(STEP_FEE.CHARGE_ITEM_ID, charge.value()).set(STEP_FEE.CHARGED_ON, on)
                .where(STEP_FEE.ITEM_ID.eq(owed.item().value())).and(STEP_FEE.STEP.eq(owed.step().name())).execute();
    }
}
