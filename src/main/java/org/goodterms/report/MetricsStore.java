package org.goodterms.report;

import static org.goodterms.db.gen.Tables.ALLOCATION;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;
import static org.goodterms.db.gen.Tables.PROMISE;
import static org.goodterms.db.gen.Tables.PROMISE_ITEM;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goodterms.agreement.Promise;
import org.goodterms.agreement.Receipts;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Reads what the metrics are made of. */
final class MetricsStore {

    /** Invoices of this book up to a day at carrying amounts, by their day. Those taken over are no sales of this book. */
    Map<LocalDate, Long> sales(Tx tx, LocalDate to) {
        return tx.sql().select(OPEN_ITEM.ITEM_DATE, sum(OPEN_ITEM.CARRYING)).from(OPEN_ITEM)
                .where(OPEN_ITEM.KIND.in("invoice", "debit-note")).and(OPEN_ITEM.ITEM_DATE.le(to))
                .and(OPEN_ITEM.DOC_DATE.isNull()).groupBy(OPEN_ITEM.ITEM_DATE)
                .fetchMap(r -> r.value1(), r -> r.value2().longValueExact());
    }

    /** Invoices with nothing open at the end of {@code to} whose last standing receipt came in the period. */
    List<DaysLate.Settled> settled(Tx tx, LocalDate from, LocalDate to) {
        var credit = OPEN_ITEM.as("credit");
        var receipts = select(ALLOCATION.DEBIT_ID, credit.ITEM_DATE.as("received")).from(ALLOCATION)
                .join(credit).on(credit.ID.eq(ALLOCATION.CREDIT_ID))
                .where(credit.KIND.eq("receipt")).and(ALLOCATION.EFFECTIVE_DATE.le(to))
                .groupBy(ALLOCATION.DEBIT_ID, ALLOCATION.CREDIT_ID, credit.ITEM_DATE)
                .having(sum(ALLOCATION.AMOUNT).gt(BigDecimal.ZERO)).asTable("receipts");
        var last = max(receipts.field("received", LocalDate.class));
        var used = select(sum(ALLOCATION.AMOUNT)).from(ALLOCATION).where(ALLOCATION.DEBIT_ID.eq(OPEN_ITEM.ID))
                .and(ALLOCATION.EFFECTIVE_DATE.le(to)).<BigDecimal>asField();
        return tx.sql().select(OPEN_ITEM.CARRYING, OPEN_ITEM.DUE_DATE, last).from(OPEN_ITEM)
                .join(receipts).on(OPEN_ITEM.ID.eq(receipts.field(ALLOCATION.DEBIT_ID)))
                .where(OPEN_ITEM.KIND.in("invoice", "debit-note")).and(OPEN_ITEM.DUE_DATE.isNotNull())
                .and(OPEN_ITEM.WRITTEN_OFF_ON.isNull().or(OPEN_ITEM.WRITTEN_OFF_ON.gt(to)))
                .and(used.eq(OPEN_ITEM.ORIGINAL.cast(BigDecimal.class)))
                .groupBy(OPEN_ITEM.ID, OPEN_ITEM.CARRYING, OPEN_ITEM.DUE_DATE).having(last.between(from, to))
                .fetch(r -> new DaysLate.Settled(r.value1(), r.value2(), r.value3()));
    }

    /** A promise whose day lies in a period, with the receipts of its items and whether nothing of them is open. */
    record Due(Promise promise, Receipts receipts, boolean settled) {
    }

    List<Due> promises(Tx tx, LocalDate from, LocalDate to) {
        List<Due> due = new ArrayList<>();
        tx.sql().selectFrom(PROMISE).where(PROMISE.BY_DATE.between(from, to)).orderBy(PROMISE.BY_DATE).forEach(r -> {
            CurrencyUnit currency = CurrencyUnit.of(r.getCurrency());
            List<Promise.Item> items = tx.sql().select(OPEN_ITEM.ID, OPEN_ITEM.NUMBER).from(PROMISE_ITEM)
                    .join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(PROMISE_ITEM.ITEM_ID)).where(PROMISE_ITEM.PROMISE_ID.eq(r.getId()))
                    .fetch(i -> new Promise.Item(Id.of(i.value1()), i.value2()));
            Promise promise = new Promise(Id.of(r.getId()), Id.of(r.getCustomerId()), items,
                    Money.ofMinor(currency, r.getAmount()), r.getByDate(), r.getMadeOn(),
                    new Promise.Said(r.getPerson(), r.getChannel(), r.getNote()), r.getTestedOn(), r.getReplacedOn());
            Map<LocalDate, Long> came = received(tx, items);
            List<Receipts.Movement> movements = came.entrySet().stream()
                    .map(day -> new Receipts.Movement(day.getKey(), Money.ofMinor(currency, day.getValue()))).toList();
            boolean settled = !tx.sql().fetchExists(OPEN_ITEM, OPEN_ITEM.ID.in(ids(items)).and(OPEN_ITEM.SETTLED_ON.isNull()));
            due.add(new Due(promise, new Receipts(Money.ofMinor(currency, r.getReceivedBefore()), movements), settled));
        });
        return due;
    }

    private static List<UUID> ids(List<Promise.Item> items) {
        return items.stream().map(item -> item.id().value()).toList();
    }

    private static Map<LocalDate, Long> received(Tx tx, List<Promise.Item> items) {
        var credit = OPEN_ITEM.as("credit");
        return new HashMap<>(tx.sql().select(ALLOCATION.EFFECTIVE_DATE, sum(ALLOCATION.AMOUNT)).from(ALLOCATION)
                .join(credit).on(credit.ID.eq(ALLOCATION.CREDIT_ID)).where(ALLOCATION.DEBIT_ID.in(ids(items)))
                .and(credit.KIND.in("receipt", "discount", "small-difference"))
                .groupBy(ALLOCATION.EFFECTIVE_DATE).fetchMap(r -> r.value1(), r -> r.value2().longValueExact()));
    }
}
