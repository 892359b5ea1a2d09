package org.goodterms.ui.books;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.closing.YearEnd;
import org.goodterms.closing.YearProposal;
import org.goodterms.closing.YearService;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.ledger.Account;
import org.goodterms.ledger.AccountKind;
import org.goodterms.ledger.Balance;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.LedgerService;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.recurring.EntryTemplate;
import org.goodterms.recurring.RecurringEntryService;
import org.goodterms.recurring.Schedule;
import org.goodterms.recurring.Template;
import org.goodterms.report.ReportService;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Subscriptions;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The accounts with their balances of today, up to where the books are locked, and what is done by hand. */
public final class BooksViewModel {
    private final Desk desk;
    private final Rooms rooms;
    private final Subscriptions subscriptions;
    final ObservableList<Balance> accounts = FXCollections.observableArrayList();
    final ObjectProperty<State> state = new SimpleObjectProperty<>(new State(null, null));

    /** Where the books are kept. */
    public record Rooms(LedgerService ledger, ReportService balances, YearService years, RecurringEntryService recurring,
            CurrencyUnit currency) {
    }

    /** Up to where the books are locked, and the year closed last; null where none is. */
    record State(@Nullable LocalDate lockedTo, @Nullable YearEnd closed) {
    }

    /** A line of an entry as it is typed: an amount on one side. */
    record Line(@Nullable Account account, @Nullable Money debit, @Nullable Money credit) {
        boolean isEmpty() {
            return account == null && debit == null && credit == null;
        }
    }

    public BooksViewModel(Desk desk, Rooms rooms) {
        this.desk = desk;
        this.rooms = rooms;
        subscriptions = new Subscriptions(desk.changes()).on(this::load, PostedEntry.class, Account.class, YearEnd.class);
    }

    private record Loaded(List<Balance> accounts, State state) {
    }

    void load() {
        LocalDate today = desk.formats().today();
        desk.tasks().load(accounts, progress -> {
            Map<String, Money> sums = rooms.balances().trialBalance(today, null).stream()
                    .collect(Collectors.toMap(b -> b.account().number(), Balance::amount));
            List<Balance> all = rooms.ledger().accounts().stream().map(account -> new Balance(account,
                    sums.getOrDefault(account.number(), Money.zero(rooms.currency())))).toList();
            return new Loaded(all, new State(rooms.ledger().lockedTo(), rooms.years().closed().stream().findFirst().orElse(null)));
        }, loaded -> {
            accounts.setAll(loaded.accounts());
            state.set(loaded.state());
        });
    }

    CurrencyUnit currency() {
        return rooms.currency();
    }

    /** Accounts that an entry by hand may touch: all but receivables, which documents and payments keep. */
    List<Account> forEntries() {
        return accounts.stream().map(Balance::account).filter(account -> !account.number().equals(Chart.RECEIVABLES)).toList();
    }

    void add(String number, String name, AccountKind kind, Runnable done, Consumer<List<Problem>> wrong) {
        act("books.add", () -> rooms.ledger().addAccount(number.strip(), name, kind), account -> {
            done.run();
            desk.overlay().toast(desk.texts().get("books.added", account.number(), account.name()));
        }, wrong);
    }

    void rename(Account account, String name, Runnable done, Consumer<List<Problem>> wrong) {
        act("books.rename", () -> rooms.ledger().renameAccount(account.number(), name), renamed -> done.run(), wrong);
    }

    /** Debit less credit of what is typed so far; zero where an entry may be posted. */
    Money difference(List<Line> lines) {
        Money sum = Money.zero(rooms.currency());
        for (Line line : lines) {
            sum = line.debit() == null ? sum : sum.plus(line.debit());
            sum = line.credit() == null ? sum : sum.minus(line.credit());
        }
        return sum;
    }

    /** Posts what is typed; a line without account, or with amounts on both sides or none, is refused. */
    void post(@Nullable LocalDate date, String text, List<Line> typed, Runnable done, Consumer<List<Problem>> wrong) {
        read(date, typed, wrong, (day, postings) -> act("books.post", () -> rooms.ledger().postByHand(day, text, postings), entry -> {
            done.run();
            desk.overlay().toast(desk.texts().get("books.posted", entry.seq()));
        }, wrong));
    }

    /** How often an entry is made: once where {@code unit} is null. */
    record Repeat(Schedule.@Nullable Unit unit, @Nullable LocalDate until) {
    }

    /** Keeps what is typed as an entry that comes back from that day on; refused like {@link #post}. */
    void keep(@Nullable LocalDate date, Repeat repeat, String text, List<Line> typed, Runnable done, Consumer<List<Problem>> wrong) {
        Schedule.Unit unit = repeat.unit();
        if (unit == null) {
            post(date, text, typed, done, wrong);
            return;
        }
        read(date, typed, wrong, (day, postings) -> act("books.post", () -> rooms.recurring().add(new EntryTemplate(rooms.recurring().nextId(),
                text.strip(), new Schedule(unit, 1, day, day.getDayOfMonth(), repeat.until(), false), text.strip(), postings,
                Template.State.NEW)), kept -> {
            done.run();
            desk.overlay().toast(desk.texts().get("books.kept", kept.name()));
        }, wrong));
    }

    private void read(@Nullable LocalDate date, List<Line> typed, Consumer<List<Problem>> wrong,
            BiConsumer<LocalDate, List<Entry.Posting>> use) {
        List<Line> lines = typed.stream().filter(line -> !line.isEmpty()).toList();
        List<Problem> problems = new ArrayList<>();
        List<Entry.Posting> postings = new ArrayList<>();
        if (date == null) {
            problems.add(Problem.at("date", "typed.missing", desk.texts().get("books.date")));
        }
        for (Line line : lines) {
            Account account = line.account();
            Money debit = line.debit();
            Money credit = line.credit();
            if (account == null || (debit == null) == (credit == null)) {
                problems.add(Problem.of("books.line", account == null ? "\u2013" : account.number()));
            } else if (debit != null) {
                postings.add(Entry.Posting.debit(account.number(), debit));
            } else if (credit != null) {
                postings.add(Entry.Posting.credit(account.number(), credit));
            }
        }
        if (!problems.isEmpty() || date == null) {
            wrong.accept(problems);
        } else {
            use.accept(date, postings);
        }
    }

    void lock(@Nullable LocalDate to, Runnable done, Consumer<List<Problem>> wrong) {
        dated("to", to, wrong, day -> act("books.lock", () -> rooms.ledger().lock(day), locked -> done.run(), wrong));
    }

    void unlock(@Nullable LocalDate to, String reason, Runnable done, Consumer<List<Problem>> wrong) {
        dated("to", to, wrong, day -> act("books.unlock", () -> rooms.ledger().unlock(day, reason), locked -> done.run(), wrong));
    }

    /** What closing would post; nothing is posted. */
    void propose(@Nullable LocalDate date, Consumer<YearProposal> shown, Consumer<List<Problem>> wrong) {
        dated("date", date, wrong, day -> desk.tasks().run("books.propose", progress -> rooms.years().propose(day), shown, wrong));
    }

    void close(@Nullable LocalDate date, Runnable done, Consumer<List<Problem>> wrong) {
        dated("date", date, wrong, day -> act("books.close", () -> rooms.years().close(day), end -> {
            done.run();
            desk.overlay().toast(desk.texts().get("books.closed", end.date(), end.profit()));
        }, wrong));
    }

    void reopen(LocalDate date, String reason, Runnable done, Consumer<List<Problem>> wrong) {
        act("books.reopen", () -> rooms.years().reopen(date, reason), end -> {
            done.run();
            desk.overlay().toast(desk.texts().get("books.reopened", end.date()));
        }, wrong);
    }

    private void dated(String field, @Nullable LocalDate day, Consumer<List<Problem>> wrong, Consumer<LocalDate> act) {
        if (day == null) {
            wrong.accept(List.of(Problem.at(field, "typed.missing", desk.texts().get("books.date"))));
        } else {
            act.accept(day);
        }
    }

    private <T> void act(String key, java.util.function.Supplier<Outcome<T>> work, Consumer<T> done, Consumer<List<Problem>> wrong) {
        desk.tasks().run(key, progress -> work.get(), result -> {
            load();
            done.accept(result);
        }, wrong);
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
