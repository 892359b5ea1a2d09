package org.goodterms.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goodterms.company.Company;
import org.goodterms.company.Series;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;
import org.goodterms.ledger.Account;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.LedgerService;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.receivable.Allocating;
import org.goodterms.receivable.Allocation;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.Link;
import org.goodterms.receivable.Links;
import org.goodterms.receivable.NewItem;
import org.goodterms.receivable.OpenItem;
import org.goodterms.receivable.SettlingOrder;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Receipts taken one after the other within a transaction and written together: each sees what those before it have
 * settled, and the database is asked once for each customer and written to once for all. Between the first
 * {@link #add} and {@link #write} nobody else may change items of these customers.
 */
public final class ReceiptsService {
    private static final int LONGEST = 500;
    private final Tx tx;
    private final PaymentService.Rooms rooms;
    private final PaymentEntryService posting;
    private final PaymentStore store = new PaymentStore();
    private final CurrencyUnit book;
    private final Company company;
    private final Set<String> accounts;
    private final @Nullable LocalDate lockedTo;
    private final SettlingOrder order;
    private final Map<Id<Customer>, Map<Id<OpenItem>, OpenItem>> items = new HashMap<>();
    private final List<Taken> taken = new ArrayList<>();

    /** A receipt that is decided and not yet written. */
    private record Taken(Id<Payment> id, Receipt receipt, String account, LocalDate received,
            List<Receiving.Share> shares) {
        Entry.Source source() {
            return Entry.Source.of("payment", id);
        }
    }

    ReceiptsService(Tx tx, PaymentService.Rooms rooms, PaymentEntryService posting) {
        this.tx = tx;
        this.rooms = rooms;
        this.posting = posting;
        this.book = rooms.ledger().currency(tx);
        this.company = rooms.company().company(tx);
        this.accounts = rooms.ledger().accounts(tx).stream().map(Account::number).collect(Collectors.toSet());
        this.lockedTo = rooms.ledger().lockedTo(tx);
        this.order = PaymentService.order(tx, rooms.company());
    }

    /** Reads what these customers have open in one step; without it each is read when its first receipt comes. */
    public void expect(Set<Id<Customer>> customers) {
        Set<Id<Customer>> fresh = new HashSet<>(customers);
        fresh.removeAll(items.keySet());
        Map<Id<Customer>, List<OpenItem>> open = rooms.receivables().openOf(tx, fresh);
        fresh.forEach(customer -> {
            Map<Id<OpenItem>, OpenItem> known = new LinkedHashMap<>();
            open.getOrDefault(customer, List.of()).forEach(item -> known.put(item.id(), item));
            items.put(customer, known);
        });
    }

    /**
     * Takes a receipt, or refuses it and changes nothing.
     *
     * @param account  on which the money stands
     * @param received the day the money came in, where its payer became known later: interest stops on it
     */
    public Outcome<Id<Payment>> add(Receipt receipt, String account, LocalDate received) {
        List<Problem> problems = problems(receipt, account);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        Map<Id<OpenItem>, OpenItem> known = of(receipt.customer());
        List<OpenItem> open = known.values().stream().filter(item -> !item.open().isZero()).toList();
        return Receiving.shares(receipt, open, order, whyNot()).map(shares -> {
            shares.forEach(share -> known.put(share.item().id(), share.rest()));
            Taken one = new Taken(rooms.ids().nextId(), receipt, account, received, shares);
            taken.add(one);
            return one.id();
        });
    }

    /** What is open of a customer's document now, the receipts taken so far included; zero where nothing is. */
    public Money open(Id<Customer> customer, String number) {
        return of(customer).values().stream().filter(item -> item.number().equals(number)).map(OpenItem::open)
                .reduce(Money::plus).orElse(Money.zero(book));
    }

    private Map<Id<OpenItem>, OpenItem> of(Id<Customer> customer) {
        if (!items.containsKey(customer)) {
            expect(Set.of(customer));
        }
        return items.get(customer);
    }

    /** Writes what was taken, in that order, and forgets it. */
    public Outcome<List<Payment>> write() {
        List<Taken> all = List.copyOf(taken);
        taken.clear();
        items.clear();
        if (all.isEmpty()) {
            return Outcome.ok(List.of());
        }
        List<String> numbers = rooms.numbers().takeAll(tx, Series.RECEIPT,
                all.stream().map(one -> one.receipt().date()).toList());
        List<List<Reduction>> reductions = new ArrayList<>();
        List<NewItem> fresh = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Taken one = all.get(i);
            Receipt receipt = one.receipt();
            reductions.add(Reduction.of(one.shares(), numbers.get(i)));
            fresh.add(NewItem.simple(receipt.customer(), ItemKind.RECEIPT, numbers.get(i), one.id().value(),
                    receipt.date(), receipt.amount().negated(), base(receipt).negated()));
            reductions.getLast().forEach(r -> fresh.add(r.item(receipt.customer(), one.id().value(), receipt.date())));
        }
        List<Id<OpenItem>> opened = rooms.receivables().open(tx, fresh);
        List<Links> links = new ArrayList<>();
        List<Id<OpenItem>> own = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < all.size(); i++) {
            int end = at + 1 + reductions.get(i).size();
            own.add(opened.get(at));
            links.add(links(all.get(i), reductions.get(i), opened.subList(at, end)));
            at = end;
        }
        return rooms.receivables().allocateAll(tx, links).map(done -> book(all, numbers, own, reductions, done));
    }

    private static Links links(Taken one, List<Reduction> reductions, List<Id<OpenItem>> opened) {
        List<Link> links = new ArrayList<>();
        for (Receiving.Share share : one.shares()) {
            if (share.paid().isPositive()) {
                links.add(new Link(share.item().id(), opened.getFirst(), share.paid()));
            }
        }
        for (int i = 0; i < reductions.size(); i++) {
            links.add(new Link(reductions.get(i).of().id(), opened.get(i + 1), reductions.get(i).amount()));
        }
        return new Links(links, one.receipt().date(), one.source());
    }

    private List<Payment> book(List<Taken> all, List<String> numbers, List<Id<OpenItem>> own,
            List<List<Reduction>> reductions, List<List<Allocation>> allocations) {
        List<Entry> entries = new ArrayList<>();
        List<Integer> first = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Taken one = all.get(i);
            first.add(entries.size());
            entries.addAll(posting.receipt(tx, company, new PaymentEntryService.Booking(one.receipt(), one.account(),
                    numbers.get(i), base(one.receipt()), one.source()), reductions.get(i), allocations.get(i)));
        }
        List<PostedEntry> posted = rooms.ledger().postAll(tx, entries);
        List<Payment> payments = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Taken one = all.get(i);
            Receipt receipt = one.receipt();
            payments.add(new Payment(one.id(), receipt.customer(), Payment.Kind.RECEIPT, receipt.date(),
                    receipt.amount(), receipt.rate(), receipt.method(), one.account(), receipt.reference().strip(),
                    receipt.note().strip(), own.get(i), posted.get(first.get(i)).id(), numbers.get(i), one.received()));
        }
        store.insert(tx, payments);
        tx.touched(Payment.class);
        return payments;
    }

    private Money base(Receipt receipt) {
        return Receiving.toBook(receipt.amount(), receipt.rate(), book);
    }

    private List<Problem> problems(Receipt receipt, String account) {
        List<Problem> problems = new ArrayList<>();
        if (!receipt.amount().isPositive()) {
            problems.add(Problem.at("amount", "payment.not_positive", receipt.amount()));
        }
        if (receipt.rate().signum() <= 0) {
            problems.add(Problem.at("rate", "payment.rate", receipt.rate().toPlainString()));
        }
        boolean inBook = receipt.amount().getCurrencyUnit().equals(book);
        if (inBook && receipt.rate().compareTo(BigDecimal.ONE) != 0) {
            problems.add(Problem.at("rate", "payment.rate_of_own", receipt.rate().toPlainString()));
        }
        Money kept = receipt.less().values().stream().reduce(Money.zero(receipt.amount().getCurrencyUnit()), Money::plus);
        boolean more = kept.isPositive() && kept.isGreaterThan(receipt.amount());
        if (more || receipt.less().values().stream().anyMatch(Money::isNegativeOrZero)) {
            problems.add(Problem.at("less", "payment.less", kept, receipt.amount()));
        }
        receipt.less().keySet().stream().filter(a -> !accounts.contains(a) || a.equals(Chart.RECEIVABLES))
                .forEach(a -> problems.add(Problem.at("less", "ledger.no_such_account", a)));
        if (!accounts.contains(account)) {
            problems.add(Problem.at("account", "ledger.no_such_account", account));
        }
        Typed.line("reference", receipt.reference(), LONGEST).ifPresent(problems::add);
        Typed.lines("note", receipt.note(), LONGEST).ifPresent(problems::add);
        LedgerService.lockProblem(lockedTo, receipt.date()).ifPresent(problems::add);
        return problems;
    }

    private Function<String, Problem> whyNot() {
        return number -> PaymentService.whyNot(number, rooms.receivables().byNumber(tx, number).stream()
                .map(item -> items.getOrDefault(item.customer(), Map.of()).getOrDefault(item.id(), item)).toList());
    }
}
