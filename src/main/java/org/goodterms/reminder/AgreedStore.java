package org.goodterms.reminder;

import static org.goodterms.db.gen.Tables.ALLOCATION;
import static org.goodterms.db.gen.Tables.DUNNING_MARK;
import static org.goodterms.db.gen.Tables.INSTALMENT;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;
import static org.goodterms.db.gen.Tables.PAYMENT_PLAN;
import static org.goodterms.db.gen.Tables.PAYMENT_PLAN_ITEM;
import static org.goodterms.db.gen.Tables.PROMISE;
import static org.goodterms.db.gen.Tables.PROMISE_ITEM;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goodterms.agreement.Plan;
import org.goodterms.agreement.Promise;
import org.goodterms.agreement.Receipts;
import org.goodterms.db.Tx;
import org.goodterms.db.gen.tables.records.PaymentPlanRecord;
import org.goodterms.db.gen.tables.records.PromiseRecord;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Promises and plans that touch something open, with what came in for them and whether they were found broken. */
final class AgreedStore {
    private static final int CHUNK = 1_000;
    private static final List<String> RECEIPTS = List.of("receipt", "discount", "small-difference");

    /** A promise or plan, what came in, and the day it was found broken (null: never). */
    record Known<T>(T agreed, Receipts receipts, @Nullable LocalDate foundBroken) {
    }

    List<Known<Promise>> promises(Tx tx, FactsStore.Scope scope) {
        Map<UUID, List<Promise.Item>> items = new LinkedHashMap<>();
        tx.sql().select(PROMISE_ITEM.PROMISE_ID, PROMISE_ITEM.ITEM_ID, OPEN_ITEM.NUMBER).from(PROMISE_ITEM)
                .join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(PROMISE_ITEM.ITEM_ID)).where(PROMISE_ITEM.PROMISE_ID.in(
                        tx.sql().select(PROMISE_ITEM.PROMISE_ID).from(PROMISE_ITEM).join(OPEN_ITEM)
                                .on(OPEN_ITEM.ID.eq(PROMISE_ITEM.ITEM_ID)).where(scope.unsettled())))
                .orderBy(PROMISE_ITEM.PROMISE_ID, OPEN_ITEM.NUMBER).forEach(r -> items.computeIfAbsent(r.value1(),
                        id -> new ArrayList<>()).add(new Promise.Item(Id.of(r.value2()), r.value3())));
        Map<UUID, List<Receipts.Movement>> came = movements(tx, items.values().stream().flatMap(List::stream)
                .map(item -> item.id().value()).toList(), true);
        Map<UUID, LocalDate> broken = marks(tx, "broken-promise");
        return tx.sql().selectFrom(PROMISE).where(PROMISE.MADE_ON.le(scope.today())).and(scope.of(PROMISE.CUSTOMER_ID))
                .and(PROMISE.REPLACED_ON.isNull().or(PROMISE.REPLACED_ON.gt(scope.today()))).orderBy(PROMISE.BY_DATE, PROMISE.ID)
                .fetch().stream().filter(r -> items.containsKey(r.getId())).map(r -> new Known<>(
                        promise(r, items.get(r.getId())), new Receipts(money(r.getCurrency(), r.getReceivedBefore()),
                        of(items.get(r.getId()).stream().map(Promise.Item::id).toList(), came)), broken.get(r.getId())))
                .toList();
    }

    private static Promise promise(PromiseRecord r, List<Promise.Item> items) {
        return new Promise(Id.of(r.getId()), Id.of(r.getCustomerId()), items, money(r.getCurrency(), r.getAmount()),
                r.getByDate(), r.getMadeOn(), new Promise.Said(r.getPerson(), r.getChannel(), r.getNote()), r.getTestedOn(),
                r.getReplacedOn());
    }

    List<Known<Plan>> plans(Tx tx, FactsStore.Scope scope) {
        List<PaymentPlanRecord> rows = tx.sql().selectFrom(PAYMENT_PLAN).where(PAYMENT_PLAN.AGREED_ON.le(scope.today()))
                .and(PAYMENT_PLAN.ENDED_ON.isNull().or(PAYMENT_PLAN.ENDED_ON.gt(scope.today())))
                .and(scope.of(PAYMENT_PLAN.CUSTOMER_ID)).and(PAYMENT_PLAN.ID.in(
                        tx.sql().select(PAYMENT_PLAN_ITEM.PLAN_ID).from(PAYMENT_PLAN_ITEM).join(OPEN_ITEM)
                                .on(OPEN_ITEM.ID.eq(PAYMENT_PLAN_ITEM.ITEM_ID)).where(scope.unsettled())))
                .orderBy(PAYMENT_PLAN.AGREED_ON, PAYMENT_PLAN.ID).fetch();
        Map<UUID, LocalDate> broken = marks(tx, "broken-plan");
        List<Known<Plan>> result = new ArrayList<>();
        for (PaymentPlanRecord r : rows) {
            List<Plan.Item> items = tx.sql().select(PAYMENT_PLAN_ITEM.ITEM_ID, OPEN_ITEM.NUMBER, PAYMENT_PLAN_ITEM.AMOUNT)
                    .from(PAYMENT_PLAN_ITEM).join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(PAYMENT_PLAN_ITEM.ITEM_ID))
                    .where(PAYMENT_PLAN_ITEM.PLAN_ID.eq(r.getId())).orderBy(OPEN_ITEM.NUMBER)
                    .fetch(i -> new Plan.Item(Id.of(i.value1()), i.value2(), money(r.getCurrency(), i.value3())));
            List<Plan.Instalment> instalments = tx.sql().select(INSTALMENT.DUE_DATE, INSTALMENT.AMOUNT).from(INSTALMENT)
                    .where(INSTALMENT.PLAN_ID.eq(r.getId())).orderBy(INSTALMENT.LINE)
                    .fetch(i -> new Plan.Instalment(i.value1(), money(r.getCurrency(), i.value2())));
            Map<UUID, List<Receipts.Movement>> came = movements(tx, items.stream().map(i -> i.id().value()).toList(), false);
            result.add(new Known<>(new Plan(Id.of(r.getId()), Id.of(r.getCustomerId()), items, instalments, r.getAgreedOn(),
                    new Plan.Terms(r.getGraceDays(), r.getDefaultAfter(), r.getNote()), r.getTestedOn(), r.getEndedOn()),
                    new Receipts(money(r.getCurrency(), r.getSettledBefore()), of(items.stream().map(Plan.Item::id).toList(), came)),
                    broken.get(r.getId())));
        }
        return result;
    }

    private static List<Receipts.Movement> of(List<Id<OpenItem>> items, Map<UUID, List<Receipts.Movement>> came) {
        return items.stream().flatMap(item -> came.getOrDefault(item.value(), List.of()).stream()).toList();
    }

    /** What was settled of items: by receipts with their discounts and small differences, or by all but write-offs. */
    private static Map<UUID, List<Receipts.Movement>> movements(Tx tx, Collection<UUID> items, boolean receiptsOnly) {
        Map<UUID, List<Receipts.Movement>> result = new HashMap<>();
        List<UUID> all = items.stream().distinct().toList();
        var credit = OPEN_ITEM.as("credit");
        Condition kind = receiptsOnly ? credit.KIND.in(RECEIPTS) : credit.KIND.ne("write-off");
        for (int from = 0; from < all.size(); from += CHUNK) {
            tx.sql().select(ALLOCATION.DEBIT_ID, ALLOCATION.EFFECTIVE_DATE, ALLOCATION.AMOUNT, credit.CURRENCY).from(ALLOCATION)
                    .join(credit).on(credit.ID.eq(ALLOCATION.CREDIT_ID))
                    .where(ALLOCATION.DEBIT_ID.in(all.subList(from, Math.min(from + CHUNK, all.size())))).and(kind)
                    .forEach(r -> result.computeIfAbsent(r.value1(), id -> new ArrayList<>())
                            .add(new Receipts.Movement(r.value2(), money(r.value4(), r.value3()))));
        }
        return result;
    }

    private static Map<UUID, LocalDate> marks(Tx tx, String kind) {
        return tx.sql().select(DUNNING_MARK.SUBJECT, DUNNING_MARK.MARK_DATE).from(DUNNING_MARK)
                .where(DUNNING_MARK.KIND.eq(DSL.val(kind))).fetchMap(DUNNING_MARK.SUBJECT, DUNNING_MARK.MARK_DATE);
    }

    private static Money money(String currency, long minor) {
        return Money.ofMinor(CurrencyUnit.of(currency), minor);
    }
}
