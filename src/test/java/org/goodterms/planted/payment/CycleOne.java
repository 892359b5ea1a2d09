package org.goodterms.planted.payment;

/** Planted: half of a circle. */
public record CycleOne(org.goodterms.planted.reminder.CycleTwo two) {
}
