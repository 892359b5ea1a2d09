package org.goodterms.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.reminder.Diary.day;
import static org.goodterms.reminder.Diary.eur;
import static org.goodterms.reminder.Diary.said;
import static org.goodterms.reminder.Diary.stopped;

import java.time.LocalDate;
import java.util.List;
import org.goodterms.followup.FollowUp;
import org.goodterms.reminder.Facts.Agreed;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The rules and vectors of the ladder (the domain rules, section 8.1), each by its number. */
class LadderTest {

    @Test
    void rule_9_an_unpaid_invoice_walks_the_whole_ladder_around_weekends_and_easter() {
        Diary diary = Diary.german();
        diary.owes("N", "2026-02-20", "100.00");
        assertThat(diary.live("2026-02-01", "2026-06-30")).containsExactly("2026-02-20 D N", "2026-02-23 R1 N",
                "2026-03-02 R2 N", "2026-03-12 R3 N", "2026-03-23 F N", "2026-04-07 K N", "2026-04-21 H N");
    }

    @Test
    void rule_9_where_easter_monday_is_worked_the_call_is_on_that_day() {
        Diary diary = new Diary();
        diary.owes("N", "2026-02-20", "100.00");
        assertThat(diary.live("2026-02-20", "2026-04-30")).contains("2026-04-06 K N", "2026-04-21 H N");
    }

    @Test
    void rule_9_after_closed_weeks_the_ladder_goes_on_with_the_next_step_and_never_jumps() {
        Diary diary = Diary.german();
        diary.owes("N", "2026-02-20", "100.00");
        diary.live("2026-02-20", "2026-02-23");
        assertThat(diary.live("2026-03-16", "2026-03-31")).containsExactly("2026-03-16 R2 N", "2026-03-23 R3 N",
                "2026-03-30 F N");
    }

    @Test
    void rule_10_the_cap_stops_d_which_lapses_and_one_message_asks_for_the_undisputed_rest() {
        Diary diary = new Diary();
        diary.owes("A", "2026-06-01", "100.00");
        assertThat(diary.live("2026-06-01", "2026-06-11")).containsExactly("2026-06-01 D A", "2026-06-04 R1 A", "2026-06-11 R2 A");
        diary.owes("B", "2026-06-12", "50.00");
        diary.owes("C", "2026-06-12", "800.00").disputed = eur("300.00");
        assertThat(stopped(diary.run("2026-06-12"))).containsExactly("D B cap", "D C cap");
        DunningPlan monday = diary.run("2026-06-15");
        assertThat(said(monday)).containsExactly("2026-06-15 R1 B", "2026-06-15 R1 C");
        assertThat(monday.messages()).hasSize(1);
        assertThat(monday.messages().getFirst().asked()).isEqualTo(eur("550.00"));
        assertThat(monday.messages().getFirst().listed()).extracting(DunningPlan.Listed::number).containsExactly("A");
    }

    @Test
    void rule_10_a_closed_dispute_is_followed_by_quiet_days_up_to_and_with_the_seventh() {
        Diary diary = new Diary();
        diary.owes("N", "2026-06-05", "100.00").quietOf = day("2026-06-24");
        assertThat(stopped(diary.plan("2026-07-01"))).containsExactly("R1 N quiet-after-dispute");
        assertThat(said(diary.plan("2026-07-02"))).containsExactly("2026-07-02 R1 N");
    }

    @Test
    void rule_5_what_broke_today_is_called_about_and_reminders_go_on_the_next_day() {
        for (Agreed.Kind kind : Agreed.Kind.values()) {
            Diary diary = new Diary();
            diary.owes("N", "2026-06-05", "100.00");
            String reason = kind == Agreed.Kind.PLAN ? "plan-on-track" : "promise-pending";
            diary.agree(kind, Agreed.Phase.RUNNING, "N");
            assertThat(stopped(diary.plan("2026-06-17"))).containsExactly("R1 N " + reason);
            diary.agree(kind, Agreed.Phase.BREAKS, "N");
            DunningPlan broken = diary.plan("2026-06-18");
            assertThat(said(broken)).containsExactly("2026-06-18 " + (kind == Agreed.Kind.PLAN ? "broken-plan" : "broken-promise") + " N");
            assertThat(stopped(broken)).containsExactly("R1 N broken-today");
            diary.agree(kind, Agreed.Phase.BROKE_TODAY, "N");
            assertThat(said(diary.plan("2026-06-18"))).isEmpty();
            diary.agreed.clear();
            assertThat(said(diary.plan("2026-06-19"))).containsExactly("2026-06-19 R1 N");
        }
    }

    @Test
    void rule_2_c_goes_to_flagged_customers_up_to_the_day_before_and_lists_nothing() {
        Diary diary = new Diary();
        diary.owes("N", "2026-06-12", "100.00");
        diary.owes("FEE", "2026-05-01", "5.00").charge = true;
        assertThat(said(diary.plan("2026-06-05"))).isEmpty();
        diary.courtesy = true;
        assertThat(said(diary.plan("2026-06-04"))).isEmpty();
        assertThat(said(diary.plan("2026-06-11"))).containsExactly("2026-06-11 C N");
        assertThat(diary.plan("2026-06-11").messages().getFirst().listed()).isEmpty();
        assertThat(said(diary.run("2026-06-05"))).containsExactly("2026-06-05 C N");
        assertThat(said(diary.plan("2026-06-12"))).as("no gap is kept after C").containsExactly("2026-06-12 D N");
        assertThat(diary.plan("2026-06-12").messages().getFirst().listed()).extracting(DunningPlan.Listed::number).containsExactly("FEE");
    }

    @Test
    void rule_2_d_goes_up_to_two_days_after_the_due_date_and_then_lapses() {
        Diary diary = new Diary();
        diary.owes("N", "2026-06-02", "100.00");
        assertThat(said(diary.plan("2026-06-04"))).containsExactly("2026-06-04 D N");
        assertThat(said(diary.plan("2026-06-05"))).containsExactly("2026-06-05 R1 N");
    }

    @Test
    void rule_2_the_gap_is_three_days_before_r1_and_seven_before_later_steps() {
        Diary diary = new Diary();
        Diary.Owed item = diary.owes("N", "2026-06-01", "100.00");
        item.done.put(Step.D, day("2026-06-03"));
        assertThat(stopped(diary.plan("2026-06-05"))).containsExactly("R1 N gap");
        item.done.put(Step.R1, day("2026-06-08"));
        assertThat(stopped(diary.plan("2026-06-12"))).containsExactly("R2 N gap");
        assertThat(said(diary.plan("2026-06-15"))).containsExactly("2026-06-15 R2 N");
    }

    @Test
    void rule_4_the_first_reason_that_applies_is_told_in_the_order_of_the_rules() {
        Diary diary = new Diary();
        Diary.Owed item = diary.owes("N", "2026-06-01", "100.00");
        item.done.put(Step.R1, day("2026-06-10"));
        String r2 = "2026-06-15";
        assertThat(stopped(diary.plan(r2))).containsExactly("R2 N gap");
        diary.lastWritten = day("2026-06-13");
        assertThat(stopped(diary.plan(r2))).containsExactly("R2 N cap");
        diary.agree(Agreed.Kind.PROMISE, Agreed.Phase.BROKE_TODAY, "N");
        assertThat(stopped(diary.plan(r2))).containsExactly("R2 N broken-today");
        diary.credits.put(CurrencyUnit.EUR, eur("100.00"));
        assertThat(stopped(diary.plan(r2))).containsExactly("R2 N unapplied-credit");
        assertThat(diary.plan(r2).tasks()).extracting(DunningPlan.Errand::kind).containsExactly(FollowUp.Kind.ALLOCATE_FIRST);
        item.disputed = eur("95.01");
        assertThat(stopped(diary.plan(r2))).containsExactly("R2 N below-minimum");
        item.disputed = eur("100.00");
        assertThat(stopped(diary.plan(r2))).containsExactly("R2 N disputed");
        item.quietOf = day("2026-06-08");
        assertThat(stopped(diary.plan(r2))).containsExactly("R2 N quiet-after-dispute");
        diary.agree(Agreed.Kind.PROMISE, Agreed.Phase.RUNNING, "N");
        assertThat(stopped(diary.plan(r2))).containsExactly("R2 N promise-pending");
        diary.agree(Agreed.Kind.PLAN, Agreed.Phase.RUNNING, "N");
        assertThat(stopped(diary.plan(r2))).containsExactly("R2 N plan-on-track");
        item.handedOver = true;
        assertThat(stopped(diary.plan(r2))).containsExactly("R2 N handed-over");
        item.held = true;
        assertThat(stopped(diary.plan(r2))).containsExactly("R2 N hold");
        diary.forbidden = true;
        assertThat(stopped(diary.plan(r2))).containsExactly("R2 N do-not-contact");
        item.open = Money.zero(CurrencyUnit.EUR);
        assertThat(stopped(diary.plan(r2))).isEmpty();
    }

    @Test
    void rule_4_an_amount_of_exactly_the_minimum_is_asked_for() {
        Diary diary = new Diary();
        diary.owes("N", "2026-06-01", "5.00");
        diary.owes("M", "2026-06-01", "4.99");
        assertThat(said(diary.plan("2026-06-04"))).containsExactly("2026-06-04 R1 N");
        assertThat(stopped(diary.plan("2026-06-04"))).containsExactly("R1 M below-minimum");
    }

    @Test
    void rule_3_tasks_know_no_cap_and_each_currency_has_its_message() {
        Diary diary = new Diary();
        Diary.Owed old = diary.owes("K", "2026-01-01", "100.00");
        old.done.put(Step.F, day("2026-02-01"));
        diary.lastWritten = day("2026-06-09");
        assertThat(said(diary.plan("2026-06-10"))).containsExactly("2026-06-10 K K");
        diary.lastWritten = null;
        diary.owes("E", "2026-06-05", "10.00");
        diary.owes("U", LocalDate.of(2026, 6, 5), Money.parse("USD 20.00"));
        DunningPlan plan = diary.plan("2026-06-10");
        assertThat(plan.messages()).extracting(m -> m.currency().getCode()).containsExactly("EUR", "USD");
        assertThat(plan.messages().getFirst().listed()).extracting(DunningPlan.Listed::number).containsExactly("K");
    }

    @Test
    void C56_rule_3_each_invoice_records_its_own_step_and_the_highest_sets_the_tone() {
        Diary diary = new Diary();
        diary.owes("A", "2026-05-01", "10.00").done.put(Step.R2, day("2026-05-20"));
        diary.owes("B", "2026-06-05", "20.00");
        DunningPlan plan = diary.run("2026-06-10");
        assertThat(plan.messages()).hasSize(1);
        assertThat(plan.messages().getFirst().step()).isEqualTo(Step.R3);
        assertThat(said(plan)).containsExactly("2026-06-10 R3 A", "2026-06-10 R1 B");
        assertThat(diary.run("2026-06-10").messages()).as("running it twice changes nothing").isEmpty();
        assertThat(diary.plan("2026-06-10").stopped()).isEmpty();
    }

    @Test
    void rule_6_an_extension_begins_a_new_cycle() {
        Diary diary = new Diary();
        Diary.Owed item = diary.owes("N", "2026-05-01", "100.00");
        item.done.put(Step.R2, day("2026-05-11"));
        item.done.clear();
        item.cycle = 2;
        item.due = day("2026-06-01");
        assertThat(diary.plan("2026-06-04").messages().getFirst().lines()).extracting(DunningPlan.Line::step, DunningPlan.Line::cycle)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Step.R1, 2));
    }

    @Test
    void rule_7_fees_and_interest_have_no_ladder() {
        Diary diary = new Diary();
        diary.owes("FEE", "2026-01-01", "40.00").charge = true;
        assertThat(diary.live("2026-01-01", "2026-06-30")).isEmpty();
    }

    @Test
    void rule_1_on_a_day_that_is_no_business_day_everything_is_empty() {
        Diary diary = Diary.german();
        diary.owes("N", "2026-03-01", "100.00");
        diary.held = true;
        assertThat(diary.plan("2026-04-06")).isEqualTo(DunningPlan.nothing(day("2026-04-06")));
        assertThat(stopped(diary.plan("2026-04-07"))).containsExactly("R1 N hold");
    }

    @Test
    void nothing_is_planned_while_the_policy_is_off() {
        Diary diary = new Diary();
        diary.owes("N", "2026-05-01", "100.00");
        diary.policy = Policy.DEFAULT.in(Policy.Mode.OFF);
        assertThat(diary.plan("2026-06-10")).isEqualTo(DunningPlan.nothing(day("2026-06-10")));
    }

    @Test
    void who_cannot_be_reached_makes_one_task_and_who_wants_calls_is_called() {
        Diary diary = new Diary();
        diary.owes("N", "2026-06-05", "100.00");
        diary.reach = Facts.Reach.NOWHERE;
        assertThat(said(diary.plan("2026-06-10"))).containsExactly("2026-06-10 missing-address N");
        diary.tasks.add(FollowUp.Kind.MISSING_ADDRESS);
        assertThat(said(diary.plan("2026-06-10"))).isEmpty();
        diary.reach = Facts.Reach.PHONE;
        diary.lastWritten = day("2026-06-10");
        assertThat(diary.plan("2026-06-10").tasks()).extracting(DunningPlan.Errand::kind).containsExactly(FollowUp.Kind.CALL);
    }

    @Test
    void C8_the_mail_with_the_invoice_counts_as_contact_for_three_days() {
        Diary diary = new Diary();
        diary.owes("N", "2026-06-05", "100.00").mailed = day("2026-06-08");
        assertThat(stopped(diary.plan("2026-06-10"))).containsExactly("R1 N gap");
        assertThat(said(diary.plan("2026-06-11"))).containsExactly("2026-06-11 R1 N");
    }

    @Test
    void C13_after_1_10_and_60_closed_days_one_fitting_step_is_proposed() {
        for (int closed : List.of(1, 10, 60)) {
            Diary diary = new Diary();
            diary.owes("N", "2026-06-01", "100.00").done.put(Step.R1, day("2026-06-04"));
            LocalDate open = diary.days.onOrAfter(day("2026-06-11").plusDays(closed));
            assertThat(said(diary.run(open))).containsExactly(open + " R2 N");
            assertThat(said(diary.run(open))).isEmpty();
        }
    }
}
