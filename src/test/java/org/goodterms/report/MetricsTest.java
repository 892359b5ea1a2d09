package org.goodterms.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The turnover of a year follows from that of a period (domain rules, section 6). */
class MetricsTest {

    private static Metrics quarter(@Nullable String turnover) {
        return new Metrics(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30), null, null, null, null, null,
                turnover == null ? null : new BigDecimal(turnover), new Metrics.Punctuality(null, null, null, null), 0, 0);
    }

    @Test
    void a_quarter_of_91_days_that_turns_over_1_304_times_is_5_23_a_year() {
        assertThat(quarter("1.304").turnoverOfYear()).isEqualTo(new BigDecimal("5.23"));
        assertThat(quarter(null).turnoverOfYear()).as("not available, never nothing").isNull();
    }
}
