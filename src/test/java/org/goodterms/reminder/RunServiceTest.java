package org.goodterms.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.goodterms.App;
import org.goodterms.BookClock;
import org.goodterms.company.Founding;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Progress;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.Way;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs on a real book: again and again, at once, over closed days, with money that comes in between. */
class RunServiceTest {
    @TempDir
    private Path folder;

    private static Money eur(long minor) {
        return Money.ofMinor(CurrencyUnit.EUR, minor);
    }

    @Test
    void C1_a_thousand_ticks_in_a_day_send_what_one_sends() {
        LocalDate day = LocalDate.of(2026, 6, 4);
        try (Office office = new Office(folder, Engine.H2, 2)) {
            office.owes("C000", "N1", day.minusDays(3), eur(10_000));
            office.owes("C001", "N2", day.minusDays(50), eur(10_000));
            assertThat(office.run(day).sent()).hasSize(2);
            for (int i = 0; i < 1_000; i++) {
                RunReport again = office.run(day);
                assertThat(again.sent().size() + again.tasks().size() + again.failed().size() + again.waiting().size()).isZero();
            }
            assertThat(office.app.outbox().list(null)).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void C3_two_runs_at_the_same_time_send_each_message_once(Engine engine) throws Exception {
        LocalDate day = LocalDate.of(2026, 6, 4);
        try (Office office = new Office(folder, engine, 6); ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (String code : office.customers.keySet()) {
                office.owes(code, "N" + code, day.minusDays(3), eur(10_000));
            }
            office.clock.standAt(day);
            Callable<RunReport> run = () -> office.run(day);
            List<String> sent = new ArrayList<>();
            for (var report : two.invokeAll(List.of(run, run))) {
                report.get().sent().forEach(entry -> sent.add(entry.notice().code()));
            }
            assertThat(new HashSet<>(sent)).hasSize(6);
            assertThat(office.app.outbox().list(Message.State.SENT)).hasSize(6);
        }
    }

    @Test
    void C42_who_pays_between_plan_and_claim_gets_nothing_and_is_told_as_settled() {
        LocalDate day = LocalDate.of(2026, 6, 4);
        try (Office office = new Office(folder, Engine.H2, 2)) {
            office.owes("C000", "N1", day.minusDays(3), eur(10_000));
            office.owes("C001", "N2", day.minusDays(3), eur(20_000));
            office.owes("C001", "N3", day.minusDays(3), eur(30_000));
            boolean[] paid = new boolean[1];
            Progress pays = new Progress() {
                @Override
                public void at(long done, long total, String textKey) {
                    // nobody watches
                }

                @Override
                public boolean cancelled() {
                    if (!paid[0]) {
                        paid[0] = true;
                        office.pays("C000", "N1", eur(10_000), day);
                        office.pays("C001", "N2", eur(20_000), day);
                    }
                    return false;
                }
            };
            RunReport report = office.run(day, pays);
            assertThat(report.sent()).extracting(entry -> entry.notice().asked()).containsExactly(eur(30_000));
            assertThat(report.stopped()).extracting(DunningPlan.Stopped::number, DunningPlan.Stopped::reason)
                    .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("N1", Reason.SETTLED),
                            org.assertj.core.groups.Tuple.tuple("N2", Reason.SETTLED));
        }
    }

    @Test
    void C10_a_run_larger_than_any_the_owner_approved_waits() {
        LocalDate day = LocalDate.of(2026, 6, 4);
        try (Office office = new Office(folder, Engine.H2, 4)) {
            office.app.reminders().policies().save(Policies.Scope.COMPANY, "", Policy.DEFAULT.in(Policy.Mode.ACTIVE)).orThrow();
            office.owes("C000", "N0", day.minusDays(3), eur(10_000));
            office.run(day);
            for (int i = 1; i < 4; i++) {
                office.owes("C00" + i, "N" + i, day.minusDays(3), eur(10_000));
            }
            RunService.Order alone = new RunService.Order(new Way.Folder(folder.toString()), false, Set.of());
            RunReport braked = office.app.reminders().runs().run(alone, Progress.NONE).orThrow();
            assertThat(braked.sent()).isEmpty();
            assertThat(braked.waiting()).allMatch(entry -> entry.reason() != null && entry.reason().code().equals("reminder.waits_brake")).hasSize(3);
            assertThat(office.run(day).sent()).hasSize(3);
            office.owes("C000", "N9", day.minusDays(1), eur(10_000));
            office.clock.standAt(LocalDate.of(2026, 6, 8));
            assertThat(office.app.reminders().runs().run(alone, Progress.NONE).orThrow().sent()).as("small enough").hasSize(1);
        }
    }

    @Test
    void C12_the_day_of_a_run_is_the_day_in_the_zone_of_the_book() {
        for (String zone : List.of("Pacific/Kiritimati", "Etc/GMT+12", "Europe/Berlin")) {
            java.time.ZoneId there = java.time.ZoneId.of(zone);
            BookClock clock = new BookClock(Clock.fixed(Instant.parse("2026-06-04T11:55:00Z"), there), there);
            Changes changes = new Changes();
            try (App app = new App(Engine.H2.open(clock, changes), clock, Ids.counting(), changes)) {
                app.begin(Founding.of("Firm", "FR", "EUR").inZone(zone)).orThrow();
                assertThat(app.reminders().worklists().plan(app.today()).on()).isEqualTo(LocalDate.ofInstant(clock.instant(), there));
            }
        }
    }

    @Test
    void a_promise_due_on_wednesday_is_called_about_on_thursday_and_a_plan_missed_on_friday_on_the_tuesday() {
        try (Office office = new Office(folder, Engine.H2, 2)) {
            LocalDate wednesday = LocalDate.of(2026, 6, 17);
            office.clock.standAt(LocalDate.of(2026, 6, 12));
            office.owes("C000", "P1", LocalDate.of(2026, 6, 5), eur(10_000));
            office.owes("C001", "L1", LocalDate.of(2026, 6, 5), eur(30_000));
            promise(office, "C000", "P1", eur(10_000), wednesday);
            plan(office, "C001", "L1", LocalDate.of(2026, 6, 19));
            assertThat(office.run(wednesday).stopped()).extracting(DunningPlan.Stopped::reason)
                    .containsExactly(Reason.PROMISE_PENDING, Reason.PLAN_ON_TRACK);
            assertThat(office.run(wednesday.plusDays(1)).tasks()).extracting(task -> task.kind().word()).containsExactly("broken-promise");
            assertThat(office.run(wednesday.plusDays(1)).tasks()).isEmpty();
            assertThat(office.run(wednesday.plusDays(2)).sent()).extracting(entry -> entry.notice().code()).containsExactly("C000");
            assertThat(office.run(LocalDate.of(2026, 6, 22)).tasks()).isEmpty();
            assertThat(office.run(LocalDate.of(2026, 6, 23)).tasks()).extracting(task -> task.kind().word()).containsExactly("broken-plan");
            assertThat(office.run(LocalDate.of(2026, 6, 24)).sent()).extracting(entry -> entry.notice().code()).contains("C001");
        }
    }

    private static void promise(Office office, String code, String number, Money amount, LocalDate by) {
        office.app.agreements().promises().add(new org.goodterms.agreement.PromiseService.Request(office.customers.get(code),
                List.of(number), amount, by, new org.goodterms.agreement.Promise.Said("", "phone", ""), "")).orThrow();
    }

    private static void plan(Office office, String code, String number, LocalDate first) {
        office.app.agreements().plans().create(new org.goodterms.agreement.PlanService.Request(office.customers.get(code), List.of(number),
                new org.goodterms.agreement.Planning.Schedule.Monthly(3, first, false), org.goodterms.agreement.Plan.Terms.DEFAULT)).orThrow();
    }
}
