package org.goodterms.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.goodterms.customer.Contact;
import org.goodterms.kernel.BusinessDays;

/**
 * The limits of calling (the domain rules, section 7.3): at most seven attempts within seven days, none within seven days
 * after a conversation about the debt (its day counts as the first), and none before 8:00 or after 21:00 where the
 * customer is. They are shown; whoever calls all the same has the call logged like any other.
 */
public final class Calling {
    public static final int ATTEMPTS = 7;
    public static final int DAYS = 7;
    public static final LocalTime EARLIEST = LocalTime.of(8, 0);
    public static final LocalTime LATEST = LocalTime.of(21, 0);

    /** Why one had better not call today. */
    public enum Why {
        /** Nothing speaks against it. */
        FREE,
        /** Seven attempts within seven days were made. */
        ATTEMPTS,
        /** Spoken about it within seven days. */
        TALKED
    }

    /** A call that was made: tried by us, or a conversation whoever called. */
    public record Call(LocalDate day, boolean tried, boolean talked) {

        static boolean isOne(Contact contact) {
            return contact.means() == Contact.Means.PHONE;
        }

        /** A logged call; one with a free word for its outcome was a conversation. */
        static Call of(Contact contact) {
            return new Call(contact.date(), contact.direction() == Contact.Direction.OUT,
                    CallResult.of(contact.outcome()).map(CallResult::talked).orElse(true));
        }
    }

    /**
     * Where the limits stand on a day.
     *
     * @param attempts within the last seven days, this day included
     * @param again    the first day from this one on which a call keeps within them
     */
    public record Limits(int attempts, LocalDate again, Why why) {
    }

    /**
     * What time it is where the customer is; where that country has several zones, between which times.
     *
     * @param open whether it is within the hours in all of them, and a business day there
     */
    public record Hours(LocalTime from, LocalTime to, boolean open) {
    }

    private Calling() {
    }

    /** @param calls of any days; those after {@code today} are passed over */
    public static Limits limits(Collection<Call> calls, LocalDate today) {
        LocalDate day = today;
        while (attempts(calls, day, today) >= ATTEMPTS) {
            day = day.plusDays(1);
        }
        LocalDate spoken = calls.stream().filter(call -> call.talked() && !call.day().isAfter(today)).map(Call::day)
                .max(Comparator.naturalOrder()).map(last -> last.plusDays(DAYS)).orElse(today);
        boolean talked = spoken.isAfter(day);
        Why why = talked ? Why.TALKED : day.isAfter(today) ? Why.ATTEMPTS : Why.FREE;
        return new Limits(attempts(calls, today, today), talked ? spoken : day, why);
    }

    private static int attempts(Collection<Call> calls, LocalDate day, LocalDate today) {
        return (int) calls.stream().filter(call -> call.tried() && !call.day().isAfter(today)
                && call.day().isAfter(day.minusDays(DAYS)) && !call.day().isAfter(day)).count();
    }

    /** @param zones of the customer's country; at least one */
    public static Hours hours(Instant now, List<ZoneId> zones, BusinessDays days) {
        List<LocalTime> times = zones.stream().map(zone -> now.atZone(zone).toLocalTime().withSecond(0).withNano(0)).toList();
        boolean open = zones.stream().map(now::atZone).allMatch(there -> days.isBusinessDay(there.toLocalDate())
                && !there.toLocalTime().isBefore(EARLIEST) && there.toLocalTime().isBefore(LATEST));
        return new Hours(times.stream().min(Comparator.naturalOrder()).orElseThrow(),
                times.stream().max(Comparator.naturalOrder()).orElseThrow(), open);
    }
}
