package org.goodterms.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.goodterms.kernel.Folding;

/** Names as banks write them: case, accents, ae for ä, dots and legal forms aside. */
final class Names {
    private static final Set<String> FORMS = Set.of("gmbh", "mbh", "ag", "kg", "ohg", "ug", "ek", "ev", "gbr", "kgaa", "se",
            "co", "cokg", "sa", "sas", "sarl", "sasu", "eurl", "srl", "spa", "sl", "slu", "bv", "nv", "vof", "oy", "oyj",
            "ab", "as", "asa", "aps", "ltd", "limited", "plc", "inc", "llc", "llp", "lp", "corp", "corporation", "company",
            "incorporated", "sro", "kft", "zrt", "doo", "sp", "zoo", "pty", "haftungsbeschrankt");
    private static final Set<String> JOINING = Set.of("und", "and", "et", "en", "y", "u", "der", "die", "das", "the", "of",
            "van", "von", "de", "den", "la", "le", "les", "du", "di", "da", "del", "für", "fur", "for");
    private static final int SHORTEST = 3;

    private Names() {
    }

    /** Letters and digits alone, in lower case, ä and ae alike: what is the same in every format. */
    static String bare(String text) {
        return alike(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String alike(String text) {
        return Folding.fold(text).replace("ae", "a").replace("oe", "o").replace("ue", "u");
    }

    /** The words of a text. */
    static List<String> words(String text) {
        String plain = alike(text).replaceAll("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)", "").replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
    }

    /** The words of a name without its legal form and without "and". */
    static List<String> name(String text) {
        List<String> words = new ArrayList<>(words(text));
        words.removeIf(w -> w.equals("und") || w.equals("and") || w.equals("et"));
        while (words.size() > 1 && (FORMS.contains(words.getLast()) || initials(words))) {
            words.removeLast();
        }
        return List.copyOf(words);
    }

    /** A legal form in single letters at the end: S A, B V. */
    private static boolean initials(List<String> words) {
        int n = words.size();
        if (n > 2 && words.get(n - 1).length() == 1 && words.get(n - 2).length() == 1
                && FORMS.contains(words.get(n - 2) + words.get(n - 1))) {
            words.remove(n - 2);
            return true;
        }
        return false;
    }

    /** One is the beginning of the other, word for word, and says enough to be a name. */
    static boolean fit(List<String> payer, List<String> customer) {
        return begins(payer, customer) || begins(customer, payer);
    }

    /** Whether {@code whole} begins with {@code start}. */
    static boolean begins(List<String> start, List<String> whole) {
        return !start.isEmpty() && start.size() <= whole.size() && whole.subList(0, start.size()).equals(start)
                && String.join("", start).length() >= SHORTEST;
    }

    /** A word that tells one customer from another. */
    static boolean telling(String word) {
        return word.length() >= SHORTEST && !JOINING.contains(word) && !FORMS.contains(word);
    }
}
