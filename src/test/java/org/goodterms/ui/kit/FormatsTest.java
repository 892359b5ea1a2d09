package org.goodterms.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.goodterms.kernel.Texts;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
    private static final Clock WEDNESDAY = Clock.fixed(Instant.parse("2026-11-25T09:00:00Z"), ZoneOffset.UTC);

    private static Formats of(String locale) {
        return new Formats(Texts.of(Locale.forLanguageTag(locale)), WEDNESDAY);
    }

    @ParameterizedTest
    @CsvSource({"en-US,3/15,2026-03-15", "en-US,3/15/27,2027-03-15", "en-US,15.3.,2026-03-15", "en-US,13/3,2026-03-13",
        "en-GB,3/12,2026-12-03", "en-GB,15/3/2027,2027-03-15", "de,15.3.,2026-03-15", "de,15.3.27,2027-03-15", "de,1.2,2026-02-01",
        "de,15 3,2026-03-15", "fr,15/03,2026-03-15", "en-US,2026-03-15,2026-03-15", "en-US,7,2026-11-07", "de,7.,2026-11-07",
        "en-US,+7,2026-12-02", "en-US,-1,2026-11-24", "en-US,+2w,2026-12-09", "en-US,+1m,2026-12-25", "en-US,today,2026-11-25",
        "de,Today,2026-11-25", "en-US,tomorrow,2026-11-26", "en-US,yesterday,2026-11-24", "en-US,fri,2026-11-27", "de,mi,2026-12-02",
        "de,freitag,2026-11-27"})
    void dates_are_read_as_people_type_them(String locale, String typed, LocalDate expected) {
        assertThat(of(locale).parseDate(typed)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "31.2.", "2026-02-30", "32", "99/99", "abc", "15.3.026", "+99999999", "\u0000", "1.2.3.4"})
    void what_is_no_date_is_no_date(String typed) {
        assertThat(of("de").parseDate(typed)).isEmpty();
    }

    @Property(tries = 300)
    void what_a_date_field_shows_is_read_back(@ForAll @LongRange(min = -20_000, max = 60_000) long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        for (String locale : new String[] {"en-US", "en-GB", "de", "fr", "sv", "nl", "pl", "es", "it", "pt-BR"}) {
            Formats formats = of(locale);
            assertThat(formats.parseDate(formats.dateTyped(date))).as(locale).contains(date);
            assertThat(formats.parseDate(formats.date(date))).as(locale + " " + formats.date(date)).contains(date);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"en-US|1,190.00|1190.00", "en-US|1190|1190.00", "en-US|$1,190.5|1190.50", "de|1.190,00|1190.00",
        "de|1190,5|1190.50", "de|3.5|3.50", "de|1.190|1190.00", "en-US|3,5|3.50", "en-US|1,190|1190.00", "fr|1 190,00|1190.00",
        "de|1190 USD|1190.00", "en-US|-5|-5.00", "en-US|\u22125.25|-5.25", "de-CH|1'190.50|1190.50", "en-US|.5|0.50", "en-US|12.|12.00"})
    void amounts_are_read_in_the_owners_form(String locale, String typed, String expected) {
        assertThat(of(locale).parseMoney(typed, CurrencyUnit.USD)).map(Money::getAmount).contains(new BigDecimal(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "12.345", "1,19,0.00", "12x", "1e5", "NaN", "99999999999999999999", "1.2.3", "0.001"})
    void what_is_no_amount_is_never_rounded_into_one(String typed) {
        assertThat(of("en-US").parseMoney(typed, CurrencyUnit.USD)).isEmpty();
    }

    @Property(tries = 300)
    void what_a_money_field_shows_is_read_back(@ForAll @LongRange(min = -9_999_999_999_999L, max = 9_999_999_999_999L) long minor) {
        for (String locale : new String[] {"en-US", "de", "fr", "de-CH", "sv", "pl", "en-IN"}) {
            for (CurrencyUnit currency : new CurrencyUnit[] {CurrencyUnit.EUR, CurrencyUnit.JPY}) {
                Money money = Money.ofMinor(currency, minor);
                assertThat(of(locale).parseMoney(of(locale).amount(money), currency)).as(locale).contains(money);
            }
        }
    }

    @Test
    void an_amount_of_a_currency_without_decimals_has_none() {
        assertThat(of("en-US").parseMoney("100.5", CurrencyUnit.JPY)).isEmpty();
        assertThat(of("en-US").parseMoney("100.0", CurrencyUnit.JPY)).contains(Money.ofMinor(CurrencyUnit.JPY, 100));
    }

    @Test
    void near_days_are_named_and_far_ones_dated() {
        Formats formats = of("en-GB");
        LocalDate today = formats.today();
        assertThat(formats.near(today)).isEqualTo("today");
        assertThat(formats.near(today.minusDays(12))).isEqualTo("12 days ago");
        assertThat(formats.near(today.plusDays(3))).isEqualTo("in 3 days");
        assertThat(formats.near(today.plusDays(20))).isEqualTo("15 Dec");
        assertThat(formats.near(today.plusDays(60))).isEqualTo("24 Jan 2027");
    }

    @Test
    void parts_are_shown_as_percent() {
        assertThat(of("en-US").percent(new BigDecimal("0.19"))).isEqualTo("19%");
        assertThat(of("en-US").percent(new BigDecimal("0.0725"))).isEqualTo("7.25%");
    }
}
