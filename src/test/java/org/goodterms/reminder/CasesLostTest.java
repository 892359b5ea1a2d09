package org.goodterms.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.reminder.Diary.day;
import static org.goodterms.reminder.Diary.stopped;
import static org.goodterms.reminder.Office.eur;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.goodterms.customer.Contact;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.customer.CustomerForm;
import org.goodterms.customer.Person;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.ScriptedSmtpServer;
import org.goodterms.followup.FollowUp;
import org.goodterms.kernel.Id;
import org.goodterms.outbox.Message;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Failures of other products in which a reminder was not sent, or lost without a word, each with its proof. */
class CasesLostTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 6, 4);
    @TempDir
    private Path folder;

    /** Five customers, of whom the second has no text, the third no mailbox, and the fourth a page that is gone. */
    private Office poisoned() {
        Office office = new Office(folder, Engine.H2, 5);
        List.of("C000", "C001", "C002", "C003", "C004").forEach(code -> office.owes(code, "N" + code, THURSDAY.minusDays(3), eur(10_000)));
        office.change("C001", CustomerField.LANGUAGE, "ja");
        office.change("C002", CustomerField.EMAIL, "");
        office.owes("C003", "USD-1", THURSDAY.minusDays(3), Money.of(CurrencyUnit.USD, 70));
        return office;
    }

    @Test
    void C16_who_cannot_be_written_to_is_listed_and_everybody_else_gets_their_message() {
        try (Office office = poisoned()) {
            RunReport run = office.run(THURSDAY);
            assertThat(run.sent()).extracting(entry -> entry.notice().code()).containsExactly("C000", "C003", "C004");
            assertThat(run.waiting()).extracting(entry -> entry.notice().code() + " " + Objects.requireNonNull(entry.reason()).code())
                    .containsExactlyInAnyOrder("C001 reminder.no_text", "C003 reminder.no_pay_to");
            assertThat(run.tasks()).extracting(task -> task.code() + " " + task.kind().word()).containsExactly("C002 missing-address");
        }
    }

    @Test
    void C17_a_batch_of_n_second_reminders_gives_n_results_each_with_its_status() {
        try (Office office = new Office(folder, Engine.H2, 6); ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            for (int i = 0; i < 6; i++) {
                office.owes("C00" + i, "N" + i, THURSDAY.minusDays(12), eur(10_000 + i));
            }
            office.change("C004", CustomerField.LANGUAGE, "ja");
            assertThat(office.run(THURSDAY).sent()).hasSize(5);
            LocalDate later = THURSDAY.plusDays(8);
            server.on(ScriptedSmtpServer.Step.RCPT, ScriptedSmtpServer.Action.reply("250 fine"), ScriptedSmtpServer.Action.reply("550 nobody of that name"),
                    ScriptedSmtpServer.Action.reply("250 fine"));
            RunReport run = office.run(later, server.port());
            List<String> all = new ArrayList<>();
            run.sent().forEach(entry -> all.add(entry.notice().step() + " " + entry.notice().code() + " sent"));
            run.failed().forEach(entry -> all.add(entry.notice().step() + " " + entry.notice().code() + " failed"));
            run.waiting().forEach(entry -> all.add(entry.notice().step() + " " + entry.notice().code() + " waits"));
            assertThat(all).containsExactlyInAnyOrder("R2 C000 sent", "R2 C001 failed", "R2 C002 sent", "R2 C003 sent", "R1 C004 waits", "R2 C005 sent");
            assertThat(office.app.outbox().list(Message.State.SENT)).hasSize(5 + 4);
        }
    }

    @Test
    void C18_a_part_payment_keeps_the_level_and_the_history_of_the_invoice() {
        try (Office office = new Office(folder, Engine.H2, 1)) {
            office.owes("C000", "N1", THURSDAY.minusDays(3), eur(10_000));
            assertThat(office.run(THURSDAY).sent()).extracting(entry -> entry.notice().step()).containsExactly(Step.R1);
            office.pays("C000", "N1", eur(4_000), THURSDAY.plusDays(1));
            assertThat(office.run(THURSDAY.plusDays(6)).sent()).as("not asked for again before its time").isEmpty();
            RunReport second = office.run(THURSDAY.plusDays(7));
            assertThat(second.sent()).extracting(entry -> entry.notice().step()).containsExactly(Step.R2);
            assertThat(second.sent().getFirst().notice().asked()).isEqualTo(eur(6_000));
            assertThat(office.app.outbox().list(Message.State.SENT)).extracting(m -> m.about().step()).containsExactly("R1", "R2");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void C19_the_other_invoice_that_holds_this_one_back_is_named_and_a_person_may_write_nevertheless_with_a_note(Engine engine) {
        try (Office office = new Office(folder, engine, 1)) {
            office.owes("C000", "N1", THURSDAY.minusDays(20), eur(10_000));
            office.run(THURSDAY);
            office.owes("C000", "N2", THURSDAY.minusDays(2), eur(20_000));
            LocalDate friday = THURSDAY.plusDays(1);
            office.clock.standAt(friday);
            WorklistService worklists = office.app.reminders().worklists();
            DunningPlan plan = worklists.plan(friday);
            assertThat(stopped(plan)).containsExactly("R2 N1 cap", "R1 N2 cap");
            assertThat(worklists.earlier(plan)).hasSize(2)
                    .containsEntry(plan.stopped().getLast().item(), new Earlier(THURSDAY, Step.R1, List.of("N1")));
            ManualReminderService manual = office.app.reminders().manual();
            Id<Customer> customer = office.customers.get("C000");
            ManualReminderService.Choice held = manual.choices(customer).stream().filter(choice -> choice.number().equals("N2")).findFirst().orElseThrow();
            assertThat(held.resting()).isEqualTo(Reason.CAP);
            Written read = manual.preview(customer, List.of(held.item()), null).orThrow();
            assertThat(manual.queue(read, "they asked for it on the phone").orThrow()).hasSize(1);
            List<Contact> said = office.app.db().read(tx -> office.app.contacts().of(tx, customer));
            assertThat(said).filteredOn(contact -> contact.outcome().equals(ManualReminderService.ANYWAY))
                    .extracting(Contact::note).containsExactly("they asked for it on the phone");
            LocalDate later = THURSDAY.plusDays(5);
            assertThat(worklists.earlier(worklists.plan(later)).values()).as("the step of the item itself").containsExactly(new Earlier(THURSDAY, Step.R1, List.of("N1")));
        }
    }

    @Test
    void C21_the_ladder_ends_with_the_decision_and_begins_again_only_with_a_new_due_day() {
        Diary diary = new Diary();
        Diary.Owed item = diary.owes("N1", "2026-01-05", "100.00");
        List<String> first = diary.live("2026-01-05", "2026-12-31");
        assertThat(first).hasSize(7);
        assertThat(first.getLast()).endsWith("H N1");
        assertThat(diary.live("2027-01-01", "2027-12-31")).as("explicit end: a person decides").isEmpty();
        item.cycle++;
        item.due = day("2028-01-03");
        item.done.clear();
        assertThat(diary.live("2027-12-20", "2028-12-31")).as("a later due day: the same ladder once more").hasSize(7);
    }

    @Test
    void C21_a_shorter_ladder_ends_with_its_last_step() {
        Diary diary = new Diary();
        diary.policy = Policy.DEFAULT.with(Policy.DEFAULT.rules().subList(0, 4));
        diary.owes("N1", "2026-01-05", "100.00");
        assertThat(diary.live("2026-01-01", "2026-12-31")).containsExactly("2026-01-05 D N1", "2026-01-08 R1 N1", "2026-01-15 R2 N1");
    }

    @Test
    void C22_nothing_is_left_in_hand_after_a_run_and_what_waits_goes_or_is_taken_back_by_the_next() {
        try (Office office = new Office(folder, Engine.H2, 3); ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            for (int i = 0; i < 3; i++) {
                office.owes("C00" + i, "N" + i, THURSDAY.minusDays(3), eur(10_000));
            }
            server.on(ScriptedSmtpServer.Step.RCPT, ScriptedSmtpServer.Action.reply("450 come again later"),
                    ScriptedSmtpServer.Action.reply("550 no"), ScriptedSmtpServer.Action.reply("450 come again later"));
            RunReport run = office.run(THURSDAY, server.port());
            assertThat(run.waiting()).extracting(entry -> Objects.requireNonNull(entry.reason()).code()).containsOnly("reminder.waits_line").hasSize(2);
            assertThat(run.failed()).hasSize(1);
            settledStates(office);
            office.app.holds().forbid("C000").orThrow();
            server.on(ScriptedSmtpServer.Step.RCPT);
            RunReport next = office.run(THURSDAY.plusDays(1), server.port());
            assertThat(next.sent()).extracting(entry -> entry.notice().code()).contains("C002").doesNotContain("C000");
            assertThat(stoppedIn(next)).contains("C000 do-not-contact");
            assertThat(office.app.outbox().list(null)).filteredOn(m -> m.about().customerCode().equals("C000"))
                    .extracting(Message::state).containsExactly(Message.State.CANCELLED);
            settledStates(office);
            assertThat(office.app.outbox().list(Message.State.DEFERRED)).isEmpty();
            assertThat(office.app.outbox().list(Message.State.QUEUED)).isEmpty();
        }
    }

    private static void settledStates(Office office) {
        assertThat(office.app.outbox().list(Message.State.SENDING)).isEmpty();
        assertThat(office.app.outbox().list(Message.State.DRAFT)).isEmpty();
    }

    private static List<String> stoppedIn(RunReport report) {
        return report.stopped().stream().map(s -> s.code() + " " + s.reason().word()).toList();
    }

    @Test
    void C23_each_item_whose_turn_it_is_stands_in_exactly_one_list() {
        Random random = new Random(20260604);
        EnumSet<Reason> seen = EnumSet.noneOf(Reason.class);
        for (int i = 0; i < 4_000; i++) {
            Diary diary = anything(random);
            LocalDate today = day("2026-06-08").plusDays(random.nextInt(3));
            DunningPlan plan = Ladder.plan(diary.facts(today));
            plan.stopped().forEach(one -> seen.add(one.reason()));
            for (Facts.Due due : diary.facts(today).debtors().getFirst().items()) {
                boolean charge = due.charge() || !due.open().isPositive();
                Policy.Rule rule = charge ? null : diary.policy.turn(due.daysPastDue(today), diary.courtesy, due.done().keySet());
                boolean early = rule != null && !rule.step().isReminder() && diary.reach == Facts.Reach.PHONE;
                long told = told(plan, due.number()).count();
                boolean waitsForAddress = diary.reach == Facts.Reach.NOWHERE && diary.tasks.contains(FollowUp.Kind.MISSING_ADDRESS);
                assertThat(told).as("%s of %s on %s: %s", rule, due, today, plan).isLessThanOrEqualTo(1)
                        .isEqualTo(rule == null || early ? 0 : waitsForAddress ? told : 1);
            }
        }
        assertThat(seen).as("all reasons were met").containsAll(EnumSet.complementOf(EnumSet.of(Reason.SETTLED)));
    }

    private static Stream<String> told(DunningPlan plan, String number) {
        Stream<String> messages = plan.messages().stream().flatMap(m -> m.lines().stream()).map(DunningPlan.Line::number);
        Stream<String> steps = plan.tasks().stream().filter(task -> !task.lines().isEmpty()
                || task.kind() == FollowUp.Kind.MISSING_ADDRESS).flatMap(task -> task.numbers().stream());
        Stream<String> stopped = plan.stopped().stream().map(DunningPlan.Stopped::number);
        return Stream.of(messages, steps, stopped).flatMap(s -> s).filter(number::equals);
    }

    private static Diary anything(Random random) {
        Diary diary = new Diary();
        diary.courtesy = random.nextBoolean();
        diary.reach = Facts.Reach.values()[random.nextInt(4)];
        diary.forbidden = random.nextInt(12) == 0;
        diary.held = random.nextInt(12) == 0;
        diary.lastWritten = random.nextInt(3) == 0 ? day("2026-06-07") : null;
        if (random.nextInt(8) == 0) {
            diary.tasks.add(FollowUp.Kind.MISSING_ADDRESS);
        }
        if (random.nextInt(6) == 0) {
            diary.credits.put(CurrencyUnit.EUR, Diary.eur("60.00"));
        }
        for (int n = 0; n < 3; n++) {
            Diary.Owed item = diary.owes("N" + n, day("2026-06-12").minusDays(random.nextInt(90)), Diary.eur(random.nextInt(200) + ".00"));
            item.charge = random.nextInt(10) == 0;
            item.held = random.nextInt(10) == 0;
            item.handedOver = random.nextInt(10) == 0;
            item.disputed = random.nextInt(8) == 0 ? item.open : item.disputed;
            item.quietOf = random.nextInt(8) == 0 ? day("2026-06-05") : null;
            for (Step step : List.of(Step.D, Step.R1, Step.R2, Step.R3).subList(0, random.nextInt(5))) {
                item.done.put(step, day("2026-05-28").plusDays(random.nextInt(9)));
            }
        }
        if (random.nextInt(4) == 0) {
            diary.agree(Facts.Agreed.Kind.values()[random.nextInt(2)], Facts.Agreed.Phase.values()[random.nextInt(3)], "N0");
        }
        return diary;
    }

    @Test
    void contract_8_a_late_start_brings_one_message_for_each_customer_and_one_step_for_each_invoice() {
        Diary diary = new Diary();
        diary.owes("N1", "2026-01-05", "100.00");
        diary.owes("N2", "2026-05-05", "100.00");
        DunningPlan plan = diary.run("2026-06-08");
        assertThat(plan.messages()).hasSize(1);
        assertThat(plan.messages().getFirst().lines()).extracting(DunningPlan.Line::step).containsExactly(Step.R1, Step.R1);
        assertThat(diary.items.values()).allMatch(item -> item.done.equals(Map.of(Step.R1, day("2026-06-08"))));
    }

    @Test
    void C39_every_person_ticked_gets_the_reminder_and_one_bad_mailbox_drops_nobody_else() {
        try (Office office = new Office(folder, Engine.H2, 1); ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            server.on(ScriptedSmtpServer.Step.RCPT, ScriptedSmtpServer.Action.reply("250 yes"), ScriptedSmtpServer.Action.reply("550 no such mailbox"),
                    ScriptedSmtpServer.Action.reply("250 yes"));
            Customer customer = office.app.customers().customer(office.customers.get("C000"));
            office.app.customers().change(customer, CustomerForm.of(customer).withPersons(List.of(
                    new Person("Ann", "", "ann@example.org", "", false, true), new Person("Ben", "", "ben@example.org", "", false, true),
                    new Person("Cem", "", "cem@example.org", "", false, true), new Person("Dan", "", "dan@example.org", "", true, false)))).orThrow();
            office.owes("C000", "N1", THURSDAY.minusDays(3), eur(10_000));
            RunReport report = office.run(THURSDAY, server.port());
            assertThat(server.received()).extracting(ScriptedSmtpServer.Received::to).containsExactlyInAnyOrder("RCPT TO:<ann@example.org>", "RCPT TO:<cem@example.org>");
            assertThat(report.sent()).hasSize(1);
            assertThat(report.tasks()).extracting(task -> task.kind().word()).containsExactly("failed-send");
            assertThat(office.app.outbox().list(Message.State.FAILED)).extracting(message -> message.parcel().recipient()).containsExactly("ben@example.org");
            assertThat(office.run(THURSDAY, server.port()).sent()).isEmpty();
            assertThat(server.received()).as("and nobody twice").hasSize(2);
        }
    }
}
