package org.goodterms.reminder;

import static org.goodterms.db.gen.Tables.DUNNING_MARK;
import static org.goodterms.db.gen.Tables.ITEM_STEP;

import java.time.LocalDate;
import java.util.UUID;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.jspecify.annotations.Nullable;

/** Steps carried out, and what tasks were made for. */
final class StepStore {

    /** @return false where the step of that cycle stands already: then nothing was written */
    boolean insert(Tx tx, UUID id, Id<OpenItem> item, Taken taken, @Nullable UUID reminder) {
        boolean there = tx.sql().fetchExists(ITEM_STEP, ITEM_STEP.ITEM_ID.eq(item.value())
                .and(ITEM_STEP.STEP.eq(taken.step().name())).and(ITEM_STEP.CYCLE.eq(taken.cycle())));
        if (there) {
            return false;
        }
        tx.sql().insertInto(ITEM_STEP).set(ITEM_STEP.ID, id).set(ITEM_STEP.ITEM_ID, item.value())
                .set(ITEM_STEP.STEP, taken.step().name()).set(ITEM_STEP.CYCLE, taken.cycle())
                .set(ITEM_STEP.STEP_DATE, taken.on()).set(ITEM_STEP.WRITTEN, taken.written())
                .set(ITEM_STEP.REMINDER_ID, reminder).set(ITEM_STEP.RECORDED_AT, tx.now()).execute();
        tx.touched(Step.class);
        return true;
    }

    /** A step of a cycle, its day, and whether the customer was written to. */
    record Taken(Step step, int cycle, LocalDate on, boolean written) {
    }

    /** The steps of a message that did not go are open again. */
    void release(Tx tx, UUID reminder) {
        tx.sql().deleteFrom(ITEM_STEP).where(ITEM_STEP.REMINDER_ID.eq(reminder)).execute();
        tx.touched(Step.class);
    }

    /** A message that went later than planned: its steps count from that day. */
    void moved(Tx tx, UUID reminder, LocalDate to) {
        tx.sql().update(ITEM_STEP).set(ITEM_STEP.STEP_DATE, to).where(ITEM_STEP.REMINDER_ID.eq(reminder)).execute();
    }

    void mark(Tx tx, String kind, UUID subject, LocalDate on) {
        tx.sql().insertInto(DUNNING_MARK).set(DUNNING_MARK.KIND, kind).set(DUNNING_MARK.SUBJECT, subject)
                .set(DUNNING_MARK.MARK_DATE, on).execute();
    }

    void unmark(Tx tx, UUID subject) {
        tx.sql().deleteFrom(DUNNING_MARK).where(DUNNING_MARK.SUBJECT.eq(subject)).execute();
    }
}
