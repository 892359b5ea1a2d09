package org.goodterms.db;

import static org.goodterms.db.gen.Tables.ACCOUNT;
import static org.goodterms.db.gen.Tables.ENTRY;
import static org.goodterms.db.gen.Tables.LEDGER_HEAD;
import static org.goodterms.db.gen.Tables.POSTING;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.goodterms.kernel.Outcome;
import org.jooq.impl.DSL;

/** Entries with two postings and a chain of their own, so that the database is tested without any room. */
final class RawLedger {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private RawLedger() {
    }

    /** Posts one entry of {@code amount} minor units. @return its number */
    static Outcome<Long> post(Tx tx, long amount) {
        if (tx.sql().fetchCount(LEDGER_HEAD) == 0) {
            tx.sql().insertInto(LEDGER_HEAD).values(1, 0L, "").execute();
            tx.sql().insertInto(ACCOUNT).values("1200", "Receivables", "asset").values("4000", "Sales", "income").execute();
        }
        var head = tx.sql().selectFrom(LEDGER_HEAD).forUpdate().fetchSingle();
        long seq = head.getSeq() + 1;
        UUID id = UUID.randomUUID();
        String prev = head.getHash().strip();
        String hash = hash(prev, seq, id);
        tx.sql().insertInto(ENTRY).set(ENTRY.ID, id).set(ENTRY.SEQ, seq).set(ENTRY.EFFECTIVE_DATE, DAY)
                .set(ENTRY.RECORDED_AT, tx.now()).set(ENTRY.TEXT, "sale " + seq).set(ENTRY.SOURCE_KIND, "test")
                .set(ENTRY.PREV_HASH, prev).set(ENTRY.HASH, hash).execute();
        tx.sql().insertInto(POSTING).values(id, 1, "1200", DAY, amount).values(id, 2, "4000", DAY, -amount).execute();
        tx.sql().update(LEDGER_HEAD).set(LEDGER_HEAD.SEQ, seq).set(LEDGER_HEAD.HASH, hash).execute();
        return Outcome.ok(seq);
    }

    /** What is wrong with the ledger; empty where it is whole. */
    static String fault(Tx tx) {
        long sum = tx.sql().select(DSL.coalesce(DSL.sum(POSTING.AMOUNT), DSL.inline(java.math.BigDecimal.ZERO)))
                .from(POSTING).fetchSingle().value1().longValueExact();
        if (sum != 0) {
            return "sum of postings " + sum;
        }
        String prev = "";
        long seq = 0;
        for (var entry : tx.sql().selectFrom(ENTRY).orderBy(ENTRY.SEQ).fetch()) {
            seq++;
            if (entry.getSeq() != seq || !entry.getPrevHash().strip().equals(prev)
                    || !entry.getHash().equals(hash(prev, seq, entry.getId()))) {
                return "chain broken at " + entry.getSeq();
            }
            prev = entry.getHash();
        }
        if (tx.sql().fetchCount(POSTING) != 2 * seq) {
            return "an entry without both postings";
        }
        List<Long> head = tx.sql().select(LEDGER_HEAD.SEQ).from(LEDGER_HEAD).fetch(LEDGER_HEAD.SEQ);
        return head.isEmpty() && seq == 0 || head.equals(List.of(seq)) ? "" : "head " + head + " but entries " + seq;
    }

    static long entries(Database book) {
        return book.read(tx -> (long) tx.sql().fetchCount(ENTRY));
    }

    private static String hash(String prev, long seq, UUID id) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest((prev + "|" + seq + "|" + id).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
