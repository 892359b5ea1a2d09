package org.goodterms.dispute;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
    /** The customer was right about a part of it. */
    public static final String PARTLY = "partly-accepted";
    public static final Set<String> OUTCOMES = Set.of("accepted", PARTLY, "rejected", "withdrawn");
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
        return open(number, amount, List.of(), new Case(reason, owner, target), on);
    }

    /** Why, who sees to it ({@code ""}: nobody yet), and by when it shall be settled (null: not said). */
    public record Case(String reason, String owner, @Nullable LocalDate target) {
    }

    /**
     * Opens a dispute over lines of an invoice, or over an amount.
     *
     * @param amount what is contested, tax included, or null for all that is open of the number
     * @param lines  positions of the invoice's lines, from 1, that make up the amount; empty where it is an amount; a line
     *               is contested once at a time
     */
    public Outcome<Dispute> open(String number, @Nullable Money amount, List<Integer> lines, Case about, LocalDate on) {
        return db.write(tx -> {
            List<OpenItem> parts = receivables.byNumber(tx, number).stream()
                    .filter(item -> item.kind().debit() && item.open().isPositive()).toList();
            if (parts.isEmpty()) {
                return Outcome.refused(Problem.at("item", "dispute.nothing_open", number));
            }
            OpenItem item = parts.getFirst();
            return open(tx, item, amount == null ? item.open() : amount, lines, about, on);
        });
    }

    /** Opens a dispute within the caller's transaction. */
    public Outcome<Dispute> open(Tx tx, OpenItem item, Money amount, String reason, String owner,
            @Nullable LocalDate target, LocalDate on) {
        return open(tx, item, amount, List.of(), new Case(reason, owner, target), on);
    }

    private Outcome<Dispute> open(Tx tx, OpenItem item, Money amount, List<Integer> lines, Case about, LocalDate on) {
        String reason = about.reason();
        if (reason.isBlank() || reason.length() > LONGEST || reason.chars().anyMatch(Character::isISOControl)) {
            return Outcome.refused(Problem.at("reason", "dispute.reason_needed", LONGEST));
        }
        Optional<Problem> wrong = Typed.line("owner", about.owner(), LONGEST);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        if (!amount.getCurrencyUnit().equals(item.open().getCurrencyUnit()) || !amount.isPositive()) {
            return Outcome.refused(Problem.at("amount", "dispute.amount", amount, item.open()));
        }
        List<Dispute> standing = openOf(tx, item.id());
        Optional<Integer> twice = standing.stream().flatMap(one -> one.lines().stream()).filter(lines::contains).findFirst();
        if (twice.isPresent()) {
            return Outcome.refused(Problem.at("line", "dispute.line_contested", twice.get(), item.number()));
        }
        Money contested = contestedAt(tx, on).getOrDefault(item.id(), Money.zero(amount.getCurrencyUnit()));
        Money left = item.open().minus(contested);
        if (amount.isGreaterThan(left)) {
            return Outcome.refused(Problem.at("amount", "dispute.amount", amount, left));
        }
        Dispute dispute = new Dispute(ids.nextId(), item.id(), item.number(), amount, lines, reason.strip(),
                about.owner().strip(), about.target(), on, null, "", Money.zero(amount.getCurrencyUnit()));
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

    /** As {@link #close(String, String, Money, String, LocalDate)}, where nothing was granted in part. */
    public Outcome<List<Dispute>> close(String number, String outcome, String note, LocalDate on) {
        return close(number, outcome, null, note, on);
    }

    /**
     * Closes every open dispute of a number; the disputes as they are then. The outcome is that of what no credit note has
     * covered: what was granted is the rest, a part of it, or nothing.
     *
     * @param granted of all of them together, where the outcome is {@link #PARTLY}: above zero and below what was contested
     */
    public Outcome<List<Dispute>> close(String number, String outcome, @Nullable Money granted, String note, LocalDate on) {
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
            Money none = Money.zero(open.getFirst().amount().getCurrencyUnit());
            Map<Id<OpenItem>, Money> rests = contestedAt(tx, on);
            Money contested = open.stream().map(Dispute::item).distinct().map(item -> rests.getOrDefault(item, none)).reduce(none, Money::plus);
            if (outcome.equals(PARTLY) != (granted != null) || granted != null && (!granted.isSameCurrency(contested)
                    || !granted.isPositive() || !granted.isLessThan(contested))) {
                return Outcome.refused(Problem.at("amount", "dispute.granted", granted == null ? none : granted, contested));
            }
            Money left = outcome.equals("accepted") ? contested : granted == null ? none : granted;
            for (Dispute dispute : open) {
                Money share = left.isLessThan(dispute.amount()) ? left : dispute.amount();
                left = left.minus(share);
                store.close(tx, dispute.id(), on, outcome, share, note.strip());
            }
            tx.touched(Dispute.class);
            return Outcome.ok(open.stream().map(one -> store.byId(tx, one.id())).toList());
        });
    }

    public List<Dispute> openOf(Tx tx, Id<OpenItem> item) {
        return store.openOf(tx, item);
    }

    /** Disputes of a customer, closed ones too, oldest first. */
    public List<Dispute> of(Tx tx, Id<Customer> customer) {
        return store.ofCustomer(tx, customer);
    }

    /** Every dispute of a number, closed ones too, oldest first. */
    public List<Dispute> ofNumber(String number) {
        return db.read(tx -> store.ofNumber(tx, number));
    }

    /**
     * What is contested of each item at the end of a day, in the item's currency, where anything is; it may be more than is
     * open of it. What credit notes have covered since is contested no more ({@code dispute close} says what became of the rest).
     */
    public Map<Id<OpenItem>, Money> contestedAt(Tx tx, LocalDate on) {
        return store.contestedAt(tx, on);
    }

    /** As {@link #contestedAt(Tx, LocalDate)}. */
    public Map<Id<OpenItem>, Money> contestedAt(LocalDate on) {
        return db.read(tx -> contestedAt(tx, on));
    }

    /** Disputes that stood open at the end of a day. */
    public List<Dispute> openAt(Tx tx, LocalDate on) {
        return store.openAt(tx, on);
    }
}
