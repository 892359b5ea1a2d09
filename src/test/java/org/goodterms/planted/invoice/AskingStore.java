package org.goodterms.planted.invoice;

import org.goodterms.planted.customer.CustomerService;

/** Planted: a store asks a service. */
final class AskingStore {
    CustomerService customers;
}
