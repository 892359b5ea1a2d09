package org.goodterms.report;

import static org.goodterms.db.gen.Tables.CUSTOMER;
import static org.goodterms.db.gen.Tables.DISPUTE;
import static org.goodterms.db.gen.Tables.DUE_EXTENSION;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.followup.FollowUp.Whom;
import org.goodterms.kernel.Id;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What the day begins with, over all customers. Amounts are carrying amounts. */
final class TodayStore {

    /** Minor units of the book's currency. */
    record Sums(long open, long overdue, long unapplied, int lateCustomers) {
    }

    Sums sums(Tx tx, LocalDate today) {
        Condition late = late(today);
        return tx.sql().select(sum(OPEN_ITEM.OPEN_AMOUNT.gt(0L)), sum(late), sum(OPEN_ITEM.OPEN_AMOUNT.lt(0L)),
                        DSL.countDistinct(DSL.when(late, OPEN_ITEM.CUSTOMER_ID)))
                .from(OPEN_ITEM).where(OPEN_ITEM.SETTLED_ON.isNull())
                .fetchSingle(r -> new Sums(minor(r.value1()), minor(r.value2()), -minor(r.value3()), r.value4()));
    }

    private static Condition late(LocalDate today) {
        return OPEN_ITEM.OPEN_AMOUNT.gt(0L).and(OPEN_ITEM.DUE_DATE.lt(today));
    }

    private static Field<BigDecimal> sum(Condition condition) {
        return DSL.sum(DSL.when(condition, OPEN_ITEM.OPEN_CARRYING).otherwise(0L));
    }

    private static long minor(@Nullable BigDecimal sum) {
        return sum == null ? 0 : sum.longValueExact();
    }

    /** Those who are late with the most, the most first; last contacts are not filled in. */
    List<LateCustomer> late(Tx tx, LocalDate today, CurrencyUnit book, int limit) {
        Field<BigDecimal> overdue = DSL.sum(OPEN_ITEM.OPEN_CARRYING);
        return tx.sql().select(CUSTOMER.ID, CUSTOMER.CODE, CUSTOMER.NAME, overdue, DSL.min(OPEN_ITEM.DUE_DATE), DSL.count())
                .from(OPEN_ITEM).join(CUSTOMER).on(CUSTOMER.ID.eq(OPEN_ITEM.CUSTOMER_ID))
                .where(OPEN_ITEM.SETTLED_ON.isNull()).and(late(today))
                .groupBy(CUSTOMER.ID, CUSTOMER.CODE, CUSTOMER.NAME).orderBy(overdue.desc(), CUSTOMER.CODE).limit(limit)
                .fetch(r -> new LateCustomer(new Whom(Id.of(r.value1()), r.value2(), r.value3()),
                        Money.ofMinor(book, minor(r.value4())), r.value5(), r.value6(), null));
    }

    /** Open debit items not yet settled whose due date is at most that day, without what is contested of them. */
    List<CashExpected.Open> undisputed(Tx tx, LocalDate dueUntil, CurrencyUnit book) {
        Map<UUID, Long> contested = new HashMap<>();
        tx.sql().select(DISPUTE.ITEM_ID, DISPUTE.AMOUNT).from(DISPUTE).where(DISPUTE.CLOSED_ON.isNull())
                .forEach(r -> contested.merge(r.value1(), r.value2(), Long::sum));
        return tx.sql().select(OPEN_ITEM.ID, OPEN_ITEM.CUSTOMER_ID, OPEN_ITEM.DUE_DATE, OPEN_ITEM.OPEN_CARRYING)
                .from(OPEN_ITEM).where(OPEN_ITEM.SETTLED_ON.isNull()).and(OPEN_ITEM.OPEN_AMOUNT.gt(0L))
                .and(OPEN_ITEM.DUE_DATE.le(dueUntil))
                .fetch(r -> new CashExpected.Open(Id.<Customer>of(r.value2()), r.value3(),
                        Money.ofMinor(book, contested.containsKey(r.value1()) ? 0 : r.value4())));
    }

    /** An open debit item, by the due day that was agreed first. */
    record Old(Whom whom, String number, LocalDate due) {
    }

    /** What was due before a day and is open still, the oldest first. */
    List<Old> dueBefore(Tx tx, LocalDate day) {
        Field<LocalDate> first = DSL.coalesce(DUE_EXTENSION.OLD_DUE, OPEN_ITEM.DUE_DATE);
        return tx.sql().select(CUSTOMER.ID, CUSTOMER.CODE, CUSTOMER.NAME, OPEN_ITEM.NUMBER, first).from(OPEN_ITEM)
                .join(CUSTOMER).on(CUSTOMER.ID.eq(OPEN_ITEM.CUSTOMER_ID))
                .leftJoin(DUE_EXTENSION).on(DUE_EXTENSION.ITEM_ID.eq(OPEN_ITEM.ID).and(DUE_EXTENSION.LINE.eq(1)))
                .where(OPEN_ITEM.SETTLED_ON.isNull()).and(OPEN_ITEM.OPEN_AMOUNT.gt(0L)).and(first.lt(day)).orderBy(first, OPEN_ITEM.NUMBER)
                .fetch(r -> new Old(new Whom(Id.of(r.value1()), r.value2(), r.value3()), r.value4(), r.value5()));
    }

    int customers(Tx tx) {
        return tx.sql().fetchCount(CUSTOMER);
    }

    Map<Id<Customer>, Whom> names(Tx tx, Collection<UUID> customers) {
        Map<Id<Customer>, Whom> names = new HashMap<>();
        if (!customers.isEmpty()) {
            tx.sql().select(CUSTOMER.ID, CUSTOMER.CODE, CUSTOMER.NAME).from(CUSTOMER).where(CUSTOMER.ID.in(customers))
                    .forEach(r -> names.put(Id.of(r.value1()), new Whom(Id.of(r.value1()), r.value2(), r.value3())));
        }
        return names;
    }
}
