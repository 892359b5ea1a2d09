package org.goodterms.ui.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goodterms.closing.YearProposal;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.kernel.Problem;
import org.goodterms.ledger.Account;
import org.goodterms.ledger.AccountKind;
import org.goodterms.ledger.Balance;
import org.goodterms.recurring.Schedule;
import org.goodterms.ui.books.BooksViewModel.Line;
import org.goodterms.ui.kit.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The books kept by hand, over a real book. */
class BooksViewModelTest {
    private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2025, 12, 31);
    private final TestBook book = new TestBook(Engine.H2);
    private final List<Problem> wrong = new ArrayList<>();
    private int done;
    private BooksViewModel model;

    @BeforeEach
    void open() {
        Desk desk = Desks.of(book.app.changes());
        model = new BooksViewModel(desk, new BooksViewModel.Rooms(book.app.ledger(), book.app.reports(), book.app.accounting().years(), book.app.recurring().entries(), TestBook.EUR));
        Window.run(model::load);
    }

    @AfterEach
    void close() {
        book.close();
    }

    private Account account(String number) {
        return model.accounts.stream().map(Balance::account).filter(a -> a.number().equals(number)).findFirst().orElseThrow();
    }

    private Line debit(String account, String amount) {
        return new Line(account(account), TestBook.eur(amount), null);
    }

    private Line credit(String account, String amount) {
        return new Line(account(account), null, TestBook.eur(amount));
    }

    private void post(LocalDate date, Line... lines) {
        wrong.clear();
        Window.run(() -> model.post(date, "By hand", List.of(lines), () -> done++, wrong::addAll));
    }

    @Test
    void an_entry_that_repeats_is_kept_and_waits_instead_of_being_posted() {
        List<Line> rent = List.of(debit("6000", "800"), credit("1000", "800"));
        BooksViewModel.Repeat monthly = new BooksViewModel.Repeat(Schedule.Unit.MONTH, LocalDate.of(2026, 2, 28));
        Window.run(() -> model.keep(NEW_YEARS_EVE, monthly, "Rent", rent, () -> done++, wrong::addAll));
        assertThat(book.app.recurring().entries().waiting()).extracting(one -> one.period().due() + " " + one.text())
                .containsExactly("2025-12-31 Rent", "2026-01-31 Rent", "2026-02-28 Rent");
        assertThat(book.app.ledger().entries(LocalDate.of(2025, 1, 1), LocalDate.of(2027, 1, 1))).isEmpty();
        Window.run(() -> model.keep(NEW_YEARS_EVE, monthly, "Rent", rent.subList(0, 1), () -> done++, wrong::addAll));
        assertThat(wrong).extracting(Problem::code).containsExactly("ledger.too_few_lines");
        Window.run(() -> model.keep(NEW_YEARS_EVE, new BooksViewModel.Repeat(null, null), "Rent", rent, () -> done++, wrong::addAll));
        assertThat(book.app.ledger().entries(LocalDate.of(2025, 1, 1), LocalDate.of(2027, 1, 1))).hasSize(1);
        assertThat(done).isEqualTo(2);
    }

    @Test
    void an_account_is_added_and_renamed_and_a_number_stays_unique() {
        Window.run(() -> model.add("6310", "Cleaning", AccountKind.EXPENSE, () -> done++, wrong::addAll));
        Window.run(() -> model.rename(account("6310"), "Cleaning and waste", () -> done++, wrong::addAll));
        assertThat(account("6310").name()).isEqualTo("Cleaning and waste");
        Window.run(() -> model.add("6310", "Again", AccountKind.ASSET, () -> done++, wrong::addAll));
        assertThat(wrong).extracting(Problem::code).containsExactly("ledger.account_exists");
        assertThat(done).isEqualTo(2);
    }

    @Test
    void the_difference_follows_what_is_typed_and_only_equal_sides_are_posted() {
        assertThat(model.difference(List.of(debit("6000", "100.00"), debit("1400", "19.00"), credit("1000", "100.00")))).isEqualTo(TestBook.eur("19.00"));
        post(TestBook.DAY, debit("6000", "100.00"), credit("1000", "90.00"));
        assertThat(wrong).extracting(Problem::code).containsExactly("ledger.unequal");
        post(TestBook.DAY, debit("6000", "100.00"), debit("1400", "19.00"), credit("1000", "119.00"), new Line(null, null, null));
        assertThat(wrong).isEmpty();
        assertThat(book.lastEntry()).containsExactly("6000 100.00", "1400 19.00", "1000 -119.00");
        assertThat(model.accounts).anyMatch(b -> b.account().number().equals("6000") && b.amount().equals(TestBook.eur("100.00")));
    }

    @Test
    void receivables_are_not_offered_and_half_a_line_is_refused() {
        assertThat(model.forEntries()).extracting(Account::number).doesNotContain("1200").contains("1000", "3900");
        post(TestBook.DAY, debit("1200", "1.00"), credit("1000", "1.00"));
        assertThat(wrong).extracting(Problem::code).containsExactly("ledger.control_account");
        post(TestBook.DAY, new Line(account("6000"), null, null), credit("1000", "1.00"));
        assertThat(wrong).extracting(Problem::code).containsExactly("books.line");
        post(TestBook.DAY, new Line(account("6000"), TestBook.eur("1.00"), TestBook.eur("1.00")));
        assertThat(wrong).extracting(Problem::code).containsExactly("books.line");
    }

    @Test
    void a_lock_stands_until_it_is_lifted_with_a_reason() {
        Window.run(() -> model.lock(LocalDate.of(2026, 2, 28), () -> done++, wrong::addAll));
        assertThat(model.state.get().lockedTo()).isEqualTo("2026-02-28");
        post(LocalDate.of(2026, 2, 28), debit("6000", "1.00"), credit("1000", "1.00"));
        assertThat(wrong).extracting(Problem::code).containsExactly("ledger.period_locked");
        wrong.clear();
        Window.run(() -> model.unlock(LocalDate.of(2026, 1, 31), " ", () -> done++, wrong::addAll));
        assertThat(wrong).extracting(Problem::code).containsExactly("ledger.reason_needed");
        Window.run(() -> model.unlock(LocalDate.of(2026, 1, 31), "Bill of February found", () -> done++, wrong::addAll));
        assertThat(model.state.get().lockedTo()).isEqualTo("2026-01-31");
    }

    @Test
    void a_year_is_shown_before_it_is_closed_and_opened_again_with_a_reason() {
        post(NEW_YEARS_EVE, debit("1000", "12400.00"), credit("4000", "12400.00"));
        post(NEW_YEARS_EVE, debit("6000", "9150.00"), credit("1000", "9150.00"));
        List<YearProposal> shown = new ArrayList<>();
        Window.run(() -> model.propose(NEW_YEARS_EVE, shown::add, wrong::addAll));
        assertThat(shown.getFirst().profit()).isEqualTo(TestBook.eur("3250.00"));
        assertThat(shown.getFirst().postings()).extracting(p -> p.account() + " " + p.amount().getAmount())
                .containsExactlyInAnyOrder("4000 12400.00", "6000 -9150.00", "3100 -3250.00");
        assertThat(book.entries()).as("nothing is posted yet").hasSize(2);
        Window.run(() -> model.close(NEW_YEARS_EVE, () -> done++, wrong::addAll));
        assertThat(book.lastEntry()).containsExactlyInAnyOrder("4000 12400.00", "6000 -9150.00", "3100 -3250.00");
        assertThat(model.state.get().closed().date()).isEqualTo(NEW_YEARS_EVE);
        assertThat(model.state.get().lockedTo()).isEqualTo(NEW_YEARS_EVE);
        Window.run(() -> model.propose(NEW_YEARS_EVE, shown::add, wrong::addAll));
        assertThat(wrong).extracting(Problem::code).containsExactly("closing.closed_already");
        Window.run(() -> model.reopen(NEW_YEARS_EVE, "Late bill", () -> done++, wrong::addAll));
        assertThat(model.state.get().closed()).isNull();
        assertThat(model.state.get().lockedTo()).isNull();
        assertThat(book.lastEntry()).containsExactlyInAnyOrder("4000 -12400.00", "6000 9150.00", "3100 3250.00");
    }
}
