package org.goodterms.kernel;

import java.util.Optional;

/**
 * Text as somebody typed or sent it, judged before anything is stored. Text that passes is kept exactly as it is: it
 * comes back as it went in.
 */
public final class Typed {

    private Typed() {
    }

    /**
     * One line: refused where it holds a control character or line separator, half of a surrogate pair, or more than {@code longest}
     * characters.
     */
    public static Optional<Problem> line(String field, String text, int longest) {
        return judge(field, text, longest, false);
    }

    /** Several lines: as {@link #line}, but line breaks and tabs are welcome. */
    public static Optional<Problem> lines(String field, String text, int longest) {
        return judge(field, text, longest, true);
    }

    /** As {@link #line}, and something must be there: white space alone is nothing. */
    public static Optional<Problem> required(String field, String text, int longest) {
        if (text.isBlank() || text.codePoints().allMatch(Typed::unseen)) {
            return Optional.of(Problem.at(field, "typed.missing", field));
        }
        return line(field, text, longest);
    }

    private static boolean unseen(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point)
                || Character.getType(point) == Character.FORMAT;
    }

    /** U+2028 and U+2029 end a line as a line feed does. */
    private static boolean breaksLine(int point) {
        return point == 0x2028 || point == 0x2029;
    }

    private static Optional<Problem> judge(String field, String text, int longest, boolean breaks) {
        for (int i = 0; i < text.length();) {
            int point = text.codePointAt(i);
            boolean welcome = breaks && (point == '\n' || point == '\r' || point == '\t');
            if ((Character.isISOControl(point) || !breaks && breaksLine(point)) && !welcome) {
                return Optional.of(Problem.at(field, "typed.control_character", field, "U+%04X".formatted(point), i + 1));
            }
            if (Character.getType(point) == Character.SURROGATE) {
                return Optional.of(Problem.at(field, "typed.broken_character", field, i + 1));
            }
            i += Character.charCount(point);
        }
        if (text.codePointCount(0, text.length()) > longest) {
            return Optional.of(Problem.at(field, "typed.too_long", field, text.codePointCount(0, text.length()), longest));
        }
        return Optional.empty();
    }
}
