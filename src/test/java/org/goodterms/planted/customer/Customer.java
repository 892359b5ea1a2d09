package org.goodterms.planted.customer;

/** Planted: a record others misuse. */
public record Customer(String name) {
}
