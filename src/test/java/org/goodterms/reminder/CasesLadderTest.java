package org.goodterms.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.reminder.Diary.day;
import static org.goodterms.reminder.Diary.eur;
import static org.goodterms.reminder.Diary.said;
import static org.goodterms.reminder.Diary.stopped;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Failures of other products in whom is asked, for what and in which tone, each with its proof. */
class CasesLadderTest {

    @Test
    void C36_a_very_late_debt_enters_as_late_and_one_that_was_chased_elsewhere_where_it_stood() {
        Diary diary = new Diary();
        diary.owes("NEW", "2026-01-05", "100.00");
        Diary.Owed known = diary.owes("KNOWN", "2026-01-05", "100.00");
        known.done.put(Step.R1, day("2026-01-20"));
        known.done.put(Step.R2, day("2026-02-01"));
        DunningPlan plan = diary.plan("2026-03-06");
        assertThat(said(plan)).containsExactlyInAnyOrder("2026-03-06 R1 NEW", "2026-03-06 R3 KNOWN");
        assertThat(plan.messages()).singleElement().extracting(DunningPlan.Notice::step).as("never the friendly word that it is due").isEqualTo(Step.R3);
    }

    @Test
    void C37_a_credit_that_covers_it_stops_the_question_and_a_smaller_one_does_not() {
        Diary diary = new Diary();
        diary.owes("N1", "2026-03-02", "100.00");
        diary.credits.put(CurrencyUnit.EUR, eur("100.00"));
        assertThat(stopped(diary.plan("2026-03-06"))).containsExactly("R1 N1 unapplied-credit");
        diary.credits.put(CurrencyUnit.EUR, eur("99.99"));
        assertThat(said(diary.plan("2026-03-06"))).containsExactly("2026-03-06 R1 N1");
        diary.credits.clear();
        diary.credits.put(CurrencyUnit.USD, Money.of(CurrencyUnit.USD, 500));
        assertThat(said(diary.plan("2026-03-06"))).as("of another currency").containsExactly("2026-03-06 R1 N1");
    }

    @Test
    void C45_C61_each_part_is_late_for_itself_from_the_first_missed_one_to_the_last() {
        Diary diary = new Diary();
        Diary.Owed first = diary.owes("N1", "2026-03-02", "50.00");
        Diary.Owed last = diary.owes("N1-2", "2026-05-04", "50.00");
        assertThat(said(diary.plan("2026-03-06"))).as("it opens with the first missed part").containsExactly("2026-03-06 R1 N1");
        last.open = eur("0.00");
        assertThat(said(diary.plan("2026-03-06"))).as("the last part alone closes nothing").containsExactly("2026-03-06 R1 N1");
        first.open = eur("0.00");
        assertThat(said(diary.plan("2026-03-06"))).isEmpty();
    }

    @Test
    void C48_each_line_of_a_message_shows_what_is_open_of_its_own_invoice() {
        Diary diary = new Diary();
        diary.owes("N1", "2026-03-02", "100.00").open = eur("60.10");
        diary.owes("N2", "2026-03-02", "100.00").open = eur("5.05");
        DunningPlan.Notice notice = diary.plan("2026-03-06").messages().getFirst();
        assertThat(notice.lines()).extracting(DunningPlan.Line::asked).containsExactly(eur("60.10"), eur("5.05"));
        assertThat(notice.asked()).isEqualTo(eur("65.15"));
    }
}
