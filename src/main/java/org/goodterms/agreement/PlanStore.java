package org.goodterms.agreement;

import static org.goodterms.db.gen.Tables.ALLOCATION;
import static org.goodterms.db.gen.Tables.INSTALMENT;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;
import static org.goodterms.db.gen.Tables.PAYMENT_PLAN;
import static org.goodterms.db.gen.Tables.PAYMENT_PLAN_ITEM;
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
import org.goodterms.db.gen.tables.records.PaymentPlanRecord;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** SQL of payment plans. */
final class PlanStore {

    /** A plan with what its state follows from. */
    record Facts(Plan plan, Receipts receipts) {
    }

    void insert(Tx tx, Plan plan, Money before) {
        tx.sql().insertInto(PAYMENT_PLAN).set(PAYMENT_PLAN.ID, plan.id().value())
                .set(PAYMENT_PLAN.CUSTOMER_ID, plan.customer().value())
                .set(PAYMENT_PLAN.CURRENCY, plan.currency().getCode())
                .set(PAYMENT_PLAN.AMOUNT, plan.amount().getAmountMinorLong())
                .set(PAYMENT_PLAN.AGREED_ON, plan.agreedOn()).set(PAYMENT_PLAN.GRACE_DAYS, plan.terms().graceDays())
                .set(PAYMENT_PLAN.DEFAULT_AFTER, plan.terms().defaultAfter())
                .set(PAYMENT_PLAN.SETTLED_BEFORE, before.getAmountMinorLong())
                .set(PAYMENT_PLAN.NOTE, plan.terms().note()).set(PAYMENT_PLAN.RECORDED_AT, tx.now()).execute();
        plan.items().forEach(item -> tx.sql().insertInto(PAYMENT_PLAN_ITEM)
                .set(PAYMENT_PLAN_ITEM.PLAN_ID, plan.id().value()).set(PAYMENT_PLAN_ITEM.ITEM_ID, item.id().value())
                .set(PAYMENT_PLAN_ITEM.AMOUNT, item.amount().getAmountMinorLong()).execute());
        for (int i = 0; i < plan.instalments().size(); i++) {
            Plan.Instalment part = plan.instalments().get(i);
            tx.sql().insertInto(INSTALMENT).set(INSTALMENT.PLAN_ID, plan.id().value()).set(INSTALMENT.LINE, i + 1)
                    .set(INSTALMENT.DUE_DATE, part.date()).set(INSTALMENT.AMOUNT, part.amount().getAmountMinorLong())
                    .execute();
        }
    }

    void end(Tx tx, Id<Plan> plan, LocalDate on, String reason) {
        tx.sql().update(PAYMENT_PLAN).set(PAYMENT_PLAN.ENDED_ON, on).set(PAYMENT_PLAN.ENDED_REASON, reason)
                .where(PAYMENT_PLAN.ID.eq(plan.value())).execute();
    }

    void tested(Tx tx, Id<Plan> plan, LocalDate on) {
        tx.sql().update(PAYMENT_PLAN).set(PAYMENT_PLAN.TESTED_ON, on).where(PAYMENT_PLAN.ID.eq(plan.value()))
                .and(PAYMENT_PLAN.TESTED_ON.isNull()).execute();
    }

    List<Facts> all(Tx tx) {
        return find(tx, DSL.noCondition());
    }

    List<Facts> ofCustomer(Tx tx, Id<Customer> customer) {
        return find(tx, PAYMENT_PLAN.CUSTOMER_ID.eq(customer.value()));
    }

    /** Those agreed up to a day and not ended by then. */
    List<Facts> standing(Tx tx, LocalDate on) {
        return find(tx, PAYMENT_PLAN.AGREED_ON.le(on)
                .and(PAYMENT_PLAN.ENDED_ON.isNull().or(PAYMENT_PLAN.ENDED_ON.gt(on))));
    }


    /** What has been settled of these items, write-offs apart. */
    Money settled(Tx tx, Collection<Id<OpenItem>> items, CurrencyUnit currency) {
        var sum = tx.sql().select(sum(ALLOCATION.AMOUNT)).from(ALLOCATION)
                .join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(ALLOCATION.CREDIT_ID))
                .where(ALLOCATION.DEBIT_ID.in(items.stream().map(Id::value).toList()))
                .and(OPEN_ITEM.KIND.ne(ItemKind.WRITE_OFF.word())).fetchSingle().value1();
        return Money.ofMinor(currency, sum == null ? 0 : sum.longValueExact());
    }

    private static List<Facts> find(Tx tx, Condition condition) {
        List<PaymentPlanRecord> rows = tx.sql().selectFrom(PAYMENT_PLAN).where(condition)
                .orderBy(PAYMENT_PLAN.AGREED_ON, PAYMENT_PLAN.RECORDED_AT, PAYMENT_PLAN.ID).fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Plan.Item>> items = new HashMap<>();
        tx.sql().select(PAYMENT_PLAN_ITEM.PLAN_ID, OPEN_ITEM.ID, OPEN_ITEM.NUMBER, OPEN_ITEM.CURRENCY,
                        PAYMENT_PLAN_ITEM.AMOUNT)
                .from(PAYMENT_PLAN_ITEM).join(PAYMENT_PLAN).on(PAYMENT_PLAN.ID.eq(PAYMENT_PLAN_ITEM.PLAN_ID))
                .join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(PAYMENT_PLAN_ITEM.ITEM_ID)).where(condition)
                .orderBy(OPEN_ITEM.DUE_DATE, OPEN_ITEM.NUMBER, OPEN_ITEM.PART)
                .forEach(r -> items.computeIfAbsent(r.value1(), k -> new ArrayList<>()).add(new Plan.Item(
                        Id.of(r.value2()), r.value3(), Money.ofMinor(CurrencyUnit.of(r.value4()), r.value5()))));
        Map<UUID, List<Plan.Instalment>> parts = new HashMap<>();
        tx.sql().select(INSTALMENT.PLAN_ID, INSTALMENT.DUE_DATE, INSTALMENT.AMOUNT, PAYMENT_PLAN.CURRENCY)
                .from(INSTALMENT).join(PAYMENT_PLAN).on(PAYMENT_PLAN.ID.eq(INSTALMENT.PLAN_ID)).where(condition)
                .orderBy(INSTALMENT.LINE).forEach(r -> parts.computeIfAbsent(r.value1(), k -> new ArrayList<>())
                        .add(new Plan.Instalment(r.value2(), Money.ofMinor(CurrencyUnit.of(r.value4()), r.value3()))));
        Map<UUID, List<Receipts.Movement>> movements = movements(tx, condition);
        return rows.stream().map(r -> new Facts(new Plan(Id.of(r.getId()), Id.of(r.getCustomerId()),
                items.getOrDefault(r.getId(), List.of()), parts.getOrDefault(r.getId(), List.of()), r.getAgreedOn(),
                new Plan.Terms(r.getGraceDays(), r.getDefaultAfter(), r.getNote()), r.getTestedOn(), r.getEndedOn()),
                new Receipts(Money.ofMinor(CurrencyUnit.of(r.getCurrency()), r.getSettledBefore()),
                        movements.getOrDefault(r.getId(), List.of())))).toList();
    }

    private static Map<UUID, List<Receipts.Movement>> movements(Tx tx, Condition condition) {
        Map<UUID, List<Receipts.Movement>> movements = new HashMap<>();
        tx.sql().select(PAYMENT_PLAN_ITEM.PLAN_ID, PAYMENT_PLAN.CURRENCY, ALLOCATION.EFFECTIVE_DATE,
                        sum(ALLOCATION.AMOUNT))
                .from(PAYMENT_PLAN_ITEM).join(PAYMENT_PLAN).on(PAYMENT_PLAN.ID.eq(PAYMENT_PLAN_ITEM.PLAN_ID))
                .join(ALLOCATION).on(ALLOCATION.DEBIT_ID.eq(PAYMENT_PLAN_ITEM.ITEM_ID))
                .join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(ALLOCATION.CREDIT_ID))
                .where(condition).and(OPEN_ITEM.KIND.ne(ItemKind.WRITE_OFF.word()))
                .groupBy(PAYMENT_PLAN_ITEM.PLAN_ID, PAYMENT_PLAN.CURRENCY, ALLOCATION.EFFECTIVE_DATE)
                .orderBy(ALLOCATION.EFFECTIVE_DATE)
                .forEach(r -> movements.computeIfAbsent(r.value1(), k -> new ArrayList<>()).add(new Receipts.Movement(
                        r.value3(), Money.ofMinor(CurrencyUnit.of(r.value2()), r.value4().longValueExact()))));
        return movements;
    }
}
