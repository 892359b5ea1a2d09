package org.goodterms.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.goodterms.db.Database;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Ids;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawTest {
    private final Law law = law();

    private static Law law() {
        try (Database db = Database.inMemory(Clock.systemUTC(), new Changes())) {
            return new CompanyService(db, Ids.counting(), ZoneOffset.UTC, new NumberService(db)).law();
        }
    }

    @ParameterizedTest
    @CsvSource({
            "DE, 2020-06-30, '19 7'",
            "DE, 2020-07-01, '16 5'",
            "DE, 2020-12-31, '16 5'",
            "DE, 2021-01-01, '19 7'",
            "GB, 2026-03-02, '20 5'",
            "CH, 2023-12-31, '7.7 3.7 2.5'",
            "CH, 2024-01-01, '8.1 3.8 2.6'",
            "EE, 2025-07-01, '24 13 9'",
            "SK, 2025-01-01, '23 19 5'",
            "FI, 2024-09-01, '25.5 14 10'",
            "RO, 2025-08-01, '21 11'",
            "CA, 2026-01-01, '15 14 13 5'",
            "AU, 2026-01-01, '10'",
            "IN, 2026-01-01, '40 18 5 3'",
            "US, 2026-01-01, ''"})
    void standard_and_reduced_rates_hold_on_their_days(String country, LocalDate date, String percents) {
        String found = law.taxRates(country).stream().filter(r -> r.isValidOn(date) && r.category().equals("S"))
                .map(TaxRate::percent).sorted(java.util.Comparator.reverseOrder()).map(p -> p.toPlainString())
                .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(percents);
    }

    @Test
    void every_member_state_has_exactly_one_standard_rate_on_each_day() {
        List<String> members = Arrays.stream(Locale.getISOCountries()).filter(c -> law.country(c).isInEu()).toList();
        assertThat(members).hasSize(27);
        for (String member : members) {
            for (LocalDate day = LocalDate.of(2019, 1, 1); day.getYear() < 2028; day = day.plusMonths(1)) {
                LocalDate on = day;
                assertThat(law.taxRates(member).stream().filter(r -> r.label().equals("standard") && r.isValidOn(on)))
                        .as("%s on %s", member, on).hasSize(1);
            }
            assertThat(law.taxRates(member)).extracting(TaxRate::category).contains("E", "AE", "K", "G", "O");
        }
    }

    @Test
    void no_rate_is_listed_twice_for_the_same_first_day() {
        for (String country : Locale.getISOCountries()) {
            assertThat(law.taxRates(country).stream()
                    .map(r -> r.category() + " " + r.percent() + " " + r.validFrom()).toList())
                    .as(country).doesNotHaveDuplicates();
        }
    }

    @Test
    void every_country_has_a_currency_a_zone_that_exists_and_a_language() {
        for (String code : Locale.getISOCountries()) {
            Country country = law.country(code);
            assertThat(CurrencyUnit.registeredCurrencies()).as(code).contains(CurrencyUnit.of(country.currency()));
            assertThat(Choices.isLanguage(country.language())).as(code).isTrue();
            if (country.zone() != null) {
                assertThat(ZoneId.of(country.zone()).getId()).isEqualTo(country.zone());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
            "DE, 250.00, EUR, BUYER_ADDRESS, false",
            "DE, 250.01, EUR, BUYER_ADDRESS, true",
            "DE, 1.00, CHF, BUYER_ADDRESS, true",
            "FR, 1.00, EUR, BUYER_ADDRESS, true",
            "FR, 1.00, EUR, SELLER_TAX_ID, true",
            "GB, 250.00, GBP, BUYER_ADDRESS, false",
            "GB, 250.01, GBP, BUYER_ADDRESS, true",
            "AU, 999.99, AUD, BUYER_IDENTITY, false",
            "AU, 1000.00, AUD, BUYER_IDENTITY, true",
            "IN, 49999.99, INR, BUYER_ADDRESS, false",
            "IN, 50000.00, INR, BUYER_ADDRESS, true",
            "US, 5000.00, USD, BUYER_NAME, true",
            "US, 5000.00, USD, SELLER_TAX_ID, false",
            "DE, 5000.00, EUR, BANK_ACCOUNT, false"})
    void the_country_says_what_an_invoice_must_hold(String country, String total, String currency,
            Mandatory.Content content, boolean asked) {
        LocalDate day = LocalDate.of(2026, 3, 2);
        Money money = Money.parse(currency + " " + total);
        assertThat(law.mandatory(country, day).stream().filter(m -> m.content() == content)
                .anyMatch(m -> m.applies(day, money))).isEqualTo(asked);
    }

    @Test
    void what_comes_into_force_later_is_asked_later() {
        assertThat(law.mandatory("DE", LocalDate.of(2030, 6, 30))).noneMatch(
                m -> m.content() == Mandatory.Content.BANK_ACCOUNT);
        assertThat(law.mandatory("DE", LocalDate.of(2030, 7, 1))).anyMatch(
                m -> m.content() == Mandatory.Content.BANK_ACCOUNT);
    }

    @Test
    void choosers_name_things_in_the_readers_language() {
        assertThat(Choices.countries(Locale.GERMAN)).contains(new Choices.Choice("DE", "Deutschland"));
        assertThat(Choices.currencies(Locale.ENGLISH)).extracting(Choices.Choice::code)
                .contains("EUR", "USD", "JPY", "BHD").isSorted();
        assertThat(Choices.languages(Locale.ENGLISH)).contains(new Choices.Choice("de", "German"));
        assertThat(Choices.zones()).contains("Europe/Berlin", "America/New_York").doesNotContain("Etc/GMT+5");
    }
}
