package org.goodterms.ui.kit;

import java.text.Normalizer;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds rows by words: each must occur somewhere in the row, whatever its case and accents. */
final class RowFilter<T> {
    private static final Pattern PLAIN = Pattern.compile("\\p{ASCII}*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private final List<Column<T, ?>> columns;
    private final Map<T, String> folded = new IdentityHashMap<>();

    RowFilter(List<Column<T, ?>> columns) {
        this.columns = columns;
    }

    void forget() {
        folded.clear();
    }

    Predicate<T> matching(String typed) {
        String[] wanted = fold(typed.strip()).split("\\s+");
        return typed.isBlank() ? row -> true : row -> {
            String text = folded.computeIfAbsent(row, this::text);
            for (String word : wanted) {
                if (!text.contains(word)) {
                    return false;
                }
            }
            return true;
        };
    }

    private String text(T row) {
        StringBuilder text = new StringBuilder();
        columns.forEach(column -> text.append(column.text(row)).append('\n'));
        return fold(text.toString());
    }

    static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace('\u00A0', ' ');
        return PLAIN.matcher(lower).matches() ? lower
                : MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("").replace("\u00DF", "ss");
    }
}
