package org.goodterms.check;

import static org.goodterms.db.gen.Tables.CONTACT;
import static org.goodterms.db.gen.Tables.DOCUMENT;
import static org.goodterms.db.gen.Tables.ENTRY;
import static org.goodterms.db.gen.Tables.HAND_OVER;
import static org.goodterms.db.gen.Tables.MESSAGE_EVENT;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.goodterms.db.Tx;
import org.goodterms.db.gen.DefaultSchema;
import org.jooq.Field;
import org.jooq.Table;

/** Reads which archived bytes the book names: pages, messages, e-invoices, attachments, the logo. */
final class ArchiveCheckStore {
    /** Hashes of what stands in rows, and of the dossier that was written to a file for others: none is in the archive. */
    private static final Set<Field<?>> ELSEWHERE = Set.of(DOCUMENT.CONTENT_HASH, ENTRY.PREV_HASH, CONTACT.PREV_HASH,
            MESSAGE_EVENT.PREV_HASH, HAND_OVER.FILE_HASH);

    /** Each hash once, sorted. A column whose name ends in {@code _hash} names archived bytes. */
    Set<String> named(Tx tx) {
        Set<String> named = new TreeSet<>();
        for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
            for (Field<?> field : table.fields()) {
                if (field.getName().toLowerCase(Locale.ROOT).endsWith("_hash") && !ELSEWHERE.contains(field)) {
                    tx.sql().select(field.coerce(String.class)).from(table).where(field.isNotNull())
                            .forEach(row -> named.add(row.value1()));
                }
            }
        }
        return named;
    }
}
