package org.goodterms.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.fixture.TestBook.DAY;
import static org.goodterms.fixture.TestBook.eur;

import java.time.LocalDate;
import java.util.List;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.kernel.Id;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.Settlement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a book suggests about a customer, and what the owner makes of it. */
class SegmentServiceTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_history_suggests_and_the_owner_decides(Engine engine) {
        try (TestBook book = new TestBook(engine)) {
            SegmentService segments = book.app.reporting().segments();
            Id<Customer> small = book.customer("SMALL");
            Id<Customer> large = book.customer("LARGE");
            for (int i = 1; i <= 5; i++) {
                book.invoice(small, "S-" + i, DAY.minusDays(60), "100", "0", "0");
                book.app.payments().record(Receipt.plain(small, DAY.minusDays(31 - i % 2), eur("100"),
                        new Settlement.ByHand(List.of(new Settlement.Part("S-" + i, eur("100")))))).orThrow();
            }
            assertThat(segments.proposal(small)).as("all sales are theirs").hasValueSatisfying(one -> assertThat(one.segment()).isEqualTo(Segment.STRATEGIC));
            book.invoice(large, "L-1", DAY.minusDays(20), "9500", "0", "0");
            assertThat(segments.proposal(small)).hasValueSatisfying(one -> {
                assertThat(one.segment()).isEqualTo(Segment.GOOD_PAYER);
                assertThat(one.arguments()).containsExactly(5L, 5);
            });
            segments.decide(small, "good-payer").orThrow();
            assertThat(book.app.customers().customer(small).trade().segment()).isEqualTo("good-payer");
            assertThat(segments.proposal(small)).as("as decided").isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void C46_a_year_after_the_last_late_payment_nothing_is_held_against_a_customer(Engine engine) {
        try (TestBook book = new TestBook(engine)) {
            SegmentService segments = book.app.reporting().segments();
            Id<Customer> customer = book.customer("A");
            book.invoice(book.customer("B"), "B-1", DAY.minusDays(20), "90000", "0", "0");
            for (int i = 1; i <= 6; i++) {
                late(book, customer, "OLD-" + i, DAY.minusMonths(12).minusDays(1));
            }
            assertThat(segments.proposal(customer)).as("longer ago than a year").isEmpty();
            for (int i = 1; i <= 6; i++) {
                late(book, customer, "NEW-" + i, DAY.minusMonths(12));
            }
            assertThat(segments.proposal(customer)).hasValueSatisfying(one -> assertThat(one.segment()).isEqualTo(Segment.SLOW_BUT_SURE));
        }
    }

    /** Paid on that day, twenty days late. */
    private static void late(TestBook book, Id<Customer> customer, String number, LocalDate paid) {
        book.invoice(customer, number, paid.minusDays(50), "100", "0", "0");
        book.app.payments().record(Receipt.plain(customer, paid, eur("100"), new Settlement.ByHand(List.of(
                new Settlement.Part(number, eur("100")))))).orThrow();
    }
}
