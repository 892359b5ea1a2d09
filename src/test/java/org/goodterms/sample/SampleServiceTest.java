package org.goodterms.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.goodterms.App;
import org.goodterms.check.Finding;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.SampleBook;
import org.goodterms.followup.FollowUp;
import org.goodterms.invoice.InvoiceFilter;
import org.goodterms.outbox.Message;
import org.goodterms.report.AgingBasis;
import org.goodterms.reminder.DunningPlan;
import org.goodterms.reminder.Reason;
import org.goodterms.reminder.Step;
import org.goodterms.report.AgingReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SampleServiceTest {
    private static final LocalDate TODAY = SampleBook.today();
    private static SampleBook book;
    private static App app;

    @BeforeAll
    static void open() {
        book = new SampleBook(Engine.H2);
        app = book.app;
    }

    @AfterAll
    static void close() {
        book.close();
    }

    @Test
    void the_sample_book_passes_every_check() {
        assertThat(app.checks().run()).isNotEmpty().allMatch(Finding::ok);
    }

    @Test
    void it_is_a_firm_of_forty_customers_with_two_years_behind_it() {
        assertThat(app.customers().list()).hasSize(40);
        assertThat(app.ledger().entries(TODAY.minusYears(2), TODAY)).hasSizeGreaterThan(700);
        assertThat(app.ledger().entries(TODAY.plusDays(1), LocalDate.of(9999, 12, 31))).isEmpty();
        assertThat(app.company().company().name()).isEqualTo("Lark & Reed Studio GmbH");
    }

    @Test
    void every_screen_has_something_to_show() {
        AgingReport aging = app.reports().aging(TODAY, AgingBasis.DUE_DATE, null, null);
        assertThat(aging.total().buckets()).allMatch(bucket -> bucket.isPositive());
        assertThat(aging.total().unapplied().isNegative()).isTrue();
        assertThat(app.disputes().openAt(TODAY)).isNotEmpty();
        assertThat(app.followUps().list(FollowUp.Filter.OVERDUE)).isNotEmpty();
        assertThat(app.followUps().list(FollowUp.Filter.OPEN).size()).isBetween(6, 60);
        assertThat(app.outbox().list(Message.State.QUEUED)).isNotEmpty();
        assertThat(app.outbox().list(Message.State.SENT)).isNotEmpty();
        assertThat(app.agreements().promises().of(app.customers().byCode("C-1017").orThrow().id())).isNotEmpty();
        assertThat(app.suspense().list()).hasSize(1);
        assertThat(app.customers().list().stream().filter(row -> app.customers().customer(row.id()).hold() != null)).isNotEmpty();
        assertThat(app.reports().openItems(TODAY, null, null).stream().map(item -> item.open().getCurrencyUnit().getCode()))
                .contains("EUR", "GBP");
    }

    @Test
    void the_reminders_of_the_day_have_each_tone_and_their_reasons() {
        DunningPlan plan = app.reminders().worklists().plan(TODAY);
        assertThat(plan.messages()).extracting(DunningPlan.Notice::step).contains(Step.R1, Step.R2, Step.F);
        assertThat(plan.stopped()).extracting(DunningPlan.Stopped::reason).contains(Reason.HOLD, Reason.PROMISE_PENDING, Reason.PLAN_ON_TRACK);
        assertThat(plan.tasks()).isNotEmpty();
    }

    @Test
    void the_firm_earns_and_spends() {
        assertThat(app.ledger().lines("6000", TODAY.minusYears(1), TODAY).orThrow()).hasSizeGreaterThan(40);
        assertThat(app.ledger().lines("1400", TODAY.minusYears(1), TODAY).orThrow()).hasSizeGreaterThan(30);
    }

    @Test
    void what_is_recorded_bears_its_day() {
        LocalDate then = TODAY.minusMonths(9);
        assertThat(app.reports().aging(then, AgingBasis.DUE_DATE, then, null).total().balance())
                .isEqualTo(app.reports().aging(then, AgingBasis.DUE_DATE, null, null).total().balance());
        assertThat(app.reports().aging(TODAY, AgingBasis.DUE_DATE, then, null).total().balance())
                .isNotEqualTo(app.reports().aging(TODAY, AgingBasis.DUE_DATE, null, null).total().balance());
    }

    @Test
    void the_same_seed_and_day_give_the_same_book_and_another_seed_another() {
        try (SampleBook again = new SampleBook(Engine.H2)) {
            assertThat(last(again.app)).isEqualTo(last(app));
        }
        assertThat(SampleCourse.of(SampleService.SEED + 1, TODAY)).isNotEqualTo(SampleCourse.of(SampleService.SEED, TODAY));
    }

    private static String last(App app) {
        List<String> hashes = new ArrayList<>();
        app.db().read(tx -> {
            app.ledger().chain(tx, entry -> hashes.add(entry.id() + " " + entry.hash()));
            return null;
        });
        return hashes.getLast();
    }

    @Test
    void nothing_happens_on_weekends_or_after_today_whatever_the_seed() {
        for (long seed = 1; seed <= 40; seed++) {
            LocalDate today = TODAY.plusDays(seed);
            assertThat(SampleCourse.of(seed, today)).hasSizeGreaterThan(500).allMatch(one -> !one.day().isAfter(today)
                    && !Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(one.day().getDayOfWeek()));
        }
    }
}
