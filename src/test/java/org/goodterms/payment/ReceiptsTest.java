package org.goodterms.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.fixture.TestBook.DAY;
import static org.goodterms.fixture.TestBook.eur;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.goodterms.check.Finding;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.ledger.Entry;
import org.goodterms.receivable.NewItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Receipts taken together leave the books that the same receipts leave one by one. */
class ReceiptsTest {
    private static final CurrencyUnit USD = CurrencyUnit.USD;
    private static final int CUSTOMERS = 3;
    private static final int INVOICES = 4;

    /** A book with euro and dollar invoices of three customers, all open. */
    private static TestBook book(List<Id<Customer>> customers) {
        TestBook book = new TestBook(Engine.H2);
        for (int c = 0; c < CUSTOMERS; c++) {
            Id<Customer> customer = book.customer("C" + c);
            customers.add(customer);
            for (int i = 0; i < INVOICES; i++) {
                book.invoice(customer, "I" + c + i, DAY.minusDays(40L - 3 * i), "100.00", "19.00", "19");
            }
            book.invoice(customer, "U" + c, DAY.minusDays(20), List.of(new NewItem.Tax(BigDecimal.ZERO, Money.of(USD, 500),
                    Money.zero(USD))), new BigDecimal("1.1000"));
        }
        return book;
    }

    /** Whole and part payments, cents short, discounts, too much, nothing named, dollars at another rate. */
    private static List<Receipt> receipts(Random random, int count, List<Id<Customer>> customers) {
        List<Receipt> receipts = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            int c = random.nextInt(CUSTOMERS);
            String number = "I" + c + random.nextInt(INVOICES);
            Id<Customer> customer = customers.get(c);
            var day = DAY.minusDays(random.nextInt(10));
            receipts.add(switch (random.nextInt(6)) {
                case 0 -> Receipt.plain(customer, day, eur("119.00"), new Settlement.ByHand(List.of(new Settlement.Part(number, eur("119.00")))));
                case 1 -> Receipt.plain(customer, day, eur("118.98"), new Settlement.ByHand(List.of(new Settlement.Part(number, eur("118.98")))));
                case 2 -> new Receipt(customer, day, eur("116.62"), BigDecimal.ONE, Method.BANK,
                        new Settlement.ByHand(List.of(new Settlement.Part(number, eur("116.62")))),
                        List.of(new Settlement.Part(number, eur("2.38"))), Map.of("6100", eur("1.10")), "", "");
                case 3 -> Receipt.plain(customer, day, eur("150.00"), new Settlement.OldestFirst());
                case 4 -> Receipt.plain(customer, day, eur("20.00"), new Settlement.Unapplied());
                default -> new Receipt(customer, day, Money.of(USD, 200), new BigDecimal("1.0800"), Method.CARD,
                        new Settlement.OldestFirst(), List.of(), Map.of(), "", "");
            });
        }
        return receipts;
    }

    /** One line for each receipt: refused with these codes, or taken. */
    private static List<String> oneByOne(TestBook book, List<Receipt> receipts) {
        return receipts.stream().map(receipt -> word(book.app.db().write(tx -> book.app.payments().receive(tx, receipt,
                receipt.method().account())))).toList();
    }

    private static List<String> together(TestBook book, List<Receipt> receipts) {
        return book.app.db().<List<String>>write(tx -> {
            ReceiptsService all = book.app.payments().receipts(tx);
            List<String> words = receipts.stream().map(receipt -> word(all.add(receipt, receipt.method().account(), receipt.date())))
                    .toList();
            return all.write().map(written -> words);
        }).orThrow();
    }

    private static String word(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.problems().stream().map(p -> p.code()).toList().toString() : "taken";
    }

    /** Items with what is open and carried, allocations, entries in their order, numbers of receipts. */
    private static List<String> state(TestBook book, List<Id<Customer>> customers) {
        List<String> state = new ArrayList<>();
        book.app.db().read(tx -> {
            customers.forEach(customer -> book.app.receivables().allOf(tx, customer).forEach(item -> {
                state.add(item.number() + " " + item.kind() + " " + item.original() + " " + item.open() + " " + item.openCarrying());
                book.app.receivables().standing(tx, item.id()).forEach(a -> state.add("  " + a.amount() + " on " + a.effective()));
            }));
            return null;
        });
        state.sort(null);
        book.app.db().read(tx -> {
            book.app.ledger().chain(tx, posted -> {
                Entry entry = posted.entry();
                state.add(entry.effective() + " " + entry.text() + " " + entry.postings() + " " + entry.taxes());
            });
            return null;
        });
        return state;
    }

    @Property(tries = 25)
    void receipts_together_leave_what_the_same_leave_one_by_one(@ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 1, max = 14) int count) {
        List<Id<Customer>> customers = new ArrayList<>();
        List<Id<Customer>> same = new ArrayList<>();
        try (TestBook single = book(customers); TestBook bulk = book(same)) {
            List<Receipt> receipts = receipts(new Random(seed), count, customers);
            assertThat(together(bulk, receipts)).isEqualTo(oneByOne(single, receipts));
            List<String> left = state(bulk, same);
            List<String> right = state(single, customers);
            assertThat(left.stream().filter(line -> !line.contains("[")).toList())
                    .isEqualTo(right.stream().filter(line -> !line.contains("[")).toList());
            assertThat(left.stream().sorted().toList()).isEqualTo(right.stream().sorted().toList());
            assertThat(bulk.app.checks().run()).allMatch(Finding::ok);
            assertThat(bulk.ties(DAY)).isTrue();
        }
    }
}
