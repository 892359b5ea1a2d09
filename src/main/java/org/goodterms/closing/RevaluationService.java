package org.goodterms.closing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.goodterms.company.CompanyService;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Rounding;
import org.goodterms.kernel.Texts;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.Entry.Posting;
import org.goodterms.ledger.LedgerService;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.receivable.OpenItem;
import org.goodterms.receivable.ReceivableService;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Values open items in foreign currency at a closing rate; the next day takes it back (row 24c). */
public final class RevaluationService {
    private final Database db;
    private final Ids ids;
    private final CompanyService company;
    private final LedgerService ledger;
    private final ReceivableService receivables;
    private final ClosingStore store = new ClosingStore();

    /** What was valued, and the entries it made: for each currency that differs one of the day and one of the next. */
    public record Revaluation(LocalDate date, List<Revalued> currencies, List<PostedEntry> entries) {
        public Revaluation {
            currencies = List.copyOf(currencies);
            entries = List.copyOf(entries);
        }
    }

    public RevaluationService(Database db, Ids ids, CompanyService company, LedgerService ledger,
            ReceivableService receivables) {
        this.db = db;
        this.ids = ids;
        this.company = company;
        this.ledger = ledger;
        this.receivables = receivables;
    }

    /**
     * @param rates units of the currency for one of the book's, by currency. Valuing a day again posts only what has
     *              changed since
     */
    public Outcome<Revaluation> revalue(Map<CurrencyUnit, BigDecimal> rates, LocalDate date) {
        return db.write(tx -> {
            CurrencyUnit book = ledger.currency(tx);
            List<Problem> problems = new ArrayList<>();
            rates.forEach((currency, rate) -> {
                if (currency.equals(book)) {
                    problems.add(Problem.at("rates", "closing.own_currency", book.getCode()));
                }
                if (rate.signum() <= 0) {
                    problems.add(Problem.at("rates", "closing.rate", rate.toPlainString()));
                }
            });
            ledger.lockProblem(tx, date).ifPresent(problems::add);
            return problems.isEmpty() ? Outcome.ok(revalue(tx, rates, date, book)) : Outcome.refused(problems);
        });
    }

    private Revaluation revalue(Tx tx, Map<CurrencyUnit, BigDecimal> rates, LocalDate date, CurrencyUnit book) {
        List<OpenItem> open = receivables.openAt(tx, date, null, null);
        List<Revalued> currencies = new ArrayList<>();
        List<PostedEntry> entries = new ArrayList<>();
        new TreeMap<>(rates).forEach((currency, rate) -> {
            Revalued valued = value(open, currency, rate, book);
            currencies.add(valued);
            Money change = valued.difference().minus(store.posted(tx, date, currency, book));
            if (!change.isZero()) {
                entries.addAll(post(tx, date, valued, change));
            }
        });
        return new Revaluation(date, currencies, entries);
    }

    private static Revalued value(List<OpenItem> items, CurrencyUnit currency, BigDecimal rate, CurrencyUnit book) {
        Money open = Money.zero(currency);
        Money carrying = Money.zero(book);
        for (OpenItem item : items) {
            if (item.open().getCurrencyUnit().equals(currency)) {
                open = open.plus(item.open());
                carrying = carrying.plus(item.openCarrying());
            }
        }
        Money value = Rounding.HALF_UP.toMoney(open.getAmount().divide(rate, MathContext.DECIMAL128), book);
        return new Revalued(rate, open, carrying, value);
    }

    private List<PostedEntry> post(Tx tx, LocalDate date, Revalued valued, Money change) {
        Id<Revalued> id = ids.nextId();
        Texts texts = Texts.of(company.company(tx).locale());
        String code = valued.open().getCurrencyUnit().getCode();
        String rate = valued.rate().toPlainString();
        PostedEntry entry = ledger.post(tx, new Entry(date, texts.get("closing.entry.revalue", code, rate),
                Entry.Source.of("revaluation", id), List.of(
                        Posting.debit(Chart.FX_REVALUATION, change), Posting.credit(Chart.FX_DIFFERENCES, change))));
        PostedEntry reversal = ledger.post(tx, ledger.opposite(tx, entry.id(), date.plusDays(1),
                texts.get("closing.entry.revalue_back", code, rate)));
        store.insert(tx, id, date, valued, change, entry.id(), reversal.id());
        return List.of(entry, reversal);
    }
}
