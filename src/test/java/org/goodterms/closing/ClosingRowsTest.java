package org.goodterms.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.fixture.TestBook.DAY;
import static org.goodterms.fixture.TestBook.eur;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.goodterms.claim.WriteOff;
import org.goodterms.claim.WriteOffService;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.ledger.AccountKind;
import org.goodterms.ledger.Balance;
import org.goodterms.ledger.Entry.Posting;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.Settlement.Unapplied;
import org.goodterms.receivable.NewItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows 17, 24c and 28 of the posting table (domain rules, section 2) and what must hold of them. */
@ParameterizedClass
@EnumSource(Engine.class)
class ClosingRowsTest {
    private static final LocalDate END = LocalDate.of(2026, 12, 31);
    private static final List<BigDecimal> RATES = List.of("1", "3", "10", "25", "60").stream().map(BigDecimal::new).toList();
    private final TestBook book;

    ClosingRowsTest(Engine engine) {
        book = new TestBook(engine);
    }

    @AfterEach
    void the_book_is_in_order() {
        assertThat(book.app.checks().run()).allSatisfy(finding -> assertThat(finding.ok()).as(finding.toString()).isTrue());
        book.close();
    }

    private void post(LocalDate on, String debit, String credit, String amount) {
        book.app.ledger().postByHand(on, "by hand", List.of(Posting.debit(debit, eur(amount)),
                Posting.credit(credit, eur(amount)))).orThrow();
    }

    private String balance(String account, LocalDate on) {
        return book.app.db().read(tx -> book.app.ledger().balances(tx, on, null)).stream()
                .filter(b -> b.account().number().equals(account)).map(b -> b.amount().getAmount().toPlainString())
                .findFirst().orElse("0.00");
    }

    private List<Balance> results(LocalDate on) {
        return book.app.db().read(tx -> book.app.ledger().balances(tx, on, null)).stream()
                .filter(b -> b.account().kind() == AccountKind.INCOME || b.account().kind() == AccountKind.EXPENSE).toList();
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::code).toList();
    }

    @Test
    void row_28_year_close_brings_income_and_expenses_to_retained_earnings() {
        post(DAY, "1000", "4000", "12400.00");
        post(DAY, "6000", "1000", "9000.00");
        post(END, "6100", "1000", "150.00");
        YearEnd end = book.app.accounting().years().close(END).orThrow();
        assertThat(end.profit()).isEqualTo(eur("3250.00"));
        assertThat(book.lastEntry()).containsExactlyInAnyOrder("4000 12400.00", "6000 -9000.00", "6100 -150.00", "3100 -3250.00");
        assertThat(results(END)).allSatisfy(b -> assertThat(b.amount().isZero()).isTrue());
        assertThat(balance("4000", END.minusDays(1))).isEqualTo("-12400.00");
    }

    @Test
    void closing_and_reopening_and_closing_again_gives_the_same() {
        post(DAY, "1000", "4000", "500.00");
        book.app.accounting().years().close(END).orThrow();
        List<String> first = book.lastEntry();
        book.app.accounting().years().reopen(END, "a bill was missing").orThrow();
        assertThat(balance("4000", END)).isEqualTo("-500.00");
        assertThat(balance("3100", END)).isEqualTo("0.00");
        book.app.accounting().years().close(END).orThrow();
        assertThat(book.lastEntry()).isEqualTo(first);
        assertThat(results(END)).allSatisfy(b -> assertThat(b.amount().isZero()).isTrue());
    }

    @Test
    void a_closed_year_takes_no_entry_and_is_closed_once() {
        post(DAY, "1000", "4000", "500.00");
        book.app.accounting().years().close(END).orThrow();
        assertThat(codes(book.app.ledger().postByHand(END, "late", List.of(Posting.debit("6000", eur("1.00")),
                Posting.credit("1000", eur("1.00")))))).containsExactly("ledger.period_locked");
        assertThat(codes(book.app.accounting().years().close(END))).containsExactly("closing.closed_already");
        assertThat(codes(book.app.accounting().years().close(DAY))).containsExactly("closing.closed_already");
    }

    @Test
    void reopening_takes_a_reason_and_the_latest_closed_year_and_gives_the_lock_back() {
        book.app.ledger().lock(DAY).orThrow();
        post(DAY.plusDays(1), "1000", "4000", "500.00");
        assertThat(codes(book.app.accounting().years().reopen(END, "why"))).containsExactly("closing.not_closed");
        book.app.accounting().years().close(END).orThrow();
        assertThat(codes(book.app.accounting().years().reopen(END, " "))).containsExactly("typed.missing");
        book.app.ledger().lock(END.plusDays(5)).orThrow();
        assertThat(codes(book.app.accounting().years().reopen(END, "why"))).containsExactly("closing.locked_later");
        book.app.ledger().unlock(END, "to reopen").orThrow();
        book.app.accounting().years().reopen(END, "why").orThrow();
        assertThat(book.app.ledger().lockedTo()).isEqualTo(DAY);
        assertThat(book.app.accounting().years().closed()).isEmpty();
    }

    @Test
    void a_year_without_income_and_expenses_is_closed_without_an_entry() {
        assertThat(book.app.accounting().years().close(END).orThrow().entry()).isNull();
        book.app.accounting().years().reopen(END, "nothing yet").orThrow();
        assertThat(book.entries()).isEmpty();
    }

    @Test
    void the_second_year_closes_only_its_own_result() {
        post(DAY, "1000", "4000", "500.00");
        book.app.accounting().years().close(END).orThrow();
        post(END.plusDays(40), "1000", "4000", "70.00");
        assertThat(book.app.accounting().years().close(END.plusYears(1)).orThrow().profit()).isEqualTo(eur("70.00"));
        assertThat(balance("3100", END.plusYears(1))).isEqualTo("-570.00");
    }

    @Test
    void row_17_the_year_end_estimate_bears_the_write_off_and_is_trued_up_at_the_next_closing() {
        book.invoice(book.customer("A"), "I1", DAY, "1000.00", "190.00", "19");
        book.invoice(book.customer("B"), "I2", DAY, "14810.00", "0.00", "0");
        LocalDate late = DAY.plusDays(30 + 45);
        book.app.accounting().allowances().estimate(RATES, late, true).orThrow();
        assertThat(book.lastEntry()).as("10 % of 16,000.00").containsExactly("6200 1600.00", "1290 -1600.00");
        book.app.claims().writeOffs().writeOff(new WriteOffService.Request("I1", WriteOff.ReliefTime.NOW, true, "")).orThrow();
        assertThat(book.lastEntry()).containsExactlyInAnyOrder("1290 1000.00", "2200 190.00", "1200 -1190.00");
        book.app.accounting().allowances().estimate(RATES, late.plusDays(1), true).orThrow();
        assertThat(book.lastEntry()).as("10 % of 14,810.00 less the 600.00 left").containsExactly("6200 881.00", "1290 -881.00");
        assertThat(balance("1290", END)).isEqualTo("-1481.00");
    }

    @Test
    void row_17_the_allowance_is_brought_to_the_required_amount() {
        book.invoice(book.customer("A"), "I1", DAY, "10000.00", "0.00", "0");
        LocalDate late = DAY.plusDays(30 + 45);
        Estimate asked = book.app.accounting().allowances().estimate(RATES, late, false).orThrow();
        assertThat(asked.required()).isEqualTo(eur("1000.00"));
        assertThat(asked.entry()).isEmpty();
        assertThat(asked.buckets()).extracting(b -> b.name() + " " + b.open().getAmount() + " " + b.required().getAmount())
                .containsExactly("current 0.00 0.00", "1-30 0.00 0.00", "31-60 10000.00 1000.00", "61-90 0.00 0.00", "90+ 0.00 0.00");
        book.app.accounting().allowances().estimate(RATES, late, true).orThrow();
        assertThat(book.lastEntry()).containsExactly("6200 1000.00", "1290 -1000.00");
        Estimate again = book.app.accounting().allowances().estimate(RATES, late, true).orThrow();
        assertThat(again.entry()).isEmpty();
        assertThat(again.balance()).isEqualTo(eur("1000.00"));
        book.app.accounting().allowances().estimate(RATES, DAY.plusDays(30 + 61), true).orThrow();
        assertThat(book.lastEntry()).containsExactly("6200 1500.00", "1290 -1500.00");
    }

    @Test
    void an_allowance_that_is_no_longer_needed_is_given_back_and_credits_do_not_lower_it() {
        var customer = book.customer("A");
        book.invoice(customer, "I1", DAY, "100.00", "0.00", "0");
        book.app.payments().record(Receipt.plain(customer, DAY, eur("40.00"), new Unapplied())).orThrow();
        book.app.accounting().allowances().estimate(RATES, DAY.plusDays(31), true).orThrow();
        assertThat(book.lastEntry()).containsExactly("6200 3.00", "1290 -3.00");
        book.app.accounting().allowances().estimate(List.of("0", "0", "0", "0", "0").stream().map(BigDecimal::new).toList(),
                DAY.plusDays(32), true).orThrow();
        assertThat(book.lastEntry()).containsExactly("6200 -3.00", "1290 3.00");
    }

    @Test
    void an_allowance_takes_five_rates_between_nothing_and_all() {
        assertThat(codes(book.app.accounting().allowances().estimate(RATES.subList(0, 4), DAY, false))).containsExactly("closing.five_rates");
        assertThat(codes(book.app.accounting().allowances().estimate(List.of("1", "2", "3", "4", "101").stream().map(BigDecimal::new).toList(),
                DAY, false))).containsExactly("closing.percent");
        book.app.ledger().lock(DAY).orThrow();
        assertThat(codes(book.app.accounting().allowances().estimate(RATES, DAY, true))).containsExactly("ledger.period_locked");
    }

    @Test
    void row_24c_revaluation_at_the_closing_rate_is_taken_back_on_the_next_day() {
        Money total = Money.of(CurrencyUnit.USD, new BigDecimal("5000.00"));
        book.invoice(book.customer("A"), "I1", DAY, List.of(new NewItem.Tax(BigDecimal.ZERO, total,
                Money.zero(CurrencyUnit.USD))), new BigDecimal("1.1000"));
        var done = book.app.accounting().revaluations().revalue(Map.of(CurrencyUnit.USD, new BigDecimal("1.0900")), END).orThrow();
        assertThat(done.currencies().getFirst().value()).isEqualTo(eur("4587.16"));
        assertThat(book.entries().get(1)).containsExactly("1205 41.71", "4300 -41.71");
        assertThat(book.entries().get(2)).containsExactly("1205 -41.71", "4300 41.71");
        assertThat(balance("1205", END)).isEqualTo("41.71");
        assertThat(balance("1205", END.plusDays(1))).isEqualTo("0.00");
        assertThat(balance("1200", END)).isEqualTo("4545.45");
        book.app.accounting().revaluations().revalue(Map.of(CurrencyUnit.USD, new BigDecimal("1.0900")), END).orThrow();
        assertThat(balance("1205", END)).isEqualTo("41.71");
        book.app.accounting().revaluations().revalue(Map.of(CurrencyUnit.USD, new BigDecimal("1.2000")), END).orThrow();
        assertThat(balance("1205", END)).isEqualTo("-378.78");
        assertThat(balance("1205", END.plusDays(1))).isEqualTo("0.00");
    }

    @Test
    void a_revaluation_takes_foreign_currencies_and_rates_above_zero() {
        assertThat(codes(book.app.accounting().revaluations().revalue(Map.of(CurrencyUnit.EUR, BigDecimal.ONE), END)))
                .containsExactly("closing.own_currency");
        assertThat(codes(book.app.accounting().revaluations().revalue(Map.of(CurrencyUnit.USD, BigDecimal.ZERO), END)))
                .containsExactly("closing.rate");
    }
}
