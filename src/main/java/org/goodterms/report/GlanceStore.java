package org.goodterms.report;

import static org.goodterms.db.gen.Tables.ALLOCATION;
import static org.goodterms.db.gen.Tables.CONTACT;
import static org.goodterms.db.gen.Tables.DISPUTE;
import static org.goodterms.db.gen.Tables.MESSAGE;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;
import static org.goodterms.db.gen.Tables.PAYMENT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goodterms.db.Tx;
import org.goodterms.db.gen.tables.OpenItem;
import org.goodterms.kernel.Split;
import org.goodterms.report.DaysLate.Settled;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The figures of one customer. */
final class GlanceStore {

    /** Minor units of the book's currency. */
    record Sums(long balance, long overdue, long unapplied) {
    }

    Sums sums(Tx tx, UUID customer, LocalDate today) {
        Condition late = OPEN_ITEM.OPEN_AMOUNT.gt(0L).and(OPEN_ITEM.DUE_DATE.lt(today));
        return tx.sql().select(DSL.sum(OPEN_ITEM.OPEN_CARRYING), sumWhere(late), sumWhere(OPEN_ITEM.OPEN_AMOUNT.lt(0L)))
                .from(OPEN_ITEM).where(OPEN_ITEM.CUSTOMER_ID.eq(customer)).and(OPEN_ITEM.SETTLED_ON.isNull())
                .fetchSingle(r -> new Sums(minor(r.value1()), minor(r.value2()), -minor(r.value3())));
    }

    private static Field<BigDecimal> sumWhere(Condition condition) {
        return DSL.sum(DSL.when(condition, OPEN_ITEM.OPEN_CARRYING).otherwise(0L));
    }

    private static long minor(@Nullable BigDecimal sum) {
        return sum == null ? 0 : sum.longValueExact();
    }

    /** Invoices settled and not written off, to which a receipt stands allocated. */
    List<Settled> settled(Tx tx, UUID customer) {
        return settled(tx, OPEN_ITEM.CUSTOMER_ID.eq(customer), OPEN_ITEM.as("credit").CUSTOMER_ID.eq(customer))
                .values().stream().findFirst().orElse(List.of());
    }

    /** The same of all customers who have any. */
    Map<UUID, List<Settled>> settled(Tx tx) {
        return settled(tx, DSL.noCondition(), DSL.noCondition());
    }

    private static Map<UUID, List<Settled>> settled(Tx tx, Condition whose, Condition whoseCredit) {
        OpenItem credit = OPEN_ITEM.as("credit");
        var receipts = DSL.select(ALLOCATION.DEBIT_ID, credit.ITEM_DATE.as("received"))
                .from(ALLOCATION).join(credit).on(credit.ID.eq(ALLOCATION.CREDIT_ID))
                .where(whoseCredit).and(credit.KIND.eq("receipt"))
                .groupBy(ALLOCATION.DEBIT_ID, ALLOCATION.CREDIT_ID, credit.ITEM_DATE)
                .having(DSL.sum(ALLOCATION.AMOUNT).gt(BigDecimal.ZERO)).asTable("receipts");
        Field<LocalDate> last = DSL.max(receipts.field("received", LocalDate.class));
        return tx.sql().select(OPEN_ITEM.CUSTOMER_ID, OPEN_ITEM.CARRYING, OPEN_ITEM.DUE_DATE, last).from(OPEN_ITEM)
                .join(receipts).on(OPEN_ITEM.ID.eq(receipts.field(ALLOCATION.DEBIT_ID)))
                .where(whose).and(OPEN_ITEM.KIND.eq("invoice"))
                .and(OPEN_ITEM.SETTLED_ON.isNotNull()).and(OPEN_ITEM.WRITTEN_OFF_ON.isNull())
                .and(OPEN_ITEM.DUE_DATE.isNotNull())
                .groupBy(OPEN_ITEM.ID, OPEN_ITEM.CUSTOMER_ID, OPEN_ITEM.CARRYING, OPEN_ITEM.DUE_DATE)
                .fetchGroups(OPEN_ITEM.CUSTOMER_ID, r -> new Settled(r.value2(), r.value3(), r.value4()));
    }

    /** When somebody last spoke or wrote with each customer, as {@link #lastContact}. */
    Map<UUID, LocalDate> lastContacts(Tx tx, ZoneId zone) {
        Map<UUID, LocalDate> last = new HashMap<>(tx.sql().select(CONTACT.CUSTOMER_ID, DSL.max(CONTACT.CONTACT_DATE))
                .from(CONTACT).where(CONTACT.CHANNEL.ne("note")).groupBy(CONTACT.CUSTOMER_ID).fetchMap(r -> r.value1(), r -> r.value2()));
        tx.sql().select(MESSAGE.CUSTOMER_ID, DSL.max(MESSAGE.SENT_AT)).from(MESSAGE).where(MESSAGE.SENT_AT.isNotNull())
                .and(MESSAGE.CUSTOMER_ID.isNotNull()).groupBy(MESSAGE.CUSTOMER_ID).forEach(r -> last.merge(r.value1(),
                        r.value2().atZone(zone).toLocalDate(), (a, b) -> a.isAfter(b) ? a : b));
        return last;
    }

    /**
     * A contested item, in its currency: what is contested, what is open, and the carrying amount of the latter,
     * in minor units.
     */
    record Disputed(long amount, long open, long openCarrying) {

        /** The contested part of what is open, at the carrying amount. */
        Money inBook(CurrencyUnit book) {
            if (open <= 0 || amount <= 0) {
                return Money.zero(book);
            }
            long contested = Math.min(amount, open);
            return Split.byWeight(Money.ofMinor(book, openCarrying),
                    List.of(BigDecimal.valueOf(contested), BigDecimal.valueOf(open - contested))).getFirst();
        }
    }

    int openDisputes(Tx tx, UUID customer) {
        return tx.sql().fetchCount(DISPUTE.join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(DISPUTE.ITEM_ID)),
                OPEN_ITEM.CUSTOMER_ID.eq(customer).and(DISPUTE.CLOSED_ON.isNull()));
    }

    /** @param contested by item, in its currency */
    List<Disputed> disputed(Tx tx, UUID customer, Map<UUID, Money> contested) {
        return tx.sql().select(OPEN_ITEM.ID, OPEN_ITEM.OPEN_AMOUNT, OPEN_ITEM.OPEN_CARRYING).from(OPEN_ITEM)
                .where(OPEN_ITEM.CUSTOMER_ID.eq(customer)).and(OPEN_ITEM.ID.in(contested.keySet()))
                .fetch(r -> new Disputed(contested.get(r.value1()).getAmountMinorLong(), r.value2(), r.value3()));
    }

    /** The last day on which somebody spoke or wrote: notes do not count, messages do once they are sent. */
    @Nullable LocalDate lastContact(Tx tx, UUID customer, ZoneId zone) {
        LocalDate spoken = tx.sql().select(DSL.max(CONTACT.CONTACT_DATE)).from(CONTACT)
                .where(CONTACT.CUSTOMER_ID.eq(customer)).and(CONTACT.CHANNEL.ne("note")).fetchSingle().value1();
        var sent = tx.sql().select(DSL.max(MESSAGE.SENT_AT)).from(MESSAGE)
                .where(MESSAGE.CUSTOMER_ID.eq(customer)).and(MESSAGE.SENT_AT.isNotNull()).fetchSingle().value1();
        LocalDate written = sent == null ? null : sent.atZone(zone).toLocalDate();
        return spoken == null || written != null && written.isAfter(spoken) ? written : spoken;
    }

    @Nullable LocalDate lastPayment(Tx tx, UUID customer) {
        return tx.sql().select(DSL.max(PAYMENT.PAY_DATE)).from(PAYMENT).where(PAYMENT.CUSTOMER_ID.eq(customer))
                .and(PAYMENT.KIND.eq("receipt")).fetchSingle().value1();
    }
}
