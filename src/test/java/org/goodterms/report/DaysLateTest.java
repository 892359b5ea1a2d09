package org.goodterms.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.goodterms.report.DaysLate.Settled;
import org.junit.jupiter.api.Test;

class DaysLateTest {
    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);

    private static Settled paid(long amount, int daysLate) {
        return new Settled(amount * 100, DUE, DUE.plusDays(daysLate));
    }

    @Test
    void days_are_weighted_by_amount_and_signed() {
        assertThat(DaysLate.weighted(List.of(paid(1000, -3), paid(2000, 5), paid(500, 40), paid(2500, 0))))
                .hasValueSatisfying(days -> assertThat(days).hasToString("4.50"));
        assertThat(DaysLate.weighted(List.of(paid(1, -1), paid(2, 0))))
                .hasValueSatisfying(days -> assertThat(days).hasToString("-0.33"));
    }

    @Test
    void nothing_settled_has_no_average() {
        assertThat(DaysLate.weighted(List.of())).isEmpty();
    }
}
