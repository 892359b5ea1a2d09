package org.goodterms.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.fixture.TestBook.DAY;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.receivable.OpenItem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds, customers not to be contacted, and steps done elsewhere. */
class HoldServiceTest {

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::code).toList();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_hold_stands_up_to_and_with_its_last_day_and_until_it_is_lifted(Engine engine) {
        try (TestBook book = new TestBook(engine)) {
            Id<Customer> c7 = book.customer("C7");
            book.invoice(c7, "2026-0101", DAY.minusDays(40), "100.00", "19.00", "19");
            Hold hold = book.app.holds().holdItem("2026-0101", "review", DAY.plusDays(3)).orThrow().getFirst();
            assertThat(hold.number()).isEqualTo("2026-0101");
            assertThat(hold.holdsOn(DAY.plusDays(3))).isTrue();
            assertThat(hold.holdsOn(DAY.plusDays(4))).isFalse();
            book.app.holds().holdCustomer("C7", "on holiday", null).orThrow();
            assertThat(book.app.holds().standing(DAY.plusDays(3))).hasSize(2);
            assertThat(book.app.holds().standing(DAY.plusDays(4))).extracting(Hold::reason).containsExactly("on holiday");
            book.app.holds().liftCustomer("C7").orThrow();
            assertThat(book.app.holds().standing(DAY)).extracting(Hold::reason).containsExactly("review");
            book.app.holds().liftItem("2026-0101").orThrow();
            assertThat(book.app.holds().standing(DAY)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_hold_that_makes_no_sense_is_refused_with_a_sentence(Engine engine) {
        try (TestBook book = new TestBook(engine)) {
            book.customer("C7");
            assertThat(codes(book.app.holds().holdCustomer("C7", "pause", DAY.minusDays(1)))).containsExactly("reminder.hold_over");
            assertThat(codes(book.app.holds().holdItem("X", "pause", null))).containsExactly("reminder.no_such_item");
            assertThat(codes(book.app.holds().liftCustomer("C7"))).containsExactly("reminder.no_hold");
            assertThat(book.app.holds().holdCustomer("C7", " ", null).isOk()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void who_must_not_be_contacted_is_so_until_it_is_cleared(Engine engine) {
        try (TestBook book = new TestBook(engine)) {
            Id<Customer> c7 = book.customer("C7");
            book.app.holds().forbid("C7").orThrow();
            book.app.holds().forbid("C7").orThrow();
            assertThat(forbidden(book, c7)).isTrue();
            book.app.holds().allow("C7").orThrow();
            book.app.holds().allow("C7").orThrow();
            assertThat(forbidden(book, c7)).isFalse();
            List<?> said = book.app.db().read(tx -> book.app.contacts().of(tx, c7));
            assertThat(said).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void C36_steps_done_elsewhere_are_recorded_in_the_order_of_the_ladder(Engine engine) {
        try (TestBook book = new TestBook(engine)) {
            Id<OpenItem> item = book.invoice(book.customer("C7"), "2026-0101", DAY.minusDays(40), "100.00", "19.00", "19");
            Map<Step, LocalDate> steps = new EnumMap<>(Map.of(Step.D, DAY.minusDays(10), Step.R1, DAY.minusDays(7)));
            assertThat(record(book, item, steps).isOk()).isTrue();
            assertThat(codes(record(book, item, Map.of(Step.R2, DAY.plusDays(1))))).containsExactly("reminder.step_to_come");
            assertThat(codes(record(book, item, Map.of(Step.R2, DAY, Step.R3, DAY.minusDays(1)))))
                    .containsExactly("reminder.steps_crossed");
        }
    }

    private static boolean forbidden(TestBook book, Id<Customer> customer) {
        return book.app.db().read(tx -> book.app.holds().isForbidden(tx, customer));
    }

    private static Outcome<?> record(TestBook book, Id<OpenItem> item, Map<Step, LocalDate> steps) {
        return book.app.db().write(tx -> book.app.reminders().history().recordHistory(tx, item, steps));
    }
}
