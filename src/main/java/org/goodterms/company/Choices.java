package org.goodterms.company;

import java.text.Collator;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/** What can be chosen from: countries, languages, currencies, time zones, named in the reader's language. */
public final class Choices {

    /** A code and its name in the reader's language. */
    public record Choice(String code, String name) {
    }

    private Choices() {
    }

    /** ISO 3166-1 countries, sorted by name. */
    public static List<Choice> countries(Locale reader) {
        return sorted(Arrays.stream(Locale.getISOCountries())
                .map(code -> new Choice(code, Locale.of("", code).getDisplayCountry(reader))), reader);
    }

    /** ISO 639-1 languages, sorted by name. */
    public static List<Choice> languages(Locale reader) {
        return sorted(Arrays.stream(Locale.getISOLanguages())
                .map(code -> new Choice(code, Locale.of(code).getDisplayLanguage(reader))), reader);
    }

    /** Currencies a book or an invoice can be kept in, sorted by code. */
    public static List<Choice> currencies(Locale reader) {
        return CurrencyUnit.registeredCurrencies().stream().filter(unit -> unit.getDecimalPlaces() >= 0)
                .filter(unit -> !unit.getCountryCodes().isEmpty())
                .map(unit -> new Choice(unit.getCode(), unit.toCurrency().getDisplayName(reader)))
                .sorted(Comparator.comparing(Choice::code)).toList();
    }

    /** Time zones of places, sorted by id. */
    public static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream().filter(id -> id.contains("/") && !id.startsWith("Etc/")
                && !id.startsWith("SystemV/")).sorted().toList();
    }

    public static boolean isCountry(String code) {
        return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code);
    }

    public static boolean isLanguage(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            return Arrays.asList(Locale.getISOLanguages()).contains(locale.getLanguage());
        } catch (java.util.IllformedLocaleException e) {
            return false;
        }
    }

    public static boolean isZone(String id) {
        return ZoneId.getAvailableZoneIds().contains(id);
    }

    private static List<Choice> sorted(Stream<Choice> choices, Locale reader) {
        Collator collator = Collator.getInstance(reader);
        return choices.sorted((a, b) -> collator.compare(a.name(), b.name())).toList();
    }
}
