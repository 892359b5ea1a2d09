package org.goodterms.db;

/** A row that a table does not take: a value of the wrong kind, a key that is there already or points nowhere. */
public final class RowRefused extends RuntimeException {

    RowRefused(String message) {
        super(message);
    }
}
