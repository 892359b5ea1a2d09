package org.goodterms.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goodterms.db.gen.Tables.ITEM_STEP;
import static org.goodterms.db.gen.Tables.REMINDER_LINE;
import static org.goodterms.reminder.Office.eur;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goodterms.customer.CustomerField;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.Way;
import org.goodterms.receivable.OpenItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures of other products that wrote too often, each with the proof that it cannot happen here. */
class CasesTooOftenTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 6, 4);
    @TempDir
    private Path folder;

    private static long steps(Office office) {
        return office.app.db().read(tx -> (long) tx.sql().fetchCount(ITEM_STEP, ITEM_STEP.REMINDER_ID.isNotNull()));
    }

    private static long asked(Office office) {
        return office.app.db().read(tx -> (long) tx.sql().fetchCount(REMINDER_LINE, REMINDER_LINE.STEP.ne("")));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void C2_no_mode_and_no_order_sends_without_the_row_of_the_step(Engine engine) {
        try (Office office = new Office(folder, engine, 3)) {
            List.of("C000", "C001", "C002").forEach(code -> office.owes(code, "N" + code, THURSDAY.minusDays(3), eur(10_000)));
            office.clock.standAt(THURSDAY);
            RunService runs = office.app.reminders().runs();
            Way way = new Way.Folder(folder.toString());
            Set<RunService.Pick> one = Set.of(new RunService.Pick(office.customers.get("C000"), eur(0).getCurrencyUnit()));
            for (Policy.Mode mode : Policy.Mode.values()) {
                office.app.reminders().policies().save(Policies.Scope.COMPANY, "", Policy.DEFAULT.in(mode)).orThrow();
                for (RunService.Order order : List.of(new RunService.Order(way, false, Set.of()), new RunService.Order(way, false, one),
                        new RunService.Order(way, true, one), new RunService.Order(way, true, Set.of()))) {
                    runs.run(order, Progress.NONE).orThrow();
                    assertThat(office.app.outbox().list(null)).as(mode.word()).hasSize((int) steps(office));
                    assertThat(asked(office)).isEqualTo(steps(office));
                }
            }
            assertThat(steps(office)).as("something was sent").isEqualTo(3);
            UUID item = office.app.db().read(tx -> office.app.receivables().byNumber(tx, "NC000").getFirst().id().value());
            assertThatThrownBy(() -> office.app.db().write(tx -> Outcome.ok(tx.sql().insertInto(ITEM_STEP)
                    .set(ITEM_STEP.ID, UUID.randomUUID()).set(ITEM_STEP.ITEM_ID, item).set(ITEM_STEP.STEP, "R1").set(ITEM_STEP.CYCLE, 1)
                    .set(ITEM_STEP.STEP_DATE, THURSDAY).set(ITEM_STEP.WRITTEN, true).set(ITEM_STEP.RECORDED_AT, tx.now()).execute())))
                    .as("the tables refuse a second row of the same step and cycle").isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void C5_two_events_of_an_invoice_within_a_minute_make_one_message() {
        try (Office office = new Office(folder, Engine.H2, 1)) {
            String number = office.issues("C000", THURSDAY.minusDays(3), "100.00");
            office.clock.standAt(THURSDAY.minusDays(20));
            assertThat(office.app.mailing().send(number).orThrow()).hasSize(1);
            Outcome<List<Message>> again = office.app.mailing().send(number);
            assertThat(again.problems()).extracting(Problem::code).containsExactly("outbox.already_there");
            office.clock.standAt(THURSDAY);
            ManualReminderService manual = office.app.reminders().manual();
            Id<OpenItem> item = manual.choices(office.customers.get("C000")).getFirst().item();
            Written read = manual.preview(office.customers.get("C000"), List.of(item), null).orThrow();
            Written readAtTheOtherDesk = manual.preview(office.customers.get("C000"), List.of(item), null).orThrow();
            assertThat(manual.queue(read).isOk()).isTrue();
            assertThat(manual.queue(readAtTheOtherDesk).isOk()).as("the same by hand a moment later").isFalse();
            RunReport run = office.run(THURSDAY);
            assertThat(run.sent()).as("the run finds it and sends it once").hasSize(1);
            assertThat(office.run(THURSDAY).sent()).isEmpty();
            assertThat(office.app.outbox().list(null)).filteredOn(m -> m.about().kind().equals("reminder")).hasSize(1);
        }
    }

    @Test
    void C5_two_parts_of_an_invoice_whose_turn_comes_on_one_day_are_one_message() {
        Diary diary = new Diary();
        diary.owes("N1", "2026-06-01", "50.00");
        Diary.Owed second = diary.owes("N1 part 2", "2026-06-04", "70.00");
        DunningPlan plan = diary.plan("2026-06-04");
        assertThat(plan.messages()).hasSize(1);
        assertThat(plan.messages().getFirst().step()).isEqualTo(Step.R1);
        assertThat(plan.messages().getFirst().lines()).extracting(DunningPlan.Line::step).containsExactly(Step.R1, Step.D);
        assertThat(plan.messages().getFirst().asked()).isEqualTo(Diary.eur("120.00"));
        assertThat(second.done).isEmpty();
    }

    @Test
    void C6_runs_add_nothing_to_the_debt_and_interest_of_a_period_is_charged_once() {
        try (Office office = new Office(folder, Engine.H2, 1)) {
            LocalDate due = LocalDate.of(2026, 5, 4);
            String number = office.issues("C000", due, "1000.00");
            for (int day = 0; day < 40; day += 5) {
                office.run(due.plusDays(day));
                office.run(due.plusDays(day));
            }
            assertThat(items(office)).as("weeks of runs charge nothing by themselves").containsExactly(number);
            office.clock.standAt(due.plusDays(40));
            String charged = office.app.claims().interest().charge(number, null).orThrow().number();
            List<String> after = items(office);
            assertThat(after).contains(charged);
            assertThat(office.app.claims().interest().charge(number, null).isOk()).as("the same period again").isFalse();
            office.run(due.plusDays(40));
            assertThat(items(office)).isEqualTo(after);
        }
    }

    private static List<String> items(Office office) {
        return office.app.db().read(tx -> office.app.receivables().openAt(tx, office.app.today(), null, null).stream()
                .map(OpenItem::number).sorted().toList());
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void C9_where_something_else_reminds_the_customers_too_what_is_overdue_waits_under_review(Engine engine) {
        try (Office office = new Office(folder, engine, 2)) {
            FirstListService first = office.app.reminders().firstList();
            office.owes("C000", "OLD-1", THURSDAY.minusDays(70), eur(10_000));
            office.owes("C001", "OLD-2", THURSDAY.minusDays(5), eur(10_000));
            office.clock.standAt(THURSDAY);
            assertThat(first.answer()).as("nobody was asked yet").isEmpty();
            assertThat(first.elsewhere(" ").isOk()).isFalse();
            assertThat(first.elsewhere("the program before").orThrow()).hasSize(2);
            assertThat(first.elsewhere("the program before").orThrow()).as("held already").isEmpty();
            assertThat(first.answer()).contains("the program before");
            RunReport run = office.run(THURSDAY);
            assertThat(run.sent()).isEmpty();
            assertThat(run.stopped()).extracting(DunningPlan.Stopped::reason).containsOnly(Reason.HOLD).hasSize(2);
            assertThat(office.app.holds().standing(THURSDAY)).extracting(Hold::reason).containsOnly(Hold.REVIEW);
            office.app.holds().liftItem("OLD-1").orThrow();
            assertThat(office.run(THURSDAY).sent()).extracting(entry -> entry.notice().code()).containsExactly("C000");
            first.nothingElse().orThrow();
            assertThat(first.answer()).contains("");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct-debit", "standing-order"})
    void C11_who_pays_by_itself_is_not_asked_to_pay_before_the_debt_is_late(String way) {
        try (Office office = new Office(folder, Engine.H2, 2)) {
            office.change("C000", CustomerField.PAYS_BY, way);
            office.change("C000", CustomerField.COURTESY, "true");
            office.change("C001", CustomerField.COURTESY, "true");
            LocalDate due = LocalDate.of(2026, 6, 5);
            String automatic = office.issues("C000", due, "100.00");
            String other = office.issues("C001", due, "100.00");
            assertThat(office.app.mailing().words(automatic).orThrow().text()).contains("nothing for you to do").doesNotContain("Please pay");
            assertThat(office.app.mailing().words(other).orThrow().text()).contains("Bitte zahlen Sie");
            for (LocalDate day = due.minusDays(8); day.isBefore(due.plusDays(3)); day = day.plusDays(1)) {
                RunReport run = office.run(day);
                assertThat(run.sent()).extracting(entry -> entry.notice().code()).doesNotContain("C000");
                assertThat(run.stopped()).extracting(DunningPlan.Stopped::code).doesNotContain("C000");
            }
            assertThat(office.app.outbox().list(Message.State.SENT)).extracting(m -> m.about().customerCode() + m.about().step())
                    .as("the other one is").containsExactly("C001C", "C001D");
            assertThat(office.run(due.plusDays(3)).sent()).as("once it is late, the reminder of an oversight")
                    .extracting(entry -> entry.notice().code() + entry.notice().step()).contains("C000R1");
        }
    }

    @Test
    void contract_7_every_written_message_counts_for_the_cap_and_a_call_does_not() {
        Diary diary = new Diary();
        diary.owes("N1", "2026-06-01", "50.00");
        diary.lastWritten = Diary.day("2026-06-02");
        assertThat(Diary.stopped(diary.plan("2026-06-04"))).containsExactly("R1 N1 cap");
        assertThat(diary.plan("2026-06-05").messages()).hasSize(1);
    }
}
