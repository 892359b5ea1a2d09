package org.goodterms.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The door to the general ledger. Other rooms post inside their own transaction; a person posts by hand with
 * {@link #postByHand}, which keeps away from the control account.
 */
public final class LedgerService {
    /** The source kind of closing entries and their reversals; the result of a year leaves them out. */
    public static final String CLOSING = "year-close";
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_NAME = 100;
    private final Database db;
    private final Ids ids;
    private final LedgerStore store = new LedgerStore();
    private final JournalStore journal = new JournalStore();
    private volatile @Nullable CurrencyUnit currency;

    public LedgerService(Database db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    /** The book's currency; it never changes. */
    public CurrencyUnit currency(Tx tx) {
        CurrencyUnit known = currency;
        if (known == null) {
            known = store.currency(tx);
            currency = known;
        }
        return known;
    }

    /** Lays the chart and the start of the chain into a new book. */
    public void start(Tx tx, List<Account> chart) {
        store.start(tx, chart);
    }

    /** Why nothing may take effect on this date: the period is locked; empty where it may. */
    public Optional<Problem> lockProblem(Tx tx, LocalDate effective) {
        return lockProblem(store.lockedTo(tx), effective);
    }

    /** As {@link #lockProblem(Tx, LocalDate)}, where the books are locked to {@code lockedTo}, or open where it is null. */
    public static Optional<Problem> lockProblem(@Nullable LocalDate lockedTo, LocalDate effective) {
        return lockedTo != null && !effective.isAfter(lockedTo)
                ? Optional.of(Problem.at("date", "ledger.period_locked", effective, lockedTo, lockedTo.plusDays(1)))
                : Optional.empty();
    }

    /**
     * Appends an entry.
     *
     * @throws IllegalStateException if it is no double entry or falls into a locked period: the caller has asked
     *                               {@link #lockProblem} before
     */
    public PostedEntry post(Tx tx, Entry entry) {
        return postAll(tx, List.of(entry)).getFirst();
    }

    /** Appends entries in this order, as one batch. */
    public List<PostedEntry> postAll(Tx tx, List<Entry> entries) {
        LocalDate lockedTo = store.lockedTo(tx);
        LedgerStore.Head head = store.lockHead(tx);
        long seq = head.seq();
        String hash = head.hash();
        List<PostedEntry> posted = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            demand(entry, lockedTo);
            String previous = hash;
            seq++;
            hash = Chain.link(previous, seq, entry, tx.now());
            posted.add(new PostedEntry(ids.nextId(), seq, entry, tx.now(), previous, hash));
        }
        store.insert(tx, posted);
        store.moveHead(tx, seq, hash);
        tx.touched(PostedEntry.class);
        return posted;
    }

    private static void demand(Entry entry, @Nullable LocalDate lockedTo) {
        CurrencyUnit book = entry.postings().getFirst().amount().getCurrencyUnit();
        Balancing.problem(entry.postings(), book).ifPresent(problem -> {
            throw new IllegalStateException("no double entry: " + problem + " in " + entry);
        });
        if (lockedTo != null && !entry.effective().isAfter(lockedTo)) {
            throw new IllegalStateException("period locked to " + lockedTo + ": " + entry);
        }
    }

    /** An entry a person makes: refused if unequal, on unknown accounts, in a locked period, or on account 1200. */
    public Outcome<PostedEntry> postByHand(LocalDate effective, String text, List<Entry.Posting> postings) {
        return db.write(tx -> postByHand(tx, effective, text, postings));
    }

    /** As {@link #postByHand(LocalDate, String, List)}, within an act that goes with it. */
    public Outcome<PostedEntry> postByHand(Tx tx, LocalDate effective, String text, List<Entry.Posting> postings) {
        List<Problem> problems = handProblems(tx, text, postings);
        lockProblem(tx, effective).ifPresent(problems::add);
        return problems.isEmpty() ? Outcome.ok(post(tx, new Entry(effective, text, new Entry.Source("hand", null), postings)))
                : Outcome.refused(problems);
    }

    /** Why a person may not make this entry on any day: its text, its sides, its accounts; empty where one may. */
    public List<Problem> handProblems(Tx tx, String text, List<Entry.Posting> postings) {
        List<Problem> problems = new ArrayList<>();
        if (text.isBlank() || text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
            problems.add(Problem.at("text", "ledger.text_needed", LONGEST_TEXT));
        }
        if (postings.isEmpty()) {
            problems.add(Problem.of("ledger.too_few_lines"));
        } else {
            Balancing.problem(postings, currency(tx)).ifPresent(problems::add);
        }
        problems.addAll(Balancing.handProblems(postings, numbers(tx)));
        return problems;
    }

    private Set<String> numbers(Tx tx) {
        return store.accounts(tx).stream().map(Account::number).collect(Collectors.toSet());
    }

    public Outcome<Account> addAccount(String number, String name, AccountKind kind) {
        return db.write(tx -> {
            if (!number.matches("\\d{4,8}")) {
                return Outcome.refused(Problem.at("number", "ledger.account_number", number));
            }
            if (isNoName(name)) {
                return Outcome.refused(Problem.at("name", "ledger.account_name", LONGEST_NAME));
            }
            if (numbers(tx).contains(number)) {
                return Outcome.refused(Problem.at("number", "ledger.account_exists", number));
            }
            Account account = new Account(number, name.strip(), kind);
            store.insert(tx, account);
            tx.touched(Account.class);
            return Outcome.ok(account);
        });
    }

    /** Gives an account another name; number, kind and entries stay. */
    public Outcome<Account> renameAccount(String number, String name) {
        return db.write(tx -> {
            if (isNoName(name)) {
                return Outcome.refused(Problem.at("name", "ledger.account_name", LONGEST_NAME));
            }
            return store.accounts(tx).stream().filter(account -> account.number().equals(number)).findFirst()
                    .map(account -> {
                        Account renamed = new Account(number, name.strip(), account.kind());
                        store.rename(tx, renamed);
                        tx.touched(Account.class);
                        return Outcome.ok(renamed);
                    }).orElseGet(() -> Outcome.refused(Problem.at("number", "ledger.no_such_account", number)));
        });
    }

    private static boolean isNoName(String name) {
        return name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl);
    }

    public List<Account> accounts() {
        return db.read(store::accounts);
    }

    public List<Account> accounts(Tx tx) {
        return store.accounts(tx);
    }

    /** Balances at the end of {@code asOf}; with {@code knownAt} only what was recorded up to that instant. */
    public List<Balance> balances(Tx tx, LocalDate asOf, @Nullable Instant knownAt) {
        return journal.balances(tx, null, asOf, knownAt, currency(tx));
    }

    /** Movements from the first to the last day, both included. */
    public List<Balance> movements(Tx tx, LocalDate from, LocalDate to) {
        return journal.balances(tx, from, to, null, currency(tx));
    }

    /**
     * Movements of income and expense accounts from the first to the last day, closing entries left out: the result on
     * the accrual basis. With {@code knownAt} only what was recorded up to that instant.
     */
    public List<Balance> result(Tx tx, LocalDate from, LocalDate to, @Nullable Instant knownAt) {
        return journal.result(tx, from, to, knownAt, currency(tx));
    }

    /** The entry that takes another one back, with its own date; it joins the same source. */
    public Entry opposite(Tx tx, Id<PostedEntry> id, LocalDate effective, String text) {
        Entry was = journal.byId(tx, id, currency(tx)).orElseThrow().entry();
        return new Entry(effective, text, was.source(), was.postings().stream()
                .map(p -> new Entry.Posting(p.account(), p.amount().negated())).toList(), was.taxes().stream()
                .map(t -> new Entry.TaxLine(t.kind(), t.rate(), t.net().negated(), t.tax().negated())).toList(), id);
    }

    /** One entry with its lines. */
    public Optional<PostedEntry> entry(Id<PostedEntry> id) {
        return db.read(tx -> journal.byId(tx, id, currency(tx)));
    }

    /** Sets the period lock inside an act that has its own rules; null opens everything. */
    public void moveLock(Tx tx, @Nullable LocalDate to, String reason) {
        store.insertLock(tx, ids.next(), to, reason, tx.now());
        tx.touched(PostedEntry.class);
    }

    public Outcome<List<AccountLine>> lines(String account, LocalDate from, LocalDate to) {
        return db.read(tx -> numbers(tx).contains(account)
                ? Outcome.ok(journal.lines(tx, account, from, to, currency(tx)))
                : Outcome.refused(Problem.at("account", "ledger.no_such_account", account)));
    }

    public List<PostedEntry> entries(LocalDate from, LocalDate to) {
        return db.read(tx -> journal.entries(tx, from, to, currency(tx)));
    }

    /** Walks the journal in the order of its chain. */
    public void chain(Tx tx, Consumer<PostedEntry> use) {
        journal.chain(tx, currency(tx), use);
    }

    public @Nullable LocalDate lockedTo(Tx tx) {
        return store.lockedTo(tx);
    }

    /** Up to and including which day nothing changes any more; null where no day is locked. */
    public @Nullable LocalDate lockedTo() {
        return db.read(store::lockedTo);
    }

    /** Closes the books up to and including a day. The lock only moves forward. */
    public Outcome<LocalDate> lock(LocalDate to) {
        return db.write(tx -> {
            LocalDate now = store.lockedTo(tx);
            if (now != null && to.isBefore(now)) {
                return Outcome.refused(Problem.at("to", "ledger.lock_backwards", to, now));
            }
            return setLock(tx, to, "");
        });
    }

    /** A logged act that opens days again: afterwards the books are locked to {@code to} only. */
    public Outcome<LocalDate> unlock(LocalDate to, String reason) {
        return db.write(tx -> {
            LocalDate now = store.lockedTo(tx);
            if (now == null || !to.isBefore(now)) {
                return Outcome.refused(Problem.at("to", "ledger.not_locked", to, now == null ? "-" : now));
            }
            if (reason.isBlank() || reason.chars().anyMatch(Character::isISOControl)) {
                return Outcome.refused(Problem.at("reason", "ledger.reason_needed"));
            }
            return setLock(tx, to, reason.strip());
        });
    }

    private Outcome<LocalDate> setLock(Tx tx, LocalDate to, String reason) {
        moveLock(tx, to, reason);
        return Outcome.ok(to);
    }

    /** The first entry that rests on this source. */
    public Optional<Id<PostedEntry>> entryOf(Tx tx, UUID sourceId) {
        return store.entryOf(tx, sourceId).map(Id::of);
    }
}
