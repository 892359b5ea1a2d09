package org.goodterms.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.kernel.Id;
import org.goodterms.ledger.Entry.Posting;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.Settlement;
import org.goodterms.receivable.NewItem;
import org.goodterms.report.IncomeStatement.Basis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tax owed when money comes in and deducted when it is paid: the two-month example of the domain rules, and several rates. */
class CashTaxTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private final TestBook book = new TestBook(Engine.H2);
    private final Id<Customer> customer = book.customer("M");

    @AfterEach
    void close() {
        book.close();
    }

    private void receive(String number, LocalDate on, String amount) {
        book.app.payments().record(Receipt.plain(customer, on, TestBook.eur(amount),
                new Settlement.ByHand(List.of(new Settlement.Part(number, TestBook.eur(amount)))))).orThrow();
    }

    private void post(LocalDate on, String... lines) {
        book.app.ledger().postByHand(on, "By hand", java.util.Arrays.stream(lines).map(line -> Posting.debit(line.substring(0, 4),
                TestBook.eur(line.substring(5)))).toList()).orThrow();
    }

    private TaxReport tax(LocalDate month) {
        return book.app.accounting().reports().tax(month, month.plusMonths(1).minusDays(1), Basis.CASH, null);
    }

    private static List<String> lines(TaxReport report) {
        return report.lines().stream().map(l -> l.rate().toPlainString() + " " + l.kind() + " " + l.net().getAmount() + " " + l.tax().getAmount()).toList();
    }

    private void example() {
        book.invoice(customer, "M1", LocalDate.of(2026, 3, 5), "1000.00", "190.00", "19");
        receive("M1", LocalDate.of(2026, 3, 28), "500.00");
        receive("M1", LocalDate.of(2026, 4, 10), "690.00");
        post(LocalDate.of(2026, 3, 30), "6000 300.00", "1400 57.00", "1000 -357.00");
        post(LocalDate.of(2026, 3, 31), "6000 200.00", "1400 38.00", "2000 -238.00");
        post(LocalDate.of(2026, 4, 15), "2000 238.00", "1000 -238.00");
        book.invoice(customer, "M2", LocalDate.of(2026, 4, 20), "600.00", "114.00", "19");
    }

    @Test
    void the_tax_of_an_invoice_is_owed_as_it_is_paid_and_that_of_a_bill_deducted_when_it_is_paid() {
        example();
        assertThat(lines(tax(MARCH))).containsExactly("19 receipt 420.17 79.83");
        assertThat(lines(tax(APRIL))).containsExactly("19 receipt 579.83 110.17");
        assertThat(tax(MARCH).input()).isEqualTo(TestBook.eur("57.00"));
        assertThat(tax(APRIL).input()).isEqualTo(TestBook.eur("38.00"));
        assertThat(tax(APRIL).payable()).isEqualTo(TestBook.eur("72.17"));
    }

    @Test
    void the_output_tax_is_the_tax_that_the_income_statement_on_the_cash_basis_shows() {
        example();
        for (LocalDate month : List.of(MARCH, APRIL)) {
            assertThat(book.app.accounting().reports().income(month, month.plusMonths(1).minusDays(1), Basis.CASH, null).tax())
                    .isEqualTo(tax(month).output());
        }
    }

    @Test
    void paying_the_tax_itself_counts_on_neither_side_and_a_sale_for_cash_does() {
        example();
        post(LocalDate.of(2026, 4, 12), "2200 79.83", "1400 -57.00", "1000 -22.83");
        post(LocalDate.of(2026, 4, 13), "1000 107.00", "4000 -100.00", "2200 -7.00");
        assertThat(lines(tax(APRIL))).containsExactly("19 receipt 579.83 110.17", "7 journal 100.00 7.00");
        assertThat(tax(APRIL).input()).isEqualTo(TestBook.eur("38.00"));
    }

    @Test
    void something_bought_for_the_firm_is_deducted_though_it_is_no_expense() {
        book.app.ledger().addAccount("0400", "Machines", org.goodterms.ledger.AccountKind.ASSET).orThrow();
        post(LocalDate.of(2026, 3, 30), "0400 1000.00", "1400 190.00", "1000 -1190.00");
        assertThat(tax(MARCH).input()).isEqualTo(TestBook.eur("190.00"));
    }

    @Test
    void several_rates_share_what_was_paid_and_add_up_to_the_whole_in_the_end() {
        book.invoice(customer, "M3", LocalDate.of(2026, 3, 5), List.of(
                new NewItem.Tax(new java.math.BigDecimal("19"), TestBook.eur("1000.00"), TestBook.eur("190.00")),
                new NewItem.Tax(new java.math.BigDecimal("7"), TestBook.eur("500.00"), TestBook.eur("35.00"))), java.math.BigDecimal.ONE);
        receive("M3", LocalDate.of(2026, 3, 28), "333.33");
        receive("M3", LocalDate.of(2026, 4, 10), "1391.67");
        TaxReport both = book.app.accounting().reports().tax(MARCH, LocalDate.of(2026, 4, 30), Basis.CASH, null);
        assertThat(lines(both)).containsExactly("19 receipt 1000.00 190.00", "7 receipt 500.00 35.00");
        assertThat(tax(MARCH).output().plus(tax(APRIL).output())).isEqualTo(both.output());
        assertThat(tax(MARCH).lines().stream().map(l -> l.net().plus(l.tax())).reduce(TestBook.eur("0.00"), org.joda.money.Money::plus))
                .isEqualTo(TestBook.eur("333.33"));
    }
}
