package org.goodterms.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When to try again what a server put off: after 30 minutes, 1 hour, 2 hours … doubling, for at most 4 days. */
final class Backoff {
    static final Duration FIRST = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofDays(4);

    private Backoff() {
    }

    /**
     * @param attempts how often it was tried, at least 1
     * @return empty where four days are over and a person should decide
     */
    static Optional<Instant> next(int attempts, Instant firstTried, Instant now) {
        Instant next = now.plus(FIRST.multipliedBy(1L << Math.min(attempts - 1, 20)));
        return next.isAfter(firstTried.plus(LONGEST)) ? Optional.empty() : Optional.of(next);
    }
}
