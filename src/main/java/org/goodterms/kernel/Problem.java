package org.goodterms.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what was asked, in a form that every face of the program can show.
 *
 * @param code  {@code room.reason}; the text is {@code problem.room.reason} in the bundle
 * @param field the input it is about (a name as in the record or command), or null where it is about the whole
 * @param args  what the text names: the offending value, what would be accepted. Money, dates and numbers are handed
 *              over as such and formatted for the reader
 */
public record Problem(String code, @Nullable String field, List<Object> args) {

    public Problem {
        if (!code.matches("[a-z_]+\\.[a-z0-9_]+")) {
            throw new IllegalArgumentException("not a problem code: " + code);
        }
        args = List.copyOf(args);
    }

    /** A problem of the whole. */
    public static Problem of(String code, Object... args) {
        return new Problem(code, null, List.of(args));
    }

    /** A problem of one input. */
    public static Problem at(String field, String code, Object... args) {
        return new Problem(code, field, List.of(args));
    }

    public Problem under(String newField) {
        return new Problem(code, newField, args);
    }
}
