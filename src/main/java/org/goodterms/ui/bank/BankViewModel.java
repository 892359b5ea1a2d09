package org.goodterms.ui.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.bank.BankImportService;
import org.goodterms.bank.BankLine;
import org.goodterms.bank.BankMatchService;
import org.goodterms.bank.BankReport;
import org.goodterms.bank.BankService;
import org.goodterms.bank.HandMatch;
import org.goodterms.bank.Learned;
import org.goodterms.bank.LearnedService;
import org.goodterms.bank.LineStanding;
import org.goodterms.bank.Proposal;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerRow;
import org.goodterms.customer.CustomerService;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.ledger.Account;
import org.goodterms.ledger.LedgerService;
import org.goodterms.payment.Payment;
import org.goodterms.payment.PaymentService;
import org.goodterms.payment.Settlement;
import org.goodterms.receivable.OpenItem;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Subscriptions;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A bank file before it is taken, and the lines that wait for somebody. */
public final class BankViewModel {
    private static final String ACCOUNT = "1000";
    private static final int SUGGESTED = 20;

    /** The rooms that know of bank lines and of what they may be. */
    public record Rooms(BankService lines, BankImportService imports, BankMatchService matching, PaymentService payments,
            CustomerService customers, LedgerService ledger, LearnedService learned) {
    }

    /** Which are shown. */
    public enum Show {
        REVIEW, MATCHED, ALL;

        boolean has(LineStanding line) {
            boolean matched = line.state() == LineStanding.State.MATCHED;
            return this == ALL || (this == MATCHED) == matched;
        }
    }

    /** A file that was looked at. @param report what importing it would do */
    record Looked(String name, byte[] bytes, BankReport report) {
    }

    private record Read(byte[] bytes, BankReport report) {
    }

    private final Desk desk;
    private final Rooms rooms;
    private final CurrencyUnit book;
    private final Subscriptions subscriptions;
    final ObservableList<LineStanding> lines = FXCollections.observableArrayList();
    final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.REVIEW);
    final ObjectProperty<Predicate<LineStanding>> shown = new SimpleObjectProperty<>(Show.REVIEW::has);
    final ObjectProperty<@Nullable Looked> looked = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable LineStanding> selected = new SimpleObjectProperty<>();

    /** @param book the currency of the books */
    public BankViewModel(Desk desk, Rooms rooms, CurrencyUnit book) {
        this.desk = desk;
        this.book = book;
        this.rooms = rooms;
        subscriptions = new Subscriptions(desk.changes()).on(this::load, BankLine.class, Payment.class, OpenItem.class,
                Customer.class);
        show.addListener((o, was, is) -> shown.set(is::has));
    }

    void load() {
        desk.tasks().load(lines, progress -> rooms.lines().list(false), all -> {
            LineStanding before = selected.get();
            lines.setAll(all.reversed());
            selected.set(before == null ? null : lines.stream().filter(l -> l.line().id().equals(before.line().id()))
                    .findFirst().orElse(null));
        });
    }

    long count(Show which) {
        return lines.stream().filter(which::has).count();
    }

    /** Looks at a file; nothing is changed. */
    void choose(Path file) {
        String name = Objects.requireNonNullElse(file.getFileName(), file).toString();
        desk.tasks().run("bank.look", progress -> look(file, progress),
                read -> looked.set(new Looked(name, read.bytes(), read.report())), desk.overlay()::problems);
    }

    private Outcome<Read> look(Path file, Progress progress) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            return Outcome.refused(Problem.of("bank.unreadable", file.toString()));
        }
        return rooms.imports().run(new BankImportService.Order(bytes, ACCOUNT, "auto", null, true), progress)
                .map(report -> new Read(bytes, report));
    }

    /** Takes the file that was looked at. */
    void take() {
        Looked file = Objects.requireNonNull(looked.get());
        desk.tasks().run("bank.import", progress -> rooms.imports().run(new BankImportService.Order(file.bytes(), ACCOUNT,
                "auto", null, false), progress), report -> {
                    looked.set(null);
                    show.set(Show.REVIEW);
                    desk.overlay().toast(desk.texts().get("bank.imported", report.fresh(), report.matched(),
                            report.fresh() - report.matched()));
                }, desk.overlay()::problems);
    }

    void leave() {
        looked.set(null);
    }

    /** Does what a proposal says. */
    void accept(LineStanding standing, Proposal proposal) {
        match(standing, hand(standing, proposal), () -> { }, desk.overlay()::problems);
    }

    private static HandMatch hand(LineStanding standing, Proposal proposal) {
        return switch (proposal.kind()) {
            case RECEIPT -> HandMatch.OfCustomer.plain(Objects.requireNonNull(proposal.customer()),
                    proposal.shares().isEmpty() ? new Settlement.Unapplied() : new Settlement.ByHand(proposal.shares().stream()
                            .map(s -> new Settlement.Part(s.number(), s.amount())).toList()));
            case REFUND -> HandMatch.OfCustomer.plain(Objects.requireNonNull(proposal.customer()), new Settlement.Unapplied());
            case RETURN -> new HandMatch.CameBack(Objects.requireNonNull(proposal.payment()),
                    Money.zero(standing.line().amount().getCurrencyUnit()), false);
            case RECORDED -> new HandMatch.Already(Objects.requireNonNull(proposal.recorded()).entry());
            case EXPENSE -> new HandMatch.Booked(Map.of(Objects.requireNonNull(proposal.account()), standing.line().amount()));
        };
    }

    /** Says that a line is money of a customer, for these documents. */
    void split(LineStanding standing, Id<Customer> customer, Map<String, Money> shares, Runnable done,
            Consumer<List<Problem>> problems) {
        Settlement settlement = shares.isEmpty() ? new Settlement.Unapplied() : new Settlement.ByHand(
                shares.entrySet().stream().map(e -> new Settlement.Part(e.getKey(), e.getValue())).toList());
        match(standing, HandMatch.OfCustomer.plain(customer, settlement), done, problems);
    }

    /** Books a line to accounts. */
    void book(LineStanding standing, Map<String, Money> accounts, Runnable done, Consumer<List<Problem>> problems) {
        match(standing, new HandMatch.Booked(new LinkedHashMap<>(accounts)), done, problems);
    }

    private void match(LineStanding standing, HandMatch hand, Runnable done, Consumer<List<Problem>> problems) {
        @Nullable LineStanding next = next(standing);
        desk.tasks().run("bank.match", progress -> rooms.matching().match(standing.line().id(), hand), matched -> {
            done.run();
            selected.set(show.get() == Show.REVIEW && matched.state() == LineStanding.State.MATCHED ? next : matched);
            desk.overlay().undoable(desk.texts().get("bank.matched", standing.line().amount()), () -> undo(matched));
        }, problems);
    }

    /** The line that comes after, to be looked at next. */
    private @Nullable LineStanding next(LineStanding standing) {
        List<LineStanding> waiting = lines.stream().filter(show.get()::has).toList();
        int at = waiting.indexOf(standing);
        return waiting.size() < 2 ? null : at + 1 < waiting.size() ? waiting.get(at + 1) : waiting.get(Math.max(0, at - 1));
    }

    /** Takes back whatever a line was matched with. */
    void undo(LineStanding standing) {
        desk.tasks().run("bank.undo", progress -> rooms.matching().undo(standing.line().id()), selected::set,
                desk.overlay()::problems);
    }

    /** What was learned from matches by hand. */
    void learned(Consumer<List<Learned>> found) {
        desk.tasks().load(rooms.learned(), progress -> rooms.learned().list(), found);
    }

    void forget(Learned one, Runnable done) {
        desk.tasks().run("bank.forget", progress -> rooms.learned().forget(one), forgotten -> done.run(),
                desk.overlay()::problems);
    }

    List<CustomerRow> suggest(String typed) {
        return rooms.customers().search(typed, SUGGESTED);
    }

    /** What a customer has open, claims and credits. */
    void open(Id<Customer> customer, Consumer<List<OpenItem>> found) {
        desk.tasks().load(customer, progress -> rooms.payments().openOf(customer), found);
    }

    /** Accounts a line can be booked to. */
    List<Account> accounts() {
        return rooms.ledger().accounts().stream().filter(a -> !List.of("1200", "1990", ACCOUNT).contains(a.number())).toList();
    }

    /** Number and name of an account. */
    String accountName(String number) {
        return rooms.ledger().accounts().stream().filter(a -> a.number().equals(number)).findFirst()
                .map(a -> a.number() + " " + a.name()).orElse(number);
    }

    /** The currency of the books. */
    CurrencyUnit currency() {
        return book;
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
