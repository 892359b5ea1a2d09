package org.goodterms.ui.shell;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Finds names by a few of their letters in order: "ninv" finds "New invoice". Beginnings of words count most. */
final class Fuzzy {
    private static final int NO_MATCH = -1;
    private static final int WORD_START = 8;
    private static final int ADJACENT = 5;

    private Fuzzy() {
    }

    /** Those that match, best first; all, as they stand, for an empty text. */
    static <T> List<T> best(List<T> all, Function<T, String> name, String typed) {
        String wanted = fold(typed).replace(" ", "");
        return wanted.isEmpty() ? all : all.stream()
                .filter(one -> score(fold(name.apply(one)), wanted) > NO_MATCH)
                .sorted(Comparator.comparingInt((T one) -> score(fold(name.apply(one)), wanted)).reversed()).toList();
    }

    /** -1 where the letters do not all occur in that order. */
    static int score(String name, String wanted) {
        int whole = name.replace(" ", "").contains(wanted) ? 20 : 0;
        int score = 0;
        int at = 0;
        int before = -2;
        for (char letter : wanted.toCharArray()) {
            int start = wordStart(name, letter, at);
            int found = before + 1 < name.length() && before >= 0 && name.charAt(before + 1) == letter ? before + 1
                    : start >= 0 ? start : name.indexOf(letter, at);
            if (found < 0) {
                return NO_MATCH;
            }
            score += found == start ? WORD_START : found == before + 1 ? ADJACENT : 1;
            before = found;
            at = found + 1;
        }
        return score + whole - name.length() / 10;
    }

    private static int wordStart(String name, char letter, int from) {
        for (int i = name.indexOf(letter, from); i >= 0; i = name.indexOf(letter, i + 1)) {
            if (i == 0 || !Character.isLetterOrDigit(name.charAt(i - 1))) {
                return i;
            }
        }
        return -1;
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT).strip();
    }
}
