package org.goodterms.bank;

import static org.goodterms.db.gen.Tables.ALLOCATION;
import static org.goodterms.db.gen.Tables.CUSTOMER;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;
import static org.goodterms.db.gen.Tables.PAYMENT;
import static org.goodterms.db.gen.Tables.PAYMENT_PLAN;
import static org.goodterms.db.gen.Tables.PAYMENT_RETURN;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.payment.Payment;
import org.goodterms.receivable.ItemKind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Reads what the other rooms have that lines are matched with. */
final class DebtStore {
    private static final List<String> DOCUMENTS =
            List.of("invoice", "debit-note", "fee", "interest", "credit-note");

    /** A payment that could come back. */
    record Returnable(Id<Payment> payment, Id<Customer> customer, LocalDate date, Money amount, String number) {
    }

    /** One allocation made with a payment, or through a match. @param credit number of the credit side */
    record Settled(UUID source, String debit, String credit, ItemKind creditKind, Money amount) {
    }

    List<Payers.Payer> payers(Tx tx, List<BankStore.PayerLink> links) {
        Map<UUID, java.util.Set<String>> ibans = new HashMap<>();
        links.forEach(l -> ibans.computeIfAbsent(l.customer().value(), k -> new java.util.LinkedHashSet<>()).add(l.iban()));
        return tx.sql().select(CUSTOMER.ID, CUSTOMER.CODE, CUSTOMER.NAME, CUSTOMER.IBAN).from(CUSTOMER)
                .orderBy(CUSTOMER.CODE).fetch(r -> {
                    java.util.Set<String> own = new java.util.LinkedHashSet<>(ibans.getOrDefault(r.value1(), java.util.Set.of()));
                    if (r.value4() != null && !r.value4().isBlank()) {
                        own.add(Cleaned.account(r.value4()));
                    }
                    return new Payers.Payer(Id.of(r.value1()), r.value2(), r.value3(), own);
                });
    }

    /** Everything a payment may be for; a credit taken over without tax is one more document that a text may name. */
    Debts debts(Tx tx) {
        Map<String, Debt> open = new LinkedHashMap<>();
        Map<String, Id<Customer>> settled = new HashMap<>();
        tx.sql().select(OPEN_ITEM.NUMBER, OPEN_ITEM.CUSTOMER_ID, OPEN_ITEM.CURRENCY, OPEN_ITEM.OPEN_AMOUNT,
                        OPEN_ITEM.DUE_DATE, OPEN_ITEM.REFERENCE, OPEN_ITEM.DISCOUNT_UNTIL, OPEN_ITEM.DISCOUNT_AMOUNT,
                        OPEN_ITEM.KIND).from(OPEN_ITEM)
                .where(OPEN_ITEM.KIND.in(DOCUMENTS).or(OPEN_ITEM.KIND.eq("receipt").and(OPEN_ITEM.SOURCE_ID.isNull())))
                .orderBy(OPEN_ITEM.DUE_DATE, OPEN_ITEM.NUMBER, OPEN_ITEM.PART).forEach(r -> {
                    Id<Customer> customer = Id.of(r.value2());
                    CurrencyUnit currency = CurrencyUnit.of(r.value3());
                    Money amount = Money.ofMinor(currency, r.value4());
                    if (amount.isZero()) {
                        settled.putIfAbsent(r.value1(), customer);
                        return;
                    }
                    Debt before = open.get(r.value1());
                    boolean invoice = r.value9().equals("invoice") || r.value9().equals("debit-note");
                    open.put(r.value1(), before == null ? new Debt(r.value1(), customer, amount, r.value5(), r.value6(),
                            r.value7() == null ? null : Money.ofMinor(currency, r.value8()), r.value7(), invoice)
                            : before.withOpen(before.open().plus(amount)));
                });
        settled.keySet().removeAll(open.keySet());
        return new Debts(open.values(), settled);
    }

    boolean isReturned(Tx tx, Id<Payment> payment) {
        return tx.sql().fetchExists(PAYMENT_RETURN, PAYMENT_RETURN.PAYMENT_ID.eq(payment.value()));
    }

    /** What a payment had settled when it came back. */
    List<Settled> returned(Tx tx, Id<Payment> payment) {
        return settled(tx, ALLOCATION.SOURCE_ID.eq(payment.value()));
    }

    /** What payments settle and what a match used up beside them, by the payment's or match's id. */
    List<Settled> settled(Tx tx) {
        return settled(tx, org.jooq.impl.DSL.noCondition());
    }

    private List<Settled> settled(Tx tx, org.jooq.Condition condition) {
        var debit = OPEN_ITEM.as("debit");
        var credit = OPEN_ITEM.as("credit");
        var counter = ALLOCATION.as("counter");
        return tx.sql().select(ALLOCATION.SOURCE_ID, debit.NUMBER, credit.NUMBER, credit.KIND, ALLOCATION.AMOUNT,
                        debit.CURRENCY).from(ALLOCATION).join(debit).on(debit.ID.eq(ALLOCATION.DEBIT_ID))
                .join(credit).on(credit.ID.eq(ALLOCATION.CREDIT_ID))
                .where(condition).and(ALLOCATION.REVERSES.isNull()).and(ALLOCATION.SOURCE_KIND.in("payment", "bank-match"))
                .andNotExists(selectOne().from(counter).where(counter.REVERSES.eq(ALLOCATION.ID))
                        .and(counter.SOURCE_KIND.ne("return")))
                .orderBy(ALLOCATION.EFFECTIVE_DATE, ALLOCATION.RECORDED_AT, ALLOCATION.ID)
                .fetch(r -> new Settled(r.value1(), r.value2(), r.value3(), ItemKind.of(r.value4()),
                        Money.ofMinor(CurrencyUnit.of(r.value6()), r.value5())));
    }

    /** Receipts of which nothing settles anything and that stand. */
    java.util.Set<UUID> unapplied(Tx tx) {
        return new java.util.HashSet<>(tx.sql().select(PAYMENT.ID).from(PAYMENT).join(OPEN_ITEM)
                .on(OPEN_ITEM.ID.eq(PAYMENT.ITEM_ID)).where(OPEN_ITEM.OPEN_AMOUNT.eq(OPEN_ITEM.ORIGINAL))
                .fetch(PAYMENT.ID));
    }

    /** Customers with a plan that was not ended. */
    java.util.Set<Id<Customer>> onPlans(Tx tx) {
        return new java.util.HashSet<>(tx.sql().selectDistinct(PAYMENT_PLAN.CUSTOMER_ID).from(PAYMENT_PLAN)
                .where(PAYMENT_PLAN.ENDED_ON.isNull()).fetch(r -> Id.of(r.value1())));
    }

    Map<Id<Customer>, String> codes(Tx tx) {
        Map<Id<Customer>, String> codes = new HashMap<>();
        tx.sql().select(CUSTOMER.ID, CUSTOMER.CODE).from(CUSTOMER).forEach(r -> codes.put(Id.of(r.value1()), r.value2()));
        return codes;
    }

    /** Receipts that have not come back, newest first. */
    List<Returnable> returnable(Tx tx) {
        List<Returnable> all = new ArrayList<>();
        tx.sql().select(PAYMENT.ID, PAYMENT.CUSTOMER_ID, PAYMENT.PAY_DATE, PAYMENT.AMOUNT, PAYMENT.CURRENCY,
                        OPEN_ITEM.NUMBER).from(PAYMENT).join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(PAYMENT.ITEM_ID))
                .where(PAYMENT.KIND.eq("receipt")).andNotExists(selectOne().from(PAYMENT_RETURN)
                        .where(PAYMENT_RETURN.PAYMENT_ID.eq(PAYMENT.ID)))
                .orderBy(PAYMENT.PAY_DATE.desc(), PAYMENT.RECORDED_AT.desc())
                .forEach(r -> all.add(new Returnable(Id.of(r.value1()), Id.of(r.value2()), r.value3(),
                        Money.ofMinor(CurrencyUnit.of(r.value5()), r.value4()), r.value6())));
        return all;
    }

    /** Credits of a customer in the book's currency that settle nothing. */
    Map<Id<Customer>, Money> credits(Tx tx, CurrencyUnit book) {
        Map<Id<Customer>, Money> credits = new HashMap<>();
        tx.sql().select(OPEN_ITEM.CUSTOMER_ID, OPEN_ITEM.OPEN_AMOUNT).from(OPEN_ITEM)
                .where(OPEN_ITEM.SETTLED_ON.isNull()).and(OPEN_ITEM.OPEN_AMOUNT.lt(0L))
                .and(OPEN_ITEM.CURRENCY.eq(book.getCode()))
                .forEach(r -> credits.merge(Id.of(r.value1()), Money.ofMinor(book, -r.value2()), Money::plus));
        return credits;
    }

}
