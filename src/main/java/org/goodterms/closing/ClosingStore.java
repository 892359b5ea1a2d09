package org.goodterms.closing;

import static org.goodterms.db.gen.Tables.REVALUATION;
import static org.goodterms.db.gen.Tables.YEAR_END;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.ledger.PostedEntry;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** SQL of year ends and revaluations. */
final class ClosingStore {

    void insert(Tx tx, YearEnd end) {
        tx.sql().insertInto(YEAR_END).set(YEAR_END.ID, end.id().value()).set(YEAR_END.CLOSED_ON, end.date())
                .set(YEAR_END.PROFIT, end.profit().getAmountMinorLong())
                .set(YEAR_END.ENTRY_ID, end.entry() == null ? null : end.entry().value())
                .set(YEAR_END.LOCKED_BEFORE, end.lockedBefore()).set(YEAR_END.CLOSED_AT, tx.now()).execute();
    }

    /** Years that are closed now, the latest first. */
    List<YearEnd> closed(Tx tx, CurrencyUnit book) {
        return tx.sql().selectFrom(YEAR_END).where(YEAR_END.REOPENED_AT.isNull())
                .orderBy(YEAR_END.CLOSED_ON.desc()).fetch(r -> new YearEnd(Id.of(r.getId()), r.getClosedOn(),
                        Money.ofMinor(book, r.getProfit()), r.getEntryId() == null ? null : Id.of(r.getEntryId()),
                        r.getLockedBefore()));
    }

    Optional<YearEnd> latest(Tx tx, CurrencyUnit book) {
        return closed(tx, book).stream().findFirst();
    }

    void reopened(Tx tx, YearEnd end, String reason, Optional<Id<PostedEntry>> entry) {
        tx.sql().update(YEAR_END).set(YEAR_END.REOPENED_AT, tx.now()).set(YEAR_END.REOPEN_REASON, reason)
                .set(YEAR_END.REOPENING_ID, entry.map(Id::value).orElse(null))
                .where(YEAR_END.ID.eq(end.id().value())).and(YEAR_END.REOPENED_AT.isNull()).execute();
    }

    /** What earlier revaluations of that day have posted for a currency. */
    Money posted(Tx tx, LocalDate on, CurrencyUnit currency, CurrencyUnit book) {
        BigDecimal posted = tx.sql().select(sum(REVALUATION.DIFFERENCE)).from(REVALUATION)
                .where(REVALUATION.VALUED_ON.eq(on)).and(REVALUATION.CURRENCY.eq(currency.getCode()))
                .fetchSingle().value1();
        return posted == null ? Money.zero(book) : Money.ofMinor(book, posted.longValueExact());
    }

    void insert(Tx tx, Id<?> id, LocalDate on, Revalued revalued, Money posted, Id<PostedEntry> entry,
            Id<PostedEntry> reversal) {
        tx.sql().insertInto(REVALUATION).set(REVALUATION.ID, id.value()).set(REVALUATION.VALUED_ON, on)
                .set(REVALUATION.CURRENCY, revalued.open().getCurrencyUnit().getCode())
                .set(REVALUATION.RATE, revalued.rate()).set(REVALUATION.DIFFERENCE, posted.getAmountMinorLong())
                .set(REVALUATION.ENTRY_ID, entry.value()).set(REVALUATION.REVERSAL_ID, reversal.value())
                .set(REVALUATION.RECORDED_AT, tx.now()).execute();
    }
}
