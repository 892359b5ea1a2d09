package org.goodterms.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.db.gen.Tables.ALLOCATION;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;
import static org.goodterms.fixture.TestBook.DAY;
import static org.goodterms.fixture.TestBook.eur;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.goodterms.BookClock;
import org.goodterms.claim.Recovery;
import org.goodterms.claim.WriteOff;
import org.goodterms.claim.WriteOffService;
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

/** What must hold after any history of the books (domain rules, section 11: invariants 1 to 6 and 12 to 17, 29, 30). */
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

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void invariants_29_and_30_hold_for_any_amounts(@ForAll long seed) {
        comesBackAndIsWrittenOff(Engine.H2, new Random(seed));
    }

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void invariants_29_and_30_hold_on_a_server_too(@ForAll long seed) {
        comesBackAndIsWrittenOff(Engine.POSTGRES, new Random(seed));
    }

    private static void comesBackAndIsWrittenOff(Engine engine, Random random) {
        try (TestBook book = new TestBook(engine)) {
            Id<Customer> customer = book.customer("A");
            Money whole = eur("0.00");
            for (int i = 1; i <= 3; i++) {
                Money net = Money.ofMinor(CurrencyUnit.EUR, 100 + random.nextInt(90_000));
                Money tax = net.multipliedBy(new BigDecimal("0.19"), java.math.RoundingMode.HALF_UP);
                book.invoice(customer, "I" + i, DAY.minusDays(60L - i), List.of(new NewItem.Tax(new BigDecimal("19"), net, tax)), BigDecimal.ONE);
                whole = whole.plus(net).plus(tax);
            }
            List<OpenItem> before = book.app.db().read(tx -> book.app.receivables().openOf(tx, customer));
            Money amount = Money.ofMinor(CurrencyUnit.EUR, 1 + random.nextInt((int) whole.getAmountMinorLong()));
            Payment payment = book.app.payments().record(Receipt.plain(customer, DAY.minusDays(20), amount, new Settlement.OldestFirst())).orThrow();
            List<OpenItem> paid = book.app.db().read(tx -> book.app.receivables().openAt(tx, DAY.minusDays(6), null, null));
            book.app.returns().bounce(new PaymentReturn(payment.id(), DAY.minusDays(5), eur("0.00"), eur("0.00"), false)).orThrow();
            List<OpenItem> again = book.app.db().read(tx -> book.app.receivables().openOf(tx, customer));
            assertThat(again).as("open again, due as before").extracting(i -> i.number() + " " + i.open() + " " + i.due())
                    .isEqualTo(before.stream().map(i -> i.number() + " " + i.open() + " " + i.due()).toList());
            List<OpenItem> earlier = book.app.db().read(tx -> book.app.receivables().openAt(tx, DAY.minusDays(6), null, null));
            assertThat(earlier).extracting(OpenItem::open).as("earlier days still show it paid").isEqualTo(paid.stream().map(OpenItem::open).toList());
            book.app.claims().writeOffs().writeOff(new WriteOffService.Request("I1", WriteOff.ReliefTime.NOW, false, "")).orThrow();
            Money debt = before.stream().filter(i -> i.number().equals("I1")).findFirst().orElseThrow().open();
            Money back = Money.ofMinor(CurrencyUnit.EUR, 1 + random.nextInt((int) debt.getAmountMinorLong()));
            Recovery recovered = book.app.claims().recoveries().recover("I1", back, DAY).orThrow();
            assertThat(book.open("I1", END)).isEqualTo("0.00");
            assertThat(book.ties(END)).isTrue();
            assertThat(sum(book, "1200")).isEqualTo(whole.minus(debt));
            assertThat(sum(book, "6200", "4200")).as("written off net less recovered net").isEqualTo(
                    book.app.claims().writeOffs().of("I1").getFirst().net().minus(recovered.net()));
            assertThat(sum(book, "4200").negated()).isEqualTo(recovered.net());
        }
    }

    private static void holds(Engine engine, long seed) {
        BookClock clock = new BookClock(InstantSource.system(), ZoneOffset.UTC);
        clock.standAt(DAY);
        try (TestBook book = new TestBook(engine, "DE", "EUR", clock)) {
            History history = new History(book, new Random(seed));
            List<Remembered> remembered = new ArrayList<>();
            for (int i = 0; i < ACTS; i++) {
                LocalDate on = DAY.plusDays(i * 4L);
                clock.standAt(on);
                history.act(on);
                history.allocateAndTakeBack(on);
                assertThat(book.ties(END)).as("after act %d", i).isTrue();
                remembered.add(Remembered.of(book, on, clock.instant()));
            }
            clock.standAt(DAY.plusDays(ACTS * 4L));
            remembered.forEach(then -> assertThat(Remembered.of(book, then.day(), then.known())).isEqualTo(then));
            entriesBalance(book);
            history.itemsStayWithinTheirAmounts();
            history.statementsJoin();
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

    /** Invariants 3 and 4: what a day showed, and what was known on it; nothing later changes either. */
    private record Remembered(LocalDate day, Instant known, String shown, String knownThen) {
        static Remembered of(TestBook book, LocalDate day, Instant known) {
            return book.app.db().read(tx -> new Remembered(day, known,
                    plain(book.app.receivables().openAt(tx, day, null, null), book.app.ledger().balances(tx, day, null)),
                    plain(book.app.receivables().openAt(tx, END, known, null), book.app.ledger().balances(tx, END, known))));
        }

        private static String plain(List<OpenItem> items, List<Balance> balances) {
            return items.stream().map(i -> i.number() + "=" + i.open() + "/" + i.openCarrying()).sorted().toList() + " "
                    + balances.stream().filter(b -> !b.amount().isZero()).map(b -> b.account().number() + "=" + b.amount()).toList();
        }
    }

    /** Invariant 1. */
    private static void entriesBalance(TestBook book) {
        book.app.db().read(tx -> {
            book.app.ledger().chain(tx, entry -> {
                assertThat(entry.entry().postings()).noneMatch(p -> p.amount().isZero());
                assertThat(entry.entry().postings().stream().map(Posting::amount).reduce(eur("0.00"), Money::plus).isZero()).isTrue();
            });
            return null;
        });
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

        private List<OpenItem> all() {
            return book.app.db().read(tx -> customers.stream().flatMap(c -> book.app.receivables().allOf(tx, c).stream()).toList());
        }

        /** Invariant 6. */
        void allocateAndTakeBack(LocalDate on) {
            List<String> before = all().stream().map(i -> i.number() + " " + i.open()).sorted().toList();
            payments.stream().filter(p -> book.app.db().read(tx -> book.app.receivables().byId(tx, p.item()).orElseThrow())
                    .open().isEqual(p.amount().negated())).findFirst().ifPresent(free -> {
                        book.app.payments().allocate(free.id(), new Settlement.OldestFirst(), on);
                        book.app.payments().unallocate(free.id(), null, on);
                        assertThat(all().stream().map(i -> i.number() + " " + i.open()).filter(i -> before.contains(i)
                                || !i.endsWith(" 0.00")).sorted().toList()).containsAll(before).hasSameSizeAs(before);
                    });
        }

        /** Invariants 5 and 13; that both sides of an allocation are of one customer and currency. */
        void itemsStayWithinTheirAmounts() {
            for (OpenItem item : all()) {
                assertThat(item.open().isNegative()).as(item.number()).isEqualTo(!item.open().isZero() && item.original().isNegative());
                assertThat(item.open().abs().isGreaterThan(item.original().abs())).as(item.number()).isFalse();
                assertThat(item.openCarrying().isZero()).as("%s carries %s for %s", item.number(), item.openCarrying(), item.open())
                        .isEqualTo(item.open().isZero());
            }
            var debit = OPEN_ITEM.as("debit");
            var credit = OPEN_ITEM.as("credit");
            assertThat(book.app.db().<Integer>read(tx -> tx.sql().selectCount().from(ALLOCATION).join(debit).on(debit.ID.eq(ALLOCATION.DEBIT_ID))
                    .join(credit).on(credit.ID.eq(ALLOCATION.CREDIT_ID)).where(debit.CUSTOMER_ID.ne(credit.CUSTOMER_ID)
                            .or(debit.CURRENCY.ne(credit.CURRENCY))).fetchSingle().value1())).isZero();
        }

        /** Invariant 17. */
        void statementsJoin() {
            LocalDate middle = DAY.plusDays(25);
            for (String code : List.of("A", "B")) {
                Customer customer = book.app.customers().byCode(code).orThrow();
                Statement first = forward(customer, DAY, middle);
                Statement second = forward(customer, middle.plusDays(1), END);
                assertThat(second.opening()).isEqualTo(first.closing());
                assertThat(second.closing()).isEqualTo(book.app.reports().statement(customer, Statement.Form.OPEN_ITEM, null, END,
                        CurrencyUnit.EUR).closing());
                assertThat(second.closing()).isEqualTo(all().stream().filter(i -> i.customer().equals(customer.id())
                        && i.open().getCurrencyUnit().equals(CurrencyUnit.EUR)).map(OpenItem::open).reduce(eur("0.00"), Money::plus));
            }
        }

        private Statement forward(Customer customer, LocalDate from, LocalDate to) {
            return book.app.reports().statement(customer, Statement.Form.BALANCE_FORWARD, from, to, CurrencyUnit.EUR);
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
