package org.goodterms.reminder;

import java.util.Locale;

/** Why an item whose turn it is gets nothing today; the first that applies, in this order. */
public enum Reason {
    /** Paid between plan and sending. */
    SETTLED,
    DO_NOT_CONTACT, HOLD, HANDED_OVER, PLAN_ON_TRACK, PROMISE_PENDING, QUIET_AFTER_DISPUTE, DISPUTED, BELOW_MINIMUM,
    UNAPPLIED_CREDIT,
    /** A promise or plan broke today: a person calls first. */
    BROKEN_TODAY,
    /** The customer was written to a few days ago. */
    CAP,
    /** The item's last step is too fresh. */
    GAP;

    /** As in commands: {@code do-not-contact}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
