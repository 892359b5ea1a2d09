package org.goodterms.closing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.goodterms.company.CompanyService;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.kernel.Typed;
import org.goodterms.ledger.Balance;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.Entry.Posting;
import org.goodterms.ledger.LedgerService;
import org.goodterms.ledger.PostedEntry;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Closes years and opens them again (the domain rules, section 2, row 28). */
public final class YearService {
    private static final int LONGEST_REASON = 200;
    private final Database db;
    private final Ids ids;
    private final CompanyService company;
    private final LedgerService ledger;
    private final ClosingStore store = new ClosingStore();

    public YearService(Database db, Ids ids, CompanyService company, LedgerService ledger) {
        this.db = db;
        this.ids = ids;
        this.company = company;
        this.ledger = ledger;
    }

    /**
     * Brings every income and expense account to zero on {@code date}, the rest to retained earnings, and locks the
     * books up to that day. Refused where the day is locked or lies in a year that is closed.
     */
    public Outcome<YearEnd> close(LocalDate date) {
        return db.write(tx -> {
            CurrencyUnit book = ledger.currency(tx);
            List<Problem> problems = problems(tx, date, book);
            return problems.isEmpty() ? Outcome.ok(close(tx, date, book)) : Outcome.refused(problems);
        });
    }

    /** What {@link #close} would post; refused as it would be. */
    public Outcome<YearProposal> propose(LocalDate date) {
        return db.read(tx -> {
            CurrencyUnit book = ledger.currency(tx);
            List<Problem> problems = problems(tx, date, book);
            List<Balance> balances = ledger.balances(tx, date, null);
            return problems.isEmpty() ? Outcome.ok(new YearProposal(date, ClosingYear.profit(balances, book),
                    ClosingYear.postings(balances, book))) : Outcome.refused(problems);
        });
    }

    private List<Problem> problems(Tx tx, LocalDate date, CurrencyUnit book) {
        Optional<YearEnd> last = store.latest(tx, book);
        if (last.isPresent() && !date.isAfter(last.get().date())) {
            return List.of(Problem.at("date", "closing.closed_already", date, last.get().date()));
        }
        return ledger.lockProblem(tx, date).stream().toList();
    }

    private YearEnd close(Tx tx, LocalDate date, CurrencyUnit book) {
        List<Balance> balances = ledger.balances(tx, date, null);
        List<Posting> postings = ClosingYear.postings(balances, book);
        Id<YearEnd> id = ids.nextId();
        Id<PostedEntry> entry = postings.isEmpty() ? null : ledger.post(tx, new Entry(date,
                text(tx, "close", date), Entry.Source.of(LedgerService.CLOSING, id), postings)).id();
        Money profit = ClosingYear.profit(balances, book);
        YearEnd end = new YearEnd(id, date, profit, entry, ledger.lockedTo(tx));
        store.insert(tx, end);
        ledger.moveLock(tx, date, "");
        tx.touched(YearEnd.class);
        return end;
    }

    /**
     * Takes the close of {@code date} back: an opposite entry of the same day, and the lock goes back to where it was.
     * Only the latest closed year, and only with a reason, which is kept.
     */
    public Outcome<YearEnd> reopen(LocalDate date, String reason) {
        return db.write(tx -> {
            Optional<YearEnd> last = store.latest(tx, ledger.currency(tx));
            if (last.isEmpty() || !last.get().date().equals(date)) {
                return Outcome.refused(Problem.at("date", "closing.not_closed", date,
                        last.map(end -> end.date().toString()).orElse("-")));
            }
            LocalDate locked = ledger.lockedTo(tx);
            if (locked != null && locked.isAfter(date)) {
                return Outcome.refused(Problem.at("date", "closing.locked_later", date, locked));
            }
            Optional<Problem> wrong = Typed.required("reason", reason, LONGEST_REASON);
            return wrong.<Outcome<YearEnd>>map(Outcome::refused)
                    .orElseGet(() -> Outcome.ok(reopen(tx, last.get(), reason.strip())));
        });
    }

    private YearEnd reopen(Tx tx, YearEnd end, String reason) {
        ledger.moveLock(tx, end.lockedBefore(), reason);
        Optional<Id<PostedEntry>> reversal = Optional.ofNullable(end.entry()).map(entry -> ledger.post(tx,
                ledger.opposite(tx, entry, end.date(), text(tx, "reopen", end.date()))).id());
        store.reopened(tx, end, reason, reversal);
        tx.touched(YearEnd.class);
        return end;
    }

    /** Years that are closed now, the latest first. */
    public List<YearEnd> closed() {
        return db.read(tx -> store.closed(tx, ledger.currency(tx)));
    }

    private String text(Tx tx, String what, LocalDate date) {
        return Texts.of(company.company(tx).locale()).get("closing.entry." + what, date.toString());
    }
}
