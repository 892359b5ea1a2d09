package org.goodterms.claim;

import static org.goodterms.db.gen.Tables.CHARGE_WAIVER;
import static org.goodterms.db.gen.Tables.FEE_CHARGE;
import static org.goodterms.db.gen.Tables.INTEREST_CHARGE;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;

import java.time.LocalDate;
import java.util.UUID;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.receivable.OpenItem;

/** SQL of fees and waivers. */
final class ChargeStore {

    void insertFee(Tx tx, UUID id, Id<OpenItem> item, String text, Id<PostedEntry> entry) {
        tx.sql().insertInto(FEE_CHARGE).set(FEE_CHARGE.ID, id).set(FEE_CHARGE.ITEM_ID, item.value())
                .set(FEE_CHARGE.TEXT, text).set(FEE_CHARGE.ENTRY_ID, entry.value())
                .set(FEE_CHARGE.RECORDED_AT, tx.now()).execute();
    }

    void insertWaiver(Tx tx, Id<OpenItem> item, Posted credit, LocalDate on, String reason) {
        UUID waiver = tx.sql().select(OPEN_ITEM.SOURCE_ID).from(OPEN_ITEM).where(OPEN_ITEM.ID.eq(credit.item().value()))
                .fetchSingle(OPEN_ITEM.SOURCE_ID);
        tx.sql().insertInto(CHARGE_WAIVER).set(CHARGE_WAIVER.ID, waiver).set(CHARGE_WAIVER.ITEM_ID, item.value())
                .set(CHARGE_WAIVER.CREDIT_ITEM_ID, credit.item().value()).set(CHARGE_WAIVER.WAIVED_ON, on)
                .set(CHARGE_WAIVER.REASON, reason).set(CHARGE_WAIVER.ENTRY_ID, credit.entry().value())
                .set(CHARGE_WAIVER.RECORDED_AT, tx.now()).execute();
    }

    /** Whether it was charged here (against 4100), not passed on from a bank (4150). */
    boolean isOwn(Tx tx, Id<OpenItem> item) {
        return tx.sql().fetchExists(FEE_CHARGE, FEE_CHARGE.ITEM_ID.eq(item.value()))
                || tx.sql().fetchExists(INTEREST_CHARGE, INTEREST_CHARGE.CHARGE_ITEM_ID.eq(item.value()));
    }

    boolean isWaived(Tx tx, Id<OpenItem> item) {
        return tx.sql().fetchExists(CHARGE_WAIVER, CHARGE_WAIVER.ITEM_ID.eq(item.value()));
    }
}
