package org.goodterms.csv;

import java.text.ParsePosition;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One way to write a date. A time of day behind it is passed over; 30 February is no date. Two-digit years are of the
 * years 2000 to 2099.
 *
 * @param pattern as in {@link DateTimeFormatter}: {@code d.M.yyyy}
 */
record DateForm(String pattern, Locale locale, DateTimeFormatter formatter) {
    private static final List<Locale> LANGUAGES = Stream.of("en", "de", "fr", "es", "it", "nl", "pl", "pt")
            .map(Locale::forLanguageTag).toList();
    private static final Pattern TIME = Pattern.compile("(?:T|\\s+)\\d{1,2}:\\d{2}.*$");
    /** Every form that is looked for. Those of which two may fit one text are the reason for {@link DateGuess}. */
    static final List<DateForm> KNOWN = known();

    private static List<DateForm> known() {
        List<DateForm> forms = new ArrayList<>();
        for (String pattern : List.of("yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "d.M.yyyy", "d.M.yy", "d/M/yyyy",
                "M/d/yyyy", "d/M/yy", "M/d/yy", "d-M-yyyy", "M-d-yyyy", "d-M-yy", "M-d-yy")) {
            forms.add(of(pattern, Locale.ENGLISH));
        }
        for (String pattern : List.of("d MMM yyyy", "d-MMM-yyyy", "d-MMM-yy", "d. MMM yyyy", "MMM d, yyyy",
                "d MMMM yyyy", "d. MMMM yyyy", "MMMM d, yyyy")) {
            LANGUAGES.forEach(language -> forms.add(of(pattern, language)));
        }
        return List.copyOf(forms);
    }

    /** @throws IllegalArgumentException if the pattern is none */
    static DateForm of(String pattern, Locale locale) {
        StringBuilder strict = new StringBuilder();
        boolean quoted = false;
        for (char c : pattern.toCharArray()) {
            quoted ^= c == '\'';
            strict.append(c == 'y' && !quoted ? 'u' : c);
        }
        return new DateForm(pattern, locale, new DateTimeFormatterBuilder().parseCaseInsensitive()
                .appendPattern(strict.toString()).toFormatter(locale).withResolverStyle(ResolverStyle.STRICT));
    }

    Optional<LocalDate> read(String text) {
        String date = pattern.contains(":") ? text : TIME.matcher(text).replaceFirst("");
        String stripped = date.strip();
        ParsePosition at = new ParsePosition(0);
        boolean shaped = formatter.parseUnresolved(stripped, at) != null && at.getIndex() == stripped.length();
        try {
            return shaped ? Optional.of(formatter.parse(stripped, LocalDate::from)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
