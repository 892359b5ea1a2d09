package org.goodterms.planted.customer;

/** Planted: asks the system what time it is. */
public final class ReadsTheClock {
    final Object today = java.time.LocalDate.now();
    final Object now = java.time.Instant.now();
    final long millis = System.currentTimeMillis();
    final Object fine = java.time.LocalDate.now(java.time.Clock.systemUTC());
}
