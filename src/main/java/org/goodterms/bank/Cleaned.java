package org.goodterms.bank;

import java.util.Locale;

/** Texts of files as one line. */
final class Cleaned {
    private static final int LONGEST = 4_000;

    private Cleaned() {
    }

    /** Control characters and white space become single blanks. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (!Character.isISOControl(point) && !Character.isWhitespace(point) && !Character.isSpaceChar(point)
                    && Character.getType(point) != Character.SURROGATE) {
                line.appendCodePoint(point);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        });
        String stripped = line.toString().strip();
        return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
    }

    /** An account number without blanks, upper case. */
    static String account(String text) {
        return line(text).replace(" ", "").toUpperCase(Locale.ROOT);
    }
}
