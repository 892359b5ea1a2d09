package org.goodterms.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.goodterms.call.Calling.Call;
import org.goodterms.call.Calling.Why;
import org.goodterms.kernel.BusinessDays;
import org.junit.jupiter.api.Test;

/** When one may call, from dates and clocks alone. */
class CallingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Zones ZONES = new Zones(List.of("# said to readers", "DE;Europe/Berlin", "US;America/New_York Pacific/Honolulu"));

    private static Call tried(int daysAgo) {
        return new Call(TODAY.minusDays(daysAgo), true, false);
    }

    private static Call talked(int daysAgo) {
        return new Call(TODAY.minusDays(daysAgo), true, true);
    }

    @Test
    void nobody_called_yet_may_be_called() {
        assertThat(Calling.limits(List.of(), TODAY)).isEqualTo(new Calling.Limits(0, TODAY, Why.FREE));
    }

    @Test
    void seven_attempts_in_seven_days_are_enough() {
        List<Call> six = Collections.nCopies(6, tried(0));
        assertThat(Calling.limits(six, TODAY).why()).isEqualTo(Why.FREE);
        List<Call> seven = new ArrayList<>(six);
        seven.add(tried(6));
        assertThat(Calling.limits(seven, TODAY)).as("the oldest leaves the seven days tomorrow")
                .isEqualTo(new Calling.Limits(7, TODAY.plusDays(1), Why.ATTEMPTS));
        assertThat(Calling.limits(Collections.nCopies(7, tried(0)), TODAY).again()).isEqualTo(TODAY.plusDays(7));
        assertThat(Calling.limits(Collections.nCopies(7, tried(7)), TODAY).attempts()).as("a week ago counts no more").isZero();
    }

    @Test
    void after_a_conversation_a_week_passes_its_day_counting_as_the_first() {
        assertThat(Calling.limits(List.of(talked(0)), TODAY)).isEqualTo(new Calling.Limits(1, TODAY.plusDays(7), Why.TALKED));
        assertThat(Calling.limits(List.of(talked(6)), TODAY).again()).isEqualTo(TODAY.plusDays(1));
        assertThat(Calling.limits(List.of(talked(7)), TODAY).why()).isEqualTo(Why.FREE);
        assertThat(Calling.limits(List.of(new Call(TODAY.minusDays(1), false, true)), TODAY))
                .as("they called: a conversation, and no attempt of ours").isEqualTo(new Calling.Limits(0, TODAY.plusDays(6), Why.TALKED));
    }

    @Property(tries = 200)
    void on_the_day_named_a_call_keeps_within_the_limits_and_on_no_day_before(@ForAll List<@IntRange(max = 12) Integer> ago,
            @ForAll List<@IntRange(max = 12) Integer> spoken) {
        List<Call> calls = new ArrayList<>(ago.stream().limit(20).map(CallingTest::tried).toList());
        spoken.stream().limit(3).map(CallingTest::talked).forEach(calls::add);
        LocalDate again = Calling.limits(calls, TODAY).again();
        assertThat(again).isAfterOrEqualTo(TODAY);
        assertThat(Calling.limits(calls, again).why()).isEqualTo(Why.FREE);
        TODAY.datesUntil(again).forEach(day -> assertThat(Calling.limits(calls, day).why()).as(day.toString()).isNotEqualTo(Why.FREE));
    }

    private static Calling.Hours at(String instant, String country) {
        return Calling.hours(Instant.parse(instant), ZONES.of(country, ZoneId.of("Europe/Berlin")), BusinessDays.WEEKDAYS);
    }

    @Test
    void the_hours_are_those_where_the_customer_is() {
        assertThat(at("2026-03-02T07:00:00Z", "DE")).isEqualTo(new Calling.Hours(LocalTime.of(8, 0), LocalTime.of(8, 0), true));
        assertThat(at("2026-03-02T06:59:00Z", "DE").open()).isFalse();
        assertThat(at("2026-03-02T19:59:00Z", "DE").open()).isTrue();
        assertThat(at("2026-03-02T20:00:00Z", "DE").open()).as("21:00 there").isFalse();
        assertThat(at("2026-03-01T12:00:00Z", "DE").open()).as("a Sunday").isFalse();
    }

    @Test
    void where_a_country_has_several_zones_it_must_be_a_good_time_in_each() {
        assertThat(at("2026-03-02T15:00:00Z", "US")).as("10:00 in New York, 5:00 on Hawaii")
                .isEqualTo(new Calling.Hours(LocalTime.of(5, 0), LocalTime.of(10, 0), false));
        assertThat(at("2026-03-02T19:00:00Z", "US").open()).isTrue();
        assertThat(at("2026-03-02T12:00:00Z", "XX")).as("nothing known of it: the firm's own").isEqualTo(at("2026-03-02T12:00:00Z", "DE"));
    }

    @Test
    void each_result_has_one_key() {
        for (CallResult result : CallResult.values()) {
            assertThat(CallResult.ofKey(result.key())).contains(result);
            assertThat(CallResult.of(result.word())).contains(result);
        }
        assertThat(CallResult.ofKey(0)).isEmpty();
        assertThat(CallResult.ofKey(9)).isEmpty();
    }

    @Test
    void what_is_said_follows_from_how_far_matters_are() {
        assertThat(CallStage.of(List.of("R1"), false, false)).isEqualTo(CallStage.FIRST);
        assertThat(CallStage.of(List.of("R1", "R2"), false, false)).isEqualTo(CallStage.AGAIN);
        assertThat(CallStage.of(List.of(), false, true)).isEqualTo(CallStage.AGAIN);
        assertThat(CallStage.of(List.of("R2"), true, true)).isEqualTo(CallStage.BROKEN);
        assertThat(CallStage.of(List.of("R2", "F"), true, true)).isEqualTo(CallStage.LAST);
    }
}
