package org.goodterms.customer;

import static org.goodterms.db.gen.Tables.CUSTOMER;
import static org.goodterms.db.gen.Tables.DOCUMENT;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Folding;
import org.goodterms.kernel.Id;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Customers as rows of lists: with their balances, or as what a search finds. */
final class CustomerListStore {
    /** All customers with what they owe and what of it is overdue on {@code today}, by code. */
    List<CustomerRow> all(Tx tx, CurrencyUnit book, LocalDate today) {
        return rows(tx, book, today, DSL.noCondition(), List.of(CUSTOMER.CODE.asc()), null);
    }

    /**
     * Those in which each word of {@code typed} occurs, in name, code, mailbox, city, a person, or in the number of one
     * of their documents; case and accents aside. First whose code it is, then whose name or code begins with it.
     */
    List<CustomerRow> search(Tx tx, CurrencyUnit book, LocalDate today, String typed, int limit) {
        String folded = Folding.fold(typed);
        Condition words = Arrays.stream(folded.split(" ")).filter(Predicate.not(String::isEmpty))
                .map(CUSTOMER.SEARCH_TEXT::contains).reduce(DSL.noCondition(), Condition::and);
        Condition found = hasDigit(folded) ? words.or(CUSTOMER.ID.in(byNumber(tx, folded, limit))) : words;
        Field<Integer> rank = DSL.when(DSL.lower(CUSTOMER.CODE).eq(folded), 0)
                .when(CUSTOMER.SEARCH_TEXT.startsWith(folded), 1)
                .when(DSL.lower(CUSTOMER.CODE).startsWith(folded), 2).otherwise(3);
        return rows(tx, book, today, found, List.of(rank.asc(), CUSTOMER.SEARCH_TEXT.asc()), limit);
    }

    /**
     * Whose document bears such a number. Asked on its own: within the other query an embedded book would ask it anew for
     * each customer.
     */
    private static List<UUID> byNumber(Tx tx, String folded, int limit) {
        return tx.sql().select(DOCUMENT.CUSTOMER_ID).from(DOCUMENT).where(DSL.lower(DOCUMENT.NUMBER).contains(folded))
                .union(DSL.select(OPEN_ITEM.CUSTOMER_ID).from(OPEN_ITEM)
                        .where(DSL.lower(OPEN_ITEM.NUMBER).contains(folded)))
                .limit(limit).fetch(r -> r.value1());
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    private static List<CustomerRow> rows(Tx tx, CurrencyUnit book, LocalDate today, Condition which,
            List<? extends SortField<?>> order, @Nullable Integer limit) {
        Result<? extends Record> found = tx.sql().select(CUSTOMER.ID, CUSTOMER.CODE, CUSTOMER.NAME, CUSTOMER.EMAIL,
                        CUSTOMER.CITY, CUSTOMER.COUNTRY, CUSTOMER.CREDIT_HOLD_SINCE)
                .from(CUSTOMER).where(which).orderBy(order).limit(limit == null ? Integer.MAX_VALUE : limit).fetch();
        Condition theirs = limit == null ? DSL.noCondition() : OPEN_ITEM.CUSTOMER_ID.in(found.getValues(CUSTOMER.ID));
        Map<UUID, Sums> sums = sums(tx, today, theirs);
        return found.map(r -> row(r, sums.getOrDefault(r.get(CUSTOMER.ID), Sums.nothing()), book));
    }

    /** Minor units of the book's currency. */
    private record Sums(long balance, long overdue) {
        static Sums nothing() {
            return new Sums(0, 0);
        }
    }

    private static Map<UUID, Sums> sums(Tx tx, LocalDate today, Condition which) {
        Condition late = OPEN_ITEM.OPEN_AMOUNT.gt(0L).and(OPEN_ITEM.DUE_DATE.lt(today));
        return tx.sql().select(OPEN_ITEM.CUSTOMER_ID, DSL.sum(OPEN_ITEM.OPEN_CARRYING),
                        DSL.sum(DSL.when(late, OPEN_ITEM.OPEN_CARRYING).otherwise(0L)))
                .from(OPEN_ITEM).where(OPEN_ITEM.SETTLED_ON.isNull()).and(which).groupBy(OPEN_ITEM.CUSTOMER_ID)
                .fetchMap(r -> r.value1(), r -> new Sums(r.value2().longValueExact(), r.value3().longValueExact()));
    }

    private static CustomerRow row(Record r, Sums sums, CurrencyUnit book) {
        return new CustomerRow(Id.of(r.get(CUSTOMER.ID)), r.get(CUSTOMER.CODE), r.get(CUSTOMER.NAME),
                r.get(CUSTOMER.EMAIL), r.get(CUSTOMER.CITY), r.get(CUSTOMER.COUNTRY),
                Money.ofMinor(book, sums.balance()), Money.ofMinor(book, sums.overdue()),
                r.get(CUSTOMER.CREDIT_HOLD_SINCE) != null);
    }
}
