package org.goodterms.claim;

import static org.goodterms.db.gen.Tables.DOCUMENT;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;
import static org.goodterms.db.gen.Tables.RECOVERY;
import static org.goodterms.db.gen.Tables.WRITE_OFF;
import static org.goodterms.db.gen.Tables.WRITE_OFF_TAX;
import static org.jooq.impl.DSL.sum;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.receivable.NewItem;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** SQL of write-offs and recoveries. */
final class WriteOffStore {

    void insert(Tx tx, WriteOff off, Id<OpenItem> credit, String note, Id<PostedEntry> entry) {
        tx.sql().insertInto(WRITE_OFF).set(WRITE_OFF.ID, off.id().value()).set(WRITE_OFF.ITEM_ID, off.item().value())
                .set(WRITE_OFF.CREDIT_ITEM_ID, credit.value()).set(WRITE_OFF.WRITTEN_ON, off.on())
                .set(WRITE_OFF.ACCOUNT, off.account()).set(WRITE_OFF.AMOUNT, off.amount().getAmountMinorLong())
                .set(WRITE_OFF.NET, off.net().getAmountMinorLong()).set(WRITE_OFF.TAX, off.tax().getAmountMinorLong())
                .set(WRITE_OFF.RELIEF, off.relief().word()).set(WRITE_OFF.NOTE, note)
                .set(WRITE_OFF.ENTRY_ID, entry.value()).set(WRITE_OFF.RECORDED_AT, tx.now()).execute();
        int line = 0;
        for (NewItem.Tax tax : off.taxes()) {
            line++;
            tx.sql().insertInto(WRITE_OFF_TAX).set(WRITE_OFF_TAX.WRITE_OFF_ID, off.id().value())
                    .set(WRITE_OFF_TAX.LINE, line).set(WRITE_OFF_TAX.RATE, tax.rate())
                    .set(WRITE_OFF_TAX.NET, tax.net().getAmountMinorLong())
                    .set(WRITE_OFF_TAX.TAX, tax.tax().getAmountMinorLong()).execute();
        }
    }

    void relieved(Tx tx, Id<WriteOff> off, LocalDate on, Id<PostedEntry> entry) {
        tx.sql().update(WRITE_OFF).set(WRITE_OFF.RELIEF_ON, on).set(WRITE_OFF.RELIEF_ENTRY_ID, entry.value())
                .where(WRITE_OFF.ID.eq(off.value())).execute();
    }

    /** Write-offs of a document, the first one first. */
    List<WriteOff> of(Tx tx, String number, CurrencyUnit book) {
        return tx.sql().select(WRITE_OFF.fields()).select(OPEN_ITEM.NUMBER).from(WRITE_OFF)
                .join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(WRITE_OFF.ITEM_ID)).where(OPEN_ITEM.NUMBER.eq(number))
                .orderBy(WRITE_OFF.WRITTEN_ON, WRITE_OFF.RECORDED_AT, WRITE_OFF.ID)
                .fetch(r -> new WriteOff(Id.of(r.get(WRITE_OFF.ID)), Id.of(r.get(WRITE_OFF.ITEM_ID)), number,
                        r.get(WRITE_OFF.WRITTEN_ON), r.get(WRITE_OFF.ACCOUNT), Money.ofMinor(book, r.get(WRITE_OFF.AMOUNT)),
                        taxes(tx, r.get(WRITE_OFF.ID), book),
                        WriteOff.ReliefTime.valueOf(r.get(WRITE_OFF.RELIEF).toUpperCase(Locale.ROOT)),
                        r.get(WRITE_OFF.RELIEF_ON)));
    }

    private static List<NewItem.Tax> taxes(Tx tx, UUID off, CurrencyUnit book) {
        return tx.sql().selectFrom(WRITE_OFF_TAX).where(WRITE_OFF_TAX.WRITE_OFF_ID.eq(off)).orderBy(WRITE_OFF_TAX.LINE)
                .fetch(r -> new NewItem.Tax(r.getRate().stripTrailingZeros(), Money.ofMinor(book, r.getNet()),
                        Money.ofMinor(book, r.getTax())));
    }

    /** A debt written off before this book began. */
    boolean isMemo(Tx tx, String number) {
        return tx.sql().fetchExists(OPEN_ITEM, OPEN_ITEM.NUMBER.eq(number).and(OPEN_ITEM.WRITTEN_OFF_ON.isNotNull()));
    }

    /** What has been recovered of a document, in the book's currency. */
    Money recovered(Tx tx, String number, CurrencyUnit book) {
        var sum = tx.sql().select(sum(RECOVERY.AMOUNT)).from(RECOVERY).where(RECOVERY.NUMBER.eq(number)).fetchSingle().value1();
        return Money.ofMinor(book, sum == null ? 0 : sum.longValueExact());
    }

    int recoveries(Tx tx, String number) {
        return tx.sql().fetchCount(RECOVERY, RECOVERY.NUMBER.eq(number));
    }

    void insert(Tx tx, UUID id, Recovery recovery, Id<OpenItem> item, Id<PostedEntry> entry) {
        tx.sql().insertInto(RECOVERY).set(RECOVERY.ID, id).set(RECOVERY.CUSTOMER_ID, recovery.customer().value())
                .set(RECOVERY.NUMBER, recovery.number()).set(RECOVERY.ITEM_ID, item.value())
                .set(RECOVERY.PAYMENT_ID, recovery.payment().value()).set(RECOVERY.RECOVERED_ON, recovery.on())
                .set(RECOVERY.AMOUNT, recovery.amount().getAmountMinorLong())
                .set(RECOVERY.NET, recovery.net().getAmountMinorLong())
                .set(RECOVERY.TAX, recovery.amount().minus(recovery.net()).getAmountMinorLong())
                .set(RECOVERY.ENTRY_ID, entry.value()).set(RECOVERY.RECORDED_AT, tx.now()).execute();
    }

    /** The day of supply of a document; empty where none is known. */
    Optional<LocalDate> supply(Tx tx, String number) {
        return tx.sql().select(DOCUMENT.SUPPLY_FROM, DOCUMENT.SUPPLY_TO).from(DOCUMENT).where(DOCUMENT.NUMBER.eq(number))
                .fetchOptional().map(r -> r.value2() != null ? r.value2() : r.value1());
    }
}
