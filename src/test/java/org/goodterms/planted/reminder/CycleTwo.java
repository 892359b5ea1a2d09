package org.goodterms.planted.reminder;

/** Planted: the other half of a circle. */
public final class CycleTwo {
    org.goodterms.planted.payment.CycleOne one;
}
