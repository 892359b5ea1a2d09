package org.goodterms.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goodterms.fixture.TestBook.eur;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goodterms.agreement.Receipts.Movement;
import org.goodterms.kernel.BusinessDays;
import org.goodterms.kernel.Id;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Promises and plans on their days (the domain rules, section 8.1 rules 5 and 10). */
class StatesTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 6, 17);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 6, 19);
    private static final Receipts NOTHING = Receipts.none(CurrencyUnit.EUR);

    private static Promise promise(LocalDate by, @Nullable LocalDate tested, @Nullable LocalDate replaced) {
        return new Promise(id(), id(), List.of(new Promise.Item(id(), "I1")), eur("500.00"), by,
                LocalDate.of(2026, 6, 10), new Promise.Said("", "phone", ""), tested, replaced);
    }

    private static <T> Id<T> id() {
        return Id.of(new UUID(0, 1));
    }

    private static Receipts came(String amount, LocalDate on) {
        return new Receipts(eur("0.00"), List.of(new Movement(on, eur(amount))));
    }

    private static PromiseState state(Promise promise, Receipts receipts, LocalDate today) {
        return PromiseState.of(promise, receipts, false, today, BusinessDays.WEEKDAYS);
    }

    private static Plan plan(@Nullable LocalDate ended, Plan.Terms terms) {
        return new Plan(id(), id(), List.of(new Plan.Item(id(), "I1", eur("700.00")), new Plan.Item(id(), "I2", eur("200.00"))),
                List.of(new Plan.Instalment(FRIDAY, eur("300.00")), new Plan.Instalment(FRIDAY.plusMonths(1), eur("300.00")),
                        new Plan.Instalment(FRIDAY.plusMonths(2), eur("300.00"))),
                LocalDate.of(2026, 6, 10), terms, null, ended);
    }

    private static Plan plan() {
        return plan(null, Plan.Terms.DEFAULT);
    }

    @Test
    void a_promise_is_pending_through_its_day_and_broken_on_the_next_business_day() {
        assertThat(state(promise(WEDNESDAY, null, null), NOTHING, WEDNESDAY)).isEqualTo(PromiseState.PENDING);
        assertThat(state(promise(WEDNESDAY, null, null), NOTHING, WEDNESDAY.plusDays(1))).isEqualTo(PromiseState.BROKEN);
        LocalDate monday = FRIDAY.plusDays(3);
        assertThat(state(promise(FRIDAY, null, null), NOTHING, monday.minusDays(1))).isEqualTo(PromiseState.PENDING);
        assertThat(state(promise(FRIDAY, null, null), NOTHING, monday)).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    void it_is_kept_by_what_came_up_to_the_test_and_not_by_what_came_later() {
        LocalDate test = WEDNESDAY.plusDays(1);
        assertThat(state(promise(WEDNESDAY, null, null), came("500.00", test), test)).isEqualTo(PromiseState.KEPT);
        assertThat(state(promise(WEDNESDAY, null, null), came("500.00", test.plusDays(1)), test.plusDays(9)))
                .isEqualTo(PromiseState.BROKEN);
        assertThat(state(promise(WEDNESDAY, null, null), came("499.99", WEDNESDAY), test))
                .isEqualTo(PromiseState.PARTLY_KEPT);
        assertThat(state(promise(WEDNESDAY, null, null), came("500.00", WEDNESDAY.minusDays(5)), WEDNESDAY))
                .as("early money leaves it pending until its test").isEqualTo(PromiseState.PENDING);
    }

    @Test
    void what_had_come_before_and_what_was_taken_back_does_not_count() {
        Receipts before = new Receipts(eur("500.00"), List.of(new Movement(LocalDate.of(2026, 6, 1), eur("500.00"))));
        assertThat(state(promise(WEDNESDAY, null, null), before, FRIDAY)).isEqualTo(PromiseState.BROKEN);
        Receipts bounced = new Receipts(eur("0.00"), List.of(new Movement(WEDNESDAY, eur("500.00")),
                new Movement(WEDNESDAY, eur("-500.00"))));
        assertThat(state(promise(WEDNESDAY, null, null), bounced, FRIDAY)).isEqualTo(PromiseState.BROKEN);
        Receipts moreBack = new Receipts(eur("0.00"), List.of(new Movement(WEDNESDAY, eur("-100.00"))));
        assertThat(moreBack.upTo(FRIDAY)).isEqualTo(eur("0.00"));
    }

    @Test
    void nothing_is_left_to_be_broken_where_nothing_is_open() {
        assertThat(PromiseState.of(promise(WEDNESDAY, null, null), NOTHING, true, FRIDAY, BusinessDays.WEEKDAYS))
                .isEqualTo(PromiseState.KEPT);
    }

    @Test
    void a_replaced_promise_is_replaced_from_that_day_on() {
        Promise replaced = promise(WEDNESDAY, null, WEDNESDAY);
        assertThat(state(replaced, NOTHING, WEDNESDAY.minusDays(1))).isEqualTo(PromiseState.PENDING);
        assertThat(state(replaced, NOTHING, FRIDAY)).isEqualTo(PromiseState.REPLACED);
    }

    @Test
    void it_fails_on_the_day_of_the_first_run_that_tests_it() {
        LocalDate late = LocalDate.of(2026, 6, 22);
        assertThat(PromiseState.BROKEN.failsToday(promise(WEDNESDAY, null, null), late)).isTrue();
        assertThat(PromiseState.BROKEN.failsToday(promise(WEDNESDAY, late, null), late)).isTrue();
        assertThat(PromiseState.BROKEN.failsToday(promise(WEDNESDAY, late, null), late.plusDays(1))).isFalse();
        assertThat(PromiseState.KEPT.failsToday(promise(WEDNESDAY, null, null), late)).isFalse();
        assertThat(PromiseState.PARTLY_KEPT.failsToday(promise(WEDNESDAY, null, null), late)).isTrue();
    }

    @Test
    void an_instalment_missed_on_friday_breaks_the_plan_on_tuesday() {
        assertThat(PlanState.of(plan(), NOTHING, FRIDAY.plusDays(3))).isEqualTo(PlanState.ON_TRACK);
        assertThat(PlanState.of(plan(), NOTHING, FRIDAY.plusDays(4))).isEqualTo(PlanState.BROKEN);
        assertThat(PlanState.of(plan(), came("300.00", FRIDAY.plusDays(3)), FRIDAY.plusDays(4)))
                .as("in grace").isEqualTo(PlanState.ON_TRACK);
        assertThat(PlanState.of(plan(), came("300.00", FRIDAY.plusDays(4)), FRIDAY.plusDays(4)))
                .as("after grace").isEqualTo(PlanState.BROKEN);
        assertThat(PlanState.of(plan(), came("299.99", FRIDAY), FRIDAY.plusDays(4))).isEqualTo(PlanState.BROKEN);
    }

    @Test
    void a_plan_is_completed_by_its_whole_amount_and_ended_by_hand() {
        assertThat(PlanState.of(plan(), came("900.00", FRIDAY), FRIDAY)).isEqualTo(PlanState.COMPLETED);
        assertThat(PlanState.of(plan(), came("900.00", FRIDAY.plusMonths(5)), FRIDAY.plusMonths(5)))
                .isEqualTo(PlanState.COMPLETED);
        Plan ended = plan(FRIDAY, Plan.Terms.DEFAULT);
        assertThat(PlanState.of(ended, NOTHING, FRIDAY.minusDays(1))).isEqualTo(PlanState.ON_TRACK);
        assertThat(PlanState.of(ended, NOTHING, FRIDAY)).isEqualTo(PlanState.ENDED);
    }

    @Test
    void a_plan_may_bear_more_than_one_missed_instalment() {
        Plan patient = plan(null, new Plan.Terms(3, 2, ""));
        assertThat(PlanState.of(patient, NOTHING, FRIDAY.plusDays(4))).isEqualTo(PlanState.ON_TRACK);
        assertThat(PlanState.of(patient, NOTHING, FRIDAY.plusMonths(1).plusDays(4))).isEqualTo(PlanState.BROKEN);
        assertThat(PlanState.BROKEN.failsToday(patient, FRIDAY)).isTrue();
        assertThat(PlanState.ON_TRACK.failsToday(patient, FRIDAY)).isFalse();
    }

    @Test
    void what_was_paid_settles_the_earliest_instalment_first() {
        assertThat(plan().next(eur("0.00"))).contains(new Plan.Instalment(FRIDAY, eur("300.00")));
        assertThat(plan().next(eur("350.00"))).contains(new Plan.Instalment(FRIDAY.plusMonths(1), eur("250.00")));
        assertThat(plan().next(eur("900.00"))).isEmpty();
    }

    @Test
    void a_plan_whose_instalments_do_not_add_up_cannot_be() {
        assertThatThrownBy(() -> new Plan(id(), id(), List.of(new Plan.Item(id(), "I1", eur("700.00"))),
                List.of(new Plan.Instalment(FRIDAY, eur("300.00"))), FRIDAY, Plan.Terms.DEFAULT, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
