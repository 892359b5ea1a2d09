package org.goodterms.call;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a call ended (the domain rules, section 8.2). Each has one key, in the order in which they stand here: 1 to 8. */
public enum CallResult {
    PROMISE, DISPUTE, PLAN_WANTED, WRONG_CONTACT, ALREADY_PAID, NO_ANSWER, VOICEMAIL, REFUSES;

    /** The digit that reports it. */
    public int key() {
        return ordinal() + 1;
    }

    public static Optional<CallResult> ofKey(int key) {
        return key >= 1 && key <= values().length ? Optional.of(values()[key - 1]) : Optional.empty();
    }

    /** Whether the debt was spoken about with the right person. */
    public boolean talked() {
        return this != NO_ANSWER && this != VOICEMAIL && this != WRONG_CONTACT;
    }

    /** As it stands in the log of contacts: {@code no-answer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<CallResult> of(String word) {
        return Arrays.stream(values()).filter(result -> result.word().equals(word)).findFirst();
    }
}
