package org.goodterms.ui.recurring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.kernel.Problem;
import org.goodterms.ledger.Entry;
import org.goodterms.recurring.EntryTemplate;
import org.goodterms.recurring.Schedule;
import org.goodterms.recurring.Template;
import org.goodterms.ui.kit.Desk;
import org.junit.jupiter.api.Test;

/** A template written on screen, its missed periods issued or left out. */
class RecurringViewModelsTest {

    @Test
    void journal_entries_that_come_back_are_posted_left_out_paused_and_ended() {
        try (TestBook book = new TestBook(Engine.H2)) {
            var entries = book.app.recurring().entries();
            LocalDate first = LocalDate.of(2025, 12, 31);
            entries.add(new EntryTemplate(entries.nextId(), "Rent", new Schedule(Schedule.Unit.MONTH, 1, first, 31, null, false), "Rent",
                    List.of(Entry.Posting.debit("6000", TestBook.eur("800")), Entry.Posting.credit("1000", TestBook.eur("800"))),
                    Template.State.NEW)).orThrow();
            RecurringViewModel list = new RecurringViewModel(Desks.of(book.app.changes()), book.app.recurring());
            Window.run(list::start);
            assertThat(list.entriesWaiting).hasSize(3);
            Window.run(() -> list.leaveOut(list.entriesWaiting.getFirst()));
            Window.run(list::load);
            Window.run(() -> list.post(list.entriesWaiting.getFirst()));
            Window.run(list::load);
            assertThat(list.entriesWaiting).extracting(one -> one.period().due()).containsExactly(LocalDate.of(2026, 2, 28));
            Window.run(list::postAll);
            Window.run(list::load);
            assertThat(list.entriesWaiting).isEmpty();
            assertThat(list.entries.getFirst().posted()).isEqualTo(2);
            Window.run(() -> list.pause(list.entries.getFirst()));
            Window.run(list::load);
            assertThat(list.entries.getFirst().template().state().paused()).isTrue();
            Window.run(() -> list.end(list.entries.getFirst()));
            Window.run(list::load);
            assertThat(list.entries.getFirst().template().schedule().until()).isEqualTo(TestBook.DAY);
            Window.run(list::stop);
        }
    }

    @Test
    void a_template_is_kept_and_its_missed_periods_wait_for_a_word() {
        try (TestBook book = new TestBook(Engine.H2)) {
            book.customer("K1");
            Desk desk = Desks.of(book.app.changes());
            NewTemplateViewModel form = new NewTemplateViewModel(desk, book.app.recurring(), book.app.customers());
            Window.run(form::save);
            assertThat(form.problems.get()).extracting(Problem::code).containsExactly("recurring.no_customer");
            Window.run(() -> {
                form.whom.set(book.app.customers().list().getFirst());
                form.name.set("Care");
                form.from.set(LocalDate.of(2026, 1, 1));
                form.skipHolidays.set(false);
                form.text.set("Care {period}");
                form.price.set(new BigDecimal("100"));
                form.tax.set(new BigDecimal("19"));
                form.count.set(BigDecimal.ZERO);
                form.save();
            });
            assertThat(form.problems.get()).extracting(Problem::code).containsExactly("recurring.count");
            RecurringViewModel list = new RecurringViewModel(desk, book.app.recurring());
            Window.run(() -> {
                form.count.set(BigDecimal.ONE);
                form.save();
                list.start();
            });
            assertThat(list.waiting).hasSize(3);
            Window.run(() -> list.leaveOut(list.waiting.getFirst()));
            Window.run(list::load);
            assertThat(list.waiting).hasSize(2);
            Window.run(() -> list.approve(list.waiting.getFirst()));
            Window.run(list::load);
            assertThat(list.waiting).hasSize(1);
            Window.run(list::approveAll);
            Window.run(list::load);
            assertThat(list.waiting).isEmpty();
            assertThat(list.templates.getFirst().issued()).isEqualTo(2);
            Window.run(() -> list.pause(list.templates.getFirst()));
            Window.run(list::load);
            assertThat(list.templates.getFirst().template().state().paused()).isTrue();
            Window.run(() -> list.end(list.templates.getFirst()));
            Window.run(list::load);
            assertThat(list.templates.getFirst().template().schedule().until()).isEqualTo(LocalDate.of(2026, 3, 2));
            Window.run(list::stop);
        }
    }
}
