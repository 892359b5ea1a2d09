package org.goodterms.dispute;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.goodterms.customer.Customer;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;
import org.goodterms.receivable.OpenItem;
import org.goodterms.receivable.ReceivableService;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Opens and closes disputes. */
public final class DisputeService {
    public static final Set<String> OUTCOMES = Set.of("accepted", "rejected", "withdrawn");
    private static final int LONGEST = 500;
    private final Database db;
    private final Ids ids;
    private final ReceivableService receivables;
    private final DisputeStore store = new DisputeStore();

    public DisputeService(Database db, Ids ids, ReceivableService receivables) {
        this.db = db;
        this.ids = ids;
        this.receivables = receivables;
    }

    /** @param amount what is contested, or null for all that is open of the number */
    public Outcome<Dispute> open(String number, @Nullable Money amount, String reason, String owner,
            @Nullable LocalDate target, LocalDate on) {
        return db.write(tx -> {
            List<OpenItem> parts = receivables.byNumber(tx, number).stream()
                    .filter(item -> item.kind().debit() && item.open().isPositive()).toList();
            if (parts.isEmpty()) {
                return Outcome.refused(Problem.at("item", "dispute.nothing_open", number));
            }
            OpenItem item = parts.getFirst();
            return open(tx, item, amount == null ? item.open() : amount, reason, owner, target, on);
        });
    }

    /** Opens a dispute within the caller's transaction. */
    public Outcome<Dispute> open(Tx tx, OpenItem item, Money amount, String reason, String owner,
            @Nullable LocalDate target, LocalDate on) {
        if (reason.isBlank() || reason.length() > LONGEST || reason.chars().anyMatch(Character::isISOControl)) {
            return Outcome.refused(Problem.at("reason", "dispute.reason_needed", LONGEST));
        }
        Optional<Problem> wrong = Typed.line("owner", owner, LONGEST);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        if (!amount.getCurrencyUnit().equals(item.open().getCurrencyUnit()) || !amount.isPositive()) {
            return Outcome.refused(Problem.at("amount", "dispute.amount", amount, item.open()));
        }
        Money contested = openOf(tx, item.id()).stream().map(Dispute::amount)
                .reduce(Money.zero(amount.getCurrencyUnit()), Money::plus);
        Money left = item.open().minus(contested);
        if (amount.isGreaterThan(left)) {
            return Outcome.refused(Problem.at("amount", "dispute.amount", amount, left));
        }
        Dispute dispute = new Dispute(ids.nextId(), item.id(), item.number(), amount, reason.strip(), owner.strip(),
                target, on, null, "");
        store.insert(tx, dispute);
        tx.touched(Dispute.class);
        return Outcome.ok(dispute);
    }

    /** What is open of a number and could be contested; empty where nothing is. */
    public Optional<Money> contestable(String number) {
        return db.read(tx -> receivables.byNumber(tx, number).stream()
                .filter(item -> item.kind().debit() && item.open().isPositive()).map(OpenItem::open).findFirst());
    }

    /** As {@link #openAt(Tx, LocalDate)}. */
    public List<Dispute> openAt(LocalDate on) {
        return db.read(tx -> openAt(tx, on));
    }

    /** Closes every open dispute of a number. */
    public Outcome<List<Dispute>> close(String number, String outcome, String note, LocalDate on) {
        return db.write(tx -> {
            if (!OUTCOMES.contains(outcome)) {
                return Outcome.refused(Problem.at("outcome", "dispute.outcome", outcome));
            }
            Optional<Problem> wrong = Typed.lines("note", note, LONGEST);
            if (wrong.isPresent()) {
                return Outcome.refused(wrong.get());
            }
            List<Dispute> open = store.openOf(tx, number);
            if (open.isEmpty()) {
                return Outcome.refused(Problem.at("item", "dispute.none_open", number));
            }
            open.forEach(dispute -> store.close(tx, dispute.id(), on, outcome, note.strip()));
            tx.touched(Dispute.class);
            return Outcome.ok(open);
        });
    }

    public List<Dispute> openOf(Tx tx, Id<OpenItem> item) {
        return store.openOf(tx, item);
    }

    /** Disputes of a customer, closed ones too, oldest first. */
    public List<Dispute> of(Tx tx, Id<Customer> customer) {
        return store.ofCustomer(tx, customer);
    }

    /** Disputes that stood open at the end of a day. */
    public List<Dispute> openAt(Tx tx, LocalDate on) {
        return store.openAt(tx, on);
    }
}
