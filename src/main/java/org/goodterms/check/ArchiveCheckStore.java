package org.goodterms.check;

import static org.goodterms.db.gen.Tables.DOCUMENT;
import static org.goodterms.db.gen.Tables.ENTRY;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.goodterms.db.Tx;
import org.goodterms.db.gen.DefaultSchema;
import org.jooq.Field;
import org.jooq.Table;

/** Reads which archived bytes the book names: pages, messages, e-invoices, attachments, the logo. */
final class ArchiveCheckStore {
    /** Hashes of what stands in rows, not in the archive. */
    private static final Set<Field<?>> OF_ROWS = Set.of(DOCUMENT.CONTENT_HASH, ENTRY.PREV_HASH);

    /** Each hash once, sorted. A column whose name ends in {@code _hash} names archived bytes. */
    Set<String> named(Tx tx) {
        Set<String> named = new TreeSet<>();
        for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
            for (Field<?> field : table.fields()) {
                if (field.getName().toLowerCase(Locale.ROOT).endsWith("_hash") && !OF_ROWS.contains(field)) {
                    tx.sql().select(field.coerce(String.class)).from(table).where(field.isNotNull())
                            .forEach(row -> named.add(row.value1()));
                }
            }
        }
        return named;
    }
}
