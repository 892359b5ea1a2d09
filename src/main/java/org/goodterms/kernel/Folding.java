package org.goodterms.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Text with case and accents aside, so that {@code muller}, {@code Müller} and {@code MÜLLER} are found by each other. */
public final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    /** Letters that Unicode does not take apart. */
    private static final Map<Character, String> WHOLE = Map.ofEntries(Map.entry('ß', "ss"), Map.entry('ø', "o"),
            Map.entry('æ', "ae"), Map.entry('œ', "oe"), Map.entry('ł', "l"), Map.entry('đ', "d"), Map.entry('ð', "d"),
            Map.entry('þ', "th"), Map.entry('ħ', "h"), Map.entry('ı', "i"), Map.entry('ς', "σ"));

    private Folding() {
    }

    /** Lower case, without accents, widths and ligatures, one blank between words and none around. */
    public static String fold(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("")
                .toLowerCase(Locale.ROOT);
        String bare = MARKS.matcher(plain).replaceAll("");
        StringBuilder folded = new StringBuilder(bare.length());
        for (char c : bare.toCharArray()) {
            folded.append(WHOLE.getOrDefault(c, String.valueOf(c)));
        }
        return BLANKS.matcher(folded).replaceAll(" ").strip();
    }
}
