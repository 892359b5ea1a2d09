package org.goodterms.payment;

import static org.goodterms.db.gen.Tables.UNIDENTIFIED;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.ledger.PostedEntry;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;

/** SQL of unidentified receipts. */
final class SuspenseStore {

    void insert(Tx tx, Unidentified money, Id<PostedEntry> entry) {
        tx.sql().insertInto(UNIDENTIFIED).set(UNIDENTIFIED.ID, money.id().value())
                .set(UNIDENTIFIED.RECEIVED_ON, money.date())
                .set(UNIDENTIFIED.AMOUNT, money.amount().getAmountMinorLong())
                .set(UNIDENTIFIED.TEXT, money.text()).set(UNIDENTIFIED.ENTRY_ID, entry.value())
                .set(UNIDENTIFIED.RECORDED_AT, tx.now()).execute();
    }

    /** @return false where somebody else was quicker */
    boolean identify(Tx tx, Id<Unidentified> id, LocalDate on, Id<Payment> payment) {
        return tx.sql().update(UNIDENTIFIED).set(UNIDENTIFIED.IDENTIFIED_ON, on)
                .set(UNIDENTIFIED.PAYMENT_ID, payment.value())
                .where(UNIDENTIFIED.ID.eq(id.value())).and(UNIDENTIFIED.IDENTIFIED_ON.isNull()).execute() == 1;
    }

    Optional<Unidentified> byId(Tx tx, Id<Unidentified> id, CurrencyUnit book) {
        return find(tx, UNIDENTIFIED.ID.eq(id.value()), book).stream().findFirst();
    }

    List<Unidentified> open(Tx tx, CurrencyUnit book) {
        return find(tx, UNIDENTIFIED.IDENTIFIED_ON.isNull(), book);
    }

    private List<Unidentified> find(Tx tx, Condition condition, CurrencyUnit book) {
        return tx.sql().selectFrom(UNIDENTIFIED).where(condition)
                .orderBy(UNIDENTIFIED.RECEIVED_ON, UNIDENTIFIED.RECORDED_AT)
                .fetch(r -> new Unidentified(Id.of(r.getId()), r.getReceivedOn(), Money.ofMinor(book, r.getAmount()),
                        r.getText(), r.getIdentifiedOn()));
    }
}
