package org.goodterms.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns what other programs write in words into our form: countries, places, terms, currencies by their sign. */
final class PlainWords {
    private static final Map<String, String> COUNTRIES = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private static final Map<String, String> SIGNS = Map.of("\u20AC", "EUR", "\u00A3", "GBP", "\u00A5", "JPY", "\uFFE5", "JPY", "$", "USD");
    private static final Pattern TERMS = Pattern.compile("(?i)\\s*net\\s*(\\d{1,3})(?:\\s*days)?\\s*");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,2}(?:[.,]\\d{1,4})?)\\s*%?");
    private static final Pattern CODE = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\-_./+&#@:]+");
    private static final int LONGEST_CODE = 40;

    static {
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            Stream.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, country).forEach(in -> COUNTRIES.put(country.getDisplayCountry(in), code));
        }
        COUNTRIES.put("USA", "US");
        COUNTRIES.put("UK", "GB");
        COUNTRIES.put("Great Britain", "GB");
    }

    private PlainWords() {
    }

    /** The code of a country named in English, German or French; what is none comes back as it is. */
    static String country(String name) {
        return COUNTRIES.getOrDefault(name.strip(), name.strip());
    }

    /** Postcode and city of {@code 50667 Köln}, {@code D02 X285 Dublin}: the words with a digit that stand first are the code. */
    static List<String> place(String text) {
        List<String> code = new ArrayList<>();
        List<String> city = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            (city.isEmpty() && word.chars().anyMatch(Character::isDigit) ? code : city).add(word);
        }
        return List.of(String.join(" ", code), String.join(" ", city));
    }

    /** {@code net 30} of "Net 30", or of a number of days; "" where neither is said. */
    static String terms(String words, String days) {
        Matcher net = TERMS.matcher(words);
        return net.matches() ? "net " + Integer.parseInt(net.group(1))
                : days.matches("\\d{1,3}") ? "net " + Integer.parseInt(days) : "";
    }

    /** The percent named in "19% (VAT on Income)" or "VAT 19"; "0" of "Zero Rated Income"; "" where none is. */
    static String percent(String words) {
        Matcher percent = PERCENT.matcher(words);
        return percent.find() ? percent.group(1).replace(',', '.')
                : words.toLowerCase(Locale.ROOT).matches(".*(zero|exempt|no (vat|tax|gst)).*") ? "0" : "";
    }

    /** The currency whose sign stands in an amount; "" where none does. {@code $} is {@code dollar}. */
    static String currency(String amount, String dollar) {
        return SIGNS.entrySet().stream().filter(sign -> amount.contains(sign.getKey()))
                .map(sign -> sign.getKey().equals("$") ? dollar : sign.getValue()).findFirst().orElse("");
    }

    /** A code made of a name, of the signs that a code may hold. */
    static String code(String name) {
        String code = CODE.matcher(name.replace("'", "").replace("\u2019", "")).replaceAll(" ").strip();
        return code.length() > LONGEST_CODE ? code.substring(0, LONGEST_CODE).strip() : code;
    }

    /** One line of what may be several. */
    static String line(String text, int longest) {
        String line = text.replaceAll("[\\s\\p{Z}]+", " ").strip();
        return line.length() > longest ? line.substring(0, longest).strip() : line;
    }
}
