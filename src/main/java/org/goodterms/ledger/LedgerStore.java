package org.goodterms.ledger;

import static org.goodterms.db.gen.Tables.ACCOUNT;
import static org.goodterms.db.gen.Tables.COMPANY;
import static org.goodterms.db.gen.Tables.ENTRY;
import static org.goodterms.db.gen.Tables.LEDGER_HEAD;
import static org.goodterms.db.gen.Tables.PERIOD_LOCK;
import static org.goodterms.db.gen.Tables.POSTING;
import static org.goodterms.db.gen.Tables.TAX_MOVEMENT;
import static org.jooq.impl.DSL.max;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.db.Tx;
import org.joda.money.CurrencyUnit;
import org.jooq.BatchBindStep;
import org.jspecify.annotations.Nullable;

/** SQL of the journal. */
final class LedgerStore {

    /** The last link of the chain. */
    record Head(long seq, String hash) {
    }

    /** Reads the head and keeps every other posting transaction waiting until this one ends. */
    Head lockHead(Tx tx) {
        return tx.sql().select(LEDGER_HEAD.SEQ, LEDGER_HEAD.HASH).from(LEDGER_HEAD).where(LEDGER_HEAD.ID.eq(1))
                .forUpdate().fetchSingle(r -> new Head(r.value1(), r.value2()));
    }

    CurrencyUnit currency(Tx tx) {
        return CurrencyUnit.of(tx.sql().select(COMPANY.CURRENCY).from(COMPANY).fetchSingle().value1());
    }

    void start(Tx tx, List<Account> chart) {
        tx.sql().insertInto(LEDGER_HEAD, LEDGER_HEAD.ID, LEDGER_HEAD.SEQ, LEDGER_HEAD.HASH)
                .values(1, 0L, Chain.START).execute();
        chart.forEach(account -> insert(tx, account));
    }

    void moveHead(Tx tx, long seq, String hash) {
        tx.sql().update(LEDGER_HEAD).set(LEDGER_HEAD.SEQ, seq).set(LEDGER_HEAD.HASH, hash)
                .where(LEDGER_HEAD.ID.eq(1)).execute();
    }

    void insert(Tx tx, Account account) {
        tx.sql().insertInto(ACCOUNT, ACCOUNT.NUMBER, ACCOUNT.NAME, ACCOUNT.KIND)
                .values(account.number(), account.name(), account.kind().word()).execute();
    }

    void rename(Tx tx, Account account) {
        tx.sql().update(ACCOUNT).set(ACCOUNT.NAME, account.name()).where(ACCOUNT.NUMBER.eq(account.number())).execute();
    }

    List<Account> accounts(Tx tx) {
        return tx.sql().select(ACCOUNT.NUMBER, ACCOUNT.NAME, ACCOUNT.KIND).from(ACCOUNT).orderBy(ACCOUNT.NUMBER)
                .fetch(r -> new Account(r.value1(), r.value2(), AccountKind.of(r.value3()).orElseThrow()));
    }

    void insert(Tx tx, List<PostedEntry> posted) {
        List<Object[]> entries = new ArrayList<>();
        List<Object[]> postings = new ArrayList<>();
        List<Object[]> taxes = new ArrayList<>();
        for (PostedEntry row : posted) {
            Entry entry = row.entry();
            UUID reverses = entry.reverses() == null ? null : entry.reverses().value();
            entries.add(new Object[] {row.id().value(), row.seq(), entry.effective(), row.recordedAt(), entry.text(),
                entry.source().kind(), entry.source().id(), reverses, row.prevHash(), row.hash()});
            int line = 0;
            for (Entry.Posting posting : entry.postings()) {
                postings.add(new Object[] {row.id().value(), ++line, posting.account(), entry.effective(),
                    posting.amount().getAmountMinorLong()});
            }
            int taxLine = 0;
            for (Entry.TaxLine tax : entry.taxes()) {
                taxes.add(new Object[] {row.id().value(), ++taxLine, tax.kind(), tax.rate(),
                    tax.net().getAmountMinorLong(), tax.tax().getAmountMinorLong()});
            }
        }
        run(tx.sql().batch(tx.sql().insertInto(ENTRY, ENTRY.ID, ENTRY.SEQ, ENTRY.EFFECTIVE_DATE, ENTRY.RECORDED_AT,
                ENTRY.TEXT, ENTRY.SOURCE_KIND, ENTRY.SOURCE_ID, ENTRY.REVERSES, ENTRY.PREV_HASH, ENTRY.HASH)
                .values((UUID) null, null, null, null, null, null, null, null, null, null)), entries);
        run(tx.sql().batch(tx.sql().insertInto(POSTING, POSTING.ENTRY_ID, POSTING.LINE, POSTING.ACCOUNT,
                POSTING.EFFECTIVE_DATE, POSTING.AMOUNT).values((UUID) null, null, null, null, null)), postings);
        run(tx.sql().batch(tx.sql().insertInto(TAX_MOVEMENT, TAX_MOVEMENT.ENTRY_ID, TAX_MOVEMENT.LINE,
                TAX_MOVEMENT.KIND, TAX_MOVEMENT.RATE, TAX_MOVEMENT.NET, TAX_MOVEMENT.TAX)
                .values((UUID) null, null, null, null, null, null)), taxes);
    }

    private static void run(BatchBindStep batch, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            batch.bind(rows.toArray(Object[][]::new)).execute();
        }
    }

    @Nullable LocalDate lockedTo(Tx tx) {
        return tx.sql().select(PERIOD_LOCK.LOCKED_TO).from(PERIOD_LOCK)
                .orderBy(PERIOD_LOCK.SEQ.desc()).limit(1)
                .fetchOne(PERIOD_LOCK.LOCKED_TO);
    }

    void insertLock(Tx tx, UUID id, @Nullable LocalDate lockedTo, String reason, Instant at) {
        Long last = tx.sql().select(max(PERIOD_LOCK.SEQ)).from(PERIOD_LOCK).fetchSingle().value1();
        tx.sql().insertInto(PERIOD_LOCK, PERIOD_LOCK.ID, PERIOD_LOCK.SEQ, PERIOD_LOCK.LOCKED_TO, PERIOD_LOCK.REASON,
                PERIOD_LOCK.RECORDED_AT).values(id, last == null ? 1 : last + 1, lockedTo, reason, at).execute();
    }

    Optional<UUID> entryOf(Tx tx, UUID sourceId) {
        return tx.sql().select(ENTRY.ID).from(ENTRY).where(ENTRY.SOURCE_ID.eq(sourceId)).orderBy(ENTRY.SEQ).limit(1)
                .fetchOptional(ENTRY.ID);
    }
}
