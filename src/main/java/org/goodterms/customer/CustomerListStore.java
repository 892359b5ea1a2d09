package org.goodterms.customer;

import static org.goodterms.db.gen.Tables.CUSTOMER;
import static org.goodterms.db.gen.Tables.DOCUMENT;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Folding;
import org.goodterms.kernel.Id;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;

/** Customers as rows of lists: with their balances, or as what a search finds. One query each. */
final class CustomerListStore {
    private static final Field<BigDecimal> BALANCE = DSL.field(DSL.name("sums", "balance"), BigDecimal.class);
    private static final Field<BigDecimal> OVERDUE = DSL.field(DSL.name("sums", "overdue"), BigDecimal.class);

    /** All customers with what they owe and what of it is overdue on {@code today}, by code. */
    List<CustomerRow> all(Tx tx, CurrencyUnit book, LocalDate today) {
        return rows(tx, today).orderBy(CUSTOMER.CODE).fetch(r -> row(r, book));
    }

    /**
     * Those in which each word of {@code typed} occurs, in name, code, mailbox, city, a person, or in the number of one
     * of their documents; case and accents aside. First whose code it is, then whose name or code begins with it.
     */
    List<CustomerRow> search(Tx tx, CurrencyUnit book, LocalDate today, String typed, int limit) {
        String folded = Folding.fold(typed);
        Condition words = Arrays.stream(folded.split(" ")).filter(Predicate.not(String::isEmpty))
                .map(CUSTOMER.SEARCH_TEXT::contains).reduce(DSL.noCondition(), Condition::and);
        Condition found = hasDigit(folded) ? words.or(CUSTOMER.ID.in(DSL.select(DOCUMENT.CUSTOMER_ID).from(DOCUMENT)
                .where(DSL.lower(DOCUMENT.NUMBER).contains(folded)).union(DSL.select(OPEN_ITEM.CUSTOMER_ID)
                .from(OPEN_ITEM).where(DSL.lower(OPEN_ITEM.NUMBER).contains(folded))))) : words;
        Field<Integer> rank = DSL.when(DSL.lower(CUSTOMER.CODE).eq(folded), 0)
                .when(CUSTOMER.SEARCH_TEXT.startsWith(folded), 1)
                .when(DSL.lower(CUSTOMER.CODE).startsWith(folded), 2).otherwise(3);
        return rows(tx, today).where(found).orderBy(rank, CUSTOMER.SEARCH_TEXT).limit(limit).fetch(r -> row(r, book));
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    private static SelectJoinStep<? extends Record> rows(Tx tx, LocalDate today) {
        Condition late = OPEN_ITEM.OPEN_AMOUNT.gt(0L).and(OPEN_ITEM.DUE_DATE.lt(today));
        var sums = DSL.select(OPEN_ITEM.CUSTOMER_ID, DSL.sum(OPEN_ITEM.OPEN_CARRYING).as("balance"),
                        DSL.sum(DSL.when(late, OPEN_ITEM.OPEN_CARRYING).otherwise(0L)).as("overdue"))
                .from(OPEN_ITEM).where(OPEN_ITEM.SETTLED_ON.isNull()).groupBy(OPEN_ITEM.CUSTOMER_ID).asTable("sums");
        return tx.sql().select(CUSTOMER.ID, CUSTOMER.CODE, CUSTOMER.NAME, CUSTOMER.EMAIL, CUSTOMER.CITY,
                        CUSTOMER.COUNTRY, CUSTOMER.CREDIT_HOLD_SINCE, BALANCE, OVERDUE)
                .from(CUSTOMER).leftJoin(sums).on(sums.field(OPEN_ITEM.CUSTOMER_ID).eq(CUSTOMER.ID));
    }

    private static CustomerRow row(Record r, CurrencyUnit book) {
        return new CustomerRow(Id.of(r.get(CUSTOMER.ID)), r.get(CUSTOMER.CODE), r.get(CUSTOMER.NAME),
                r.get(CUSTOMER.EMAIL), r.get(CUSTOMER.CITY), r.get(CUSTOMER.COUNTRY), money(r.get(BALANCE), book),
                money(r.get(OVERDUE), book), r.get(CUSTOMER.CREDIT_HOLD_SINCE) != null);
    }

    private static Money money(BigDecimal minor, CurrencyUnit book) {
        return Money.ofMinor(book, minor == null ? 0 : minor.longValueExact());
    }
}
