package org.goodterms.planted.customer;

/** Planted: a service others misuse. */
public final class CustomerService {
}
