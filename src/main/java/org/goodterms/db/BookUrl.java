package org.goodterms.db;

/** Builds every connection address of an embedded book; no other class does. */
final class BookUrl {
    /** What keeps SQL portable to PostgreSQL, and the answer to stale reads inside a transaction. */
    static final String PORTABLE = "DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;"
            + "DEFAULT_NULL_ORDERING=HIGH;OPTIMIZE_REUSE_RESULTS=FALSE;TRACE_LEVEL_FILE=0";

    private BookUrl() {
    }
}
