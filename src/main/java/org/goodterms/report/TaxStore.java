package org.goodterms.report;

import static org.goodterms.db.gen.Tables.ACCOUNT;
import static org.goodterms.db.gen.Tables.ENTRY;
import static org.goodterms.db.gen.Tables.POSTING;
import static org.goodterms.db.gen.Tables.TAX_MOVEMENT;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goodterms.db.Tx;
import org.goodterms.ledger.AccountKind;
import org.goodterms.ledger.Chart;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Reads what a tax return is made of. */
final class TaxStore {

    /** Documents and corrections of the period, per rate and kind, highest rate first. */
    List<TaxReport.Line> lines(Tx tx, LocalDate from, LocalDate to, @Nullable Instant knownAt, CurrencyUnit book) {
        return tx.sql().select(TAX_MOVEMENT.RATE, TAX_MOVEMENT.KIND, sum(TAX_MOVEMENT.NET), sum(TAX_MOVEMENT.TAX))
                .from(TAX_MOVEMENT).join(ENTRY).on(ENTRY.ID.eq(TAX_MOVEMENT.ENTRY_ID))
                .where(ENTRY.EFFECTIVE_DATE.between(from, to)).and(known(knownAt))
                .groupBy(TAX_MOVEMENT.RATE, TAX_MOVEMENT.KIND).orderBy(TAX_MOVEMENT.RATE.desc(), TAX_MOVEMENT.KIND)
                .fetch(r -> new TaxReport.Line(r.value1(), r.value2(), Money.ofMinor(book, r.value3().longValueExact()),
                        Money.ofMinor(book, r.value4().longValueExact())));
    }

    /** Entries of the period that touch the tax accounts and are no documents of ours, with all their lines. */
    List<TaxEntry> others(Tx tx, LocalDate from, LocalDate to, @Nullable Instant knownAt) {
        Map<UUID, List<TaxEntry.Line>> entries = new LinkedHashMap<>();
        var touched = select(POSTING.ENTRY_ID).from(POSTING)
                .where(POSTING.ACCOUNT.in(Chart.OUTPUT_TAX, Chart.INPUT_TAX)).and(POSTING.EFFECTIVE_DATE.between(from, to));
        var documents = select(TAX_MOVEMENT.ENTRY_ID).from(TAX_MOVEMENT);
        tx.sql().select(POSTING.ENTRY_ID, POSTING.ACCOUNT, ACCOUNT.KIND, POSTING.AMOUNT).from(POSTING)
                .join(ENTRY).on(ENTRY.ID.eq(POSTING.ENTRY_ID)).join(ACCOUNT).on(ACCOUNT.NUMBER.eq(POSTING.ACCOUNT))
                .where(POSTING.ENTRY_ID.in(touched)).and(POSTING.ENTRY_ID.notIn(documents)).and(known(knownAt))
                .orderBy(ENTRY.SEQ, POSTING.LINE)
                .forEach(r -> entries.computeIfAbsent(r.value1(), k -> new ArrayList<>()).add(new TaxEntry.Line(
                        r.value2(), AccountKind.of(r.value3()).orElseThrow(), r.value4())));
        return entries.values().stream().map(TaxEntry::new).toList();
    }

    private static Condition known(@Nullable Instant knownAt) {
        return knownAt == null ? noCondition() : ENTRY.RECORDED_AT.le(knownAt);
    }
}
