package org.goodterms.check;

import static org.goodterms.db.gen.Tables.ALLOCATION;
import static org.goodterms.db.gen.Tables.DOCUMENT;
import static org.goodterms.db.gen.Tables.DOCUMENT_LINE;
import static org.goodterms.db.gen.Tables.DOCUMENT_TAX;
import static org.goodterms.db.gen.Tables.LEDGER_HEAD;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;
import static org.goodterms.db.gen.Tables.POSTING;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.goodterms.db.Tx;
import org.jspecify.annotations.Nullable;

/** Reads what the checks compare. Amounts are minor units. */
final class CheckStore {

    /** A sum that is not what it should be. */
    record Odd(String what, long found) {
    }

    /** An item with what its allocations say of it. */
    record Item(UUID id, String number, UUID customer, String currency, long original, long carrying, long open,
            long openCarrying, @Nullable LocalDate settledOn, LocalDate date) {
    }

    /** One side of an allocation. */
    record Move(UUID item, UUID other, LocalDate on, long amount, long carrying) {
    }

    List<Odd> unbalancedEntries(Tx tx) {
        return tx.sql().select(POSTING.ENTRY_ID, sum(POSTING.AMOUNT)).from(POSTING).groupBy(POSTING.ENTRY_ID)
                .having(sum(POSTING.AMOUNT).ne(BigDecimal.ZERO).or(count().lt(2)))
                .fetch(r -> new Odd(r.value1().toString(), r.value2().longValueExact()));
    }

    int zeroLines(Tx tx) {
        return tx.sql().fetchCount(POSTING, POSTING.AMOUNT.eq(0L));
    }

    /** What changes on account 1200 on each day. */
    Map<LocalDate, Long> receivablesByDay(Tx tx) {
        return byDay(tx.sql().select(POSTING.EFFECTIVE_DATE, sum(POSTING.AMOUNT)).from(POSTING)
                .where(POSTING.ACCOUNT.eq("1200")).groupBy(POSTING.EFFECTIVE_DATE)
                .fetchMap(r -> r.value1(), r -> r.value2().longValueExact()), new TreeMap<>());
    }

    /** What changes in the subledger's carrying amounts on each day. */
    Map<LocalDate, Long> itemsByDay(Tx tx) {
        Map<LocalDate, Long> days = new TreeMap<>();
        byDay(tx.sql().select(OPEN_ITEM.ITEM_DATE, sum(OPEN_ITEM.CARRYING)).from(OPEN_ITEM)
                .groupBy(OPEN_ITEM.ITEM_DATE).fetchMap(r -> r.value1(), r -> r.value2().longValueExact()), days);
        byDay(tx.sql().select(ALLOCATION.EFFECTIVE_DATE, sum(ALLOCATION.CREDIT_CARRYING.minus(ALLOCATION.DEBIT_CARRYING)))
                .from(ALLOCATION).groupBy(ALLOCATION.EFFECTIVE_DATE)
                .fetchMap(r -> r.value1(), r -> r.value2().longValueExact()), days);
        return days;
    }

    private static Map<LocalDate, Long> byDay(Map<LocalDate, Long> some, Map<LocalDate, Long> all) {
        some.forEach((day, amount) -> all.merge(day, amount, Long::sum));
        all.values().removeIf(amount -> amount == 0);
        return all;
    }

    List<Item> items(Tx tx) {
        return tx.sql().selectFrom(OPEN_ITEM).fetch(r -> new Item(r.getId(), r.getNumber(), r.getCustomerId(),
                r.getCurrency(), r.getOriginal(), r.getCarrying(), r.getOpenAmount(), r.getOpenCarrying(),
                r.getSettledOn(), r.getItemDate()));
    }

    /** Both sides of all allocations, in order of date. */
    Map<UUID, List<Move>> moves(Tx tx) {
        Map<UUID, List<Move>> moves = new HashMap<>();
        tx.sql().selectFrom(ALLOCATION).orderBy(ALLOCATION.EFFECTIVE_DATE, ALLOCATION.RECORDED_AT, ALLOCATION.ID)
                .forEach(r -> {
                    moves.computeIfAbsent(r.getDebitId(), k -> new ArrayList<>()).add(new Move(r.getDebitId(),
                            r.getCreditId(), r.getEffectiveDate(), r.getAmount(), r.getDebitCarrying()));
                    moves.computeIfAbsent(r.getCreditId(), k -> new ArrayList<>()).add(new Move(r.getCreditId(),
                            r.getDebitId(), r.getEffectiveDate(), -r.getAmount(), -r.getCreditCarrying()));
                });
        return moves;
    }

    List<String> numbers(Tx tx, String kind) {
        return tx.sql().select(DOCUMENT.NUMBER).from(DOCUMENT).where(DOCUMENT.NUMBER.isNotNull())
                .and(DOCUMENT.KIND.eq(kind)).fetch(DOCUMENT.NUMBER);
    }

    /** Issued documents whose net or tax is not the sum of their rows. */
    List<Odd> wrongTotals(Tx tx) {
        return tx.sql().select(DOCUMENT.NUMBER, DOCUMENT.NET, DOCUMENT.TAX, DOCUMENT.TOTAL, sum(DOCUMENT_TAX.BASE),
                        sum(DOCUMENT_TAX.TAX))
                .from(DOCUMENT).join(DOCUMENT_TAX).on(DOCUMENT_TAX.DOCUMENT_ID.eq(DOCUMENT.ID))
                .where(DOCUMENT.NUMBER.isNotNull())
                .groupBy(DOCUMENT.NUMBER, DOCUMENT.NET, DOCUMENT.TAX, DOCUMENT.TOTAL)
                .fetch(r -> new Odd(r.value1(), r.value2() - r.value5().longValueExact() == 0
                        && r.value3() - r.value6().longValueExact() == 0 && r.value2() + r.value3() == r.value4() ? 0 : 1))
                .stream().filter(odd -> odd.found() != 0).toList();
    }

    /** Invoices credited with more than they were. */
    List<Odd> overCredited(Tx tx) {
        var credit = DOCUMENT.as("credit");
        return tx.sql().select(DOCUMENT.NUMBER, DOCUMENT.TOTAL, sum(credit.TOTAL)).from(DOCUMENT)
                .join(credit).on(credit.CREDITS.eq(DOCUMENT.NUMBER)).where(credit.NUMBER.isNotNull(), credit.KIND.eq("credit-note"))
                .groupBy(DOCUMENT.NUMBER, DOCUMENT.TOTAL).having(sum(credit.TOTAL).gt(DOCUMENT.TOTAL.cast(BigDecimal.class)))
                .fetch(r -> new Odd(r.value1(), r.value3().longValueExact()));
    }

    int lines(Tx tx) {
        return tx.sql().fetchCount(DOCUMENT_LINE);
    }

    long headSeq(Tx tx) {
        return tx.sql().select(LEDGER_HEAD.SEQ).from(LEDGER_HEAD).fetchSingle().value1();
    }

    String headHash(Tx tx) {
        return tx.sql().select(LEDGER_HEAD.HASH).from(LEDGER_HEAD).fetchSingle().value1();
    }
}
