package org.goodterms.planted.invoice;

/** Planted: a service writes SQL. */
public final class SqlService {
    org.jooq.DSLContext sql;
}
