package org.goodterms;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The one clock of an open book: it runs with the system, or stands at noon of a day in the book's zone. The zone is this
 * machine's until the book has said its own.
 */
public final class BookClock extends Clock {
    private final InstantSource system;
    private volatile ZoneId zone;
    private volatile @Nullable LocalDate standing;

    public BookClock(InstantSource system, ZoneId zone) {
        this.system = system;
        this.zone = zone;
    }

    /** Business days are those of this zone from now on. */
    public void moveTo(ZoneId bookZone) {
        zone = bookZone;
    }

    /** Stands still at noon of that day; null lets it run again. */
    public void standAt(@Nullable LocalDate day) {
        standing = day;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        BookClock clock = new BookClock(system, other);
        clock.standing = standing;
        return clock;
    }

    @Override
    public Instant instant() {
        LocalDate day = standing;
        return day == null ? system.instant() : day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    }
}
