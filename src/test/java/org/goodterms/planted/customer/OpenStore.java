package org.goodterms.planted.customer;

/** Planted: a store that is public. */
public final class OpenStore {
}
