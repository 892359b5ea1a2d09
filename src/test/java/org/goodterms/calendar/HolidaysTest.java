package org.goodterms.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.goodterms.kernel.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The business-day vectors of the domain rules, section 4. */
class HolidaysTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "due on receipt, following          | 2026-05-01 | 2026-05-04",
            "due on receipt, following          | 2026-12-25 | 2026-12-28",
            "net 30, modified following         | 2026-05-01 | 2026-05-29",
            "net 30                             | 2026-05-01 | 2026-05-31",
            "net 30, preceding                  | 2026-05-01 | 2026-05-29"})
    void due_dates_move_to_german_business_days(String terms, LocalDate issued, LocalDate due) {
        assertThat(Terms.parse(terms).orThrow().dueDates(issued, Holidays.of("DE", ""))).containsExactly(due);
    }

    @Test
    void a_region_adds_its_own_holidays() {
        LocalDate epiphany = LocalDate.of(2026, 1, 6);
        assertThat(Holidays.of("DE", "BY").isHoliday(epiphany)).isTrue();
        assertThat(Holidays.of("de", "").isHoliday(epiphany)).isFalse();
        assertThat(Holidays.of("DE", "nowhere").isBusinessDay(epiphany)).isTrue();
    }

    @Test
    void independence_day_is_no_business_day_in_the_united_states() {
        assertThat(Holidays.of("US", "").isBusinessDay(LocalDate.of(2025, 7, 4))).isFalse();
        assertThat(Holidays.of("GB", "").isBusinessDay(LocalDate.of(2025, 7, 4))).isTrue();
    }

    @Test
    void a_country_without_a_table_has_weekends_only() {
        assertThat(Holidays.of("ZZ", "").isBusinessDay(LocalDate.of(2026, 12, 25))).isTrue();
        assertThat(Holidays.of("ZZ", "").isBusinessDay(LocalDate.of(2026, 12, 26))).isFalse();
    }
}
