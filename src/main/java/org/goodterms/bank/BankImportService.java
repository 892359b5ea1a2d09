package org.goodterms.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.MoneyText;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.payment.Payment;
import org.goodterms.payment.ReceiptsService;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Brings a bank file in: all of it or nothing, what is there already left out, each line matched by the rules. */
public final class BankImportService {
    private final BankService.Rooms rooms;
    private final BankStore store = new BankStore();
    private final DebtStore ledger = new DebtStore();
    private final RecordedStore recorded = new RecordedStore();
    private final ReceiptService receipts;

    /**
     * What to import.
     *
     * @param account of the books that the file belongs to
     * @param format  {@code auto} or a word of the contract
     * @param map     the text of a map file for CSV, or null
     * @param dryRun  only say what would happen
     */
    public record Order(byte[] bytes, String account, String format, @Nullable String map, boolean dryRun) {
    }

    public BankImportService(BankService.Rooms rooms) {
        this.rooms = rooms;
        this.receipts = new ReceiptService(rooms);
    }

    /**
     * Reads and imports. Refused where the file cannot be read, holds another currency than the books (a dry run says
     * what is in it all the same), or the account is none.
     */
    public Outcome<BankReport> run(Order order, Progress progress) {
        return SheetService.read(order.bytes(), order.format(), order.map()).then(file -> {
            CurrencyUnit book = rooms.db().read(tx -> rooms.ledger().currency(tx));
            Optional<Sheet> foreign = file.sheets().stream()
                    .filter(s -> s.currency() != null && !book.getCode().equalsIgnoreCase(s.currency())).findFirst();
            if (foreign.isPresent()) {
                return order.dryRun() ? Outcome.ok(look(file, book))
                        : Outcome.refused(Problem.of("bank.currency", Objects.requireNonNull(foreign.get().currency()),
                                book.getCode()));
            }
            return order.dryRun() ? rooms.db().preview(tx -> bringIn(tx, file, order.account(), progress))
                    : rooms.db().write(tx -> bringIn(tx, file, order.account(), progress));
        });
    }

    /** What a file in another currency holds. */
    private static BankReport look(SheetService.Sheets file, CurrencyUnit book) {
        int lines = file.sheets().stream().mapToInt(s -> s.rows().size()).sum();
        return new BankReport(file.format(), lines, lines, 0, 0, statements(file.sheets(), book), said(file));
    }

    private static List<BankReport.Statement> statements(List<Sheet> sheets, CurrencyUnit book) {
        return sheets.stream().map(s -> new BankReport.Statement(s.fileAccount(),
                Objects.requireNonNullElse(s.currency(), book.getCode()), s.opening(), s.closing(),
                s.rows().size(), s.credits(), s.debits(), s.balanced(), s.first(), s.last())).toList();
    }

    /** What the file itself gives reason to say. */
    private static List<Problem> said(SheetService.Sheets file) {
        List<Problem> said = new ArrayList<>();
        file.left().forEach(account -> said.add(Problem.of("bank.investment", account)));
        for (Sheet sheet : file.sheets()) {
            if (Boolean.FALSE.equals(sheet.balanced())) {
                said.add(Problem.of("bank.not_balanced", plain(sheet.opening()), plain(sheet.credits()),
                        plain(sheet.debits()), plain(sheet.closing())));
            }
            if (sheet.pending() > 0) {
                said.add(Problem.of("bank.pending", sheet.pending()));
            }
            if (file.format().equals("mt940") && sheet.opening() != null && sheet.closing() == null) {
                said.add(Problem.of("bank.no_closing"));
            }
        }
        if (file.sheets().stream().map(Sheet::fileAccount).filter(Objects::nonNull).distinct().count() > 1) {
            said.add(Problem.of("bank.several_accounts"));
        }
        if (file.sheets().stream().allMatch(s -> s.rows().isEmpty())) {
            said.add(Problem.of("bank.no_lines"));
        }
        return said;
    }

    private static String plain(@Nullable BigDecimal amount) {
        return amount == null ? "-" : amount.toPlainString();
    }

    /** One import under way. */
    private final class Run {
        final Tx tx;
        final String account;
        final CurrencyUnit book;
        final String family;
        final @Nullable LocalDate locked;
        final List<Problem> warnings = new ArrayList<>();
        final List<BankStore.NewLine> lines = new ArrayList<>();
        final List<Match> matches = new ArrayList<>();
        final List<Entry> suspended = new ArrayList<>();
        final List<Match> suspendedMatches = new ArrayList<>();
        final ReceiptsService receipts;
        int matched;
        int late;

        Run(Tx tx, String account, String family) {
            this.tx = tx;
            this.account = account;
            this.family = family;
            this.book = rooms.ledger().currency(tx);
            this.locked = rooms.ledger().lockedTo(tx);
            this.receipts = rooms.payments().receipts(tx);
        }

        /** Its booking date or, where that is locked, the first open day. */
        LocalDate effective(LocalDate booked) {
            return locked == null || booked.isAfter(locked) ? booked : locked.plusDays(1);
        }
    }

    private Outcome<BankReport> bringIn(Tx tx, SheetService.Sheets file, String account, Progress progress) {
        if (rooms.ledger().accounts(tx).stream().noneMatch(a -> a.number().equals(account))
                || account.equals(org.goodterms.ledger.Chart.RECEIVABLES)) {
            return Outcome.refused(Problem.at("account", "ledger.no_such_account", account));
        }
        Run run = new Run(tx, account, file.family());
        run.warnings.addAll(said(file));
        Outcome<List<Fresh>> fresh = fresh(run, file);
        if (!fresh.isOk()) {
            return Outcome.refused(fresh.problems());
        }
        Outcome<Integer> done = match(run, fresh.orThrow(), progress);
        if (!done.isOk()) {
            return Outcome.refused(done.problems());
        }
        save(run);
        file.sheets().forEach(sheet -> balances(run, sheet));
        int lines = file.sheets().stream().mapToInt(s -> s.rows().size()).sum();
        int zero = file.sheets().stream().mapToInt(s -> (int) s.rows().stream().filter(r -> r.amount().signum() == 0)
                .count()).sum();
        if (zero > 0) {
            run.warnings.add(Problem.of("bank.zero_lines", zero));
        }
        if (run.late > 0) {
            run.warnings.add(Problem.of("bank.late", run.late, Objects.requireNonNull(run.locked).plusDays(1)));
        }
        tx.touched(BankLine.class);
        return Outcome.ok(new BankReport(file.format(), lines, run.lines.size(), lines - run.lines.size() - zero,
                run.matched, statements(file.sheets(), run.book), run.warnings));
    }

    /** A line that was not there, and its statement. */
    private record Fresh(BankLine line, String print, UUID statement) {
    }

    private Outcome<List<Fresh>> fresh(Run run, SheetService.Sheets file) {
        List<Fresh> all = new ArrayList<>();
        List<BankStore.Stored> stored = new ArrayList<>(store.statements(run.tx, run.account));
        for (Sheet sheet : file.sheets()) {
            Optional<Long> opening = minor(sheet.opening(), run.book);
            Optional<Long> closing = minor(sheet.closing(), run.book);
            UUID statement = statement(run, file.format(), sheet, stored, opening.orElse(null), closing.orElse(null));
            for (Sheet.Row row : sheet.rows()) {
                Optional<Long> minor = minor(row.amount(), run.book);
                if (minor.isEmpty()) {
                    return Outcome.refused(Problem.of("bank.decimals", row.amount().toPlainString(), run.book.getCode()));
                }
                if (minor.get() != 0) {
                    all.add(new Fresh(new BankLine(rooms.ids().nextId(), run.account, row.booked(), row.value(),
                            Money.ofMinor(run.book, minor.get()), row.payer(), row.iban(), row.text(), row.reference(),
                            row.oneText(), run.family, row.bankId()), Fingerprint.print(row.payer(), row.text()),
                            statement));
                }
            }
        }
        if (all.isEmpty()) {
            return Outcome.ok(all);
        }
        LocalDate from = all.stream().map(f -> f.line().booked()).min(Comparator.naturalOrder()).orElseThrow();
        LocalDate to = all.stream().map(f -> f.line().booked()).max(Comparator.naturalOrder()).orElseThrow();
        List<Boolean> there = Fingerprint.duplicates(store.known(run.tx, run.account, from, to),
                all.stream().map(BankImportService::known).toList());
        List<Fresh> fresh = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!there.get(i)) {
                fresh.add(all.get(i));
            }
        }
        fresh.sort(Comparator.comparing(f -> f.line().booked()));
        return Outcome.ok(fresh);
    }

    private static Fingerprint.Known known(Fresh f) {
        return new Fingerprint.Known(f.line().booked(), f.line().amount().getAmountMinorLong(), f.print(),
                f.line().family(), f.line().bankId());
    }

    private static Optional<Long> minor(@Nullable BigDecimal amount, CurrencyUnit book) {
        return amount == null ? Optional.empty() : MoneyText.parse(amount.stripTrailingZeros().toPlainString(), book)
                .map(Money::getAmountMinorLong);
    }

    /** The same statement is stored once, however often its file comes. */
    private UUID statement(Run run, String format, Sheet sheet, List<BankStore.Stored> stored, @Nullable Long opening,
            @Nullable Long closing) {
        Optional<BankStore.Stored> same = stored.stream().filter(s -> s.number().equals(sheet.number())
                && Objects.equals(s.first(), sheet.first()) && Objects.equals(s.last(), sheet.last())
                && Objects.equals(s.opening(), opening) && Objects.equals(s.closing(), closing)).findFirst();
        if (same.isPresent()) {
            return same.get().id();
        }
        gaps(run, sheet, stored, opening, closing);
        BankStore.Stored added = new BankStore.Stored(rooms.ids().next(), sheet.number(), sheet.first(), sheet.last(),
                opening, closing);
        store.insert(run.tx, run.account, Objects.requireNonNullElse(sheet.fileAccount(), ""), format, added,
                sheet.rows().size());
        stored.add(added);
        return added.id();
    }

    /** Says where money moved between two statements that nobody has seen. */
    private static void gaps(Run run, Sheet sheet, List<BankStore.Stored> stored, @Nullable Long opening,
            @Nullable Long closing) {
        LocalDate first = sheet.first();
        LocalDate last = sheet.last();
        if (first == null || last == null) {
            return;
        }
        boolean overlaps = stored.stream().anyMatch(s -> s.first() != null && s.last() != null
                && !s.first().isAfter(last) && !s.last().isBefore(first));
        if (overlaps) {
            return;
        }
        stored.stream().filter(s -> s.last() != null && s.last().isBefore(first) && s.closing() != null)
                .max(Comparator.comparing(s -> Objects.requireNonNull(s.last())))
                .filter(s -> opening != null && !opening.equals(s.closing()))
                .ifPresent(s -> run.warnings.add(Problem.of("bank.gap", Objects.requireNonNull(s.last()),
                        Money.ofMinor(run.book, Objects.requireNonNull(s.closing())), first,
                        Money.ofMinor(run.book, Objects.requireNonNull(opening)))));
        stored.stream().filter(s -> s.first() != null && s.first().isAfter(last) && s.opening() != null)
                .min(Comparator.comparing(s -> Objects.requireNonNull(s.first())))
                .filter(s -> closing != null && !closing.equals(s.opening()))
                .ifPresent(s -> run.warnings.add(Problem.of("bank.gap", last,
                        Money.ofMinor(run.book, Objects.requireNonNull(closing)), Objects.requireNonNull(s.first()),
                        Money.ofMinor(run.book, Objects.requireNonNull(s.opening())))));
    }

    private Outcome<Integer> match(Run run, List<Fresh> fresh, Progress progress) {
        if (fresh.isEmpty()) {
            return Outcome.ok(0);
        }
        List<BankStore.PayerLink> links = store.links(run.tx);
        Payers payers = new Payers(ledger.payers(run.tx, links));
        Debts debts = ledger.debts(run.tx);
        Matching matching = new Matching(payers, debts, plans(run));
        RecordedMoney already = new RecordedMoney(recorded.of(run.tx, run.account,
                fresh.getFirst().line().booked().minusDays(RecordedMoney.SURE),
                fresh.getLast().line().booked().plusDays(RecordedMoney.SURE), run.book));
        Map<String, Integer> running = store.running(run.tx, run.account, fresh.getFirst().line().booked(),
                fresh.getLast().line().booked());
        Set<String> told = new LinkedHashSet<>();
        long seq = store.lastSeq(run.tx);
        for (int i = 0; i < fresh.size(); i++) {
            Fresh one = fresh.get(i);
            progress.at(i, fresh.size(), "bank.progress");
            if (progress.cancelled()) {
                return Outcome.refused(Problem.of("bank.cancelled"));
            }
            Optional<Recorded> same = already.take(one.line(), payers);
            Outcome<Match> match = same.isPresent() ? Outcome.ok(known(run, one.line(), same.get()))
                    : apply(run, one.line(), matching.decide(one.line()), debts);
            if (!match.isOk()) {
                return Outcome.refused(match.problems());
            }
            tell(run, one.line(), match.orThrow(), links, payers, told);
            int alike = running.merge(one.line().booked() + "/" + one.line().amount().getAmountMinorLong() + "/"
                    + one.print(), 1, Integer::sum);
            run.lines.add(new BankStore.NewLine(one.line(), ++seq, one.print(), alike, one.statement(),
                    match.orThrow().id()));
        }
        store.shown(run.tx, told);
        return Outcome.ok(run.matched);
    }

    /** The next instalment of a customer as things stand in this transaction. */
    private BiFunction<Id<Customer>, LocalDate, Optional<Instalment>> plans(Run run) {
        Set<Id<Customer>> some = ledger.onPlans(run.tx);
        return (customer, day) -> {
            if (!some.contains(customer)) {
                return Optional.empty();
            }
            run.receipts.write().orThrow();
            return rooms.plans().of(run.tx, customer, day).stream()
                    .filter(one -> one.next() != null && !one.plan().agreedOn().isAfter(day)).findFirst()
                    .map(one -> new Instalment(Objects.requireNonNull(one.next()).amount(), one.plan().numbers()));
        };
    }

    private Outcome<Match> apply(Run run, BankLine line, Decision decision, Debts debts) {
        UUID id = rooms.ids().next();
        LocalDate on = run.effective(line.booked());
        boolean late = !on.equals(line.booked());
        run.late += late ? 1 : 0;
        Id<Customer> customer = decision.customer();
        if (customer == null) {
            run.suspended.add(ReceiptService.suspense(line, on, late ? " (" + line.booked() + ")" : ""));
            Match match = Match.suspense(id, line.id(), line.incoming() ? decision.rule() : null, null, on);
            run.suspendedMatches.add(match);
            return Outcome.ok(match);
        }
        if (decision.shares().stream().anyMatch(s -> s.amount().isNegative())) {
            run.receipts.write().orThrow();
        }
        return receipts.receive(run.tx, run.receipts, line, id, decision, on).map(payment -> {
            decision.shares().forEach(s -> debts.now(s.number(), run.receipts.open(customer, s.number())));
            run.matched += decision.shares().isEmpty() ? 0 : 1;
            Match match = new Match(id, line.id(), MatchKind.RECEIPT, decision.rule(), customer, payment, null, "",
                    on);
            run.matches.add(match);
            return match;
        });
    }

    /** The line of money that a person recorded before: nothing is posted. */
    private Match known(Run run, BankLine line, Recorded same) {
        Match match = new Match(rooms.ids().next(), line.id(), MatchKind.RECORDED, null, same.customer(), same.payment(),
                same.entry(), "", line.booked());
        run.matched++;
        run.matches.add(match);
        return match;
    }

    /** A learned link is told of when it first decides. */
    private void tell(Run run, BankLine line, Match match, List<BankStore.PayerLink> links, Payers payers,
            Set<String> told) {
        links.stream().filter(l -> !l.shown() && l.iban().equals(line.iban()) && l.customer().equals(match.customer())
                && told.add(l.iban())).forEach(l -> run.warnings.add(Problem.of("bank.link_used", l.iban(),
                        payers.payer(l.customer()).name(), l.learned())));
    }

    private void save(Run run) {
        if (run.lines.isEmpty()) {
            return;
        }
        run.receipts.write().orThrow();
        store.insert(run.tx, run.lines);
        if (!run.suspended.isEmpty()) {
            List<PostedEntry> posted = rooms.ledger().postAll(run.tx, run.suspended);
            for (int i = 0; i < posted.size(); i++) {
                Match m = run.suspendedMatches.get(i);
                run.matches.add(Match.suspense(m.id(), m.line(), m.rule(), posted.get(i).id(), m.effective()));
            }
        }
        store.insertMatches(run.tx, run.matches);
        run.tx.touched(Payment.class);
    }

    /** The closing balance against the ledger's. */
    private void balances(Run run, Sheet sheet) {
        LocalDate last = sheet.last();
        Optional<Long> closing = minor(sheet.closing(), run.book);
        if (last == null || closing.isEmpty()) {
            return;
        }
        Money stated = Money.ofMinor(run.book, closing.get());
        Money booked = rooms.ledger().balances(run.tx, last, null).stream()
                .filter(b -> b.account().number().equals(run.account)).map(b -> b.amount()).findFirst()
                .orElse(Money.zero(run.book));
        if (!booked.equals(stated)) {
            run.warnings.add(Problem.of("bank.ledger_differs", last, stated, run.account, booked, stated.minus(booked)));
        }
    }
}
