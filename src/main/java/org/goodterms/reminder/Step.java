package org.goodterms.reminder;

import java.util.Arrays;
import java.util.Optional;

/** The steps of the ladder in their order (the domain rules, section 8.1). */
public enum Step {
    /** Coming up: a courtesy before the due date, without a word of lateness. */
    C,
    /** Due today. */
    D,
    /** First reminder: an oversight is assumed. */
    R1,
    /** Second reminder: asks for a date or the reason. */
    R2,
    /** Third reminder: firm, with a deadline. */
    R3,
    /** Final notice: amount, deadline and one consequence that will follow. */
    F,
    /** A person calls, and no more is sold on credit. */
    K,
    /** A person decides how it goes on. */
    H;

    /** Whether the customer is written to; the others are tasks. */
    public boolean isMessage() {
        return compareTo(K) < 0;
    }

    /** Whether it speaks of lateness. */
    public boolean isReminder() {
        return compareTo(R1) >= 0;
    }

    public static Optional<Step> of(String word) {
        return Arrays.stream(values()).filter(step -> step.name().equals(word.strip())).findFirst();
    }
}
