package org.goodterms.ui.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.fixture.TestBook.eur;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goodterms.bank.LineStanding;
import org.goodterms.bank.Proposal;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Problem;
import org.goodterms.ui.kit.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file looked at and taken, lines accepted, split, booked and taken back, over a real book. */
class BankViewModelTest {
    @TempDir
    Path folder;
    private TestBook book;
    private Desk desk;
    private BankViewModel model;
    private Id<Customer> anker;
    private final List<Problem> problems = new ArrayList<>();

    @BeforeEach
    void open() {
        book = new TestBook(Engine.H2);
        anker = book.customer("Anker");
        book.invoice(anker, "A-101", LocalDate.of(2026, 1, 10), "100.00", "19.00", "19");
        book.invoice(anker, "A-102", LocalDate.of(2026, 1, 11), "200.00", "38.00", "19");
        desk = Desks.of(book.app.changes());
        model = Window.on(() -> new BankViewModel(desk, new BankViewModel.Rooms(book.app.bank().lines(),
                book.app.bank().imports(), book.app.bank().matching(), book.app.payments(), book.app.customers(),
                book.app.ledger(), book.app.bank().learned()), TestBook.EUR));
        act(model::start);
    }

    @AfterEach
    void close() {
        Window.run(model::stop);
        book.close();
    }

    private static void act(Runnable work) {
        Window.run(work);
        Window.settle();
    }

    private Path file() {
        try {
            return Files.writeString(folder.resolve("bank.csv"), """
                    Booking Date,Value Date,Partner Name,Partner Iban,Payment Reference,Amount (EUR)
                    2026-02-20,,Anker,,A-101,119.00
                    2026-02-21,,Anker,,thanks,300.00
                    2026-02-22,,Landlord,,rent,-595.00
                    """);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private LineStanding line(String amount) {
        return model.lines.stream().filter(l -> l.line().amount().equals(eur(amount))).findFirst().orElseThrow();
    }

    private void take() {
        act(() -> model.choose(file()));
        act(model::take);
    }

    @Test
    void a_file_is_looked_at_before_anything_is_taken() {
        act(() -> model.choose(file()));
        BankViewModel.Looked looked = model.looked.get();
        assertThat(looked.report().fresh()).isEqualTo(3);
        assertThat(looked.report().matched()).isEqualTo(1);
        assertThat(book.app.bank().lines().list(false)).isEmpty();
        act(model::leave);
        assertThat(model.looked.get()).isNull();
        take();
        assertThat(model.looked.get()).isNull();
        assertThat(model.count(BankViewModel.Show.REVIEW)).isEqualTo(2);
        assertThat(model.count(BankViewModel.Show.MATCHED)).isEqualTo(1);
        act(() -> model.choose(folder.resolve("gone.csv")));
        assertThat(model.looked.get()).as("a file that is gone is refused with a notice").isNull();
    }

    @Test
    void accepting_the_best_guess_leads_to_the_next_line() {
        take();
        LineStanding credit = line("300.00");
        act(() -> model.selected.set(credit));
        act(() -> model.accept(credit, credit.proposals().getFirst()));
        assertThat(line("300.00").state()).isEqualTo(LineStanding.State.MATCHED);
        assertThat(book.open("A-102", LocalDate.of(2026, 3, 31))).isEqualTo("0.00");
        LineStanding next = model.selected.get();
        assertThat(next).isNotNull();
        assertThat(next.line().amount()).isEqualTo(eur("-595.00"));
        Proposal expense = next.proposals().getFirst();
        act(() -> model.accept(next, expense));
        assertThat(model.count(BankViewModel.Show.REVIEW)).isZero();
        act(() -> model.undo(line("-595.00")));
        assertThat(line("-595.00").state()).isEqualTo(LineStanding.State.SUSPENSE);
    }

    @Test
    void a_line_is_split_and_booked_and_refusals_come_back_to_the_form() {
        take();
        act(() -> model.split(line("300.00"), anker, Map.of("A-102", eur("100.00")), problems::clear,
                problems::addAll));
        assertThat(book.open("A-102", LocalDate.of(2026, 3, 31))).isEqualTo("138.00");
        act(() -> model.split(line("300.00"), anker, Map.of("A-102", eur("301.00")), problems::clear,
                problems::addAll));
        assertThat(problems).extracting(Problem::code).containsExactly("receivable.more_than_open");
        act(() -> model.book(line("-595.00"), Map.of("6000", eur("-500.00")), () -> { }, problems::addAll));
        assertThat(problems).extracting(Problem::code).contains("bank.split_sum");
        act(() -> model.book(line("-595.00"), Map.of("6000", eur("-500.00"), "1400", eur("-95.00")), () -> { },
                problems::addAll));
        assertThat(line("-595.00").bookings()).hasSize(2);
        assertThat(model.accountName("6000")).isEqualTo("6000 Expenses");
        assertThat(model.accounts()).extracting(a -> a.number()).doesNotContain("1200", "1990", "1000");
    }
}
