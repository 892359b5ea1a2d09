package org.goodterms.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.invoice.TotalsTest.dec;
import static org.goodterms.invoice.TotalsTest.eur;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reason for which an invoice is refused or warned of, each provoked once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuingTest {
    private static final TaxKey REVERSE = new TaxKey("AE", BigDecimal.ZERO);
    private final Desk desk = Desk.german(Engine.H2);
    private Customer customer;

    @BeforeAll
    void open() {
        customer = desk.customer("A");
    }

    @AfterAll
    void close() {
        desk.close();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refused("invoice.no_lines", d -> d.withLines(List.of())),
                refused("invoice.total_not_positive", d -> d.withLines(List.of(Desk.line("-1|5.00|19")))),
                refused("invoice.total_not_positive", d -> d.withAllowances(List.of(Allowance.percent("all", dec("100"))))),
                refused("typed.missing", d -> d.withLines(List.of(named("  ")))),
                refused("typed.control_character", d -> d.withLines(List.of(named("a\u0000b")))),
                refused("typed.control_character", d -> d.withWording(d.wording().ordered("PO\n1"))),
                refused("typed.too_long", d -> d.withLines(List.of(named("x".repeat(2001))))),
                refused("company.language", d -> d.withWording(Draft.Wording.in("xx"))),
                refused("invoice.quantity", d -> d.withLines(List.of(Desk.line("0.1234567|5.00|19")))),
                refused("invoice.quantity", d -> d.withLines(List.of(Desk.line("1000000000|5.00|19")))),
                refused("invoice.price", d -> d.withLines(List.of(Desk.line("1|-5.00|19")))),
                refused("invoice.price_base", d -> d.withLines(List.of(per("0")))),
                refused("invoice.discount", d -> d.withLines(List.of(named("x").discounted(new Line.Discount(dec("101"), null))))),
                refused("invoice.discount", d -> d.withAllowances(List.of(new Allowance(false, "", dec("1"), eur("1.00"))))),
                refused("invoice.discount", d -> d.withAllowances(List.of(Allowance.amount("", Money.of(CurrencyUnit.USD, dec("1.00")))))),
                refused("invoice.tax_rate", d -> d.withLines(List.of(Desk.line("1|5.00|101")))),
                refused("invoice.tax_category", d -> d.withLines(List.of(named("x").taxed(new TaxKey("E", dec("7")))))),
                refused("invoice.income_account", d -> d.withLines(List.of(on("1200")))),
                refused("invoice.income_account", d -> d.withLines(List.of(on("4999")))),
                refused("invoice.total_too_large", d -> d.withLines(List.of(Desk.line("999999999|999999999|19")))),
                refused("invoice.too_many_lines", d -> d.withLines(IntStream.range(0, 1001).mapToObj(i -> named("x")).toList())),
                refused("invoice.rate", d -> d.withPricing(new Draft.Pricing(CurrencyUnit.USD, dec("0"), Totals.PriceMode.NET))),
                refused("invoice.rate", d -> d.withPricing(new Draft.Pricing(CurrencyUnit.EUR, dec("1.1"), Totals.PriceMode.NET))),
                refused("invoice.due_before_date", d -> d.withAgreed(new Draft.Agreed("net 30", LocalDate.of(2026, 3, 1)))),
                refused("invoice.supply_period", d -> supplied(d, null, LocalDate.of(2026, 3, 1))),
                refused("invoice.supply_period", d -> supplied(d, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 1))),
                refused("invoice.date_out_of_range", d -> d.on(LocalDate.of(1899, 12, 31))),
                refused("terms.unreadable", d -> d.withAgreed(new Draft.Agreed("sometime", null))),
                refused("terms.instalment_zero", d -> d.withLines(List.of(Desk.line("1|0.01|0")))
                        .withAgreed(new Draft.Agreed("50% net 10, 50% net 20", null))),
                refused("invoice.buyer_tax_id_needed", d -> d.withLines(List.of(named("x").taxed(REVERSE))).withWording(
                        d.wording().exempt("Reverse charge"))),
                refused("invoice.exemption_reason_needed", d -> d.withLines(List.of(named("x").taxed(new TaxKey("E", BigDecimal.ZERO))))),
                refused("invoice.deposit_unknown", d -> d.withDeposit(new Draft.Deposit(false, "2026-7777"))));
    }

    private static Arguments refused(String code, UnaryOperator<Draft> change) {
        return Arguments.of(code, change);
    }

    private static Line named(String text) {
        return Line.of(text, BigDecimal.ONE, dec("5.00"), TaxKey.of(dec("19")));
    }

    private static Line per(String units) {
        return new Line("x", BigDecimal.ONE, "", dec("5.00"), dec(units), null, TaxKey.of(dec("19")), "");
    }

    private static Line on(String account) {
        return new Line("x", BigDecimal.ONE, "", dec("5.00"), BigDecimal.ONE, null, TaxKey.of(dec("19")), account);
    }

    private static Draft supplied(Draft d, LocalDate from, LocalDate to) {
        return new Draft(d.customer(), d.date(), new Draft.Supply(from, to), d.pricing(), d.agreed(), d.wording(), d.deposit(),
                d.lines(), d.allowances());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void what_cannot_be_issued_is_refused_with_its_reason(String code, UnaryOperator<Draft> change) {
        List<Problem> problems = desk.invoices.issue(change.apply(desk.draft(customer, "1|100.00|19")), IssueOptions.STRICT).problems();
        assertThat(problems).extracting(Problem::code).contains(code);
        problems.forEach(problem -> assertThat(Texts.of(Locale.ENGLISH).of(problem)).doesNotContain("problem.").doesNotContain("{"));
        assertThat(desk.balance("1200")).isEqualTo("0.00");
    }

    @Test
    void a_customer_on_credit_hold_gets_no_invoice_without_a_reason() {
        try (Desk own = Desk.german(Engine.H2)) {
            Customer held = own.customer("H");
            own.customers.setHold(held.id(), "owes too long").orThrow();
            Draft draft = own.draft(held, "1|100.00|19");
            Problem problem = own.invoices.issue(draft, IssueOptions.STRICT).problems().getFirst();
            assertThat(problem.code()).isEqualTo("invoice.credit_hold");
            assertThat(Texts.of(Locale.ENGLISH).of(problem)).contains("Customer H").contains("owes too long");
            Document issued = own.invoices.issue(draft, IssueOptions.STRICT.overriding("paid cash yesterday")).orThrow().document();
            assertThat(own.invoices.byNumber(issued.number()).orThrow().trace().override()).isEqualTo("paid cash yesterday");
        }
    }

    @Test
    void an_order_number_is_asked_for_where_the_payables_office_demands_one() {
        try (Desk own = Desk.german(Engine.H2)) {
            Customer strict = own.customer("S", Map.of(CustomerField.ORDER_NUMBER_REQUIRED, "true"));
            Draft draft = own.draft(strict, "1|100.00|19");
            assertThat(own.invoices.issue(draft, IssueOptions.STRICT).problems()).extracting(Problem::code)
                    .containsExactly("invoice.order_number_required");
            assertThat(own.invoices.issue(draft.withWording(draft.wording().ordered("PO-9")), IssueOptions.STRICT).isOk()).isTrue();
        }
    }

    @Test
    void reverse_charge_needs_and_uses_the_customers_tax_number() {
        try (Desk own = Desk.german(Engine.H2)) {
            Customer french = own.customer("F", Map.of(CustomerField.COUNTRY, "FR", CustomerField.TAX_ID, "FR40303265045"));
            Draft draft = own.draft(french, "1|100.00|0");
            Draft reverse = draft.withLines(List.of(named("x").taxed(REVERSE))).withWording(draft.wording().exempt("Reverse charge"));
            assertThat(own.invoices.issue(reverse, IssueOptions.STRICT).orThrow().document().sums().tax().isZero()).isTrue();
        }
    }

    @Test
    void what_the_law_demands_is_refused_or_a_warning_as_asked() {
        try (Desk own = new Desk(Engine.H2, org.goodterms.company.Founding.of("Nameless", "DE", "EUR"))) {
            Draft draft = own.draft(own.customer("A", Map.of(CustomerField.CITY, "", CustomerField.STREET, "")), "1|1000.00|19");
            String[] codes = {"invoice.seller_address_missing", "invoice.seller_tax_id_missing", "invoice.buyer_address_missing"};
            assertThat(own.invoices.issue(draft, IssueOptions.STRICT).problems()).extracting(Problem::code)
                    .containsExactlyInAnyOrder(codes);
            assertThat(own.invoices.issue(draft, IssueOptions.LENIENT).orThrow().warnings()).extracting(Problem::code)
                    .contains(codes).contains("invoice.no_pay_to");
            Draft later = draft.on(LocalDate.of(2030, 7, 2));
            assertThat(own.invoices.issue(later, IssueOptions.STRICT).problems()).extracting(Problem::code)
                    .contains("invoice.bank_account_missing");
        }
        try (Desk own = new Desk(Engine.H2, Desk.firm("Bharat", "IN", "INR", "29ABCDE1234F1Z5")
                .numbered("LONG/PATTERN/{YYYY}/{NNNN}", 1))) {
            assertThat(own.invoices.issue(own.draft(own.customer("A"), "1|1000.00|18"), IssueOptions.STRICT).problems())
                    .extracting(Problem::code).contains("invoice.number_too_long");
        }
    }

    @Test
    void a_small_german_invoice_needs_no_address_of_the_buyer() {
        try (Desk own = Desk.german(Engine.H2)) {
            Customer unknown = own.customer("A", Map.of(CustomerField.CITY, "", CustomerField.STREET, ""));
            assertThat(own.invoices.issue(own.draft(unknown, "1|210.00|19"), IssueOptions.STRICT).isOk()).isTrue();
            assertThat(own.invoices.issue(own.draft(unknown, "1|211.00|19"), IssueOptions.STRICT).isOk()).isFalse();
        }
    }

    @Test
    void an_earlier_date_and_a_passed_credit_limit_are_warnings() {
        try (Desk own = Desk.german(Engine.H2)) {
            Customer limited = own.customer("L", Map.of(CustomerField.CREDIT_LIMIT, "500.00"));
            own.issue(own.draft(limited, "1|300.00|19"));
            Draft second = own.draft(limited, "1|200.00|19").on(LocalDate.of(2026, 3, 1));
            List<Problem> warnings = own.invoices.issue(second, IssueOptions.STRICT).orThrow().warnings();
            assertThat(warnings).extracting(Problem::code).containsExactly("invoice.date_before_last", "invoice.credit_limit");
            assertThat(Texts.of(Locale.ENGLISH).of(warnings.getLast())).contains("595.00").contains("500.00");
        }
    }

    @Test
    void nothing_is_issued_into_a_locked_period() {
        try (Desk own = Desk.german(Engine.H2)) {
            own.ledger.lock(Desk.TODAY).orThrow();
            assertThat(own.invoices.issue(own.draft(own.customer("A"), "1|10.00|19"), IssueOptions.STRICT).problems())
                    .extracting(Problem::code).containsExactly("ledger.period_locked");
        }
    }

    @Test
    void a_deposit_of_somebody_else_or_above_the_total_is_not_deducted() {
        try (Desk own = Desk.german(Engine.H2)) {
            Customer first = own.customer("A");
            String deposit = own.issue(own.draft(first, "1|600.00|19").withDeposit(new Draft.Deposit(true, ""))).number();
            Draft.Deposit less = new Draft.Deposit(false, deposit);
            assertThat(own.invoices.issue(own.draft(own.customer("B"), "1|2000.00|19").withDeposit(less), IssueOptions.STRICT).problems())
                    .extracting(Problem::code).containsExactly("invoice.deposit_of_another");
            assertThat(own.invoices.issue(own.draft(first, "1|500.00|19").withDeposit(less), IssueOptions.STRICT).problems())
                    .extracting(Problem::code).containsExactly("invoice.deposit_above_total");
            Document even = own.issue(own.draft(first, "1|600.00|19").withDeposit(less));
            assertThat(even.sums().payable().isZero()).isTrue();
            assertThat(own.items(even.number())).isEmpty();
            assertThat(own.balance("1200")).isEqualTo("714.00");
        }
    }

    @Test
    void line_accounts_share_the_revenue() {
        try (Desk own = Desk.german(Engine.H2)) {
            own.ledger.addAccount("4005", "Consulting", org.goodterms.ledger.AccountKind.INCOME).orThrow();
            Draft draft = own.draft(own.customer("A"), "1|100.00|19");
            own.issue(draft.withLines(List.of(named("goods"), new Line("advice", BigDecimal.ONE, "h", dec("15.00"), BigDecimal.ONE, null,
                    TaxKey.of(dec("19")), "4005"))).withAllowances(List.of(Allowance.percent("", dec("10")))));
            assertThat(own.lastEntry()).containsExactlyInAnyOrderEntriesOf(
                    Map.of("1200", "21.42", "4000", "-4.50", "4005", "-13.50", "2200", "-3.42"));
        }
    }
}
