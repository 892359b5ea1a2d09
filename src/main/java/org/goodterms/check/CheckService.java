package org.goodterms.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goodterms.archive.Archive;
import org.goodterms.check.CheckStore.Item;
import org.goodterms.check.CheckStore.Move;
import org.goodterms.check.CheckStore.Odd;
import org.goodterms.customer.ContactService;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.HashChain;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.ledger.Chain;
import org.goodterms.ledger.LedgerService;
import org.goodterms.outbox.OutboxService;

/** Runs all checks: of the rows in one consistent reading of the book, of the archived bytes behind it. */
public final class CheckService {
    private final Database db;
    private final LedgerService ledger;
    private final ContactService contacts;
    private final OutboxService outbox;
    private final CheckStore store = new CheckStore();
    private final BankCheckStore bank = new BankCheckStore();
    private final ClaimCheckStore claims = new ClaimCheckStore();
    private final ArchiveCheckStore papers = new ArchiveCheckStore();
    private final Archive archive;

    public CheckService(Database db, LedgerService ledger, Archive archive, ContactService contacts, OutboxService outbox) {
        this.contacts = contacts;
        this.outbox = outbox;
        this.db = db;
        this.ledger = ledger;
        this.archive = archive;
    }

    /** All of them. Each archived file that the book names is read and hashed anew. */
    public List<Finding> run() {
        List<Finding> all = new ArrayList<>(rows());
        all.add(archived());
        return all;
    }

    /** Every page, message, e-invoice and attachment is there, byte for byte as it was kept. */
    private Finding archived() {
        Set<String> named = db.read(papers::named);
        List<Problem> bad = archive.verify(named, Progress.NONE);
        return bad.isEmpty() ? Finding.good("archive", named.size() + " files")
                : Finding.bad("archive", bad.size() + " of " + named.size() + " files are missing or changed, first "
                        + bad.getFirst().args().getFirst());
    }

    /** What can be read off the rows alone. */
    public List<Finding> rows() {
        return db.read(tx -> List.of(entries(tx), chain(tx), said(tx), control(tx), allocations(tx), derived(tx), totals(tx),
                credits(tx), numbers(tx), bankLines(tx), bankBalance(tx), plans(tx), writeOffs(tx), interest(tx)));
    }

    /** Invariants 1 and 2. */
    private Finding entries(Tx tx) {
        List<Odd> odd = store.unbalancedEntries(tx);
        int zero = store.zeroLines(tx);
        return odd.isEmpty() && zero == 0 ? Finding.good("entries-balance", store.headSeq(tx) + " entries")
                : Finding.bad("entries-balance", odd.isEmpty() ? zero + " lines of zero"
                        : "entry " + odd.getFirst().what() + " is off by " + odd.getFirst().found());
    }

    /** Invariant 24. */
    private Finding plans(Tx tx) {
        List<Odd> odd = claims.unequalPlans(tx);
        return odd.isEmpty() ? Finding.good("payment-plans", claims.plans(tx) + " plans")
                : Finding.bad("payment-plans", odd.getFirst().what() + " does not add up");
    }

    /** Invariant 29. */
    private Finding writeOffs(Tx tx) {
        List<Odd> odd = claims.unequalWriteOffs(tx);
        return odd.isEmpty() ? Finding.good("write-offs", claims.writeOffs(tx) + " write-offs and recoveries")
                : Finding.bad("write-offs", odd.getFirst().what() + " is not what its entry says");
    }

    /** No day is charged twice. */
    private Finding interest(Tx tx) {
        List<Odd> odd = claims.chargedTwice(tx);
        return odd.isEmpty() ? Finding.good("interest", claims.charges(tx) + " charges")
                : Finding.bad("interest", odd.getFirst().what() + " is charged twice for the same days");
    }

    /** The chain: every link follows from its content, none is missing, the last is the head. */
    private Finding chain(Tx tx) {
        long[] seq = {0};
        String[] hash = {Chain.START};
        List<String> broken = new ArrayList<>();
        ledger.chain(tx, posted -> {
            seq[0]++;
            String link = Chain.link(posted.prevHash(), posted.seq(), posted.entry(), posted.recordedAt());
            if (broken.isEmpty() && (posted.seq() != seq[0] || !posted.prevHash().equals(hash[0])
                    || !link.equals(posted.hash()))) {
                broken.add("entry " + seq[0] + " is not what was posted");
            }
            hash[0] = posted.hash();
        });
        if (broken.isEmpty() && (store.headSeq(tx) != seq[0] || !store.headHash(tx).equals(hash[0]))) {
            broken.add("entries are missing behind " + seq[0]);
        }
        return broken.isEmpty() ? Finding.good("journal-chain", seq[0] + " links")
                : Finding.bad("journal-chain", broken.getFirst());
    }

    /** What was said and sent: every link over the log of contacts and over what became of the messages holds. */
    private Finding said(Tx tx) {
        HashChain.Proof logged = contacts.proof(tx);
        HashChain.Proof sent = outbox.proof(tx);
        if (logged.broken() != 0 || sent.broken() != 0) {
            return Finding.bad("contact-chain", logged.broken() != 0 ? "contact " + logged.broken() + " is not what was logged, or is missing"
                    : "step " + sent.broken() + " of the messages is not what was recorded, or is missing");
        }
        return Finding.good("contact-chain", logged.links() + " contacts, " + sent.links() + " steps of messages");
    }

    /** Invariant 3, for every date at once: both sides change by the same amount on each day. */
    private Finding control(Tx tx) {
        Map<LocalDate, Long> account = store.receivablesByDay(tx);
        Map<LocalDate, Long> items = store.itemsByDay(tx);
        Set<LocalDate> days = new HashSet<>(account.keySet());
        days.addAll(items.keySet());
        return days.stream().sorted().filter(day -> account.getOrDefault(day, 0L) != items.getOrDefault(day, 0L).longValue())
                .findFirst().map(day -> Finding.bad("receivables-tie", "account 1200 and the open items differ from "
                        + day + " on"))
                .orElseGet(() -> Finding.good("receivables-tie", days.size() + " days"));
    }

    /** Invariant 5: never more settled than there was, on any date; one customer, one currency. */
    private Finding allocations(Tx tx) {
        Map<UUID, Item> items = new HashMap<>();
        store.items(tx).forEach(item -> items.put(item.id(), item));
        int count = 0;
        for (Map.Entry<UUID, List<Move>> one : store.moves(tx).entrySet()) {
            Item item = items.get(one.getKey());
            long open = item.original();
            for (int i = 0; i < one.getValue().size(); i++) {
                Move move = one.getValue().get(i);
                count++;
                Item other = items.get(move.other());
                open -= move.amount();
                boolean dayEnds = i + 1 == one.getValue().size() || !one.getValue().get(i + 1).on().equals(move.on());
                boolean within = Long.signum(open) * Long.signum(item.original()) >= 0
                        && Math.abs(open) <= Math.abs(item.original());
                if (dayEnds && !within || !other.customer().equals(item.customer())
                        || !other.currency().equals(item.currency()) || move.on().isBefore(item.date())) {
                    return Finding.bad("allocations", item.number() + " on " + move.on());
                }
            }
        }
        return Finding.good("allocations", count / 2 + " allocations");
    }

    /** Open amounts and settled dates are what the allocations say; carrying is zero exactly when open is (13). */
    private Finding derived(Tx tx) {
        Map<UUID, List<Move>> moves = store.moves(tx);
        List<Item> items = store.items(tx);
        for (Item item : items) {
            List<Move> own = moves.getOrDefault(item.id(), List.of());
            long open = item.original() - own.stream().mapToLong(Move::amount).sum();
            long carrying = item.carrying() - own.stream().mapToLong(Move::carrying).sum();
            boolean settled = open == 0;
            if (open != item.open() || carrying != item.openCarrying() || settled != (item.settledOn() != null)
                    || settled && carrying != 0
                    || settled && !own.isEmpty() && !own.getLast().on().equals(item.settledOn())) {
                return Finding.bad("open-items", item.number() + " does not show what its allocations leave");
            }
        }
        return Finding.good("open-items", items.size() + " items");
    }

    /** Invariant 10. */
    private Finding totals(Tx tx) {
        List<Odd> odd = store.wrongTotals(tx);
        return odd.isEmpty() ? Finding.good("document-totals", store.lines(tx) + " lines")
                : Finding.bad("document-totals", odd.getFirst().what());
    }

    /** Invariant 9. */
    private Finding credits(Tx tx) {
        List<Odd> odd = store.overCredited(tx);
        return odd.isEmpty() ? Finding.good("credit-notes", "none above its invoice")
                : Finding.bad("credit-notes", odd.getFirst().what() + " is credited with more than it was");
    }

    /** Invariant 8: within each series and year numbers follow one another without a gap. */
    private Finding numbers(Tx tx) {
        int count = 0;
        for (String kind : List.of("invoice", "credit-note")) {
            List<String> numbers = store.numbers(tx, kind);
            count += numbers.size();
            Map<String, List<Long>> series = new HashMap<>();
            numbers.forEach(number -> series.computeIfAbsent(number.replaceAll("\\d+$", ""), k -> new ArrayList<>())
                    .add(Long.parseLong(number.replaceAll("^.*?(\\d{1,18})$", "$1"))));
            for (Map.Entry<String, List<Long>> one : series.entrySet()) {
                List<Long> sorted = one.getValue().stream().sorted().toList();
                for (int i = 1; i < sorted.size(); i++) {
                    if (sorted.get(i) != sorted.get(i - 1) + 1) {
                        return Finding.bad("numbers-gapless", one.getKey() + (sorted.get(i - 1) + 1) + " is missing");
                    }
                }
            }
        }
        return Finding.good("numbers-gapless", count + " numbers");
    }

    /** Invariant 22: lines that are alike on one day are counted without a gap, none is there twice. */
    private Finding bankLines(Tx tx) {
        List<Odd> odd = bank.miscounted(tx);
        return odd.isEmpty() ? Finding.good("bank-lines", bank.lines(tx) + " lines")
                : Finding.bad("bank-lines", odd.getFirst().what());
    }

    /** Invariant 23: each bank account holds its lines exactly once; the rest is not on a statement yet. */
    private Finding bankBalance(Tx tx) {
        List<Odd> odd = bank.notPosted(tx);
        return odd.isEmpty() ? Finding.good("bank-balance", "each line stands on its account once")
                : Finding.bad("bank-balance", "account " + odd.getFirst().what() + " is off by " + odd.getFirst().found());
    }
}
