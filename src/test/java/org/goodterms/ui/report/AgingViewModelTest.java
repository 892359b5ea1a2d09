package org.goodterms.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.kernel.Id;
import org.goodterms.report.AgingBasis;
import org.goodterms.report.AgingRow;
import org.goodterms.ui.kit.AgingBar;
import org.goodterms.ui.kit.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The aging screen over a real book: an invoice of 1 January, due on 31 January, seen on 2 March. */
class AgingViewModelTest {
    private TestBook book;
    private AgingViewModel model;
    private AgingView view;

    @BeforeEach
    void open() {
        book = new TestBook(Engine.H2);
        Id<Customer> customer = book.customer("BRIGHT");
        book.invoice(customer, "2026-0001", LocalDate.of(2026, 1, 1), "100.00", "19.00", "19");
        Desk desk = Desks.of(book.app.changes());
        model = Window.on(() -> new AgingViewModel(desk, book.app.reports(), book.app.reporting().papers()));
        view = Window.on(() -> new AgingView(desk, model));
    }

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void what_is_late_stands_in_its_bucket_and_in_the_bar() {
        Window.run(model::load);
        AgingRow row = model.rows.getFirst();
        assertThat(row.code()).isEqualTo("BRIGHT");
        assertThat(row.buckets().get(1)).isEqualTo(TestBook.eur("119.00"));
        assertThat(model.parts()).filteredOn(part -> part.amount().isPositive()).extracting(AgingBar.Part::tone)
                .containsExactly(1);
        assertThat(model.summary()).contains("119");
        assertThat(view.titleKey()).isEqualTo("screen.aging");
    }

    @Test
    void another_day_or_basis_is_loaded_at_once() {
        Window.run(() -> model.asOf.set(LocalDate.of(2026, 1, 15)));
        assertThat(model.rows.getFirst().buckets().getFirst()).isEqualTo(TestBook.eur("119.00"));
        Window.run(() -> model.asOf.set(LocalDate.of(2025, 12, 31)));
        assertThat(model.rows).isEmpty();
        Window.run(() -> {
            model.asOf.set(LocalDate.of(2026, 3, 2));
            model.basis.set(AgingBasis.INVOICE_DATE);
        });
        assertThat(model.rows.getFirst().buckets().get(1)).as("60 days old").isEqualTo(TestBook.eur("119.00"));
    }

    @Test
    void a_day_that_cannot_be_read_keeps_what_was_shown() {
        Window.run(model::load);
        Window.run(() -> model.asOf.set(null));
        assertThat(model.rows).hasSize(1);
    }
}
