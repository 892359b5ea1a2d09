package org.goodterms.company;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goodterms.company.Company.Paper;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the program knows of countries: their defaults, tax rates and demands on invoices. All of it is data with days of
 * validity; none of it is legal advice.
 */
public final class Law {
    private static final String EVERYWHERE = "*";
    private final Map<String, Country> countries;
    private final List<TaxRate> rates;
    private final Map<String, List<Mandatory>> mandatory;

    private Law(Map<String, Country> countries, List<TaxRate> rates, Map<String, List<Mandatory>> mandatory) {
        this.countries = countries;
        this.rates = rates;
        this.mandatory = mandatory;
    }

    /** From the lines of the three files; lines that begin with # say something to readers. */
    static Law of(Stream<String> countries, Stream<String> rates, Stream<String> contents) {
        return new Law(fields(countries).map(Law::country).collect(Collectors.toMap(Country::code, Function.identity())),
                fields(rates).map(Law::rate).toList(),
                fields(contents).collect(Collectors.groupingBy(f -> f[0],
                        Collectors.mapping(Law::demand, Collectors.toList()))));
    }

    /** The defaults of a country; for one that is not known, its currency by ISO 4217, English and A4. */
    public Country country(String code) {
        Country known = countries.get(code);
        return known != null ? known : new Country(code, currencyOf(code), null, "en", Paper.A4, "", "");
    }

    /** All rates of a country, past, present and future. */
    public List<TaxRate> taxRates(String country) {
        return rates.stream().filter(rate -> covers(rate.country(), country))
                .map(rate -> new TaxRate(country, rate.category(), rate.label(), rate.percent(), rate.validFrom(),
                        rate.validTo()))
                .toList();
    }

    /** What an invoice of a seller in that country must hold; a country's own rule stands before that of its union. */
    public List<Mandatory> mandatory(String country, LocalDate date) {
        List<Mandatory> own = inForce(country, date);
        return Stream.of(own, inForce(country(country).union(), date), inForce(EVERYWHERE, date)).flatMap(List::stream)
                .filter(demand -> own.contains(demand)
                        || own.stream().noneMatch(mine -> mine.content() == demand.content()))
                .toList();
    }

    private List<Mandatory> inForce(String place, LocalDate date) {
        return mandatory.getOrDefault(place, List.of()).stream()
                .filter(demand -> !date.isBefore(demand.validFrom())
                        && (demand.validTo() == null || !date.isAfter(demand.validTo())))
                .toList();
    }

    private boolean covers(String place, String country) {
        return place.equals(country) || place.equals(EVERYWHERE) || place.equals(country(country).union());
    }

    private static String currencyOf(String country) {
        return CurrencyUnit.registeredCurrencies().stream()
                .filter(unit -> unit.getCountryCodes().contains(country)).map(CurrencyUnit::getCode)
                .findFirst().orElse("EUR");
    }

    private static Stream<String[]> fields(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split(";", -1));
    }

    private static Country country(String[] f) {
        return new Country(f[0], f[1], f[2].isEmpty() ? null : f[2], f[3], Paper.valueOf(f[4]), f[5], f[6]);
    }

    private static TaxRate rate(String[] f) {
        return new TaxRate(f[0], f[1], f[2], new BigDecimal(f[3]), LocalDate.parse(f[4]), date(f[5]));
    }

    private static Mandatory demand(String[] f) {
        Money from = f[3].isEmpty() ? null : Money.of(CurrencyUnit.of(f[4]), new BigDecimal(f[3]));
        return new Mandatory(Mandatory.Content.valueOf(constant(f[1])), Mandatory.When.valueOf(constant(f[2])), from,
                LocalDate.parse(f[5]), date(f[6]));
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static String constant(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
