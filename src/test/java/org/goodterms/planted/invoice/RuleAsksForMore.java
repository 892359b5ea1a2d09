package org.goodterms.planted.invoice;

import org.goodterms.planted.customer.CustomerService;

/** Planted: a rule uses a service. */
public record RuleAsksForMore(CustomerService customers) {
}
