package org.goodterms.receivable;

import static org.goodterms.db.gen.Tables.ALLOCATION;
import static org.goodterms.db.gen.Tables.DUE_EXTENSION;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The subledger as it was: reads only what was not settled on the day asked for. */
final class AsOfStore {

    /** What allocations take effect on, in minor units: open amount and carrying amount. */
    private record Moved(long amount, long carrying) {
    }

    /** Items open at the end of {@code asOf}, with their open amounts of that day, by effective date. */
    List<OpenItem> openAt(Tx tx, LocalDate asOf, @Nullable Id<Customer> customer, CurrencyUnit book) {
        Condition open = OPEN_ITEM.ITEM_DATE.le(asOf)
                .and(OPEN_ITEM.SETTLED_ON.isNull().or(OPEN_ITEM.SETTLED_ON.gt(asOf))).and(of(customer));
        Condition later = ALLOCATION.EFFECTIVE_DATE.gt(asOf);
        Map<UUID, Moved> debits = moved(tx, ALLOCATION.DEBIT_ID, ALLOCATION.DEBIT_CARRYING, later, open);
        Map<UUID, Moved> credits = moved(tx, ALLOCATION.CREDIT_ID, ALLOCATION.CREDIT_CARRYING, later, open);
        Map<UUID, LocalDate> dues = earlierDues(tx, DUE_EXTENSION.AGREED_ON.gt(asOf));
        List<OpenItem> result = new ArrayList<>();
        tx.sql().selectFrom(OPEN_ITEM).where(open).forEach(r -> {
            OpenItem item = dated(ReceivableStore.item(r, book), dues);
            Moved since = item.kind().debit() ? debits.getOrDefault(r.getId(), new Moved(0, 0))
                    : credits.getOrDefault(r.getId(), new Moved(0, 0));
            keep(result, item, r.getOpenAmount(), r.getOpenCarrying(), since);
        });
        return result;
    }

    /** The same, of what was recorded up to {@code knownAt}. */
    List<OpenItem> openAt(Tx tx, LocalDate asOf, Instant knownAt, @Nullable Id<Customer> customer, CurrencyUnit book) {
        Condition known = OPEN_ITEM.ITEM_DATE.le(asOf).and(OPEN_ITEM.RECORDED_AT.le(knownAt)).and(of(customer));
        Condition until = ALLOCATION.EFFECTIVE_DATE.le(asOf).and(ALLOCATION.RECORDED_AT.le(knownAt));
        Map<UUID, Moved> debits = moved(tx, ALLOCATION.DEBIT_ID, ALLOCATION.DEBIT_CARRYING, until, known);
        Map<UUID, Moved> credits = moved(tx, ALLOCATION.CREDIT_ID, ALLOCATION.CREDIT_CARRYING, until, known);
        Map<UUID, LocalDate> dues = earlierDues(tx,
                DUE_EXTENSION.AGREED_ON.gt(asOf).or(DUE_EXTENSION.RECORDED_AT.gt(knownAt)));
        List<OpenItem> result = new ArrayList<>();
        tx.sql().selectFrom(OPEN_ITEM).where(known).forEach(r -> {
            OpenItem item = dated(ReceivableStore.item(r, book), dues);
            Moved so = item.kind().debit() ? debits.getOrDefault(r.getId(), new Moved(0, 0))
                    : credits.getOrDefault(r.getId(), new Moved(0, 0));
            keep(result, item, r.getOriginal(), r.getCarrying(), new Moved(-so.amount(), -so.carrying()));
        });
        return result;
    }

    /** Due days that were in force before the extensions meant, by item. */
    private static Map<UUID, LocalDate> earlierDues(Tx tx, Condition extensions) {
        Map<UUID, LocalDate> dues = new HashMap<>();
        tx.sql().select(DUE_EXTENSION.ITEM_ID, DUE_EXTENSION.OLD_DUE).from(DUE_EXTENSION).where(extensions)
                .orderBy(DUE_EXTENSION.LINE).forEach(r -> dues.putIfAbsent(r.value1(), r.value2()));
        return dues;
    }

    private static OpenItem dated(OpenItem item, Map<UUID, LocalDate> dues) {
        LocalDate due = dues.get(item.id().value());
        return due == null ? item : item.withDue(due);
    }

    private static Condition of(@Nullable Id<Customer> customer) {
        return customer == null ? DSL.noCondition() : OPEN_ITEM.CUSTOMER_ID.eq(customer.value());
    }

    private static void keep(List<OpenItem> result, OpenItem item, long amount, long carrying, Moved back) {
        int sign = item.kind().debit() ? 1 : -1;
        Money open = Money.ofMinor(item.original().getCurrencyUnit(), amount + sign * back.amount());
        Money openCarrying = Money.ofMinor(item.carrying().getCurrencyUnit(), carrying + sign * back.carrying());
        if (!open.isZero() || !openCarrying.isZero()) {
            result.add(item.withOpen(open, openCarrying, null));
        }
    }

    private static Map<UUID, Moved> moved(Tx tx, TableField<?, UUID> side, TableField<?, Long> relief,
            Condition when, Condition items) {
        Map<UUID, Moved> result = new HashMap<>();
        tx.sql().select(side, sum(ALLOCATION.AMOUNT), sum(relief)).from(ALLOCATION)
                .join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(side)).where(when).and(items).groupBy(side)
                .forEach(r -> result.put(r.value1(), new Moved(whole(r.value2()), whole(r.value3()))));
        return result;
    }

    private static long whole(@Nullable BigDecimal sum) {
        return sum == null ? 0 : sum.longValueExact();
    }
}
