package org.goodterms.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeepingTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 2, 18, 0);

    @Test
    void the_newest_three_stay_even_of_one_day() {
        assertThat(Keeping.superfluous(List.of(NOW, NOW.minusHours(1), NOW.minusHours(2)))).isEmpty();
        assertThat(Keeping.superfluous(List.of(NOW, NOW.minusHours(1), NOW.minusHours(2), NOW.minusHours(3)))).containsExactly(NOW.minusHours(3));
    }

    @Test
    void two_backups_a_day_for_three_years_leave_days_weeks_and_months() {
        List<LocalDateTime> made = new ArrayList<>();
        for (int day = 0; day < 1_100; day++) {
            made.add(NOW.minusDays(day));
            made.add(NOW.minusDays(day).minusHours(6));
        }
        Set<LocalDateTime> stay = new HashSet<>(made);
        stay.removeAll(Keeping.superfluous(made));
        for (int day = 0; day < 7; day++) {
            assertThat(stay).contains(NOW.minusDays(day));
        }
        assertThat(stay).contains(LocalDate.of(2026, 2, 8).atTime(18, 0)).contains(LocalDate.of(2025, 6, 30).atTime(18, 0))
                .contains(LocalDate.of(2024, 4, 30).atTime(18, 0)).noneMatch(time -> time.isBefore(LocalDate.of(2024, 4, 30).atStartOfDay()));
        assertThat(stay.size()).isBetween(30, 37);
    }

    @Test
    void what_is_kept_stays_kept_when_time_goes_on_without_a_new_backup() {
        List<LocalDateTime> old = List.of(NOW.minusYears(5), NOW.minusYears(4), NOW.minusYears(3));
        assertThat(Keeping.superfluous(old)).isEmpty();
    }
}
