package org.goodterms.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.goodterms.report.Statement.Form;
import org.goodterms.report.Statement.StatementLine;
import org.goodterms.ui.kit.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The statement of a customer in both forms, and the items behind a line of the aging. */
class StatementViewModelTest {
    private final TestBook book = new TestBook(Engine.H2);
    private Desk desk;
    private Id<Customer> customer;
    private StatementViewModel model;

    @BeforeEach
    void open() {
        desk = Desks.of(book.app.changes());
        customer = book.customer("BRIGHT");
        book.invoice(customer, "1", LocalDate.of(2025, 11, 3), "100.00", "19.00", "19");
        book.invoice(customer, "2", LocalDate.of(2026, 2, 20), "200.00", "38.00", "19");
        model = new StatementViewModel(desk, new StatementViewModel.Rooms(book.app.reports(), book.app.customers(),
                book.app.reporting().statements(), book.app.reporting().mailing(), book.app.mail(), book.app.post(), book.app.handover()), customer);
        Window.run(model::start);
    }

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void both_forms_close_on_the_same_balance() {
        assertThat(model.lines).extracting(StatementLine::number).containsExactly("1", "2");
        assertThat(model.statement.get().closing()).isEqualTo(TestBook.eur("357.00"));
        assertThat(model.statement.get().overdue()).isEqualTo(TestBook.eur("119.00"));
        Window.run(() -> model.form.set(Form.BALANCE_FORWARD));
        assertThat(model.statement.get().opening()).as("before December").isEqualTo(TestBook.eur("119.00"));
        assertThat(model.lines).extracting(StatementLine::number).containsExactly("2");
        assertThat(model.statement.get().closing()).isEqualTo(TestBook.eur("357.00"));
    }

    @Test
    void a_period_that_ends_before_it_begins_keeps_what_was_shown() {
        Window.run(() -> {
            model.form.set(Form.BALANCE_FORWARD);
            model.from.set(LocalDate.of(2026, 3, 9));
        });
        assertThat(model.lines).extracting(StatementLine::number).containsExactly("2");
        Window.run(() -> model.from.set(LocalDate.of(2025, 1, 1)));
        assertThat(model.lines).hasSize(2);
    }

    @Test
    void a_line_of_the_aging_opens_into_its_items_as_known_on_a_day() {
        AgingViewModel aging = new AgingViewModel(desk, book.app.reports(), book.app.reporting().papers());
        Window.run(() -> {
            aging.load();
            aging.open(aging.rows.getFirst());
        });
        assertThat(aging.items).extracting(OpenItem::number).containsExactly("1", "2");
        var row = aging.rows.getFirst();
        Window.run(() -> {
            aging.asOf.set(LocalDate.of(2025, 12, 31));
            aging.open(row);
        });
        assertThat(aging.items).extracting(OpenItem::number).containsExactly("1");
        Window.run(() -> {
            aging.knownOn.set(LocalDate.of(2026, 3, 1));
            aging.open(row);
        });
        assertThat(aging.rows).as("recorded on 2 March").isEmpty();
        assertThat(aging.items).isEmpty();
    }
}
