package org.goodterms.report;

import static org.goodterms.db.gen.Tables.DOCUMENT;

import java.time.LocalDate;
import java.util.Map;
import org.goodterms.db.Tx;

/** Finds the pages of issued documents. */
final class BundleStore {

    /** Numbers of documents of the period with the hash of their archived page. */
    Map<String, String> pages(Tx tx, LocalDate from, LocalDate to) {
        return tx.sql().select(DOCUMENT.NUMBER, DOCUMENT.PDF_HASH).from(DOCUMENT)
                .where(DOCUMENT.DOC_DATE.between(from, to)).and(DOCUMENT.NUMBER.isNotNull()).and(DOCUMENT.PDF_HASH.isNotNull())
                .orderBy(DOCUMENT.NUMBER).fetchMap(DOCUMENT.NUMBER, DOCUMENT.PDF_HASH);
    }
}
