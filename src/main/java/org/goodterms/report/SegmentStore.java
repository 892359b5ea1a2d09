package org.goodterms.report;

import static org.goodterms.db.gen.Tables.ITEM_STEP;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.goodterms.db.Tx;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** What the books know of a customer's habits. */
final class SegmentStore {
    private static final String FIRST = "R1";

    /** Days from the first reminder to settlement, of invoices settled since a day that had one. */
    List<Integer> daysAfterFirst(Tx tx, UUID customer, LocalDate since) {
        return tx.sql().select(DSL.min(ITEM_STEP.STEP_DATE), OPEN_ITEM.SETTLED_ON).from(ITEM_STEP)
                .join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(ITEM_STEP.ITEM_ID))
                .where(OPEN_ITEM.CUSTOMER_ID.eq(customer)).and(ITEM_STEP.STEP.eq(FIRST)).and(ITEM_STEP.WRITTEN)
                .and(OPEN_ITEM.SETTLED_ON.ge(since)).and(OPEN_ITEM.WRITTEN_OFF_ON.isNull())
                .groupBy(OPEN_ITEM.ID, OPEN_ITEM.SETTLED_ON)
                .fetch(r -> (int) ChronoUnit.DAYS.between(r.value1(), r.value2()));
    }

    /** Part of all that was invoiced since a day; 0 where nothing was. */
    BigDecimal share(Tx tx, UUID customer, LocalDate since) {
        BigDecimal all = invoiced(tx, DSL.noCondition(), since);
        return all.signum() <= 0 ? BigDecimal.ZERO
                : invoiced(tx, OPEN_ITEM.CUSTOMER_ID.eq(customer), since).divide(all, MathContext.DECIMAL64);
    }

    private static BigDecimal invoiced(Tx tx, Condition whose, LocalDate since) {
        BigDecimal sum = tx.sql().select(DSL.sum(OPEN_ITEM.CARRYING)).from(OPEN_ITEM).where(OPEN_ITEM.KIND.eq("invoice"))
                .and(OPEN_ITEM.ITEM_DATE.ge(since)).and(whose).fetchSingle().value1();
        return sum == null ? BigDecimal.ZERO : sum;
    }
}
