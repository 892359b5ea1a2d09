package org.goodterms.planted.customer;

/** Planted: ends the program. */
public final class EndsProgram {
    void end() {
        System.exit(1);
    }
}
