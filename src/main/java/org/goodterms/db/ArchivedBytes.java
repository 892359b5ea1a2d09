package org.goodterms.db;

import static org.goodterms.db.gen.Tables.ARCHIVED;

import java.util.List;
import org.goodterms.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** The table of archived documents, of books that have no folder to keep them in. */
public final class ArchivedBytes {
    private final Database db;

    public ArchivedBytes(Database db) {
        this.db = db;
    }

    /** @return null where there is nothing of that hash */
    public byte @Nullable [] find(String hash) {
        return db.<byte @Nullable []>read(tx -> tx.sql().select(ARCHIVED.CONTENT).from(ARCHIVED)
                .where(ARCHIVED.HASH.eq(hash)).fetchOne(ARCHIVED.CONTENT));
    }

    public List<String> hashes() {
        return db.read(tx -> tx.sql().select(ARCHIVED.HASH).from(ARCHIVED).fetch(ARCHIVED.HASH));
    }

    /** Keeps the bytes; nothing happens where they are kept already. */
    public void keep(String hash, byte[] bytes) {
        db.write(tx -> Outcome.ok(tx.sql().insertInto(ARCHIVED, ARCHIVED.HASH, ARCHIVED.CONTENT).values(hash, bytes)
                .onConflictDoNothing().execute())).orThrow();
    }
}
