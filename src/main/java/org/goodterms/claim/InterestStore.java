package org.goodterms.claim;

import static org.goodterms.db.gen.Tables.ALLOCATION;
import static org.goodterms.db.gen.Tables.CLAIM_TERMS;
import static org.goodterms.db.gen.Tables.INTEREST_CHARGE;
import static org.goodterms.db.gen.Tables.INTEREST_REVERSAL;
import static org.goodterms.db.gen.Tables.INTEREST_SEGMENT;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;
import static org.goodterms.db.gen.Tables.STEP_FEE;
import static org.goodterms.db.gen.Tables.REFERENCE_RATE;
import static org.goodterms.db.gen.Tables.UNIDENTIFIED;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.goodterms.claim.Accruing.Change;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** SQL of rates, terms and charges of interest. */
final class InterestStore {
    /** The source of what was settled before the book began. */
    private static final String TAKEN_OVER = "opening";

    /** What was said of a customer or of all. */
    record Terms(String regime, @Nullable BigDecimal yearly, @Nullable BigDecimal monthly) {
    }

    List<RateTable.Row> rates(Tx tx) {
        return tx.sql().selectFrom(REFERENCE_RATE).orderBy(REFERENCE_RATE.REFERENCE, REFERENCE_RATE.VALID_FROM)
                .fetch(r -> new RateTable.Row(r.getReference(), r.getValidFrom(), r.getValidTo(), r.getPercent()));
    }

    void put(Tx tx, RateTable.Row row) {
        tx.sql().deleteFrom(REFERENCE_RATE).where(REFERENCE_RATE.REFERENCE.eq(row.reference()))
                .and(REFERENCE_RATE.VALID_FROM.eq(row.from())).execute();
        tx.sql().insertInto(REFERENCE_RATE).set(REFERENCE_RATE.REFERENCE, row.reference())
                .set(REFERENCE_RATE.VALID_FROM, row.from()).set(REFERENCE_RATE.VALID_TO, row.to())
                .set(REFERENCE_RATE.PERCENT, row.percent()).set(REFERENCE_RATE.RECORDED_AT, tx.now()).execute();
    }

    Optional<Terms> terms(Tx tx, String subject) {
        return tx.sql().selectFrom(CLAIM_TERMS).where(CLAIM_TERMS.SUBJECT.eq(subject))
                .fetchOptional(r -> new Terms(r.getRegime(), r.getYearly(), r.getMonthly()));
    }

    void put(Tx tx, String subject, Terms terms) {
        tx.sql().deleteFrom(CLAIM_TERMS).where(CLAIM_TERMS.SUBJECT.eq(subject)).execute();
        tx.sql().insertInto(CLAIM_TERMS).set(CLAIM_TERMS.SUBJECT, subject).set(CLAIM_TERMS.REGIME, terms.regime())
                .set(CLAIM_TERMS.YEARLY, terms.yearly()).set(CLAIM_TERMS.MONTHLY, terms.monthly())
                .set(CLAIM_TERMS.RECORDED_AT, tx.now()).execute();
    }

    /**
     * How the principal of an item changed: the day after money came in (not the day it was matched), from the start
     * where a credit note corrects it, from the day of a bounce. What was matched and taken back by hand is left out, and
     * so is a write-off: the claim goes on. What was settled before an item was taken over from elsewhere never counted.
     */
    List<Change> changes(Tx tx, OpenItem item) {
        Set<UUID> undone = new HashSet<>(tx.sql().select(ALLOCATION.REVERSES).from(ALLOCATION)
                .where(ALLOCATION.DEBIT_ID.eq(item.id().value())).and(ALLOCATION.SOURCE_KIND.eq("unallocate"))
                .fetch(ALLOCATION.REVERSES));
        List<Change> changes = new ArrayList<>();
        tx.sql().select(ALLOCATION.ID, ALLOCATION.REVERSES, ALLOCATION.AMOUNT, ALLOCATION.EFFECTIVE_DATE, OPEN_ITEM.KIND,
                        OPEN_ITEM.ITEM_DATE, UNIDENTIFIED.RECEIVED_ON, ALLOCATION.SOURCE_KIND)
                .from(ALLOCATION).join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(ALLOCATION.CREDIT_ID))
                .leftJoin(UNIDENTIFIED).on(UNIDENTIFIED.PAYMENT_ID.eq(OPEN_ITEM.SOURCE_ID))
                .where(ALLOCATION.DEBIT_ID.eq(item.id().value())).and(OPEN_ITEM.KIND.ne(ItemKind.WRITE_OFF.word()))
                .orderBy(ALLOCATION.EFFECTIVE_DATE, ALLOCATION.RECORDED_AT, ALLOCATION.ID).forEach(r -> {
                    UUID back = r.value2();
                    if (undone.contains(r.value1()) || back != null && undone.contains(back)) {
                        return;
                    }
                    LocalDate came = r.value7() == null ? r.value6() : r.value7();
                    LocalDate from = r.value8().equals(TAKEN_OVER) ? LocalDate.EPOCH
                            : r.value5().equals(ItemKind.CREDIT_NOTE.word()) ? item.date()
                            : back != null ? r.value4() : came.plusDays(1);
                    changes.add(new Change(from, Money.ofMinor(item.original().getCurrencyUnit(), -r.value3())));
                });
        return changes;
    }

    /** The last day that was charged. */
    Optional<LocalDate> chargedTo(Tx tx, Id<OpenItem> item) {
        return Optional.ofNullable(tx.sql().select(max(INTEREST_CHARGE.TO_DATE)).from(INTEREST_CHARGE)
                .where(INTEREST_CHARGE.ITEM_ID.eq(item.value())).and(stands()).fetchSingle().value1());
    }

    /** Not of a charge that was reversed. */
    private static Condition stands() {
        return notExists(selectOne().from(INTEREST_REVERSAL).where(INTEREST_REVERSAL.CHARGE_ID.eq(INTEREST_CHARGE.ID)));
    }

    /** The charge that made this item, where it stands. */
    Optional<UUID> chargeOf(Tx tx, Id<OpenItem> charged) {
        return tx.sql().select(INTEREST_CHARGE.ID).from(INTEREST_CHARGE)
                .where(INTEREST_CHARGE.CHARGE_ITEM_ID.eq(charged.value())).and(stands()).fetchOptional(INTEREST_CHARGE.ID);
    }

    void reversed(Tx tx, UUID charge, Posted credit, LocalDate on, String reason) {
        tx.sql().insertInto(INTEREST_REVERSAL).set(INTEREST_REVERSAL.CHARGE_ID, charge)
                .set(INTEREST_REVERSAL.CREDIT_ITEM_ID, credit.item().value()).set(INTEREST_REVERSAL.REVERSED_ON, on)
                .set(INTEREST_REVERSAL.REASON, reason).set(INTEREST_REVERSAL.ENTRY_ID, credit.entry().value())
                .set(INTEREST_REVERSAL.RECORDED_AT, tx.now()).execute();
    }

    /** Whether compensation was charged for a document. */
    boolean compensated(Tx tx, String number) {
        return tx.sql().fetchExists(INTEREST_CHARGE.join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(INTEREST_CHARGE.ITEM_ID)),
                OPEN_ITEM.NUMBER.eq(number).and(INTEREST_CHARGE.COMPENSATION.gt(0L)).and(stands()));
    }

    /** What the steps of a document have cost the customer. */
    Money stepFees(Tx tx, String number, CurrencyUnit book) {
        return tx.sql().select(DSL.coalesce(DSL.sum(STEP_FEE.AMOUNT), BigDecimal.ZERO)).from(STEP_FEE)
                .where(STEP_FEE.NUMBER.eq(number), STEP_FEE.CHARGE_ITEM_ID.isNotNull())
                .fetchSingle(r -> Money.ofMinor(book, r.value1().longValueExact()));
    }

    void insert(Tx tx, UUID id, InterestQuote quote, Id<OpenItem> charge, Id<PostedEntry> entry) {
        tx.sql().insertInto(INTEREST_CHARGE).set(INTEREST_CHARGE.ID, id)
                .set(INTEREST_CHARGE.ITEM_ID, quote.item().value()).set(INTEREST_CHARGE.CHARGE_ITEM_ID, charge.value())
                .set(INTEREST_CHARGE.FROM_DATE, quote.from()).set(INTEREST_CHARGE.TO_DATE, quote.to())
                .set(INTEREST_CHARGE.REGIME, quote.regime().word())
                .set(INTEREST_CHARGE.ATTEMPT, tx.sql().fetchCount(INTEREST_REVERSAL.join(INTEREST_CHARGE)
                        .on(INTEREST_CHARGE.ID.eq(INTEREST_REVERSAL.CHARGE_ID)), INTEREST_CHARGE.ITEM_ID.eq(quote.item().value())))
                .set(INTEREST_CHARGE.INTEREST, quote.interest().total().getAmountMinorLong())
                .set(INTEREST_CHARGE.COMPENSATION, quote.compensation().getAmountMinorLong())
                .set(INTEREST_CHARGE.ENTRY_ID, entry.value()).set(INTEREST_CHARGE.RECORDED_AT, tx.now()).execute();
        int line = 0;
        for (Interest.Segment segment : quote.interest().segments()) {
            line++;
            tx.sql().insertInto(INTEREST_SEGMENT).set(INTEREST_SEGMENT.CHARGE_ID, id).set(INTEREST_SEGMENT.LINE, line)
                    .set(INTEREST_SEGMENT.FROM_DATE, segment.from()).set(INTEREST_SEGMENT.TO_DATE, segment.to())
                    .set(INTEREST_SEGMENT.DAYS, segment.days())
                    .set(INTEREST_SEGMENT.PRINCIPAL, segment.principal().getAmountMinorLong())
                    .set(INTEREST_SEGMENT.PERCENT, segment.rate()).set(INTEREST_SEGMENT.INTEREST, segment.shown()).execute();
        }
    }
}
