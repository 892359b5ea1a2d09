package org.goodterms.dispute;

import static org.goodterms.db.gen.Tables.ALLOCATION;
import static org.goodterms.db.gen.Tables.DISPUTE;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;

/** SQL of disputes. */
final class DisputeStore {

    List<Dispute> openOf(Tx tx, Id<OpenItem> item) {
        return find(tx, DISPUTE.ITEM_ID.eq(item.value()).and(DISPUTE.CLOSED_ON.isNull()));
    }

    List<Dispute> openOf(Tx tx, String number) {
        return find(tx, OPEN_ITEM.NUMBER.eq(number).and(DISPUTE.CLOSED_ON.isNull()));
    }

    List<Dispute> ofNumber(Tx tx, String number) {
        return find(tx, OPEN_ITEM.NUMBER.eq(number));
    }

    Dispute byId(Tx tx, Id<Dispute> id) {
        return find(tx, DISPUTE.ID.eq(id.value())).getFirst();
    }

    List<Dispute> ofCustomer(Tx tx, Id<Customer> customer) {
        return find(tx, OPEN_ITEM.CUSTOMER_ID.eq(customer.value()));
    }

    List<Dispute> openAt(Tx tx, LocalDate on) {
        return find(tx, DISPUTE.OPENED_ON.le(on).and(DISPUTE.CLOSED_ON.isNull().or(DISPUTE.CLOSED_ON.gt(on))));
    }

    /** What is contested of each item at the end of a day, where anything is. */
    Map<Id<OpenItem>, Money> contestedAt(Tx tx, LocalDate on) {
        Condition open = DISPUTE.OPENED_ON.le(on).and(DISPUTE.CLOSED_ON.isNull().or(DISPUTE.CLOSED_ON.gt(on)));
        var credit = OPEN_ITEM.as("credit");
        Map<UUID, List<Contested.Credit>> credits = new HashMap<>();
        tx.sql().select(ALLOCATION.DEBIT_ID, ALLOCATION.AMOUNT, credit.CURRENCY, ALLOCATION.EFFECTIVE_DATE, ALLOCATION.RECORDED_AT)
                .from(ALLOCATION).join(credit).on(credit.ID.eq(ALLOCATION.CREDIT_ID))
                .where(ALLOCATION.DEBIT_ID.in(select(DISPUTE.ITEM_ID).from(DISPUTE).where(open)))
                .and(credit.KIND.eq(ItemKind.CREDIT_NOTE.word())).and(ALLOCATION.EFFECTIVE_DATE.le(on))
                .forEach(r -> credits.computeIfAbsent(r.value1(), item -> new ArrayList<>()).add(new Contested.Credit(
                        Money.ofMinor(CurrencyUnit.of(r.value3()), r.value2()), r.value4(), r.value5())));
        Map<Id<OpenItem>, Money> contested = new HashMap<>();
        tx.sql().select(DISPUTE.ITEM_ID, sum(DISPUTE.AMOUNT), OPEN_ITEM.CURRENCY, min(DISPUTE.OPENED_ON), min(DISPUTE.OPENED_AT))
                .from(DISPUTE).join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(DISPUTE.ITEM_ID)).where(open)
                .groupBy(DISPUTE.ITEM_ID, OPEN_ITEM.CURRENCY)
                .forEach(r -> contested.put(Id.of(r.value1()), Contested.rest(
                        Money.ofMinor(CurrencyUnit.of(r.value3()), r.value2().longValueExact()),
                        new Contested.Since(r.value4(), r.value5()), credits.getOrDefault(r.value1(), List.of()))));
        return contested;
    }

    private List<Dispute> find(Tx tx, Condition condition) {
        return tx.sql().select(DISPUTE.ID, DISPUTE.ITEM_ID, OPEN_ITEM.NUMBER, DISPUTE.AMOUNT, OPEN_ITEM.CURRENCY,
                        DISPUTE.REASON, DISPUTE.OWNER, DISPUTE.TARGET_DATE, DISPUTE.OPENED_ON, DISPUTE.CLOSED_ON,
                        DISPUTE.OUTCOME, DISPUTE.LINES, DISPUTE.ACCEPTED)
                .from(DISPUTE).join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(DISPUTE.ITEM_ID)).where(condition)
                .orderBy(DISPUTE.OPENED_ON, DISPUTE.ID)
                .fetch(r -> new Dispute(Id.of(r.value1()), Id.of(r.value2()), r.value3(),
                        Money.ofMinor(CurrencyUnit.of(r.value5()), r.value4()), lines(r.value12()), r.value6(), r.value7(),
                        r.value8(), r.value9(), r.value10(), r.value11(),
                        Money.ofMinor(CurrencyUnit.of(r.value5()), r.value13())));
    }

    private static List<Integer> lines(String stored) {
        return stored.isEmpty() ? List.of() : Stream.of(stored.split(",")).map(Integer::valueOf).toList();
    }

    void insert(Tx tx, Dispute dispute) {
        tx.sql().insertInto(DISPUTE).set(DISPUTE.ID, dispute.id().value())
                .set(DISPUTE.ITEM_ID, dispute.item().value())
                .set(DISPUTE.AMOUNT, dispute.amount().getAmountMinorLong())
                .set(DISPUTE.LINES, dispute.lines().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .set(DISPUTE.REASON, dispute.reason()).set(DISPUTE.OWNER, dispute.owner())
                .set(DISPUTE.TARGET_DATE, dispute.target()).set(DISPUTE.OPENED_ON, dispute.opened())
                .set(DISPUTE.OPENED_AT, tx.now()).execute();
    }

    void close(Tx tx, Id<Dispute> id, LocalDate on, String outcome, Money accepted, String note) {
        tx.sql().update(DISPUTE).set(DISPUTE.CLOSED_ON, on).set(DISPUTE.CLOSED_AT, tx.now())
                .set(DISPUTE.OUTCOME, outcome).set(DISPUTE.ACCEPTED, accepted.getAmountMinorLong()).set(DISPUTE.NOTE, note)
                .where(DISPUTE.ID.eq(id.value())).execute();
    }
}
