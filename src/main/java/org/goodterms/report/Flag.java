package org.goodterms.report;

import java.util.Locale;

/** Why an item is not simply asked for. */
public enum Flag {
    /** On a payment plan that is on track. */
    PLAN,
    /** A promise for it is pending. */
    PROMISE,
    /** Contested in whole or in part. */
    DISPUTED,
    /** A person stopped its reminders. */
    HOLD,
    /** Given to an agency or a court. */
    HANDED_OVER,
    /** Its customer must not be contacted. */
    DO_NOT_CONTACT;

    /** As in lists: {@code handed-over}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
