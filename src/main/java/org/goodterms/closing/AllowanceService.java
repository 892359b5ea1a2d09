package org.goodterms.closing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goodterms.company.CompanyService;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Rounding;
import org.goodterms.kernel.Texts;
import org.goodterms.ledger.Balance;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.Entry.Posting;
import org.goodterms.ledger.LedgerService;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.receivable.OpenItem;
import org.goodterms.receivable.ReceivableService;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The allowance for doubtful debts by age (the domain rules, section 2, row 17). */
public final class AllowanceService {
    private static final List<String> BUCKETS = List.of("current", "1-30", "31-60", "61-90", "90+");
    private static final List<Long> UP_TO = List.of(0L, 30L, 60L, 90L, Long.MAX_VALUE);
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private final Database db;
    private final CompanyService company;
    private final LedgerService ledger;
    private final ReceivableService receivables;

    public AllowanceService(Database db, CompanyService company, LedgerService ledger, ReceivableService receivables) {
        this.db = db;
        this.company = company;
        this.ledger = ledger;
        this.receivables = receivables;
    }

    /**
     * Estimates at the end of {@code date}.
     *
     * @param rates percent for each of the five ages, youngest first
     * @param post  true: brings account 1290 to the required amount, against 6200
     */
    public Outcome<Estimate> estimate(List<BigDecimal> rates, LocalDate date, boolean post) {
        List<Problem> problems = new ArrayList<>();
        if (rates.size() != BUCKETS.size()) {
            problems.add(Problem.at("rates", "closing.five_rates", rates.size()));
        }
        rates.stream().filter(rate -> rate.signum() < 0 || rate.compareTo(HUNDRED) > 0).findFirst()
                .ifPresent(rate -> problems.add(Problem.at("rates", "closing.percent", rate.toPlainString())));
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        if (!post) {
            return Outcome.ok(db.read(tx -> estimate(tx, rates, date)));
        }
        return db.write(tx -> {
            Optional<Problem> locked = ledger.lockProblem(tx, date);
            return locked.<Outcome<Estimate>>map(Outcome::refused)
                    .orElseGet(() -> Outcome.ok(post(tx, estimate(tx, rates, date), date)));
        });
    }

    private Estimate estimate(Tx tx, List<BigDecimal> rates, LocalDate date) {
        CurrencyUnit book = ledger.currency(tx);
        List<Money> open = new ArrayList<>(java.util.Collections.nCopies(BUCKETS.size(), Money.zero(book)));
        for (OpenItem item : receivables.openAt(tx, date, null, null)) {
            if (item.kind().debit()) {
                int bucket = bucket(item.daysPastDue(date));
                open.set(bucket, open.get(bucket).plus(item.openCarrying()));
            }
        }
        List<Estimate.Bucket> buckets = new ArrayList<>();
        Money required = Money.zero(book);
        for (int i = 0; i < open.size(); i++) {
            Money part = Rounding.HALF_UP.toMoney(open.get(i).getAmount().multiply(rates.get(i)).movePointLeft(2), book);
            buckets.add(new Estimate.Bucket(BUCKETS.get(i), open.get(i), rates.get(i), part));
            required = required.plus(part);
        }
        Money balance = ledger.balances(tx, date, null).stream()
                .filter(b -> b.account().number().equals(Chart.ALLOWANCE)).map(Balance::amount).findFirst()
                .orElse(Money.zero(book)).negated();
        return new Estimate(buckets, required, balance, Optional.empty());
    }

    private static int bucket(long daysPastDue) {
        int bucket = 0;
        while (daysPastDue > UP_TO.get(bucket)) {
            bucket++;
        }
        return bucket;
    }

    private Estimate post(Tx tx, Estimate estimate, LocalDate date) {
        Money change = estimate.required().minus(estimate.balance());
        if (change.isZero()) {
            return estimate;
        }
        String text = Texts.of(company.company(tx).locale()).get("closing.entry.allowance", date.toString());
        PostedEntry entry = ledger.post(tx, new Entry(date, text, new Entry.Source("allowance", null), List.of(
                Posting.debit(Chart.BAD_DEBTS, change), Posting.credit(Chart.ALLOWANCE, change))));
        return new Estimate(estimate.buckets(), estimate.required(), estimate.balance(), Optional.of(entry));
    }
}
