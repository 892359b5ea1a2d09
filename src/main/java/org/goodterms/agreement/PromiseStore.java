package org.goodterms.agreement;

import static org.goodterms.db.gen.Tables.ALLOCATION;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;
import static org.goodterms.db.gen.Tables.PROMISE;
import static org.goodterms.db.gen.Tables.PROMISE_ITEM;
import static org.goodterms.db.gen.Tables.PROMISE_REPLACEMENT;
import static org.jooq.impl.DSL.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;

/** SQL of promises. */
final class PromiseStore {
    private static final List<String> MONEY = List.of(ItemKind.RECEIPT.word(), ItemKind.DISCOUNT.word(),
            ItemKind.SMALL_DIFFERENCE.word());

    /**
     * A promise with what its state follows from.
     *
     * @param settledOn the day from which nothing is open of its items; null while something is
     */
    record Facts(Promise promise, Receipts receipts, @org.jspecify.annotations.Nullable LocalDate settledOn) {
    }

    void insert(Tx tx, Promise promise, String consent, Money before) {
        tx.sql().insertInto(PROMISE).set(PROMISE.ID, promise.id().value())
                .set(PROMISE.CUSTOMER_ID, promise.customer().value())
                .set(PROMISE.CURRENCY, promise.amount().getCurrencyUnit().getCode())
                .set(PROMISE.AMOUNT, promise.amount().getAmountMinorLong()).set(PROMISE.BY_DATE, promise.by())
                .set(PROMISE.MADE_ON, promise.madeOn()).set(PROMISE.PERSON, promise.said().person())
                .set(PROMISE.CHANNEL, promise.said().channel()).set(PROMISE.NOTE, promise.said().note())
                .set(PROMISE.CONSENT, consent).set(PROMISE.RECEIVED_BEFORE, before.getAmountMinorLong())
                .set(PROMISE.RECORDED_AT, tx.now()).execute();
        promise.items().forEach(item -> tx.sql().insertInto(PROMISE_ITEM)
                .set(PROMISE_ITEM.PROMISE_ID, promise.id().value()).set(PROMISE_ITEM.ITEM_ID, item.id().value())
                .execute());
    }

    void replace(Tx tx, Id<Promise> old, Id<Promise> by, LocalDate on) {
        tx.sql().update(PROMISE).set(PROMISE.REPLACED_ON, on).where(PROMISE.ID.eq(old.value())).execute();
        tx.sql().insertInto(PROMISE_REPLACEMENT).set(PROMISE_REPLACEMENT.PROMISE_ID, old.value())
                .set(PROMISE_REPLACEMENT.BY_ID, by.value()).execute();
    }

    void tested(Tx tx, Id<Promise> promise, LocalDate on) {
        tx.sql().update(PROMISE).set(PROMISE.TESTED_ON, on).where(PROMISE.ID.eq(promise.value()))
                .and(PROMISE.TESTED_ON.isNull()).execute();
    }

    List<Facts> ofCustomer(Tx tx, Id<Customer> customer) {
        return find(tx, PROMISE.CUSTOMER_ID.eq(customer.value()));
    }

    /** Those whose date is in the period. */
    List<Facts> dueBetween(Tx tx, LocalDate from, LocalDate to) {
        return find(tx, PROMISE.BY_DATE.between(from, to));
    }

    /** Those made up to a day whose date is not before {@code from}. */
    List<Facts> standing(Tx tx, LocalDate madeBy, LocalDate from) {
        return find(tx, PROMISE.MADE_ON.le(madeBy).and(PROMISE.BY_DATE.ge(from)));
    }

    /** What receipts, with their discounts and small differences, have settled of these items. */
    Money received(Tx tx, Collection<Id<OpenItem>> items, CurrencyUnit currency) {
        var sum = tx.sql().select(sum(ALLOCATION.AMOUNT)).from(ALLOCATION)
                .join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(ALLOCATION.CREDIT_ID))
                .where(ALLOCATION.DEBIT_ID.in(items.stream().map(Id::value).toList()))
                .and(OPEN_ITEM.KIND.in(MONEY)).fetchSingle().value1();
        return Money.ofMinor(currency, sum == null ? 0 : sum.longValueExact());
    }

    private static List<Facts> find(Tx tx, Condition condition) {
        Map<UUID, List<Promise.Item>> items = new HashMap<>();
        Map<UUID, LocalDate> settled = new HashMap<>();
        tx.sql().select(PROMISE_ITEM.PROMISE_ID, OPEN_ITEM.ID, OPEN_ITEM.NUMBER, OPEN_ITEM.SETTLED_ON)
                .from(PROMISE_ITEM).join(PROMISE).on(PROMISE.ID.eq(PROMISE_ITEM.PROMISE_ID))
                .join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(PROMISE_ITEM.ITEM_ID)).where(condition)
                .orderBy(OPEN_ITEM.ITEM_DATE, OPEN_ITEM.NUMBER, OPEN_ITEM.PART).forEach(r -> {
                    items.computeIfAbsent(r.value1(), k -> new ArrayList<>())
                            .add(new Promise.Item(Id.of(r.value2()), r.value3()));
                    settled.merge(r.value1(), r.value4() == null ? LocalDate.MAX : r.value4(),
                            (a, b) -> a.isAfter(b) ? a : b);
                });
        Map<UUID, List<Receipts.Movement>> movements = movements(tx, condition);
        return tx.sql().selectFrom(PROMISE).where(condition).orderBy(PROMISE.BY_DATE, PROMISE.RECORDED_AT, PROMISE.ID)
                .fetch(r -> {
                    CurrencyUnit currency = CurrencyUnit.of(r.getCurrency());
                    Promise promise = new Promise(Id.of(r.getId()), Id.of(r.getCustomerId()),
                            items.getOrDefault(r.getId(), List.of()), Money.ofMinor(currency, r.getAmount()),
                            r.getByDate(), r.getMadeOn(),
                            new Promise.Said(r.getPerson(), r.getChannel(), r.getNote()), r.getTestedOn(),
                            r.getReplacedOn());
                    LocalDate last = settled.getOrDefault(r.getId(), LocalDate.MAX);
                    return new Facts(promise, new Receipts(Money.ofMinor(currency, r.getReceivedBefore()),
                            movements.getOrDefault(r.getId(), List.of())), last.equals(LocalDate.MAX) ? null : last);
                });
    }

    private static Map<UUID, List<Receipts.Movement>> movements(Tx tx, Condition condition) {
        Map<UUID, List<Receipts.Movement>> movements = new HashMap<>();
        tx.sql().select(PROMISE_ITEM.PROMISE_ID, PROMISE.CURRENCY, ALLOCATION.EFFECTIVE_DATE, sum(ALLOCATION.AMOUNT))
                .from(PROMISE_ITEM).join(PROMISE).on(PROMISE.ID.eq(PROMISE_ITEM.PROMISE_ID))
                .join(ALLOCATION).on(ALLOCATION.DEBIT_ID.eq(PROMISE_ITEM.ITEM_ID))
                .join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(ALLOCATION.CREDIT_ID))
                .where(condition).and(OPEN_ITEM.KIND.in(MONEY))
                .groupBy(PROMISE_ITEM.PROMISE_ID, PROMISE.CURRENCY, ALLOCATION.EFFECTIVE_DATE)
                .orderBy(ALLOCATION.EFFECTIVE_DATE)
                .forEach(r -> movements.computeIfAbsent(r.value1(), k -> new ArrayList<>()).add(new Receipts.Movement(
                        r.value3(), Money.ofMinor(CurrencyUnit.of(r.value2()), r.value4().longValueExact()))));
        return movements;
    }
}
