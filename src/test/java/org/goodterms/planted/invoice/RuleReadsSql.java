package org.goodterms.planted.invoice;

/** Planted: a rule knows jOOQ. */
public record RuleReadsSql(org.jooq.DSLContext sql) {
}
