package org.goodterms.reminder;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The hours in which anything written leaves: from 8:00 until before 20:00 (the domain rules, section 7.3), by the clock on
 * the wall of the zone. A night in which the clocks change makes them neither longer nor shorter.
 */
final class SendingHours {
    private static final LocalTime FROM = LocalTime.of(8, 0);
    private static final LocalTime TO = LocalTime.of(20, 0);

    private SendingHours() {
    }

    static boolean contain(Instant moment, ZoneId zone) {
        LocalTime wall = moment.atZone(zone).toLocalTime();
        return !wall.isBefore(FROM) && wall.isBefore(TO);
    }
}
