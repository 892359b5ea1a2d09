package org.goodterms;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The one clock of an open book: it runs with the system, or stands at noon of a day in the book's zone.
 */
public final class BookClock extends Clock {
    private final InstantSource system;
    private final ZoneId zone;
    private final AtomicReference<@Nullable LocalDate> standing;

    public BookClock(InstantSource system, ZoneId zone) {
        this(system, zone, new AtomicReference<>());
    }

    private BookClock(InstantSource system, ZoneId zone, AtomicReference<@Nullable LocalDate> standing) {
        this.system = system;
        this.zone = zone;
        this.standing = standing;
    }

    /** Stands still at noon of that day; null lets it run again. */
    public void standAt(@Nullable LocalDate day) {
        standing.set(day);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock for people of another zone: it stands and runs with this one. */
    @Override
    public Clock withZone(ZoneId other) {
        return new BookClock(system, other, standing);
    }

    @Override
    public Instant instant() {
        LocalDate day = standing.get();
        return day == null ? system.instant() : day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    }
}
