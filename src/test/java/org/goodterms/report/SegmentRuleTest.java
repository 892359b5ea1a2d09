package org.goodterms.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.goodterms.kernel.Texts;
import org.junit.jupiter.api.Test;

/** Which segment a history suggests (the domain rules, section 8.2). */
class SegmentRuleTest {

    private static Habits habits(List<Integer> late) {
        return new Habits(late, List.of(), 0, BigDecimal.ZERO, false);
    }

    private static String of(Habits habits) {
        return SegmentRule.of(habits).map(one -> one.segment().word() + ": " + one.reason(Texts.of(Locale.UK))).orElse("none");
    }

    @Test
    void nine_of_ten_on_time_is_a_good_payer_and_eight_are_not() {
        assertThat(of(habits(List.of(0, -1, 0, 0, 0, 0, 0, 0, 0, 12)))).isEqualTo("good-payer: 9 of 10 invoices were paid on time.");
        assertThat(of(habits(List.of(0, 1, 0, 0, 0, 0, 0, 0, 0, 9)))).isEqualTo("none");
        assertThat(of(habits(List.of(0, 0, 0, 0)))).as("little history").isEqualTo("none");
        assertThat(of(new Habits(List.of(0, 0, 0, 0, 0), List.of(), 1, BigDecimal.ZERO, false))).as("a promise was broken").isEqualTo("none");
    }

    @Test
    void who_pays_soon_after_the_first_reminder_is_forgetful() {
        assertThat(of(new Habits(List.of(8, 9, 10, 8, 9), List.of(2, 5, 1, 4, 30), 0, BigDecimal.ZERO, false)))
                .isEqualTo("forgetful: 4 of 5 reminded invoices were paid within five days of the first reminder.");
        assertThat(of(new Habits(List.of(8, 9, 10, 8, 9), List.of(2, 6, 1, 6, 30), 0, BigDecimal.ZERO, false))).isEqualTo("none");
    }

    @Test
    void always_fifteen_to_forty_days_late_is_slow_but_sure() {
        assertThat(of(habits(List.of(15, 40, 22, 30, 3)))).isEqualTo("slow-but-sure: 4 of 5 invoices were paid 15 to 40 days late.");
        assertThat(of(habits(List.of(14, 41, 22, 30, 3)))).isEqualTo("none");
    }

    @Test
    void more_than_a_fifth_of_the_sales_is_large_and_a_fifth_is_not() {
        assertThat(of(new Habits(List.of(), List.of(), 0, new BigDecimal("0.21"), false)))
                .isEqualTo("strategic: 21 % of the sales of the last twelve months are theirs.");
        assertThat(of(new Habits(List.of(), List.of(), 0, new BigDecimal("0.20"), false))).isEqualTo("none");
    }

    @Test
    void risk_comes_before_everything() {
        assertThat(of(new Habits(Collections.nCopies(9, 0), List.of(), 2, new BigDecimal("0.5"), false)))
                .isEqualTo("at-risk: 2 promises were not kept.");
        assertThat(of(new Habits(Collections.nCopies(9, 0), List.of(), 0, new BigDecimal("0.5"), true)))
                .isEqualTo("at-risk: What is open has reached the credit limit.");
        assertThat(of(habits(List.of(1, 1, 1, 11, 11, 11)))).isEqualTo("at-risk: The last three invoices were paid 11 days late, those before 1.");
        assertThat(of(habits(List.of(1, 1, 1, 10, 10, 10)))).isEqualTo("none");
    }
}
