package org.goodterms.ledger;

/** An account of the general ledger, known by its number. */
public record Account(String number, String name, AccountKind kind) {
}
