package org.goodterms.recurring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.goodterms.calendar.Holidays;
import org.goodterms.kernel.BusinessDays;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Problem;
import org.goodterms.invoice.Line;
import org.goodterms.invoice.TaxKey;
import org.goodterms.recurring.Schedule.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Schedule every(Unit unit, int count, String first, int anchor) {
        return new Schedule(unit, count, day(first), anchor, null, false);
    }

    @Test
    void months_keep_their_anchor_day_through_short_months() {
        assertThat(every(Unit.MONTH, 1, "2026-01-31", 31).dueBy(day("2026-04-30"), BusinessDays.WEEKDAYS)).extracting(p -> p.from() + " " + p.to())
                .containsExactly("2026-01-31 2026-02-27", "2026-02-28 2026-03-30", "2026-03-31 2026-04-29", "2026-04-30 2026-05-30");
    }

    @Test
    void weeks_quarters_and_years_follow_each_other() {
        assertThat(every(Unit.WEEK, 2, "2026-03-02", 1).dueBy(day("2026-03-30"), BusinessDays.WEEKDAYS)).extracting(p -> p.from().toString())
                .containsExactly("2026-03-02", "2026-03-16", "2026-03-30");
        assertThat(every(Unit.QUARTER, 1, "2026-01-01", 1).dueBy(day("2026-07-01"), BusinessDays.WEEKDAYS)).extracting(p -> p.to().toString())
                .containsExactly("2026-03-31", "2026-06-30", "2026-09-30");
        assertThat(every(Unit.YEAR, 1, "2024-02-29", 29).dueBy(day("2026-03-01"), BusinessDays.WEEKDAYS)).extracting(p -> p.from().toString())
                .containsExactly("2024-02-29", "2025-02-28", "2026-02-28");
    }

    @Test
    void it_ends_with_the_last_day_and_tells_the_next_period() {
        Schedule ends = new Schedule(Unit.MONTH, 1, day("2026-01-01"), 1, day("2026-02-15"), false);
        assertThat(ends.dueBy(day("2030-01-01"), BusinessDays.WEEKDAYS)).hasSize(2);
        assertThat(ends.next(day("2026-01-31"), BusinessDays.WEEKDAYS)).map(Schedule.Period::from).contains(day("2026-02-01"));
        assertThat(ends.next(day("2026-02-01"), BusinessDays.WEEKDAYS)).isEmpty();
    }

    @Test
    void holidays_are_skipped_where_that_is_wished() {
        Schedule labourDay = new Schedule(Unit.MONTH, 1, day("2026-05-01"), 1, null, true);
        assertThat(labourDay.dueBy(day("2026-05-03"), Holidays.of("DE", ""))).isEmpty();
        assertThat(labourDay.dueBy(day("2026-05-04"), Holidays.of("DE", ""))).extracting(Schedule.Period::from).containsExactly(day("2026-05-01"));
    }

    @Property(tries = 300)
    void periods_touch_and_never_overlap(@ForAll Unit unit, @ForAll @IntRange(min = 1, max = 5) int count,
            @ForAll @IntRange(min = 1, max = 31) int anchor, @ForAll @IntRange(max = 1500) int start) {
        LocalDate first = LocalDate.of(2024, 1, 1).plusDays(start);
        List<Schedule.Period> periods = new Schedule(unit, count, first, unit == Unit.WEEK ? 1 : anchor, null, false)
                .dueBy(first.plusYears(6), BusinessDays.WEEKDAYS);
        for (int i = 1; i < periods.size(); i++) {
            assertThat(periods.get(i).from()).isEqualTo(periods.get(i - 1).to().plusDays(1)).isAfter(periods.get(i - 1).from());
        }
    }

    private static Template template(Schedule schedule, String raise, String text) {
        return new Template(new Id<>(new java.util.UUID(0, 1)), new Id<>(new java.util.UUID(0, 2)), "Care", schedule, new BigDecimal(raise),
                new Template.Wording("", List.of(Line.of(text, BigDecimal.ONE, new BigDecimal("100.00"), TaxKey.of(new BigDecimal("19"))))),
                Template.State.NEW);
    }

    @ParameterizedTest
    @CsvSource({"MONTH,1,2026-03-01,en,March 2026", "MONTH,1,2026-03-01,de,März 2026", "MONTH,1,2026-03-01,pl,marzec 2026",
            "QUARTER,1,2026-04-01,en,Q2 2026", "YEAR,1,2026-01-01,fr,2026", "WEEK,1,2026-03-02,de,02.03.2026 – 08.03.2026",
            "MONTH,2,2026-03-01,de,01.03.2026 – 30.04.2026"})
    void the_period_stands_in_the_text(Unit unit, int count, String first, String language, String expected) {
        Schedule schedule = every(unit, count, first, 1);
        Schedule.Period period = schedule.dueBy(day(first), BusinessDays.WEEKDAYS).getFirst();
        assertThat(Writing.filled("{period}", schedule, period, org.goodterms.invoice.DocumentWords.of(language, "DE"))).isEqualTo(expected);
    }

    @Test
    void prices_rise_after_each_full_year() {
        Template care = template(every(Unit.MONTH, 1, "2024-03-01", 1), "3", "Care {month}");
        assertThat(Writing.factor(care, day("2025-02-28"))).isEqualByComparingTo("1");
        assertThat(Writing.factor(care, day("2025-03-01"))).isEqualByComparingTo("1.03");
        assertThat(Writing.factor(care, day("2026-03-01"))).isEqualByComparingTo("1.0609");
    }

    @Test
    void what_cannot_be_a_template_is_refused_part_by_part() {
        Template wrong = new Template(new Id<>(new java.util.UUID(0, 1)), new Id<>(new java.util.UUID(0, 2)), " ",
                new Schedule(Unit.MONTH, 0, day("2026-01-01"), 32, day("2025-12-31"), false), new BigDecimal("100"),
                new Template.Wording("", List.of()), Template.State.NEW);
        assertThat(Writing.problems(wrong)).extracting(Problem::code).contains("recurring.count", "recurring.day", "recurring.until",
                "recurring.raise", "invoice.no_lines").hasSize(6);
    }
}
