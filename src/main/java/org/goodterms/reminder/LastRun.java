package org.goodterms.reminder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The last run that came to its end.
 *
 * @param on      its business date; null where there was none
 * @param sent    messages that went out with it
 * @param missed  business days since, that day and today not counted
 * @param planned whether anything is planned at all: the policy is not off
 */
public record LastRun(@Nullable LocalDate on, int sent, int missed, boolean planned) {
    private static final int LONG = 3;

    /** Whether it is time to say so: three business days without a run. */
    public boolean isLate() {
        return planned && on != null && missed >= LONG;
    }
}
