package org.goodterms.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.Entry.Posting;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.receivable.Allocation;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.Link;
import org.goodterms.receivable.NewItem;
import org.goodterms.receivable.OpenItem;
import org.joda.money.Money;

/**
 * Payments that were none: money credited to a customer (or paid back to one) turns out to be somebody else's. From that
 * day on everything is as if it had not been, and the money stands on another account until it is known whose it is.
 */
public final class WithdrawalService {
    private final PaymentService.Rooms rooms;
    private final PaymentStore store = new PaymentStore();
    private final PaymentEntryService posting;

    public WithdrawalService(PaymentService.Rooms rooms) {
        this.rooms = rooms;
        this.posting = new PaymentEntryService(rooms);
    }

    /**
     * Takes a payment back.
     *
     * @param on      from when it counts no longer
     * @param account where the money stands from then on
     * @param less    what had been kept back and borne by us, by account, in the book's currency
     * @return refused where the payment came back already, or was paid out to the customer
     */
    public Outcome<Payment> withdraw(Tx tx, Id<Payment> id, LocalDate on, String account, Map<String, Money> less) {
        Optional<Payment> found = store.byId(tx, id);
        if (found.isEmpty()) {
            return Outcome.refused(Problem.at("payment", "payment.none", id.toString()));
        }
        Payment payment = found.get();
        OpenItem item = rooms.receivables().byId(tx, payment.item()).orElseThrow();
        List<Problem> problems = new ArrayList<>();
        if (store.isReturned(tx, payment.id())) {
            problems.add(Problem.at("payment", "payment.returned_already", payment.number()));
        }
        Money refunded = rooms.receivables().standing(tx, payment.item()).stream()
                .filter(a -> payment.kind() == Payment.Kind.RECEIPT
                        && rooms.receivables().byId(tx, a.debit()).orElseThrow().kind() == ItemKind.REFUND)
                .map(Allocation::amount).reduce(Money.zero(item.open().getCurrencyUnit()), Money::plus);
        if (refunded.isPositive()) {
            problems.add(Problem.at("payment", "payment.refunded_already", payment.number(), refunded));
        }
        rooms.ledger().lockProblem(tx, on).ifPresent(problems::add);
        return problems.isEmpty() ? takeBack(tx, payment, on, account, less) : Outcome.refused(problems);
    }

    private Outcome<Payment> takeBack(Tx tx, Payment payment, LocalDate on, String account, Map<String, Money> less) {
        Entry.Source source = Entry.Source.of("withdrawal", payment.id());
        boolean receipt = payment.kind() == Payment.Kind.RECEIPT;
        if (receipt) {
            posting.giveBack(tx, payment, null, on, source);
        } else {
            List<Allocation> back = rooms.receivables().counter(tx, rooms.receivables().standing(tx, payment.item()), on,
                    source);
            rooms.receivables().postExchange(tx, back, posting.text(tx, "exchange", payment.number()), source);
        }
        OpenItem item = rooms.receivables().byId(tx, payment.item()).orElseThrow();
        Id<OpenItem> opposite = rooms.receivables().open(tx, List.of(NewItem.simple(payment.customer(),
                receipt ? ItemKind.REVERSAL : ItemKind.RECEIPT, payment.number() + "-W", payment.id().value(), on,
                item.original().negated(), item.carrying().negated()))).getFirst();
        Link link = receipt ? new Link(opposite, item.id(), item.original().negated())
                : new Link(item.id(), opposite, item.original());
        return rooms.receivables().allocate(tx, List.of(link), on, source).map(allocations -> {
            List<Posting> postings = new ArrayList<>();
            Money rest = item.carrying();
            postings.add(Posting.credit(Chart.RECEIVABLES, item.carrying()));
            for (Map.Entry<String, Money> kept : new TreeMap<>(less).entrySet()) {
                postings.add(Posting.credit(kept.getKey(), kept.getValue()));
                rest = rest.plus(kept.getValue());
            }
            postings.add(Posting.debit(account, rest));
            PostedEntry entry = rooms.ledger().post(tx, new Entry(on, posting.text(tx, "withdrawal", payment.number()),
                    source, postings).withoutZeroLines());
            store.insertWithdrawal(tx, rooms.ids().next(), payment, on, opposite, entry.id());
            tx.touched(Payment.class);
            return payment;
        });
    }
}
