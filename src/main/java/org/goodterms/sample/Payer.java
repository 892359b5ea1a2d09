package org.goodterms.sample;

import java.util.Random;

/** How a customer of the sample firm pays. Days are counted from the due date; negative is early. */
enum Payer {
    /** Before the due date, with cash discount where the terms give one. */
    EARLY(-18, -2),
    PROMPT(-4, 3),
    STEADY(2, 12),
    /** On the Friday of the next payment run, several invoices at once. */
    RUN(0, 6),
    SLOW(14, 38),
    ERRATIC(-6, 62),
    /** In two parts, the second late. */
    PARTS(0, 20),
    /** Contests what does not please. */
    QUARREL(4, 24),
    /** Paid like others once, and then no more. */
    FADING(6, 24),
    /** By cheque, and one of them bounced. */
    CHEQUE(3, 16);

    private final int from;
    private final int to;

    Payer(int from, int to) {
        this.from = from;
        this.to = to;
    }

    int lateness(Random random) {
        return from + random.nextInt(to - from + 1);
    }
}
