package org.goodterms.pdf;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joins Arabic letters: each takes the form of its place in the word, and lam with alef becomes one sign. The forms and
 * what they stand for are those of Unicode (Arabic Presentation Forms A and B), read from the names and decompositions
 * that the Java platform knows; the joining is that of the Unicode Standard, section 9.2. Text is in logical order.
 *
 * <p>Our own because ICU4J (77.1, tried) leaves the letters of Persian and Urdu unjoined and sets marks on bars of their own.
 */
final class ArabicForms {
    private static final int ALONE = 0;
    private static final int LAST = 1;
    private static final int FIRST = 2;
    private static final int BETWEEN = 3;
    private static final int LAM = 0x644;
    private static final int TATWEEL = 0x640;

    private ArabicForms() {
    }

    /** The forms, made when a text first needs them. */
    private static final class Known {
        static final Map<Integer, int[]> LETTERS = new HashMap<>();
        static final Map<Integer, int[]> LAM_ALEF = new HashMap<>();

        static {
            read(0xFB50, 0xFBFF);
            read(0xFE80, 0xFEFC);
        }

        private static void read(int from, int to) {
            for (int form = from; form <= to; form++) {
                String name = Character.getName(form);
                int place = name == null || name.contains("UIGHUR") ? -1 : place(name);
                if (place >= 0) {
                    int[] base = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC).codePoints().toArray();
                    if (base.length == 1) {
                        LETTERS.computeIfAbsent(base[0], b -> new int[4])[place] = form;
                    } else if (base.length == 2 && base[0] == LAM) {
                        LAM_ALEF.computeIfAbsent(base[1], b -> new int[4])[place] = form;
                    }
                }
            }
        }

        private static int place(String name) {
            return name.endsWith(" ISOLATED FORM") ? ALONE : name.endsWith(" FINAL FORM") ? LAST
                    : name.endsWith(" INITIAL FORM") ? FIRST : name.endsWith(" MEDIAL FORM") ? BETWEEN : -1;
        }
    }

    /** The text with its letters joined; as it is where there are none. */
    static String joined(String text) {
        if (text.chars().noneMatch(character -> character >= 0x620 && character < 0x700)) {
            return text;
        }
        int[] letters = text.codePoints().toArray();
        StringBuilder joined = new StringBuilder(text.length());
        boolean before = false;
        for (int i = 0; i < letters.length; i++) {
            if (isMark(letters[i])) {
                joined.appendCodePoint(letters[i]);
                continue;
            }
            int next = next(letters, i);
            int[] both = letters[i] == LAM && next == i + 1 && next < letters.length ? Known.LAM_ALEF.get(letters[next]) : null;
            if (both != null) {
                joined.appendCodePoint(both[before ? LAST : ALONE]);
                before = false;
                i = next;
                continue;
            }
            int[] forms = Known.LETTERS.get(letters[i]);
            boolean after = joinsOn(letters[i], forms) && next < letters.length && joinsBack(letters[next]);
            int place = before ? after ? BETWEEN : LAST : after ? FIRST : ALONE;
            joined.appendCodePoint(forms == null || forms[place] == 0 ? letters[i] : forms[place]);
            before = after;
        }
        return joined.toString();
    }

    /** The next letter behind marks. */
    private static int next(int[] letters, int at) {
        int next = at + 1;
        while (next < letters.length && isMark(letters[next])) {
            next++;
        }
        return next;
    }

    private static boolean joinsOn(int letter, int @Nullable [] forms) {
        return letter == TATWEEL || forms != null && forms[FIRST] != 0;
    }

    private static boolean joinsBack(int letter) {
        int[] forms = Known.LETTERS.get(letter);
        return letter == TATWEEL || forms != null && forms[LAST] != 0;
    }

    private static boolean isMark(int letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }
}
