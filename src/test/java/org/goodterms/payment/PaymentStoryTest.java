package org.goodterms.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.fixture.TestBook.DAY;
import static org.goodterms.fixture.TestBook.eur;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.kernel.Id;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All that was done with a payment, on both engines. */
class PaymentStoryTest {

    private static List<String> steps(TestBook book, Payment payment) {
        return book.app.payments().story(payment.id()).orElseThrow().steps().stream().map(step -> step.number() + " "
                + step.by().word() + " " + step.amount().getAmount() + (step.stands() ? "" : " until " + step.takenBack())).toList();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void it_tells_what_stands_what_was_taken_back_and_what_a_refund_paid_out(Engine engine) {
        try (TestBook book = new TestBook(engine)) {
            Id<Customer> customer = book.customer("C1");
            book.invoice(customer, "1", DAY.minusDays(40), "100.00", "0.00", "0");
            book.invoice(customer, "2", DAY.minusDays(30), "200.00", "0.00", "0");
            Payment payment = book.app.payments().record(Receipt.plain(customer, DAY, eur("299.60"),
                    new Settlement.OldestFirst())).orThrow();
            assertThat(steps(book, payment)).containsExactlyInAnyOrder("1 receipt 100.00", "2 receipt 199.60",
                    "2 small-difference 0.40");
            book.app.payments().unallocate(payment.id(), "2", DAY.plusDays(1)).orThrow();
            assertThat(steps(book, payment)).containsExactlyInAnyOrder("1 receipt 100.00", "2 receipt 199.60 until 2026-03-03",
                    "2 small-difference 0.40 until 2026-03-03");
            PaymentStory story = book.app.payments().story(payment.id()).orElseThrow();
            assertThat(story.numbers()).containsExactly("1");
            assertThat(story.allocated()).isEqualTo(eur("100.00"));
            Payment back = book.app.payments().refund(customer, eur("50.00"), DAY.plusDays(2), "").orThrow();
            assertThat(steps(book, back)).containsExactly(payment.number() + " refund 50.00");
            assertThat(steps(book, payment)).contains(back.number() + " receipt 50.00");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void payments_are_found_by_number_reference_customer_and_amount(Engine engine) {
        try (TestBook book = new TestBook(engine)) {
            Id<Customer> customer = book.customer("BRIGHT");
            Payment payment = book.app.payments().record(new Receipt(customer, DAY, eur("1234.50"), BigDecimal.ONE, Method.BANK,
                    new Settlement.Unapplied(), List.of(), Map.of(), "RF18 5390", "")).orThrow();
            book.app.payments().record(Receipt.plain(book.customer("OTHER"), DAY, eur("99"), new Settlement.Unapplied())).orThrow();
            for (String typed : List.of(payment.number().toLowerCase(java.util.Locale.ROOT), "5390", "brigh")) {
                assertThat(book.app.payments().search(typed, null, 5)).as(typed).extracting(PaymentRow::id).containsExactly(payment.id());
            }
            assertThat(book.app.payments().search("1234.5", new BigDecimal("1234.5"), 5)).extracting(PaymentRow::id)
                    .containsExactly(payment.id());
            assertThat(book.app.payments().search("r-2026", null, 1)).hasSize(1);
            assertThat(book.app.payments().search("100%", null, 5)).isEmpty();
        }
    }
}
