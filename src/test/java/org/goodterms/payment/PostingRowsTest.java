package org.goodterms.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.fixture.TestBook.DAY;
import static org.goodterms.fixture.TestBook.eur;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.goodterms.customer.Customer;
import org.goodterms.dispute.Dispute;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.kernel.Id;
import org.goodterms.payment.Settlement.ByHand;
import org.goodterms.payment.Settlement.OldestFirst;
import org.goodterms.payment.Settlement.Part;
import org.goodterms.payment.Settlement.Unapplied;
import org.goodterms.receivable.NewItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The rows of the posting table that payments make, each with its number and its amounts (domain rules, section 2). */
@ParameterizedClass
@EnumSource(Engine.class)
class PostingRowsTest {
    private static final LocalDate LATER = DAY.plusDays(10);
    private final TestBook book;
    private final Id<Customer> customer;

    PostingRowsTest(Engine engine) {
        book = new TestBook(engine);
        customer = book.customer("A");
    }

    @AfterEach
    void subledger_equals_account_1200_on_every_day() {
        for (LocalDate day = DAY.minusDays(1); day.isBefore(DAY.plusDays(60)); day = day.plusDays(1)) {
            assertThat(book.ties(day)).as("1200 on %s", day).isTrue();
        }
        book.close();
    }

    private void base() {
        book.invoice(customer, "I1", DAY, "1000.00", "190.00", "19");
    }

    private Payment pay(String amount, Settlement settlement) {
        return book.app.payments().record(Receipt.plain(customer, LATER, eur(amount), settlement)).orThrow();
    }

    private static ByHand by(String number, String amount) {
        return new ByHand(List.of(new Part(number, eur(amount))));
    }

    @Test
    void row_3_payment_in_full() {
        base();
        pay("1190.00", by("I1", "1190.00"));
        assertThat(book.lastEntry()).containsExactly("1000 1190.00", "1200 -1190.00");
        assertThat(book.open("I1", LATER)).isEqualTo("0.00");
        assertThat(book.open("I1", LATER.minusDays(1))).isEqualTo("1190.00");
    }

    @Test
    void row_4_part_payment_leaves_the_rest_open() {
        base();
        pay("500.00", by("I1", "500.00"));
        assertThat(book.lastEntry()).containsExactly("1000 500.00", "1200 -500.00");
        assertThat(book.open("I1", LATER)).isEqualTo("690.00");
    }

    @Test
    void row_5_overpayment_stays_as_an_unapplied_credit() {
        base();
        Payment payment = pay("1200.00", new OldestFirst());
        assertThat(book.lastEntry()).containsExactly("1000 1200.00", "1200 -1200.00");
        assertThat(book.open("I1", LATER)).isEqualTo("0.00");
        assertThat(book.open(payment.number(), LATER)).isEqualTo("-10.00");
    }

    @Test
    void row_6_refund_of_the_overpayment() {
        base();
        Payment payment = pay("1200.00", new OldestFirst());
        Payment refund = book.app.payments().refund(customer, eur("10.00"), LATER.plusDays(1), "").orThrow();
        assertThat(book.lastEntry()).containsExactly("1200 10.00", "1000 -10.00");
        assertThat(book.open(payment.number(), LATER.plusDays(1))).isEqualTo("0.00");
        assertThat(book.open(refund.number(), LATER.plusDays(1))).isEqualTo("0.00");
        assertThat(book.open(payment.number(), LATER)).isEqualTo("-10.00");
    }

    @Test
    void row_7_unidentified_receipt_later_identified() {
        book.invoice(customer, "I1", DAY, "175.00", "0.00", "0");
        Unidentified money = book.app.suspense().record(LATER, eur("175.00"), "THANKS").orThrow();
        assertThat(book.lastEntry()).containsExactly("1000 175.00", "1990 -175.00");
        book.app.suspense().identify(money.id(), customer, new OldestFirst(), LATER.plusDays(5)).orThrow();
        assertThat(book.lastEntry()).containsExactly("1990 175.00", "1200 -175.00");
        assertThat(book.open("I1", LATER.plusDays(4))).isEqualTo("175.00");
        assertThat(book.open("I1", LATER.plusDays(5))).isEqualTo("0.00");
        assertThat(book.app.suspense().list()).isEmpty();
    }

    @Test
    void row_8_cash_discount_corrects_the_tax() {
        base();
        discounted("1166.20", "I1", "23.80");
        assertThat(book.lastEntry()).containsExactly("1000 1166.20", "4020 20.00", "2200 3.80", "1200 -1190.00");
        assertThat(book.open("I1", LATER)).isEqualTo("0.00");
    }

    @Test
    void C53_row_8b_cash_discount_over_two_rates() {
        book.invoice(customer, "I1", DAY, List.of(
                new NewItem.Tax(new BigDecimal("19"), eur("1000.00"), eur("190.00")),
                new NewItem.Tax(new BigDecimal("7"), eur("500.00"), eur("35.00"))), BigDecimal.ONE);
        discounted("1673.25", "I1", "51.75");
        assertThat(book.lastEntry()).containsExactly("1000 1673.25", "4020 45.00", "2200 6.75", "1200 -1725.00");
    }

    @Test
    void row_8d_cash_discount_on_the_gross_amount_lowers_the_sales_tax_where_the_state_lets_it() {
        book.invoice(customer, "I1", DAY, "1000.00", "80.00", "8");
        discounted("1058.40", "I1", "21.60");
        assertThat(book.lastEntry()).containsExactly("1000 1058.40", "4020 20.00", "2200 1.60", "1200 -1080.00");
    }

    private void discounted(String paid, String number, String discount) {
        book.app.payments().record(new Receipt(customer, LATER, eur(paid), BigDecimal.ONE, Method.BANK,
                by(number, paid), List.of(new Part(number, eur(discount))), Map.of(), "", "")).orThrow();
    }

    @Test
    void row_10_cheque_bounces_and_the_fee_is_recharged() {
        book.invoice(customer, "I1", DAY, "500.00", "0.00", "0");
        Payment cheque = book.app.payments().record(new Receipt(customer, LATER, eur("500.00"), BigDecimal.ONE,
                Method.BANK, by("I1", "500.00"), List.of(), Map.of(), "", "")).orThrow();
        LocalDate back = LATER.plusDays(7);
        book.app.returns().bounce(new PaymentReturn(cheque.id(), back, eur("15.00"), eur("15.00"), false))
                .orThrow();
        assertThat(book.lastEntry()).containsExactlyInAnyOrder("1200 500.00", "6100 15.00", "1200 15.00",
                "1000 -500.00", "1000 -15.00", "4150 -15.00");
        assertThat(book.open("I1", back)).isEqualTo("500.00");
        assertThat(book.open("I1", back.minusDays(1))).isEqualTo("0.00");
        assertThat(book.open("FEE-2026-001", back)).isEqualTo("15.00");
        assertThat(book.open(cheque.number(), back)).isEqualTo("0.00");
    }

    @Test
    void row_11_chargeback_opens_a_dispute() {
        book.invoice(customer, "I1", DAY, "250.00", "0.00", "0");
        Payment card = book.app.payments().record(new Receipt(customer, LATER, eur("250.00"), BigDecimal.ONE,
                Method.CARD, by("I1", "250.00"), List.of(), Map.of(), "", "")).orThrow();
        assertThat(book.lastEntry()).containsExactly("1060 250.00", "1200 -250.00");
        book.app.returns().bounce(new PaymentReturn(card.id(), LATER, eur("15.00"), eur("0.00"), true)).orThrow();
        assertThat(book.lastEntry()).containsExactlyInAnyOrder("1200 250.00", "6100 15.00", "1000 -250.00",
                "1000 -15.00");
        List<Dispute> disputes = book.app.db().read(tx -> book.app.disputes().of(tx, customer));
        assertThat(disputes).singleElement()
                .satisfies(d -> assertThat(d.amount()).isEqualTo(eur("250.00")));
    }

    @Test
    void row_13_small_difference_is_closed() {
        base();
        pay("1189.98", by("I1", "1189.98"));
        assertThat(book.lastEntry()).containsExactly("1000 1189.98", "6210 0.02", "1200 -1190.00");
        assertThat(book.open("I1", LATER)).isEqualTo("0.00");
    }

    @Test
    void a_rest_above_the_tolerance_stays_open() {
        base();
        pay("1188.99", by("I1", "1188.99"));
        assertThat(book.open("I1", LATER)).isEqualTo("1.01");
    }

    @Test
    void row_14_bank_charges_borne_by_us() {
        base();
        book.app.payments().record(new Receipt(customer, LATER, eur("1190.00"), BigDecimal.ONE, Method.BANK,
                new OldestFirst(), List.of(), Map.of("6100", eur("12.00")), "", "")).orThrow();
        assertThat(book.lastEntry()).containsExactly("1000 1178.00", "6100 12.00", "1200 -1190.00");
    }

    @Test
    void row_15_short_pay_leaves_the_rest_under_dispute() {
        base();
        pay("1100.00", by("I1", "1100.00"));
        book.app.disputes().open("I1", null, "damaged", "", null, LATER).orThrow();
        assertThat(book.lastEntry()).containsExactly("1000 1100.00", "1200 -1100.00");
        assertThat(book.open("I1", LATER)).isEqualTo("90.00");
        List<Dispute> disputes = book.app.db().read(tx -> book.app.disputes().openAt(tx, LATER));
        assertThat(disputes).singleElement()
                .satisfies(d -> assertThat(d.amount()).isEqualTo(eur("90.00")));
    }

    @Test
    void row_24_exchange_loss_on_payment() {
        usd("5000.00");
        inUsd("5000.00", "1.0800", LATER);
        assertThat(book.lastEntry()).containsExactly("1000 4629.63", "1200 -4545.45", "4300 -84.18");
    }

    @Test
    void row_24b_part_payments_in_foreign_currency_end_at_zero() {
        usd("5000.00");
        inUsd("2000.00", "1.0800", LATER);
        assertThat(book.lastEntry()).containsExactly("1000 1851.85", "1200 -1818.18", "4300 -33.67");
        inUsd("3000.00", "1.1200", LATER.plusDays(1));
        assertThat(book.lastEntry()).containsExactly("1000 2678.57", "1200 -2727.27", "4300 48.70");
        assertThat(book.open("I1", LATER.plusDays(1))).isEqualTo("0.00");
    }

    private void usd(String amount) {
        Money total = Money.of(CurrencyUnit.USD, new BigDecimal(amount));
        book.invoice(customer, "I1", DAY, List.of(new NewItem.Tax(BigDecimal.ZERO, total,
                Money.zero(CurrencyUnit.USD))), new BigDecimal("1.1000"));
    }

    private void inUsd(String amount, String rate, LocalDate on) {
        book.app.payments().record(new Receipt(customer, on, Money.of(CurrencyUnit.USD, new BigDecimal(amount)),
                new BigDecimal(rate), Method.BANK, new OldestFirst(), List.of(), Map.of(), "", "")).orThrow();
    }

    @Test
    void an_unapplied_foreign_receipt_realises_its_difference_when_allocated() {
        usd("2000.00");
        Payment receipt = book.app.payments().record(new Receipt(customer, LATER, Money.of(CurrencyUnit.USD, 500),
                new BigDecimal("1.08"), Method.BANK, new Unapplied(), List.of(), Map.of(), "", "")).orThrow();
        assertThat(book.lastEntry()).containsExactly("1000 462.96", "1200 -462.96");
        book.app.payments().allocate(receipt.id(), new OldestFirst(), LATER.plusDays(3)).orThrow();
        assertThat(book.lastEntry()).containsExactly("1200 8.41", "4300 -8.41");
    }

    @Test
    void C59_taking_an_allocation_back_restores_the_state_before() {
        base();
        Payment payment = pay("1166.20", by("I1", "1166.20"));
        book.app.payments().unallocate(payment.id(), "I1", LATER.plusDays(2)).orThrow();
        assertThat(book.open("I1", LATER.plusDays(2))).isEqualTo("1190.00");
        assertThat(book.open("I1", LATER.plusDays(1))).isEqualTo("23.80");
        assertThat(book.open(payment.number(), LATER.plusDays(2))).isEqualTo("-1166.20");
        book.app.payments().allocate(payment.id(), by("I1", "1166.20"), LATER).orThrow();
        assertThat(book.open("I1", LATER.plusDays(2))).isEqualTo("23.80");
    }

    @Test
    void taking_back_a_payment_takes_its_discount_back_too() {
        base();
        discounted("1166.20", "I1", "23.80");
        Payment payment = book.app.db().read(tx -> book.app.payments().named(tx, LATER, new BigDecimal("1166.20")))
                .getFirst();
        book.app.payments().unallocate(payment.id(), null, LATER.plusDays(2)).orThrow();
        assertThat(book.open("I1", LATER.plusDays(2))).isEqualTo("1190.00");
        assertThat(book.lastEntry()).containsExactlyInAnyOrder("4020 -20.00", "2200 -3.80", "1200 23.80");
    }

    @Test
    void taking_an_allocation_back_leaves_what_was_paid_out() {
        base();
        Payment payment = pay("1200.00", new OldestFirst());
        Payment refund = book.app.payments().refund(customer, eur("10.00"), LATER, "").orThrow();
        book.app.payments().unallocate(payment.id(), null, LATER.plusDays(1)).orThrow();
        assertThat(book.open(refund.number(), LATER.plusDays(1))).isEqualTo("0.00");
        assertThat(book.open(payment.number(), LATER.plusDays(1))).isEqualTo("-1190.00");
    }
}
