package org.goodterms.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.reminder.Policies.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Policies set, replaced, taken back, and what they would change told before. */
class PolicyServiceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private final PolicySentences sentences = new PolicySentences(Texts.of(Locale.ENGLISH), LocalDate::toString);
    @TempDir
    Path folder;

    private Office office(Engine engine) {
        Office office = new Office(folder, engine, 2);
        office.owes("C000", "OLD", TODAY.minusDays(100), Office.eur(10_000));
        office.owes("C000", "NEW", TODAY.plusDays(20), Office.eur(20_000));
        office.owes("C001", "LATE", TODAY.minusDays(12), Office.eur(30_000));
        office.clock.standAt(TODAY);
        return office;
    }

    private List<String> told(List<PolicyChange> changes) {
        return changes.stream().map(c -> c.before().code() + " " + c.before().number() + ": " + sentences.next(c.before()) + " > "
                + sentences.next(c.after())).toList();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void c14_switching_on_lists_what_is_overdue_with_the_step_it_enters_at_and_nothing_is_lost_while_off(Engine engine) {
        try (Office office = office(engine)) {
            PolicyService policies = office.app.reminders().policies();
            policies.save(Scope.COMPANY, "", Policy.DEFAULT.in(Policy.Mode.OFF)).orThrow();
            assertThat(office.run(TODAY).sent()).isEmpty();
            List<String> told = told(policies.preview(Scope.COMPANY, "", Policy.DEFAULT).orThrow());
            assertThat(told).containsExactly(
                    "C000 OLD: nothing: switched off > First reminder on 2026-06-15, when approved",
                    "C000 NEW: nothing: switched off > Due today on 2026-07-06, when approved",
                    "C001 LATE: nothing: switched off > First reminder on 2026-06-15, when approved");
            assertThat(policies.all().company().mode()).as("looking changes nothing").isEqualTo(Policy.Mode.OFF);
            policies.save(Scope.COMPANY, "", Policy.DEFAULT).orThrow();
            assertThat(office.app.reminders().worklists().plan(TODAY).messages()).flatExtracting(DunningPlan.Notice::lines)
                    .extracting(DunningPlan.Line::number).containsExactly("OLD", "LATE");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void c25_an_edited_policy_never_moves_the_past_and_what_comes_is_told_anew(Engine engine) {
        try (Office office = office(engine)) {
            PolicyService policies = office.app.reminders().policies();
            assertThat(office.run(TODAY).sent()).hasSize(2);
            List<Map<Step, LocalDate>> before = done(office);
            List<Policy.Rule> slower = new ArrayList<>(Policy.DEFAULT.rules());
            slower.replaceAll(rule -> rule.step() == Step.R2 ? new Policy.Rule(Step.R2, 15, null, 14, Policy.Travel.LETTER, 7, true) : rule);
            Policy edited = Policy.DEFAULT.with(slower);
            List<String> told = told(policies.preview(Scope.CUSTOMER, "C001", edited).orThrow());
            assertThat(told).containsExactly("C001 LATE: Second reminder on 2026-06-22, when approved > Second reminder on 2026-06-29, when approved");
            policies.save(Scope.CUSTOMER, "C001", edited).orThrow();
            assertThat(done(office)).isEqualTo(before);
            assertThat(policies.outlook()).extracting(Outlook.Next::number, Outlook.Next::day).contains(
                    org.assertj.core.groups.Tuple.tuple("LATE", LocalDate.of(2026, 6, 29)));
            assertThat(office.app.reminders().worklists().plan(LocalDate.of(2026, 6, 22)).messages()).extracting(DunningPlan.Notice::code)
                    .containsExactly("C000");
        }
    }

    private static List<Map<Step, LocalDate>> done(Office office) {
        return office.app.db().read(tx -> office.app.reminders().worklists().known(tx, FactsStore.Scope.of(TODAY))).debtors().stream()
                .flatMap(debtor -> debtor.items().stream()).<Map<Step, LocalDate>>map(due -> new TreeMap<>(due.done())).toList();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_nearest_policy_holds_and_every_version_stays_on_record(Engine engine) {
        try (Office office = office(engine)) {
            PolicyService policies = office.app.reminders().policies();
            Policy off = Policy.DEFAULT.in(Policy.Mode.OFF);
            policies.save(Scope.SEGMENT, "at-risk", off).orThrow();
            policies.save(Scope.CUSTOMER, "C000", off).orThrow();
            policies.save(Scope.INVOICE, "OLD", Policy.DEFAULT).orThrow();
            Policies all = policies.all();
            assertThat(all.of("C009", "at-risk")).isEqualTo(off);
            assertThat(all.of("C000", "", "OLD")).isEqualTo(Policy.DEFAULT);
            assertThat(all.of("C000", "", "NEW")).isEqualTo(off);
            assertThat(office.app.reminders().worklists().plan(TODAY).messages()).flatExtracting(DunningPlan.Notice::lines)
                    .extracting(DunningPlan.Line::number).containsExactly("OLD", "LATE");
            policies.forget(Scope.INVOICE, "OLD").orThrow();
            policies.forget(Scope.INVOICE, "OLD").orThrow();
            assertThat(policies.all().own(Scope.INVOICE, "OLD")).isEmpty();
            policies.save(Scope.INVOICE, "OLD", off).orThrow();
            assertThat(policies.versions(Scope.INVOICE, "OLD")).containsExactly(new PolicyVersion(1, TODAY, Policy.DEFAULT),
                    new PolicyVersion(2, TODAY, null), new PolicyVersion(3, TODAY, off));
        }
    }

    @Test
    void a_policy_that_makes_no_sense_is_refused_before_it_is_previewed() {
        try (Office office = office(Engine.H2)) {
            PolicyService policies = office.app.reminders().policies();
            Policy lapses = Policy.DEFAULT.with(List.of(new Policy.Rule(Step.D, 2, 1, 0, Policy.Travel.AS_AGREED, 0, false)));
            assertThat(policies.preview(Scope.COMPANY, "", lapses).problems()).extracting(Problem::code).containsExactly("reminder.step_lapses");
            Policy crossed = Policy.DEFAULT.with(List.of(new Policy.Rule(Step.R1, 9, null, 0, Policy.Travel.AS_AGREED, 0, false),
                    new Policy.Rule(Step.R2, 3, null, 0, Policy.Travel.AS_AGREED, 0, false)));
            assertThat(policies.save(Scope.COMPANY, "", crossed).problems()).extracting(Problem::code).containsExactly("reminder.step_order");
            Policy slow = new Policy(Policy.Mode.DRAFT, Policy.DEFAULT.rules(), 61, 7, 3, java.math.BigDecimal.ONE);
            assertThat(policies.save(Scope.COMPANY, "", slow).problems()).extracting(Problem::code).containsExactly("reminder.policy_days");
        }
    }

    @Test
    void c20_outlook_worklist_and_run_report_agree_on_every_overdue_item() {
        try (Office office = office(Engine.H2)) {
            office.app.holds().holdItem("LATE", "they asked", null).orThrow();
            for (int i = 0; i < 40; i++) {
                LocalDate day = TODAY.plusDays(i);
                office.clock.standAt(day);
                DunningPlan plan = office.app.reminders().worklists().plan(day);
                List<Outlook.Next> outlook = office.app.reminders().policies().outlook();
                assertThat(outlook.stream().filter(next -> day.equals(next.day())).map(next -> next.number() + next.step())).containsExactlyInAnyOrderElementsOf(
                        java.util.stream.Stream.concat(plan.messages().stream().flatMap(m -> m.lines().stream()), plan.tasks().stream()
                                .flatMap(t -> t.lines().stream())).map(line -> line.number() + line.step()).toList());
                assertThat(outlook.stream().filter(next -> next.reason() != null && plan.messages().size() + plan.stopped().size() > 0)
                        .map(next -> next.number() + next.step() + next.reason())).containsExactlyInAnyOrderElementsOf(
                        plan.stopped().stream().map(s -> s.number() + s.step() + s.reason()).toList());
                RunReport report = office.run(day);
                assertThat(report.sent()).extracting(entry -> entry.notice().lines()).isEqualTo(plan.messages().stream()
                        .map(DunningPlan.Notice::lines).toList());
                assertThat(report.stopped()).isEqualTo(plan.stopped());
            }
        }
    }
}
