package org.goodterms.planted.company;

import org.goodterms.planted.customer.Customer;

/** Planted: a room knows a later room. */
public record CompanyLooksUp(Customer customer) {
}
