package org.goodterms.bank;

import static org.goodterms.db.gen.Tables.BANK_LINE;
import static org.goodterms.db.gen.Tables.BANK_MATCH;
import static org.goodterms.db.gen.Tables.ENTRY;
import static org.goodterms.db.gen.Tables.PAYMENT;
import static org.goodterms.db.gen.Tables.PAYMENT_RETURN;
import static org.goodterms.db.gen.Tables.POSTING;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import java.time.LocalDate;
import java.util.List;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.payment.Method;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Reads the money that stands on a bank account without a line. */
final class RecordedStore {
    private static final List<String> BY_A_PERSON = List.of("payment", "refund", "return", "hand");

    /** In the order of the journal. */
    List<Recorded> of(Tx tx, String account, LocalDate from, LocalDate to, CurrencyUnit book) {
        var reversal = ENTRY.as("reversal");
        return tx.sql().select(ENTRY.ID, ENTRY.EFFECTIVE_DATE, sum(POSTING.AMOUNT), PAYMENT.ID, PAYMENT.CUSTOMER_ID, ENTRY.TEXT,
                PAYMENT.METHOD)
                .from(POSTING).join(ENTRY).on(ENTRY.ID.eq(POSTING.ENTRY_ID)).leftJoin(PAYMENT).on(PAYMENT.ENTRY_ID.eq(ENTRY.ID))
                .where(POSTING.ACCOUNT.eq(account)).and(POSTING.EFFECTIVE_DATE.between(from, to))
                .and(ENTRY.SOURCE_KIND.in(BY_A_PERSON)).and(ENTRY.REVERSES.isNull())
                .andNotExists(selectOne().from(reversal).where(reversal.REVERSES.eq(ENTRY.ID)))
                .andNotExists(selectOne().from(BANK_MATCH).where(BANK_MATCH.PAYMENT_ID.eq(PAYMENT.ID))
                        .and(BANK_MATCH.KIND.in("receipt", "refund")))
                .andNotExists(selectOne().from(BANK_MATCH).join(BANK_LINE).on(BANK_LINE.MATCH_ID.eq(BANK_MATCH.ID))
                        .where(BANK_MATCH.ENTRY_ID.eq(ENTRY.ID)))
                .andNotExists(selectOne().from(PAYMENT_RETURN).where(PAYMENT_RETURN.PAYMENT_ID.eq(PAYMENT.ID))
                        .and(PAYMENT_RETURN.KIND.eq("withdrawn")))
                .groupBy(ENTRY.ID, ENTRY.EFFECTIVE_DATE, PAYMENT.ID, PAYMENT.CUSTOMER_ID, ENTRY.TEXT, ENTRY.SEQ, PAYMENT.METHOD)
                .orderBy(ENTRY.SEQ)
                .fetch(r -> new Recorded(Id.of(r.value1()), r.value2(), Money.ofMinor(book, r.value3().longValueExact()),
                        r.value4() == null ? null : Id.of(r.value4()), r.value5() == null ? null : Id.of(r.value5()),
                        r.value6(), r.value7() == null || r.value7().equals(Method.BANK.word())));
    }
}
