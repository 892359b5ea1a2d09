package org.goodterms.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.goodterms.kernel.BusinessDays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day of the month on which statements go out. */
class StatementDayTest {

    @ParameterizedTest
    @CsvSource({
            "1, 2026-04-01, 2026-04-01, true",
            "1, 2026-03-02, 2026-03-02, true", // 1 March 2026 is a Sunday
            "1, 2026-03-03, 2026-03-02, false",
            "31, 2026-02-27, 2026-02-02, false", // January's: the 31st is a Saturday; February's is Saturday the 28th
            "31, 2026-03-02, 2026-03-02, true",
            "15, 2026-03-14, 2026-02-16, false"})
    void it_falls_on_a_business_day_and_slips_into_the_next_month(int day, LocalDate on, LocalDate last, boolean is) {
        assertThat(new StatementDay(day).last(on, BusinessDays.WEEKDAYS)).isEqualTo(last);
        assertThat(new StatementDay(day).isOn(on, BusinessDays.WEEKDAYS)).isEqualTo(is);
    }

    @ParameterizedTest
    @CsvSource({"'', false", "0, false", "32, false", "-1, false", "1.5, false", " 7 , true", "31, true"})
    void only_days_of_a_month_are_read(String text, boolean is) {
        assertThat(StatementDay.read(text).isPresent()).isEqualTo(is);
    }
}
