package org.goodterms.planted.invoice;

/** Planted: a rule has a clock. */
public record RuleHasClock(java.time.Clock clock) {
}
