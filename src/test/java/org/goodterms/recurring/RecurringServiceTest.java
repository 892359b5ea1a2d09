package org.goodterms.recurring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.invoice.Issued;
import org.goodterms.invoice.Line;
import org.goodterms.invoice.TaxKey;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.recurring.Schedule.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecurringServiceTest {

    private static Template template(TestBook book, Id<Customer> customer, String first) {
        return book.app.recurring().add(new Template(book.app.recurring().nextId(), customer, "Care", new Schedule(Unit.MONTH, 1,
                LocalDate.parse(first), 1, null, false), BigDecimal.ZERO, new Template.Wording("For {period}:", List.of(
                        Line.of("Care {period}", new BigDecimal("2"), new BigDecimal("50"), TaxKey.of(new BigDecimal("19"))))),
                Template.State.NEW)).orThrow();
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::code).toList();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_was_missed_waits_and_each_period_is_billed_exactly_once(Engine engine) {
        try (TestBook book = new TestBook(engine)) {
            Template care = template(book, book.customer("K1"), "2026-01-01");
            assertThat(book.app.recurring().waiting()).extracting(one -> one.period().from().toString() + " " + one.total())
                    .containsExactly("2026-01-01 EUR 119.00", "2026-02-01 EUR 119.00", "2026-03-01 EUR 119.00");
            assertThat(book.app.reporting().today().entries()).singleElement()
                    .satisfies(entry -> assertThat(entry.sort() + " " + entry.count()).isEqualTo("RECURRING 3"));
            assertThat(book.app.recurring().list()).singleElement().satisfies(row -> {
                assertThat(row.waiting()).isEqualTo(3);
                assertThat(row.next()).isNotNull();
                assertThat(row.next().due()).isEqualTo("2026-04-01");
            });
            Issued january = book.app.recurring().approve(care.id(), LocalDate.parse("2026-01-01")).orThrow();
            assertThat(january.document().content().lines().getFirst().text()).isEqualTo("Care January 2026");
            assertThat(january.document().content().supply().to()).isEqualTo("2026-01-31");
            assertThat(january.document().content().date()).isEqualTo(TestBook.DAY);
            assertThat(codes(book.app.recurring().approve(care.id(), LocalDate.parse("2026-01-01")))).containsExactly("recurring.not_waiting");
            book.app.recurring().leaveOut(care.id(), LocalDate.parse("2026-02-01")).orThrow();
            List<RecurringService.Result> rest = book.app.recurring().approveAll(Progress.NONE);
            assertThat(rest).singleElement().satisfies(result -> assertThat(result.outcome().isOk()).isTrue());
            assertThat(book.app.recurring().waiting()).isEmpty();
            assertThat(book.app.recurring().list().getFirst().issued()).isEqualTo(2);
            assertThat(book.ties(TestBook.DAY)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void two_who_approve_at_the_same_moment_write_one_invoice(Engine engine) throws Exception {
        try (TestBook book = new TestBook(engine); var both = Executors.newFixedThreadPool(2)) {
            Template care = template(book, book.customer("K1"), "2026-03-01");
            Callable<Outcome<Issued>> approve = () -> book.app.recurring().approve(care.id(), LocalDate.parse("2026-03-01"));
            List<Future<Outcome<Issued>>> answers = both.invokeAll(List.of(approve, approve));
            int issued = 0;
            for (Future<Outcome<Issued>> answer : answers) {
                issued += answer.get().isOk() ? 1 : 0;
            }
            assertThat(issued).isEqualTo(1);
            assertThat(book.app.invoices().list(org.goodterms.invoice.InvoiceFilter.EVERYTHING)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_paused_template_rests_and_an_ended_one_begins_nothing_new(Engine engine) {
        try (TestBook book = new TestBook(engine)) {
            Template care = template(book, book.customer("K1"), "2026-02-01");
            book.app.recurring().pause(care.id(), true).orThrow();
            assertThat(book.app.recurring().waiting()).isEmpty();
            book.app.recurring().pause(care.id(), false).orThrow();
            book.app.recurring().end(care.id()).orThrow();
            assertThat(book.app.recurring().waiting()).hasSize(2);
            assertThat(book.app.recurring().list().getFirst().next()).isNull();
            assertThat(codes(book.app.recurring().end(book.app.recurring().nextId()))).containsExactly("recurring.unknown");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_is_refused_stays_waiting(Engine engine) {
        try (TestBook book = new TestBook(engine)) {
            Id<Customer> customer = book.customer("K1");
            Template care = template(book, customer, "2026-03-01");
            book.app.ledger().lock(LocalDate.parse("2026-12-31")).orThrow();
            assertThat(codes(book.app.recurring().approve(care.id(), LocalDate.parse("2026-03-01")))).isNotEmpty();
            assertThat(book.app.recurring().waiting()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void hours_and_expenses_are_collected_until_one_invoice_takes_them(Engine engine) {
        try (TestBook book = new TestBook(engine)) {
            Id<Customer> customer = book.customer("K1");
            BillableService billables = book.app.recurring().billables();
            Billable.Amount hours = new Billable.Amount(new BigDecimal("2.5"), "h", new BigDecimal("80"), new BigDecimal("19"));
            billables.add(customer, LocalDate.parse("2026-02-20"), "Drawing", hours).orThrow();
            Billable train = billables.add(customer, LocalDate.parse("2026-02-21"), "Train", new Billable.Amount(BigDecimal.ONE, "",
                    new BigDecimal("49.90"), new BigDecimal("19"))).orThrow();
            Billable wrong = billables.add(customer, TestBook.DAY, "Typed twice", hours).orThrow();
            billables.remove(wrong.id()).orThrow();
            assertThat(codes(billables.remove(wrong.id()))).containsExactly("recurring.no_billable");
            assertThat(codes(billables.add(customer, TestBook.DAY.plusDays(1), "Later", hours))).containsExactly("recurring.future_work");
            assertThat(codes(billables.add(customer, TestBook.DAY, "None", new Billable.Amount(BigDecimal.ZERO, "h", BigDecimal.ONE,
                    BigDecimal.ZERO)))).containsExactly("recurring.no_quantity");
            assertThat(codes(billables.add(customer, TestBook.DAY, "Fine", new Billable.Amount(new BigDecimal("0.1234567"), "h",
                    BigDecimal.ONE, BigDecimal.ZERO)))).containsExactly("recurring.number");
            assertThat(billables.open()).hasSize(2).contains(train);
            Issued issued = billables.bill(customer).orThrow();
            assertThat(issued.document().sums().net().getAmount()).isEqualByComparingTo("249.90");
            assertThat(issued.document().content().lines().getFirst().text()).startsWith("20 Feb 2026: Drawing");
            assertThat(billables.open()).isEmpty();
            assertThat(codes(billables.bill(customer))).containsExactly("recurring.nothing_to_bill");
        }
    }
}
