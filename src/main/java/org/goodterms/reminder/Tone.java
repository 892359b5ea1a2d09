package org.goodterms.reminder;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a text speaks (the domain rules, section 8.2: softer wording for those who pay well or are in hardship). */
public enum Tone {
    USUAL, SOFT;

    private static final Set<String> GENTLY = Set.of("good-payer", "hardship");

    /** As typed and stored: {@code usual}, {@code soft}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Tone> of(String word) {
        return Arrays.stream(values()).filter(tone -> tone.word().equals(word.strip().toLowerCase(Locale.ROOT))).findFirst();
    }

    /** The tone for customers of a segment. */
    public static Tone towards(String segment) {
        return GENTLY.contains(segment.strip().toLowerCase(Locale.ROOT)) ? SOFT : USUAL;
    }
}
