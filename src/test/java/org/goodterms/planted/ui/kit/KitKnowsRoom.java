package org.goodterms.planted.ui.kit;

import org.goodterms.planted.customer.Customer;

/** Planted: the kit knows a room. */
public final class KitKnowsRoom {
    Customer customer;
}
