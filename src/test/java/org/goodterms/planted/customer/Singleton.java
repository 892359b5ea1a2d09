package org.goodterms.planted.customer;

/** Planted: state in statics. */
public final class Singleton {
    static final CustomerService INSTANCE = new CustomerService();
    static int counter;
}
