package org.goodterms.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.goodterms.calendar.Holidays;
import org.goodterms.kernel.BusinessDays;
import org.goodterms.kernel.Texts;
import org.goodterms.reminder.PolicySentences.Sample;
import org.goodterms.reminder.PolicySentences.Sentence;
import org.junit.jupiter.api.Test;

/** What a policy says of itself is what the engine does. */
class PolicySentencesTest {
    private static final BusinessDays EVERY_DAY = day -> true;
    private final PolicySentences sentences = new PolicySentences(Texts.of(Locale.ENGLISH), LocalDate::toString);

    @Test
    void the_default_ladder_says_the_days_of_the_example_in_the_rules() {
        List<Sentence> said = sentences.say(Policy.DEFAULT, List.of(new Sample("N", LocalDate.of(2026, 2, 20))), Holidays.of("DE", ""));
        assertThat(said).extracting(sentence -> sentence.step() + " " + sentence.days().getFirst()).containsExactly("C 2026-02-13",
                "D 2026-02-20", "R1 2026-02-23", "R2 2026-03-02", "R3 2026-03-12", "F 2026-03-23", "K 2026-04-07", "H 2026-04-21");
        assertThat(said.get(3).text()).isEqualTo("Second reminder: 10 days after the due date, by e-mail or letter, as agreed with the"
                + " customer. At least 7 days after the step before. It asks for payment within 7 days.");
        assertThat(said.get(3).said()).isEqualTo("N, due 2026-02-20: 2026-03-02");
        assertThat(said.getFirst().text()).contains("7 days before the due date").contains("last day is 1 day before the due date");
        assertThat(said.get(5).text()).contains("signed letter").endsWith("You read it first.");
        assertThat(said.get(6).text()).contains("a person calls");
    }

    @Property(tries = 100)
    void c15_before_and_after_mean_in_words_what_they_mean_in_dates(@ForAll @IntRange(min = -60, max = 60) int offset,
            @ForAll @IntRange(min = 0, max = 364) int day) {
        Policy policy = Policy.DEFAULT.with(List.of(new Policy.Rule(Step.R1, offset, null, 0, Policy.Travel.AS_AGREED, 0, false)));
        LocalDate due = LocalDate.of(2026, 1, 1).plusDays(day);
        List<Sample> three = List.of(new Sample("1", due), new Sample("2", due.plusDays(1)), new Sample("3", due.plusDays(40)));
        Sentence sentence = sentences.say(policy, three, EVERY_DAY).getFirst();
        assertThat(sentence.days()).containsExactly(due.plusDays(offset), due.plusDays(offset + 1), due.plusDays(offset + 40));
        assertThat(sentence.text().contains("before the due date")).isEqualTo(sentence.days().getFirst().isBefore(due));
        assertThat(sentence.text().contains("after the due date")).isEqualTo(sentence.days().getFirst().isAfter(due));
        assertThat(sentence.text().contains("on the due date")).isEqualTo(sentence.days().getFirst().equals(due));
        Sentence worked = sentences.say(policy, three, BusinessDays.WEEKDAYS).getFirst();
        assertThat(worked.days()).allSatisfy(on -> assertThat(BusinessDays.WEEKDAYS.isBusinessDay(on)).isTrue());
        assertThat(worked.days().getFirst()).isBetween(due.plusDays(offset), due.plusDays(offset + 2));
    }

    @Test
    void the_outlook_names_the_day_on_which_the_plan_then_does_it() {
        for (int mailed = 0; mailed < 6; mailed++) {
            for (int cap = 0; cap < 4; cap++) {
                Diary diary = Diary.german();
                diary.owes("N", "2026-02-20", "100.00").mailed = Diary.day("2026-02-18").plusDays(mailed);
                diary.lastWritten = Diary.day("2026-02-20").plusDays(cap);
                for (LocalDate day = Diary.day("2026-02-21"); day.isBefore(Diary.day("2026-05-01")); day = day.plusDays(1)) {
                    Outlook.Next next = Outlook.of(diary.facts(day), diary.days).getFirst();
                    LocalDate promised = next.day();
                    if (promised != null && promised.isAfter(day)) {
                        assertThat(Ladder.plan(diary.facts(promised.minusDays(1))).messages()).isEmpty();
                        List<DunningPlan.Line> then = Ladder.plan(diary.facts(promised)).messages().stream().flatMap(m -> m.lines().stream()).toList();
                        List<DunningPlan.Errand> tasks = Ladder.plan(diary.facts(promised)).tasks();
                        assertThat(then.size() + tasks.size()).isEqualTo(1);
                    }
                    diary.run(day.toString());
                }
            }
        }
    }

    @Test
    void only_what_waits_for_the_owner_is_said_to_wait() {
        Diary diary = new Diary();
        diary.policy = Policy.DEFAULT.in(Policy.Mode.ACTIVE);
        diary.owes("N", "2026-06-05", "100.00");
        assertThat(sentences.next(Outlook.of(diary.facts(Diary.day("2026-06-08")), diary.days).getFirst())).isEqualTo("First reminder on 2026-06-08");
        diary.items.get("N").done.put(Step.R3, Diary.day("2026-06-25"));
        assertThat(sentences.next(Outlook.of(diary.facts(Diary.day("2026-06-26")), diary.days).getFirst())).isEqualTo("Final notice on 2026-07-06, when approved");
        diary.items.get("N").done.put(Step.F, Diary.day("2026-07-06"));
        diary.policy = Policy.DEFAULT;
        assertThat(sentences.next(Outlook.of(diary.facts(Diary.day("2026-07-07")), diary.days).getFirst())).isEqualTo("Call on 2026-07-20");
    }

    @Test
    void a_step_by_phone_is_a_call_and_no_message() {
        Diary diary = new Diary();
        diary.policy = Policy.DEFAULT.with(List.of(new Policy.Rule(Step.R1, 3, null, 3, Policy.Travel.CALL, 0, false)));
        diary.owes("N", "2026-06-05", "100.00");
        DunningPlan plan = diary.plan("2026-06-08");
        assertThat(plan.messages()).isEmpty();
        assertThat(plan.tasks()).singleElement().satisfies(task -> assertThat(task.numbers()).containsExactly("N"));
    }

    @Test
    void an_invoice_may_have_a_policy_of_its_own_and_off_leaves_it_out() {
        Diary diary = new Diary();
        diary.owes("A", "2026-06-05", "100.00");
        diary.owes("B", "2026-06-05", "100.00");
        diary.own.put("B", Policy.DEFAULT.in(Policy.Mode.OFF));
        assertThat(Diary.said(diary.plan("2026-06-08"))).containsExactly("2026-06-08 R1 A");
        diary.policy = Policy.DEFAULT.in(Policy.Mode.OFF);
        diary.own.put("B", Policy.DEFAULT);
        assertThat(Diary.said(diary.plan("2026-06-08"))).containsExactly("2026-06-08 R1 B");
    }
}
