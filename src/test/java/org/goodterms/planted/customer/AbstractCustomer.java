package org.goodterms.planted.customer;

/** Planted: a name that says nothing. */
public final class AbstractCustomer {
}
