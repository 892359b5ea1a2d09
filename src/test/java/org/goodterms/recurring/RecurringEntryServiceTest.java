package org.goodterms.recurring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.fixture.TestBook.eur;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.goodterms.App;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.recurring.Schedule.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rent, each month on the last day; the day is 2 March 2026. */
class RecurringEntryServiceTest {
    private static final List<Entry.Posting> RENT = List.of(Entry.Posting.debit("6000", eur("800")), Entry.Posting.debit("1400", eur("152")),
            Entry.Posting.credit("1000", eur("952")));

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Outcome<EntryTemplate> add(TestBook book, Schedule schedule, List<Entry.Posting> postings) {
        RecurringEntryService entries = book.app.recurring().entries();
        return entries.add(new EntryTemplate(entries.nextId(), "Rent", schedule, "Rent {month}", postings, Template.State.NEW));
    }

    private static EntryTemplate monthly(TestBook book, String first, @Nullable String until) {
        LocalDate from = day(first);
        return add(book, new Schedule(Unit.MONTH, 1, from, from.getDayOfMonth(), until == null ? null : day(until), false), RENT).orThrow();
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::code).toList();
    }

    private static List<PostedEntry> journal(TestBook book) {
        return book.app.ledger().entries(day("2000-01-01"), day("2099-12-31"));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_was_missed_waits_and_is_posted_on_its_day_exactly_once(Engine engine) {
        try (TestBook book = new TestBook(engine)) {
            RecurringEntryService entries = book.app.recurring().entries();
            EntryTemplate rent = monthly(book, "2025-12-31", null);
            assertThat(entries.waiting()).extracting(one -> one.period().due() + " " + one.text() + " " + one.template().amount())
                    .containsExactly("2025-12-31 Rent Dezember 2025 EUR 952.00", "2026-01-31 Rent Januar 2026 EUR 952.00",
                            "2026-02-28 Rent Februar 2026 EUR 952.00");
            assertThat(journal(book)).isEmpty();
            PostedEntry february = entries.approve(rent.id(), day("2026-02-28")).orThrow();
            assertThat(february.entry()).isEqualTo(new Entry(day("2026-02-28"), "Rent Februar 2026", new Entry.Source("hand", null), RENT));
            assertThat(codes(entries.approve(rent.id(), day("2026-02-28")))).containsExactly("recurring.entry_not_waiting");
            assertThat(codes(entries.approve(rent.id(), day("2026-03-31")))).containsExactly("recurring.entry_not_waiting");
            entries.leaveOut(rent.id(), day("2025-12-31")).orThrow();
            assertThat(entries.approveAll(Progress.NONE)).singleElement().satisfies(result -> assertThat(result.outcome().isOk()).isTrue());
            assertThat(entries.waiting()).isEmpty();
            assertThat(entries.approveAll(Progress.NONE)).isEmpty();
            assertThat(journal(book)).extracting(one -> one.entry().effective().toString()).containsExactlyInAnyOrder("2026-01-31", "2026-02-28");
            assertThat(entries.list()).singleElement().satisfies(row -> {
                assertThat(row.posted()).isEqualTo(2);
                assertThat(row.waiting()).isZero();
                assertThat(row.next()).isNotNull();
                assertThat(row.next().due()).isEqualTo("2026-03-31");
                assertThat(row.template()).isEqualTo(rent);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void two_who_approve_at_the_same_moment_post_one_entry(Engine engine) throws Exception {
        try (TestBook book = new TestBook(engine); var both = Executors.newFixedThreadPool(2)) {
            EntryTemplate rent = monthly(book, "2026-02-28", null);
            Callable<Outcome<PostedEntry>> approve = () -> book.app.recurring().entries().approve(rent.id(), day("2026-02-28"));
            int posted = 0;
            for (Future<Outcome<PostedEntry>> answer : both.invokeAll(List.of(approve, approve))) {
                posted += answer.get().isOk() ? 1 : 0;
            }
            assertThat(posted).isEqualTo(1);
            assertThat(journal(book)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_locked_period_refuses_as_it_refuses_an_entry_by_hand_and_nothing_changes(Engine engine) {
        try (TestBook book = new TestBook(engine)) {
            RecurringEntryService entries = book.app.recurring().entries();
            EntryTemplate rent = monthly(book, "2026-01-31", null);
            book.app.ledger().lock(day("2026-01-31")).orThrow();
            List<Problem> byHand = book.app.ledger().postByHand(day("2026-01-31"), "Rent", RENT).problems();
            assertThat(entries.approve(rent.id(), day("2026-01-31")).problems()).isEqualTo(byHand)
                    .extracting(Problem::code).containsExactly("ledger.period_locked");
            assertThat(entries.waiting()).hasSize(2);
            assertThat(journal(book)).isEmpty();
            assertThat(entries.approveAll(Progress.NONE)).extracting(result -> result.outcome().isOk()).containsExactly(false, true);
            assertThat(entries.waiting()).extracting(one -> one.period().due()).containsExactly(day("2026-01-31"));
            book.app.ledger().unlock(day("2025-12-31"), "The rent was forgotten").orThrow();
            assertThat(entries.approve(rent.id(), day("2026-01-31")).isOk()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void it_ends_with_its_last_day_rests_while_paused_and_begins_nothing_new_once_ended(Engine engine) {
        try (TestBook book = new TestBook(engine)) {
            RecurringEntryService entries = book.app.recurring().entries();
            EntryTemplate rent = monthly(book, "2025-11-15", "2026-01-15");
            assertThat(entries.waiting()).extracting(one -> one.period().due().toString()).containsExactly("2025-11-15", "2025-12-15", "2026-01-15");
            assertThat(entries.list().getFirst().next()).isNull();
            entries.pause(rent.id(), true).orThrow();
            assertThat(entries.waiting()).isEmpty();
            assertThat(codes(entries.approve(rent.id(), day("2025-11-15")))).containsExactly("recurring.entry_not_waiting");
            entries.pause(rent.id(), false).orThrow();
            EntryTemplate lease = monthly(book, "2026-02-02", null);
            entries.end(lease.id()).orThrow();
            assertThat(entries.waiting()).hasSize(5);
            assertThat(entries.list().getLast().next()).isNull();
            assertThat(codes(entries.end(entries.nextId()))).containsExactly("recurring.unknown_entry");
            assertThat(codes(entries.approve(entries.nextId(), TestBook.DAY))).containsExactly("recurring.unknown_entry");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void holidays_and_weekends_are_skipped_where_that_is_wished(Engine engine) {
        try (TestBook book = new TestBook(engine)) {
            EntryTemplate rent = add(book, new Schedule(Unit.MONTH, 1, day("2026-01-01"), 1, null, true), RENT).orThrow();
            assertThat(book.app.recurring().entries().waiting()).extracting(one -> one.period().due().toString())
                    .containsExactly("2026-01-02", "2026-02-02", "2026-03-02");
            assertThat(book.app.recurring().entries().approve(rent.id(), day("2026-01-01")).orThrow().entry().effective()).isEqualTo("2026-01-02");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_no_entry_by_hand_may_be_is_refused_when_it_is_made(Engine engine) {
        try (TestBook book = new TestBook(engine)) {
            Schedule monthly = new Schedule(Unit.MONTH, 1, day("2026-01-31"), 31, null, false);
            assertThat(codes(add(book, monthly, List.of(Entry.Posting.debit("1200", eur("5")), Entry.Posting.credit("1000", eur("5"))))))
                    .containsExactly("ledger.control_account");
            assertThat(codes(add(book, monthly, List.of(Entry.Posting.debit("6000", eur("5")), Entry.Posting.credit("1000", eur("6"))))))
                    .containsExactly("ledger.unequal");
            assertThat(codes(add(book, monthly, List.of(Entry.Posting.debit("6000", eur("5")), Entry.Posting.credit("9876", eur("5"))))))
                    .containsExactly("ledger.no_such_account");
            assertThat(codes(add(book, monthly, List.of()))).containsExactly("ledger.too_few_lines");
            assertThat(codes(add(book, new Schedule(Unit.MONTH, 0, day("2026-01-31"), 32, day("2025-01-01"), false), RENT)))
                    .containsExactly("recurring.count", "recurring.day", "recurring.until");
            RecurringEntryService entries = book.app.recurring().entries();
            assertThat(entries.add(new EntryTemplate(entries.nextId(), " ", monthly, "\u0007", RENT, Template.State.NEW)).problems())
                    .extracting(Problem::code).hasSize(2).contains("ledger.text_needed");
            assertThat(entries.list()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_book_written_out_and_brought_in_keeps_them_and_what_was_decided(Engine engine, @TempDir Path folder) {
        try (TestBook book = new TestBook(Engine.H2)) {
            EntryTemplate rent = monthly(book, "2026-01-31", null);
            book.app.recurring().entries().approve(rent.id(), day("2026-01-31")).orThrow();
            String file = folder.resolve("book.jsonl").toString();
            book.app.backups().export(file, Progress.NONE).orThrow();
            Changes changes = new Changes();
            try (App copy = new App(engine.open(Desks.CLOCK, changes), Desks.CLOCK, Ids.timeOrdered(Desks.CLOCK), changes)) {
                copy.backups().load(file, Progress.NONE).orThrow();
                assertThat(copy.recurring().entries().list()).extracting(EntryTemplateRow::template, EntryTemplateRow::posted)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(rent, 1));
                assertThat(codes(copy.recurring().entries().approve(rent.id(), day("2026-01-31")))).containsExactly("recurring.entry_not_waiting");
            }
        }
    }
}
