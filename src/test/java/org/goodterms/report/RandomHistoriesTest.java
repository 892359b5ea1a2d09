package org.goodterms.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.fixture.TestBook.DAY;
import static org.goodterms.fixture.TestBook.eur;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.kernel.Id;
import org.goodterms.ledger.AccountKind;
import org.goodterms.ledger.Balance;
import org.goodterms.ledger.Entry.Posting;
import org.goodterms.payment.Method;
import org.goodterms.payment.Payment;
import org.goodterms.payment.PaymentReturn;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.Settlement;
import org.goodterms.receivable.NewItem;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What must hold after any history of the books (domain rules, section 11: invariants 1, 2, 3, 12 to 16). */
class RandomHistoriesTest {
    private static final int ACTS = 14;
    private static final LocalDate END = DAY.plusDays(120);

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void C57_invariants_hold_after_any_history(@ForAll long seed) {
        holds(Engine.H2, seed);
    }

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void C57_invariants_hold_on_a_server_too(@ForAll long seed) {
        holds(Engine.POSTGRES, seed);
    }

    private static void holds(Engine engine, long seed) {
        try (TestBook book = new TestBook(engine)) {
            History history = new History(book, new Random(seed));
            for (int i = 0; i < ACTS; i++) {
                history.act(DAY.plusDays(i * 4L));
                assertThat(book.ties(END)).as("after act %d", i).isTrue();
            }
            assertThat(book.app.checks().run()).allSatisfy(f -> assertThat(f.ok()).as(f.toString()).isTrue());
            for (LocalDate day = DAY; day.isBefore(END); day = day.plusDays(9)) {
                assertThat(book.ties(day)).as("account 1200 on %s", day).isTrue();
                assertThat(balances(book, day).stream().map(Balance::amount).reduce(eur("0.00"), Money::plus).isZero()).isTrue();
            }
            cashMovesAsMoneyDoes(book);
            taxReportIsTheTaxAccount(book);
            closingLeavesNoResult(book);
        }
    }

    private static List<Balance> balances(TestBook book, LocalDate on) {
        return book.app.db().read(tx -> book.app.ledger().balances(tx, on, null));
    }

    private static Money sum(TestBook book, String... accounts) {
        return balances(book, END).stream().filter(b -> List.of(accounts).contains(b.account().number())).map(Balance::amount)
                .reduce(eur("0.00"), Money::plus);
    }

    /** Invariant 12 and the check of section 2: cash profit, with tax received less tax paid, is the change in money. */
    private static void cashMovesAsMoneyDoes(TestBook book) {
        IncomeStatement cash = book.app.accounting().reports().income(DAY.minusDays(1), END, IncomeStatement.Basis.CASH, null);
        assertThat(cash.profit().plus(cash.tax()).minus(sum(book, "1400"))).isEqualTo(sum(book, "1000", "1060"));
        IncomeStatement early = book.app.accounting().reports().income(DAY, DAY.plusDays(20), IncomeStatement.Basis.CASH, null);
        IncomeStatement late = book.app.accounting().reports().income(DAY.plusDays(21), END, IncomeStatement.Basis.CASH, null);
        assertThat(early.profit().plus(late.profit())).isEqualTo(cash.profit());
        assertThat(early.tax().plus(late.tax())).isEqualTo(cash.tax());
    }

    /** Invariant 14. */
    private static void taxReportIsTheTaxAccount(TestBook book) {
        TaxReport tax = book.app.accounting().reports().tax(DAY.minusDays(1), END, null);
        assertThat(tax.output()).isEqualTo(sum(book, "2200").negated());
        assertThat(tax.input()).isEqualTo(sum(book, "1400"));
    }

    /** Invariants 15 and 16. */
    private static void closingLeavesNoResult(TestBook book) {
        book.app.accounting().years().close(END).orThrow();
        Money retained = sum(book, "3100");
        book.app.accounting().years().reopen(END, "to see").orThrow();
        book.app.accounting().years().close(END).orThrow();
        assertThat(sum(book, "3100")).isEqualTo(retained);
        assertThat(balances(book, END)).filteredOn(b -> b.account().kind() == AccountKind.INCOME || b.account().kind() == AccountKind.EXPENSE)
                .allSatisfy(b -> assertThat(b.amount().isZero()).isTrue());
        assertThat(book.app.ledger().postByHand(END, "late", List.of(Posting.debit("6000", eur("1.00")), Posting.credit("1000", eur("1.00"))))
                .isOk()).isFalse();
    }

    /** Acts at random; what the rules refuse does not happen. */
    private static final class History {
        private final TestBook book;
        private final Random random;
        private final List<Id<Customer>> customers;
        private final List<Payment> payments = new ArrayList<>();
        private int count;

        History(TestBook book, Random random) {
            this.book = book;
            this.random = random;
            this.customers = List.of(book.customer("A"), book.customer("B"));
        }

        private Money some(CurrencyUnit currency, int most) {
            return Money.ofMinor(currency, 1 + random.nextInt(most));
        }

        void act(LocalDate on) {
            Id<Customer> customer = customers.get(random.nextInt(2));
            switch (random.nextInt(9)) {
                case 0, 1 -> invoice(customer, on, random.nextInt(5) == 0 ? CurrencyUnit.USD : CurrencyUnit.EUR);
                case 2, 3, 4 -> pay(customer, on);
                case 5 -> allocate(on);
                case 6 -> bounce(on);
                case 7 -> book.app.payments().refund(customer, some(CurrencyUnit.EUR, 5_000), on, "");
                default -> expense(on);
            }
        }

        private void invoice(Id<Customer> customer, LocalDate on, CurrencyUnit currency) {
            List<NewItem.Tax> taxes = new ArrayList<>();
            for (String rate : random.nextBoolean() ? List.of("19") : List.of("19", "7", "0")) {
                Money net = some(currency, 90_000);
                taxes.add(new NewItem.Tax(new BigDecimal(rate), net, Money.of(currency, net.getAmount().multiply(new BigDecimal(rate))
                        .movePointLeft(2), java.math.RoundingMode.HALF_UP)));
            }
            book.invoice(customer, "I" + ++count, on, taxes, currency.equals(CurrencyUnit.EUR) ? BigDecimal.ONE : new BigDecimal("1.1000"));
        }

        private void pay(Id<Customer> customer, LocalDate on) {
            CurrencyUnit currency = random.nextInt(5) == 0 ? CurrencyUnit.USD : CurrencyUnit.EUR;
            List<OpenItem> open = book.app.db().read(tx -> book.app.receivables().openOf(tx, customer)).stream()
                    .filter(item -> item.kind().debit() && item.open().getCurrencyUnit().equals(currency)).toList();
            Money amount = some(currency, 80_000);
            List<Settlement.Part> discounts = List.of();
            Settlement settlement = random.nextInt(4) == 0 ? new Settlement.Unapplied() : new Settlement.OldestFirst();
            if (!open.isEmpty() && random.nextBoolean()) {
                OpenItem item = open.getFirst();
                Money discount = item.open().multipliedBy(new BigDecimal("0.02"), java.math.RoundingMode.HALF_UP);
                amount = item.open().minus(discount);
                discounts = discount.isPositive() ? List.of(new Settlement.Part(item.number(), discount)) : List.of();
                settlement = new Settlement.ByHand(List.of(new Settlement.Part(item.number(), amount)));
            }
            BigDecimal rate = currency.equals(CurrencyUnit.EUR) ? BigDecimal.ONE : new BigDecimal("1.0800");
            Map<String, Money> less = random.nextInt(4) == 0 && amount.getAmountMinorLong() > 500 ? Map.of("6100", Money.ofMinor(currency, 120)) : Map.of();
            book.app.payments().record(new Receipt(customer, on, amount, rate, random.nextBoolean() ? Method.BANK : Method.CARD, settlement,
                    discounts, less, "", "")).map(payments::add);
        }

        private void allocate(LocalDate on) {
            if (!payments.isEmpty()) {
                Payment payment = payments.get(random.nextInt(payments.size()));
                if (random.nextBoolean()) {
                    book.app.payments().allocate(payment.id(), new Settlement.OldestFirst(), on);
                } else {
                    book.app.payments().unallocate(payment.id(), null, on);
                }
            }
        }

        private void bounce(LocalDate on) {
            if (!payments.isEmpty()) {
                Payment payment = payments.get(random.nextInt(payments.size()));
                book.app.returns().bounce(new PaymentReturn(payment.id(), on, eur("3.50"), eur(random.nextBoolean() ? "3.50" : "0.00"),
                        random.nextBoolean()));
            }
        }

        private void expense(LocalDate on) {
            Money net = some(CurrencyUnit.EUR, 40_000);
            Money tax = some(CurrencyUnit.EUR, 4_000);
            book.app.ledger().postByHand(on, "expense", List.of(Posting.debit("6000", net), Posting.debit("1400", tax),
                    Posting.credit(random.nextBoolean() ? "1000" : "1060", net.plus(tax)))).orThrow();
        }
    }
}
