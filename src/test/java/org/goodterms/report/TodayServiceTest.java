package org.goodterms.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.goodterms.customer.Contact;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.followup.FollowUp;
import org.goodterms.kernel.Id;
import org.goodterms.outbox.Message;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the day begins with, from real books. */
class TodayServiceTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_day_begins_with_what_is_due_and_how_the_money_stands(Engine engine) {
        try (TestBook book = new TestBook(engine)) {
            Id<Customer> late = book.customer("LATE");
            Id<Customer> good = book.customer("GOOD");
            book.invoice(late, "1", LocalDate.of(2025, 12, 1), "100.00", "19.00", "19");
            book.invoice(late, "2", LocalDate.of(2026, 1, 15), "200.00", "38.00", "19");
            book.invoice(good, "3", LocalDate.of(2026, 2, 10), "1000.00", "190.00", "19");
            book.invoice(good, "4", LocalDate.of(2026, 3, 1), "10.00", "1.90", "19");
            book.app.contacts().log(late, new Contact.Saying(LocalDate.of(2026, 2, 20), Contact.Means.PHONE, Contact.Direction.OUT,
                    "", "will pay", "", "")).orThrow();
            book.app.followUps().add(new FollowUp.Plan(late, FollowUp.Kind.FOLLOW_UP, "Ask", "", List.of(), TestBook.DAY)).orThrow();
            book.app.db().write(tx -> book.app.outbox().enqueue(tx, new Message.About(good.value(), "invoice", "", "3", null, TestBook.DAY),
                    new Message.Parcel(Message.Channel.EMAIL, "a@example.org", "b@example.org", "Invoice 3", "m", "0".repeat(64), "<1@e>"),
                    false)).orThrow();

            TodayGlance glance = book.app.reporting().today().glance();
            assertThat(glance.customers()).isEqualTo(2);
            assertThat(glance.open()).isEqualTo(eur("1558.90"));
            assertThat(glance.overdue()).isEqualTo(eur("357.00"));
            assertThat(glance.expected()).as("due on 12 March, the other not before April").isEqualTo(eur("1190.00"));
            assertThat(glance.lateCount()).isEqualTo(1);
            assertThat(glance.late()).singleElement().isEqualTo(new LateCustomer(new FollowUp.Whom(late, "LATE", "LATE"), eur("357.00"),
                    LocalDate.of(2025, 12, 31), 2, LocalDate.of(2026, 2, 20)));
            assertThat(book.app.reporting().today().entries()).extracting(TodayEntry::sort)
                    .containsExactly(TodayEntry.Sort.TASK, TodayEntry.Sort.REMIND, TodayEntry.Sort.APPROVE);
            assertThat(book.app.reporting().today().entries().getLast().whom()).isEqualTo(new FollowUp.Whom(good, "GOOD", "GOOD"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_claim_that_soon_lapses_is_named_by_the_due_day_agreed_first(Engine engine) {
        try (TestBook book = new TestBook(engine, "GB", "EUR")) {
            Id<Customer> late = book.customer("LATE");
            book.invoice(late, "1", LocalDate.of(2020, 3, 2), "100.00", "20.00", "20");
            book.invoice(late, "2", LocalDate.of(2021, 3, 2), "100.00", "20.00", "20");
            book.app.agreements().extensions().extend(new org.goodterms.agreement.ExtensionService.Request("1", LocalDate.of(2020, 12, 1), "", "",
                    false)).orThrow();
            assertThat(book.app.reporting().today().entries()).filteredOn(entry -> entry.sort() == TodayEntry.Sort.LIMIT).singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.items()).containsExactly("1");
                        assertThat(entry.day()).as("six years after the first due day").isEqualTo(LocalDate.of(2026, 4, 1));
                    });
        }
    }

    private static Money eur(String amount) {
        return TestBook.eur(amount);
    }
}
