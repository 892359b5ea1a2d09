package org.goodterms.ui.kit;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;

/** Words in the order of a language's dictionary; numbers in them by their value, so INV-9 comes before INV-10. */
public final class TextOrder {

    private TextOrder() {
    }

    public static Comparator<String> of(Locale locale) {
        Collator collator = Collator.getInstance(locale);
        collator.setStrength(Collator.TERTIARY);
        return (a, b) -> compare(a, b, collator);
    }

    private static int compare(String a, String b, Collator collator) {
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        while (i > 0 && isDigit(a, i - 1)) {
            i--;
        }
        if (isDigit(a, i) && isDigit(b, i)) {
            int endA = end(a, i);
            int endB = end(b, i);
            String left = a.substring(i, endA).replaceFirst("^0+(?=.)", "");
            String right = b.substring(i, endB).replaceFirst("^0+(?=.)", "");
            int byValue = left.length() != right.length() ? Integer.compare(left.length(), right.length())
                    : left.compareTo(right);
            return byValue != 0 ? byValue : compare(a.substring(endA), b.substring(endB), collator);
        }
        int byWords = collator.compare(a.substring(i), b.substring(i));
        return byWords != 0 ? byWords : a.compareTo(b);
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static int end(String text, int from) {
        int end = from;
        while (isDigit(text, end)) {
            end++;
        }
        return end;
    }
}
