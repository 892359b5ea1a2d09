package org.goodterms.planted.ui.shell;

import org.goodterms.planted.customer.Customer;

/** Planted: the shell knows a room. */
public final class ShellKnowsRoom {
    Customer customer;
}
