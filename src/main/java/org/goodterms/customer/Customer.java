package org.goodterms.customer;

import org.goodterms.kernel.Id;

/** A customer, known by the code. */
public record Customer(Id<Customer> id, String code, String name) {
}
