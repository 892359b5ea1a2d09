package org.goodterms.planted.kernel;

import org.goodterms.planted.customer.Customer;

/** Planted: kernel knows a room. */
public record KernelKnowsRoom(Customer customer) {
}
