package org.goodterms.planted.cli;

import org.goodterms.planted.customer.OpenStore;

/** Planted: a command knows a store. */
public final class CommandReadsStore {
    OpenStore store;
}
