package org.goodterms.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTest {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource({
            "{YYYY}-{NNNN},      15,    2026-0015,    2026",
            "RE,                 1,     RE-2026-0001, 2026",
            "R-E,                1,     R-E-2026-0001, 2026",
            "FEE-{YYYY}-{NNN},   4,     FEE-2026-004, 2026",
            "{YYYY}/{NNN},       106,   2026/106,     2026",
            "{NNNN},             12345, 12345,        ''",
            "{YY}{MM}-{NN},      7,     2603-07,      2026-03",
            "INV{NNNNNN},        42,    INV000042,    ''"})
    void a_pattern_gives_numbers(String pattern, long count, String number, String period) {
        Series series = Series.of(Series.INVOICE, pattern).orThrow();
        assertThat(series.number(DATE, count)).isEqualTo(number);
        assertThat(series.period(DATE)).isEqualTo(period);
        assertThat(series.count(DATE, number)).contains(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{YYYY}", "{NNN}{NN}", "A B-{NNN}", "A,{NNN}", "A={NNN}", "A|{NNN}", "{N", "{XX}{NN}",
            "{MM}-{NN}", "A\u0000{NN}", "A\n{NNNN}", "RE 2026", "{NNNNNNNNNNNNN}",
            "AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDDDDDDD-{NNNN}"})
    void a_pattern_that_cannot_number_is_refused(String pattern) {
        assertThat(Series.of(Series.INVOICE, pattern).problems()).singleElement()
                .satisfies(p -> assertThat(p.code()).isEqualTo("company.series_pattern"))
                .satisfies(p -> assertThat(p.args()).startsWith(pattern));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-0001", "2026-001", "2026-00001", "2026-", "2026-000x", "CN-2026-0001", "2026-0001a", ""})
    void a_number_of_another_series_or_period_has_no_count(String number) {
        assertThat(new Series(Series.INVOICE, Series.DEFAULT_INVOICE).count(DATE, number)).isEmpty();
    }

    @Property
    void every_count_is_found_again(@ForAll @LongRange(min = 1, max = 99_999_999) long count) {
        Series series = new Series(Series.FEE, Series.DEFAULT_FEE);
        assertThat(series.count(DATE, series.number(DATE, count))).contains(count);
    }

    @Test
    void digits_are_those_of_documents_whatever_the_locale() {
        java.util.Locale before = java.util.Locale.getDefault();
        try {
            java.util.Locale.setDefault(java.util.Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(new Series(Series.INVOICE, Series.DEFAULT_INVOICE).number(DATE, 7)).isEqualTo("2026-0007");
        } finally {
            java.util.Locale.setDefault(before);
        }
    }
}
