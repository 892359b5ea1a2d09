package org.goodterms.pdf;

import java.util.Arrays;
import java.util.Locale;

/**
 * How a firm likes its pages. All show the same blocks in the same order and keep the address in the window of the
 * envelope.
 */
public enum Layout {
    /** Quiet: hairlines, a tinted panel to pay from. */
    CLASSIC,
    /** A band of colour, filled headings, room around rows. */
    MODERN,
    /** Smaller letters, no lines between rows: more on one page, less ink. */
    COMPACT;

    /** By its name in small letters; {@link #CLASSIC} where the text is none. */
    public static Layout of(String word) {
        return Arrays.stream(values()).filter(layout -> layout.word().equals(word)).findFirst().orElse(CLASSIC);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
