package org.goodterms.planted.customer;

/** Planted: SQL in a string. */
final class TextStore {
    Object rows(org.jooq.DSLContext sql) {
        return sql.fetch("select * from customer");
    }
}
