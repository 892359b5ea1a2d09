package org.goodterms.planted.customer;

/** Planted: prints. */
public final class Prints {
    void say() {
        System.out.println("said");
    }
}
