package org.goodterms.check;

import static org.goodterms.db.gen.Tables.BANK_LINE;
import static org.goodterms.db.gen.Tables.BANK_MATCH;
import static org.goodterms.db.gen.Tables.ENTRY;
import static org.goodterms.db.gen.Tables.PAYMENT;
import static org.goodterms.db.gen.Tables.POSTING;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.goodterms.check.CheckStore.Odd;
import org.goodterms.db.Tx;

/** Reads what the checks of the bank compare. Amounts are minor units. */
final class BankCheckStore {

    int lines(Tx tx) {
        return tx.sql().fetchCount(BANK_LINE);
    }

    /** Lines alike whose running numbers do not go from 1 to their count. */
    List<Odd> miscounted(Tx tx) {
        return tx.sql().select(BANK_LINE.BOOKED_ON, BANK_LINE.AMOUNT, max(BANK_LINE.RUNNING), count()).from(BANK_LINE)
                .groupBy(BANK_LINE.ACCOUNT, BANK_LINE.BOOKED_ON, BANK_LINE.AMOUNT, BANK_LINE.PRINT)
                .having(max(BANK_LINE.RUNNING).ne(count()))
                .fetch(r -> new Odd(r.value1() + " over " + r.value2(), r.value3()));
    }

    /** Accounts on which the lines and what was posted of them differ. */
    List<Odd> notPosted(Tx tx) {
        Map<String, Long> off = new TreeMap<>();
        tx.sql().select(BANK_LINE.ACCOUNT, sum(BANK_LINE.AMOUNT)).from(BANK_LINE).groupBy(BANK_LINE.ACCOUNT)
                .forEach(r -> off.merge(r.value1(), r.value2().longValueExact(), Long::sum));
        tx.sql().select(POSTING.ACCOUNT, sum(POSTING.AMOUNT)).from(POSTING).join(ENTRY).on(ENTRY.ID.eq(POSTING.ENTRY_ID))
                .join(BANK_LINE).on(BANK_LINE.ID.eq(ENTRY.SOURCE_ID)).and(BANK_LINE.ACCOUNT.eq(POSTING.ACCOUNT))
                .where(ENTRY.SOURCE_KIND.eq("bank-line")).groupBy(POSTING.ACCOUNT)
                .forEach(r -> off.merge(r.value1(), -r.value2().longValueExact(), Long::sum));
        tx.sql().select(POSTING.ACCOUNT, sum(POSTING.AMOUNT)).from(POSTING)
                .join(PAYMENT).on(PAYMENT.ENTRY_ID.eq(POSTING.ENTRY_ID)).and(PAYMENT.ACCOUNT.eq(POSTING.ACCOUNT))
                .where(org.jooq.impl.DSL.exists(selectOne().from(BANK_MATCH).join(BANK_LINE)
                        .on(BANK_LINE.ID.eq(BANK_MATCH.LINE_ID)).where(BANK_MATCH.PAYMENT_ID.eq(PAYMENT.ID))
                        .and(BANK_MATCH.KIND.eq("receipt")).and(BANK_LINE.ACCOUNT.eq(PAYMENT.ACCOUNT))))
                .groupBy(POSTING.ACCOUNT).forEach(r -> off.merge(r.value1(), -r.value2().longValueExact(), Long::sum));
        tx.sql().select(POSTING.ACCOUNT, sum(POSTING.AMOUNT)).from(POSTING)
                .join(BANK_MATCH).on(BANK_MATCH.ENTRY_ID.eq(POSTING.ENTRY_ID)).and(BANK_MATCH.KIND.eq("recorded"))
                .join(BANK_LINE).on(BANK_LINE.MATCH_ID.eq(BANK_MATCH.ID)).and(BANK_LINE.ACCOUNT.eq(POSTING.ACCOUNT))
                .groupBy(POSTING.ACCOUNT).forEach(r -> off.merge(r.value1(), -r.value2().longValueExact(), Long::sum));
        return off.entrySet().stream().filter(e -> e.getValue() != 0).map(e -> new Odd(e.getKey(), e.getValue())).toList();
    }
}
