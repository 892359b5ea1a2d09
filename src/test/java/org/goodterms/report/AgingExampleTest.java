package org.goodterms.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.fixture.TestBook.eur;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.payment.Method;
import org.goodterms.payment.Payment;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.Settlement;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.NewItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The worked example of the domain rules, section 5: six customers as of 2026-06-30, and the statement of the first. */
@ParameterizedClass
@EnumSource(Engine.class)
class AgingExampleTest {
    private static final LocalDate JUNE_30 = LocalDate.of(2026, 6, 30);
    private final TestBook book;

    AgingExampleTest(Engine engine) {
        book = new TestBook(engine);
    }

    @BeforeEach
    void six_customers() {
        Id<Customer> a = book.customer("A");
        invoice(a, "A1", "2026-05-15", "1200.00");
        invoice(a, "A2", "2026-06-10", "650.00");
        pay(a, "2026-06-20", "400.00", by("A1", "400.00"));
        Id<Customer> b = book.customer("B");
        invoice(b, "B1", "2026-03-01", "2380.00");
        invoice(b, "B2", "2026-03-02", "500.00");
        Payment late = pay(b, "2026-06-29", "380.00", new Settlement.Unapplied());
        book.app.payments().allocate(late.id(), by("B1", "380.00"), LocalDate.of(2026, 7, 3)).orThrow();
        Id<Customer> c = book.customer("C");
        invoice(c, "C1", "2026-05-01", "300.00");
        invoice(c, "C2", "2026-04-30", "310.00");
        pay(c, "2026-06-25", "100.00", new Settlement.Unapplied());
        Id<Customer> d = book.customer("D");
        invoice(d, "D1", "2026-05-31", "1000.00");
        pay(d, "2026-07-02", "1000.00", new Settlement.OldestFirst());
        Id<Customer> e = book.customer("E");
        invoice(e, "E1", "2026-04-01", "900.00");
        book.app.disputes().open("E1", null, "quality", "", null, LocalDate.of(2026, 5, 3)).orThrow();
        credit(e, "EC", LocalDate.of(2026, 6, 28), "150.00");
        Id<Customer> f = book.customer("F");
        book.invoice(f, "F1", LocalDate.of(2026, 3, 31), List.of(new NewItem.Tax(BigDecimal.ZERO,
                Money.of(CurrencyUnit.USD, 2000), Money.zero(CurrencyUnit.USD))), new BigDecimal("1.10"));
        book.app.payments().record(new Receipt(f, LocalDate.of(2026, 6, 15), Money.of(CurrencyUnit.USD, 500),
                new BigDecimal("1.08"), Method.BANK, new Settlement.OldestFirst(), List.of(), Map.of(), "", ""))
                .orThrow();
    }

    @AfterEach
    void close() {
        book.close();
    }

    private void invoice(Id<Customer> customer, String number, String date, String amount) {
        book.invoice(customer, number, LocalDate.parse(date), amount, "0.00", "0");
    }

    private Payment pay(Id<Customer> customer, String date, String amount, Settlement settlement) {
        return book.app.payments().record(Receipt.plain(customer, LocalDate.parse(date), eur(amount), settlement))
                .orThrow();
    }

    private static Settlement by(String number, String amount) {
        return new Settlement.ByHand(List.of(new Settlement.Part(number, eur(amount))));
    }

    private void credit(Id<Customer> customer, String number, LocalDate date, String amount) {
        book.app.db().write(tx -> {
            book.app.receivables().open(tx, List.of(NewItem.simple(customer, ItemKind.CREDIT_NOTE, number, null, date,
                    eur(amount).negated(), eur(amount).negated())));
            return Outcome.ok(book.app.ledger().post(tx, new Entry(date, number, new Entry.Source("credit-note", null),
                    List.of(Entry.Posting.debit(Chart.RETURNS, eur(amount)),
                            Entry.Posting.credit(Chart.RECEIVABLES, eur(amount))))));
        }).orThrow();
    }

    private static String line(AgingRow row) {
        StringBuilder text = new StringBuilder(row.code());
        row.buckets().forEach(b -> text.append(' ').append(b.getAmount()));
        return text.append(" | ").append(row.unapplied().getAmount()).append(" | ")
                .append(row.balance().getAmount()).toString();
    }

    @Test
    void aging_of_the_six_customers() {
        AgingReport report = book.app.reports().aging(JUNE_30, AgingBasis.DUE_DATE, null, null);
        assertThat(report.rows()).extracting(AgingExampleTest::line).containsExactly(
                "A 650.00 800.00 0.00 0.00 0.00 | 0.00 | 1450.00",
                "B 0.00 0.00 0.00 500.00 2380.00 | -380.00 | 2500.00",
                "C 0.00 300.00 310.00 0.00 0.00 | -100.00 | 510.00",
                "D 1000.00 0.00 0.00 0.00 0.00 | 0.00 | 1000.00",
                "E 0.00 0.00 900.00 0.00 0.00 | -150.00 | 750.00",
                "F 0.00 0.00 0.00 1363.63 0.00 | 0.00 | 1363.63");
        assertThat(line(report.total())).isEqualTo(" 1650.00 1100.00 1210.00 1863.63 2380.00 | -630.00 | 7573.63");
        assertThat(report.total().disputed()).isEqualTo(eur("900.00"));
        assertThat(report.overdueShare()).contains(new BigDecimal("79.89"));
    }

    @Test
    void C62_the_total_is_account_1200_on_every_day() {
        for (LocalDate day = LocalDate.of(2026, 2, 25); day.isBefore(LocalDate.of(2026, 7, 10)); day = day.plusDays(1)) {
            assertThat(book.ties(day)).as("on %s", day).isTrue();
        }
    }

    @Test
    void C62_one_currency_shows_its_own_amounts() {
        AgingReport usd = book.app.reports().aging(JUNE_30, AgingBasis.DUE_DATE, null, CurrencyUnit.USD);
        assertThat(usd.rows()).extracting(AgingExampleTest::line)
                .containsExactly("F 0.00 0.00 0.00 1500.00 0.00 | 0.00 | 1500.00");
    }

    @Test
    void by_invoice_date() {
        AgingReport report = book.app.reports().aging(JUNE_30, AgingBasis.INVOICE_DATE, null, null);
        assertThat(report.rows()).extracting(AgingExampleTest::line).startsWith(
                "A 650.00 800.00 0.00 0.00 0.00 | 0.00 | 1450.00",
                "B 0.00 0.00 0.00 500.00 2380.00 | -380.00 | 2500.00");
    }

    @Test
    void known_on_a_day_before_everything_was_recorded_is_empty() {
        assertThat(book.app.reports().aging(JUNE_30, AgingBasis.DUE_DATE, LocalDate.of(2026, 3, 1), null).rows())
                .isEmpty();
        assertThat(book.app.reports().aging(JUNE_30, AgingBasis.DUE_DATE, LocalDate.of(2026, 3, 2), null).total()
                .balance()).isEqualTo(eur("7573.63"));
    }

    @Test
    void C63_an_aging_does_not_change_by_what_is_booked_for_a_later_day() {
        AgingReport before = book.app.reports().aging(JUNE_30, AgingBasis.DUE_DATE, null, null);
        Customer a = book.app.customers().byCode("A").orThrow();
        pay(a.id(), "2026-07-01", "1450.00", new Settlement.OldestFirst());
        credit(a.id(), "LATE", LocalDate.of(2026, 7, 1), "10.00");
        assertThat(book.app.reports().aging(JUNE_30, AgingBasis.DUE_DATE, null, null)).isEqualTo(before);
        assertThat(book.app.reports().aging(JUNE_30.plusDays(1), AgingBasis.DUE_DATE, null, null).rows()).extracting(AgingRow::code)
                .as("what is left is the credit alone").contains("A");
        pay(a.id(), "2026-06-30", "10.00", new Settlement.Unapplied());
        assertThat(book.app.reports().aging(JUNE_30, AgingBasis.DUE_DATE, null, null)).as("the day itself counts").isNotEqualTo(before);
    }

    @Test
    void statement_of_a_in_both_forms() {
        Customer a = book.app.customers().byCode("A").orThrow();
        Statement forward = book.app.reports().statement(a, Statement.Form.BALANCE_FORWARD, LocalDate.of(2026, 6, 1),
                JUNE_30, null);
        assertThat(forward.opening()).isEqualTo(eur("1200.00"));
        assertThat(forward.lines()).extracting(l -> l.date() + " " + l.amount().getAmount() + " " + l.balance().getAmount())
                .containsExactly("2026-06-10 650.00 1850.00", "2026-06-20 -400.00 1450.00");
        assertThat(forward.closing()).isEqualTo(eur("1450.00"));
        Statement open = book.app.reports().statement(a, Statement.Form.OPEN_ITEM, null, JUNE_30, null);
        assertThat(open.lines()).extracting(l -> l.number() + " " + l.daysLate() + " " + l.amount().getAmount())
                .containsExactly("A1 16 800.00", "A2 0 650.00");
        assertThat(open.closing()).isEqualTo(eur("1450.00"));
        assertThat(open.overdue()).isEqualTo(eur("800.00"));
    }

    @Test
    void C62_every_age_falls_into_one_bucket() {
        assertThat(List.of(-5L, 0L, 1L, 30L, 31L, 60L, 61L, 90L, 91L, 4000L)).extracting(AgingBasis.DUE_DATE::bucketOf)
                .containsExactly(0, 0, 1, 1, 2, 2, 3, 3, 4, 4);
    }
}
