package org.goodterms.receivable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.LedgerService;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The door to the subledger; every method joins the caller's transaction. */
public final class ReceivableService {
    private final Ids ids;
    private final LedgerService ledger;
    private final ReceivableStore store = new ReceivableStore();
    private final AsOfStore asOfStore = new AsOfStore();

    public ReceivableService(Ids ids, LedgerService ledger) {
        this.ids = ids;
        this.ledger = ledger;
    }

    /** Opens items. The caller posts their carrying amounts to account 1200 in the same transaction. */
    public List<Id<OpenItem>> open(Tx tx, List<NewItem> items) {
        Map<Id<OpenItem>, NewItem> rows = new LinkedHashMap<>();
        items.forEach(item -> rows.put(ids.nextId(), item));
        if (!rows.isEmpty()) {
            store.insert(tx, rows);
            tx.touched(OpenItem.class);
        }
        return List.copyOf(rows.keySet());
    }

    /**
     * Opens an item taken over from elsewhere, and what was settled of it there as an item of its own, allocated on the
     * same day: so it shows its original and what is left. The caller posts the open carrying amount to account 1200.
     */
    public Id<OpenItem> takeOver(Tx tx, TakenOver taken, Entry.Source source) {
        NewItem item = taken.item();
        Id<OpenItem> id = open(tx, List.of(item)).getFirst();
        store.takenOver(tx, id, taken.documentDate(), taken.writtenOff());
        Money settled = item.original().minus(taken.open());
        if (!settled.isZero()) {
            Money relief = item.carrying().minus(taken.openCarrying());
            Id<OpenItem> other = open(tx, List.of(NewItem.simple(item.customer(), taken.settledBy(), item.number() + "-0",
                    null, item.date(), settled.negated(), relief.negated()))).getFirst();
            store.takenOver(tx, other, taken.documentDate(), null);
            boolean debit = item.kind().debit();
            Allocation allocation = new Allocation(ids.nextId(), debit ? id : other, debit ? other : id, settled.abs(),
                    relief.abs(), relief.abs(), item.date(), source.kind(), source.id(), null);
            Map<Id<OpenItem>, OpenItem> items = store.lock(tx, Set.of(id.value(), other.value()), ledger.currency(tx));
            apply(items, allocation);
            save(tx, items, List.of(allocation));
        }
        return id;
    }

    /** All parts of a number, settled or not, in order. */
    public List<OpenItem> byNumber(Tx tx, String number) {
        return store.byNumber(tx, number, ledger.currency(tx));
    }

    public Optional<OpenItem> byId(Tx tx, Id<OpenItem> id) {
        return store.byId(tx, id, ledger.currency(tx));
    }

    /** Items that rest on a document or payment. */
    public List<OpenItem> bySource(Tx tx, UUID sourceId) {
        return store.bySource(tx, sourceId, ledger.currency(tx));
    }

    /** What a customer has open now, debits and credits, oldest item first. */
    public List<OpenItem> openOf(Tx tx, Id<Customer> customer) {
        return openOf(tx, Set.of(customer)).getOrDefault(customer, List.of());
    }

    /** As {@link #openOf(Tx, Id)}, for several customers. */
    public Map<Id<Customer>, List<OpenItem>> openOf(Tx tx, Set<Id<Customer>> customers) {
        return store.openOf(tx, customers, ledger.currency(tx));
    }

    /** The numbers of all items, to know what is there already. */
    public List<String> numbers(Tx tx) {
        return store.numbers(tx);
    }

    /** Everything a customer ever had, settled or not, oldest item first. */
    public List<OpenItem> allOf(Tx tx, Id<Customer> customer) {
        return store.allOf(tx, customer, ledger.currency(tx));
    }

    /**
     * Every item with an open amount at the end of {@code asOf}, with the open amounts of that day.
     *
     * @param knownAt  only what was recorded up to this instant; null for all that is known now
     * @param customer only this one's, or null for all
     */
    public List<OpenItem> openAt(Tx tx, LocalDate asOf, @Nullable Instant knownAt, @Nullable Id<Customer> customer) {
        CurrencyUnit book = ledger.currency(tx);
        return knownAt == null ? asOfStore.openAt(tx, asOf, customer, book)
                : asOfStore.openAt(tx, asOf, knownAt, customer, book);
    }

    /** The tax contained in a number's original, per rate, in the item's currency. */
    public List<NewItem.Tax> taxes(Tx tx, OpenItem item) {
        return store.taxes(tx, item.number(), item.original().getCurrencyUnit());
    }

    /**
     * Allocates, all or nothing. Each link takes effect on {@code on}, or later where one of its items or a
     * counter-allocation on it is later, so that no date ever shows more settled than there was.
     *
     * <p>Exchange differences are not posted here: the caller puts {@link Allocation#exchangeGain} into its own entry or
     * calls {@link #postExchange}.
     */
    public Outcome<List<Allocation>> allocate(Tx tx, List<Link> links, LocalDate on, Entry.Source source) {
        return allocateAll(tx, List.of(new Links(links, on, source))).map(List::getFirst);
    }

    /** As {@link #allocate}, for several sources in this order; what each allocated, all or nothing. */
    public Outcome<List<List<Allocation>>> allocateAll(Tx tx, List<Links> all) {
        Set<UUID> touched = new HashSet<>();
        all.forEach(one -> one.links().forEach(link -> {
            touched.add(link.debit().value());
            touched.add(link.credit().value());
        }));
        Map<Id<OpenItem>, OpenItem> items = store.lock(tx, touched, ledger.currency(tx));
        Map<Id<OpenItem>, LocalDate> counters = store.lastEffective(tx, used(items), true);
        List<List<Allocation>> done = new ArrayList<>();
        for (Links one : all) {
            List<Allocation> allocations = new ArrayList<>();
            for (Link link : one.links()) {
                OpenItem debit = items.get(link.debit());
                OpenItem credit = items.get(link.credit());
                Optional<Problem> problem = Allocating.problem(debit, credit, link.amount());
                if (problem.isPresent()) {
                    return Outcome.refused(problem.get());
                }
                LocalDate effective = latest(one.on(), debit.date(), credit.date(), counters.get(debit.id()),
                        counters.get(credit.id()));
                Allocation allocation = new Allocation(ids.nextId(), debit.id(), credit.id(), link.amount(),
                        Allocating.relief(debit, link.amount()), Allocating.relief(credit, link.amount()), effective,
                        one.source().kind(), one.source().id(), null);
                allocations.add(allocation);
                apply(items, allocation);
            }
            done.add(allocations);
        }
        save(tx, items, done.stream().flatMap(List::stream).toList());
        return Outcome.ok(done);
    }

    /** Takes allocations back by counter-allocations, effective on {@code on} or on their own day if that is later. */
    public List<Allocation> counter(Tx tx, List<Allocation> standing, LocalDate on, Entry.Source source) {
        Set<UUID> touched = new HashSet<>();
        standing.forEach(a -> {
            touched.add(a.debit().value());
            touched.add(a.credit().value());
        });
        Map<Id<OpenItem>, OpenItem> items = store.lock(tx, touched, ledger.currency(tx));
        List<Allocation> counters = new ArrayList<>();
        for (Allocation a : standing) {
            Allocation counter = new Allocation(ids.nextId(), a.debit(), a.credit(), a.amount().negated(),
                    a.debitRelief().negated(), a.creditRelief().negated(), latest(on, a.effective()), source.kind(),
                    source.id(), a.id());
            counters.add(counter);
            apply(items, counter);
        }
        save(tx, items, counters);
        return counters;
    }

    /**
     * An agreed later due day. Reports of earlier days go on showing the one that was in force then; the first one is
     * kept. Whoever calls it has stored the agreement.
     */
    public void moveDue(Tx tx, Id<OpenItem> item, LocalDate due) {
        store.moveDue(tx, item, due);
        tx.touched(OpenItem.class);
    }

    /** Allocations of this item, on either side, that stand. */
    public List<Allocation> standing(Tx tx, Id<OpenItem> item) {
        return store.standing(tx, item, ledger.currency(tx));
    }

    /** Standing allocations made by this source (a payment, a credit note). */
    public List<Allocation> standingBySource(Tx tx, UUID sourceId) {
        return store.standingBySource(tx, sourceId, ledger.currency(tx));
    }

    /** Posts {@link #exchangeEntries}. */
    public void postExchange(Tx tx, List<Allocation> allocations, String text, Entry.Source source) {
        exchangeEntries(allocations, text, source).forEach(entry -> ledger.post(tx, entry));
    }

    /** What allocations have gained or lost by exchange rates: one entry for each day; none where it is zero. */
    public static List<Entry> exchangeEntries(List<Allocation> allocations, String text, Entry.Source source) {
        Map<LocalDate, Money> gains = new TreeMap<>();
        allocations.forEach(a -> gains.merge(a.effective(), a.exchangeGain(), Money::plus));
        return gains.entrySet().stream().filter(e -> !e.getValue().isZero())
                .map(e -> new Entry(e.getKey(), text, source, List.of(
                        Entry.Posting.debit(Chart.RECEIVABLES, e.getValue()),
                        Entry.Posting.credit(Chart.FX_DIFFERENCES, e.getValue())))).toList();
    }

    private static void apply(Map<Id<OpenItem>, OpenItem> items, Allocation a) {
        OpenItem debit = items.get(a.debit());
        items.put(debit.id(), debit.withOpen(debit.open().minus(a.amount()),
                debit.openCarrying().minus(a.debitRelief()), null));
        OpenItem credit = items.get(a.credit());
        items.put(credit.id(), credit.withOpen(credit.open().plus(a.amount()),
                credit.openCarrying().plus(a.creditRelief()), null));
    }

    private void save(Tx tx, Map<Id<OpenItem>, OpenItem> items, List<Allocation> added) {
        if (added.isEmpty()) {
            return;
        }
        Map<Id<OpenItem>, LocalDate> last = store.lastEffective(tx, used(items), false);
        added.forEach(a -> {
            last.merge(a.debit(), a.effective(), ReceivableStore::later);
            last.merge(a.credit(), a.effective(), ReceivableStore::later);
        });
        store.insert(tx, added);
        store.update(tx, items.values().stream().map(item -> item.open().isZero()
                ? item.withOpen(item.open(), item.openCarrying(), last.get(item.id())) : item).toList());
        tx.touched(OpenItem.class);
        tx.touched(Allocation.class);
    }

    private static List<UUID> used(Map<Id<OpenItem>, OpenItem> items) {
        return items.values().stream().map(item -> item.id().value()).toList();
    }

    private static LocalDate latest(@Nullable LocalDate... dates) {
        LocalDate latest = LocalDate.MIN;
        for (LocalDate date : dates) {
            latest = date != null && date.isAfter(latest) ? date : latest;
        }
        return latest;
    }
}
