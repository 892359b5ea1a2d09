package org.goodterms.kernel;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Makes new ids: UUIDs of version 7 (RFC 9562), so that ids made later sort later.
 *
 * <p>Within one millisecond a counter keeps the order; the random part keeps two machines apart.
 */
public final class Ids {
    private static final int COUNTER_BITS = 12;
    private final LongSupplier millis;
    private final LongSupplier randomBits;
    private final AtomicLong last = new AtomicLong();

    private Ids(LongSupplier millis, LongSupplier randomBits) {
        this.millis = millis;
        this.randomBits = randomBits;
    }

    /** Ids for real use: time from {@code clock}, the rest from a secure random source. */
    public static Ids timeOrdered(InstantSource clock) {
        SecureRandom random = new SecureRandom();
        return new Ids(clock::millis, random::nextLong);
    }

    /** Ids that are the same each time for the same times and seed: for what is made up, never for real use. */
    public static Ids seeded(InstantSource clock, long seed) {
        Random random = new Random(seed);
        return new Ids(clock::millis, random::nextLong);
    }

    /** Ids 1, 2, 3 … for tests: the same in each run. */
    public static Ids counting() {
        AtomicLong next = new AtomicLong();
        return new Ids(() -> 0L, next::incrementAndGet);
    }

    /** The next id; later calls give ids that sort after earlier ones of this object. */
    public UUID next() {
        long tick = last.updateAndGet(before -> Math.max(before + 1, millis.getAsLong() << COUNTER_BITS));
        long high = (tick >>> COUNTER_BITS) << 16 | 0x7000L | (tick & 0xFFF);
        long low = 0x8000000000000000L | (randomBits.getAsLong() & 0x3FFFFFFFFFFFFFFFL);
        return new UUID(high, low);
    }

    public <T> Id<T> nextId() {
        return new Id<>(next());
    }
}
