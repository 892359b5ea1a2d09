package org.goodterms.agreement;

import java.time.LocalDate;
import java.util.Locale;

/**
 * Where a plan stands (the domain rules, section 8.1 rule 5): an instalment is tested in the first run later than its
 * date plus the days of grace. A broken plan stays broken until it is paid in full or ended; a new one may follow it.
 */
public enum PlanState {
    ON_TRACK, BROKEN, COMPLETED, ENDED;

    /** @param receipts what has been settled of the plan's items, write-offs apart */
    public static PlanState of(Plan plan, Receipts receipts, LocalDate today) {
        LocalDate ended = plan.endedOn();
        if (ended != null && !ended.isAfter(today)) {
            return ENDED;
        }
        if (!receipts.upTo(today).isLessThan(plan.amount())) {
            return COMPLETED;
        }
        return plan.missed(receipts, today) >= plan.terms().defaultAfter() ? BROKEN : ON_TRACK;
    }

    /**
     * True on the day on which a run finds it broken: a person calls that day, reminders go on with the next business
     * day. After days without a run it is the day of the first run.
     */
    public boolean failsToday(Plan plan, LocalDate today) {
        return this == BROKEN && (plan.testedOn() == null || today.equals(plan.testedOn()));
    }

    /** As in commands and lists: {@code on-track}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
