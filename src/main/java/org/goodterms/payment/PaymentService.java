package org.goodterms.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.goodterms.company.CompanyService;
import org.goodterms.company.NumberService;
import org.goodterms.customer.Customer;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.LedgerService;
import org.goodterms.receivable.Allocation;
import org.goodterms.receivable.Link;
import org.goodterms.receivable.OpenItem;
import org.goodterms.receivable.ReceivableService;
import org.goodterms.receivable.SettlingOrder;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Records money, allocates it, takes allocations back, pays credits out. */
public final class PaymentService {
    private static final int LONGEST = 500;
    private static final String ORDER = "payment.order";
    private final Rooms rooms;
    private final PaymentStore store = new PaymentStore();
    private final PaymentEntryService posting;

    /** The rooms below that a payment touches. */
    public record Rooms(Database db, org.goodterms.kernel.Ids ids, CompanyService company, NumberService numbers,
            LedgerService ledger, ReceivableService receivables) {
    }

    public PaymentService(Rooms rooms) {
        this.rooms = rooms;
        this.posting = new PaymentEntryService(rooms);
    }

    /** Records a receipt and settles what it says; rests within the tolerance are closed, the remainder stays unapplied. */
    public Outcome<Payment> record(Receipt receipt) {
        return rooms.db().write(tx -> record(tx, receipt));
    }

    public Outcome<Payment> record(Tx tx, Receipt receipt) {
        return receive(tx, receipt, receipt.method().account());
    }

    /**
     * Records a receipt whose money already stands on {@code account}: suspense for money identified later, or a bank
     * account of its own.
     */
    public Outcome<Payment> receive(Tx tx, Receipt receipt, String account) {
        return receive(tx, receipt, account, receipt.date());
    }

    /** @param received the day the money came in, where its payer became known later: interest stops on it */
    public Outcome<Payment> receive(Tx tx, Receipt receipt, String account, LocalDate received) {
        ReceiptsService receipts = receipts(tx);
        return receipts.add(receipt, account, received).then(id -> receipts.write()).map(List::getFirst);
    }

    /** For many receipts in one transaction: taken one by one, written together. */
    public ReceiptsService receipts(Tx tx) {
        return new ReceiptsService(tx, rooms, posting);
    }

    private Function<String, Problem> whyNot(Tx tx) {
        return number -> whyNot(number, rooms.receivables().byNumber(tx, number));
    }

    /** Why a customer's money cannot settle a number, whose parts these are. */
    static Problem whyNot(String number, List<OpenItem> parts) {
        if (parts.isEmpty()) {
            return Problem.of("payment.no_such_item", number);
        }
        return parts.stream().allMatch(item -> item.open().isZero())
                ? Problem.of("payment.settled_already", number)
                : Problem.of("receivable.other_customer", number);
    }

    /** Settles more with a receipt that is there, effective on {@code on}. */
    public Outcome<List<Allocation>> allocate(Id<Payment> id, Settlement settlement, LocalDate on) {
        return rooms.db().write(tx -> {
            Optional<Payment> payment = byId(tx, id);
            if (payment.isEmpty()) {
                return Outcome.refused(Problem.at("payment", "payment.none", id.toString()));
            }
            return allocate(tx, payment.get(), settlement, on);
        });
    }

    /** As {@link #allocate(Id, Settlement, LocalDate)}, within a transaction. */
    public Outcome<List<Allocation>> allocate(Tx tx, Payment payment, Settlement settlement, LocalDate on) {
        OpenItem credit = rooms.receivables().byId(tx, payment.item()).orElseThrow();
        Money left = credit.open().negated();
        Optional<Problem> locked = rooms.ledger().lockProblem(tx, on);
        if (locked.isPresent()) {
            return Outcome.refused(locked.get());
        }
        if (!left.isPositive()) {
            return Outcome.refused(Problem.at("payment", "payment.used_up", payment.number()));
        }
        Receipt rest = new Receipt(payment.customer(), on, left, payment.rate(), payment.method(), settlement,
                List.of(), java.util.Map.of(), "", "");
        Entry.Source source = Entry.Source.of("payment", payment.id());
        return Receiving.shares(rest, rooms.receivables().openOf(tx, payment.customer()), order(tx, rooms.company()), whyNot(tx))
                .then(shares -> rooms.receivables().allocate(tx, shares.stream().filter(s -> s.paid().isPositive())
                        .map(s -> new Link(s.item().id(), credit.id(), s.paid())).toList(), on, source))
                .map(allocations -> {
                    rooms.receivables().postExchange(tx, allocations, posting.text(tx, "exchange", payment.number()),
                            source);
                    return allocations;
                });
    }

    /**
     * Takes back what a payment settles, by counter-allocations of the day {@code on}; discounts and small differences
     * that came with it go too.
     *
     * @param number only this item, or null for all
     */
    public Outcome<List<Allocation>> unallocate(Id<Payment> id, @Nullable String number, LocalDate on) {
        return rooms.db().write(tx -> unallocate(tx, id, number, on));
    }

    /** As {@link #unallocate(Id, String, LocalDate)}, within a transaction. */
    public Outcome<List<Allocation>> unallocate(Tx tx, Id<Payment> id, @Nullable String number, LocalDate on) {
        Optional<Payment> payment = byId(tx, id);
        if (payment.isEmpty()) {
            return Outcome.refused(Problem.at("payment", "payment.none", id.toString()));
        }
        Optional<Problem> locked = rooms.ledger().lockProblem(tx, on);
        if (locked.isPresent()) {
            return Outcome.refused(locked.get());
        }
        List<Allocation> back = posting.giveBack(tx, payment.get(), number, on,
                Entry.Source.of("unallocate", payment.get().id()));
        tx.touched(Payment.class);
        return back.isEmpty()
                ? Outcome.refused(Problem.at("item", "payment.settles_nothing", payment.get().number(),
                        number == null ? "" : number))
                : Outcome.ok(back);
    }

    /** Pays out unapplied credits of a customer, oldest first (row 6). */
    public Outcome<Payment> refund(Id<Customer> customer, Money amount, LocalDate on, String note) {
        return rooms.db().write(tx -> refund(tx, customer, amount, on, note, Chart.BANK));
    }

    /** @param account from which the money goes: the bank, or suspense where it went before */
    public Outcome<Payment> refund(Tx tx, Id<Customer> customer, Money amount, LocalDate on, String note,
            String account) {
        Optional<Problem> problem = amount.isPositive() ? rooms.ledger().lockProblem(tx, on)
                : Optional.of(Problem.at("amount", "payment.not_positive", amount));
        if (problem.isEmpty()) {
            problem = Typed.lines("note", note, LONGEST);
        }
        return problem.<Outcome<Payment>>map(Outcome::refused)
                .orElseGet(() -> posting.refund(tx, customer, amount, on, note.strip(), account).map(payment -> {
                    store.insert(tx, List.of(payment));
                    tx.touched(Payment.class);
                    return payment;
                }));
    }

    public Optional<Payment> byId(Tx tx, Id<Payment> id) {
        return store.byId(tx, id);
    }

    /** Payments of that day and signed amount (refunds are negative), in the order recorded. */
    public List<Payment> named(Tx tx, LocalDate date, BigDecimal signedAmount) {
        return store.onDay(tx, date).stream()
                .filter(p -> (p.kind() == Payment.Kind.REFUND ? p.amount().negated() : p.amount())
                        .getAmount().compareTo(signedAmount) == 0).toList();
    }

    /** As {@link #named(Tx, LocalDate, BigDecimal)}. */
    public List<Payment> named(LocalDate date, BigDecimal signedAmount) {
        return rooms.db().read(tx -> named(tx, date, signedAmount));
    }

    public Optional<Payment> byId(Id<Payment> id) {
        return rooms.db().read(tx -> byId(tx, id));
    }

    /** What money settles first where nobody says what it is for. */
    public SettlingOrder order() {
        return rooms.db().read(tx -> order(tx, rooms.company()));
    }

    static SettlingOrder order(Tx tx, CompanyService companies) {
        return companies.setting(tx, ORDER).flatMap(SettlingOrder::of).orElse(SettlingOrder.PRINCIPAL_FIRST);
    }

    /** Sets the order for money to come; what was settled stays as it is. Refused where it is none. */
    public Outcome<SettlingOrder> setOrder(String word) {
        return SettlingOrder.of(word).map(order -> rooms.db().write(tx -> {
            rooms.company().putSetting(tx, ORDER, order.word());
            return Outcome.ok(order);
        })).orElseGet(() -> Outcome.refused(Problem.at("order", "payment.order", word)));
    }

    /** What a payment settles now, by number, and what of it settles nothing, both in its currency. */
    public Used use(Payment payment) {
        return rooms.db().read(tx -> {
            OpenItem item = rooms.receivables().byId(tx, payment.item()).orElseThrow();
            List<Settlement.Part> parts = allocations(tx, payment).stream().map(a -> new Settlement.Part(
                    rooms.receivables().byId(tx, a.debit()).orElseThrow().number(), a.amount())).toList();
            return new Used(parts, item.open().abs(), order(tx, rooms.company()));
        });
    }

    /** All payments, newest first; of one customer where it is given. */
    public List<PaymentRow> list(@Nullable Id<Customer> customer) {
        return rooms.db().read(tx -> store.rows(tx, customer));
    }

    /** A payment with all that was done with it; empty where there is none of that id. */
    public Optional<PaymentStory> story(Id<Payment> id) {
        return rooms.db().read(tx -> PaymentStory.of(store.byId(tx, id), store.row(tx, id), store.steps(tx, id)));
    }

    /** What a customer has open now, debits and credits, oldest item first. */
    public List<OpenItem> openOf(Id<Customer> customer) {
        return rooms.db().read(tx -> rooms.receivables().openOf(tx, customer));
    }

    /**
     * The newest payments that somebody may mean.
     *
     * @param typed  part of a number, a reference or a customer's name
     * @param amount what was typed, where it is a number; else null
     */
    public List<PaymentRow> search(String typed, @Nullable BigDecimal amount, int limit) {
        return typed.isBlank() ? List.of() : rooms.db().read(tx -> store.search(tx, typed.strip(), amount, limit));
    }

    /** What a payment settles now. */
    public List<Allocation> allocations(Tx tx, Payment payment) {
        return rooms.receivables().standing(tx, payment.item());
    }
}
