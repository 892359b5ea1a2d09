package org.goodterms.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goodterms.agreement.PromiseState;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Customer;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.BusinessDays;
import org.goodterms.kernel.Id;
import org.goodterms.ledger.Balance;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.LedgerService;
import org.goodterms.receivable.ReceivableService;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The reports of the general ledger: income, balance sheet, tax, and how quickly the firm is paid. */
public final class BooksService {
    private final Database db;
    private final CompanyService company;
    private final LedgerService ledger;
    private final ReceivableService receivables;
    private final CashStore cash = new CashStore();
    private final TaxStore taxes = new TaxStore();
    private final MetricsStore metrics = new MetricsStore();
    private final ReconciliationService reconciliations;

    public BooksService(Database db, CompanyService company, LedgerService ledger, ReceivableService receivables) {
        this.db = db;
        this.company = company;
        this.ledger = ledger;
        this.receivables = receivables;
        this.reconciliations = new ReconciliationService(db, ledger, receivables);
    }

    /** Customers against account 1200 and bank statements against the accounts of the banks, at the end of a day. */
    public Reconciliation reconcile(LocalDate asOf) {
        return reconciliations.reconcile(asOf);
    }

    /** Income and expenses of a period, both days included; {@code knownOn} is for the accrual basis. */
    public IncomeStatement income(LocalDate from, LocalDate to, IncomeStatement.Basis basis, @Nullable LocalDate knownOn) {
        return db.read(tx -> {
            CurrencyUnit book = ledger.currency(tx);
            if (basis == IncomeStatement.Basis.CASH) {
                boolean corrects = company.company(tx).practice().cashDiscount().correctsTax();
                return new CashBasis(cash.facts(tx, to), book, corrects).statement(from, to);
            }
            List<IncomeStatement.Line> lines = ledger.result(tx, from, to, knownAt(tx, knownOn)).stream()
                    .filter(b -> !b.amount().isZero())
                    .map(b -> new IncomeStatement.Line(b.account(), b.amount().negated())).toList();
            return new IncomeStatement(basis, from, to, lines, Money.zero(book));
        });
    }

    /** What the firm has and owes at the end of a day. */
    public BalanceSheet balanceSheet(LocalDate asOf, @Nullable LocalDate knownOn) {
        return db.read(tx -> {
            Instant known = knownAt(tx, knownOn);
            Map<Id<Customer>, Money> balances = new HashMap<>();
            receivables.openAt(tx, asOf, known, null)
                    .forEach(item -> balances.merge(item.customer(), item.openCarrying(), Money::plus));
            Money credits = balances.values().stream().filter(Money::isNegative).map(Money::negated)
                    .reduce(Money.zero(ledger.currency(tx)), Money::plus);
            return Balancing.sheet(asOf, ledger.balances(tx, asOf, known), credits);
        });
    }

    /** What the tax return of a period is made of, both days included. */
    public TaxReport tax(LocalDate from, LocalDate to, @Nullable LocalDate knownOn) {
        return db.read(tx -> {
            CurrencyUnit book = ledger.currency(tx);
            Instant known = knownAt(tx, knownOn);
            return Taxing.report(from, to, taxes.lines(tx, from, to, known, book), taxes.others(tx, from, to, known), book);
        });
    }

    /**
     * The tax return of a period by when it is owed: when documents are issued, or when money moves; {@code knownOn} is for
     * the accrual basis.
     */
    public TaxReport tax(LocalDate from, LocalDate to, IncomeStatement.Basis basis, @Nullable LocalDate knownOn) {
        return basis == IncomeStatement.Basis.ACCRUAL ? tax(from, to, knownOn) : db.read(tx -> new CashTaxing(cash.facts(tx, to),
                ledger.currency(tx), company.company(tx).practice().cashDiscount().correctsTax()).report(from, to));
    }

    /** How quickly the firm was paid in a period, both days included. */
    public Metrics metrics(LocalDate from, LocalDate to) {
        return db.read(tx -> {
            long current = receivables.openAt(tx, to, null, null).stream()
                    .filter(item -> item.kind().debit() && item.daysPastDue(to) <= 0)
                    .mapToLong(item -> item.openCarrying().getAmountMinorLong()).sum();
            Measuring.Sales sales = new Measuring.Sales(from, to, balance(tx, from.minusDays(1)), balance(tx, to), current,
                    metrics.sales(tx, to));
            List<PromiseState> promises = metrics.promises(tx, from, to).stream()
                    .map(due -> PromiseState.of(due.promise(), due.receipts(), due.settled(), company.today(tx), BusinessDays.WEEKDAYS))
                    .filter(state -> state != PromiseState.REPLACED).toList();
            int kept = (int) promises.stream().filter(state -> state == PromiseState.KEPT).count();
            return Measuring.metrics(sales, metrics.settled(tx, from, to), promises.size(), kept);
        });
    }

    private long balance(Tx tx, LocalDate on) {
        return ledger.balances(tx, on, null).stream().filter(b -> b.account().number().equals(Chart.RECEIVABLES))
                .map(Balance::amount).mapToLong(Money::getAmountMinorLong).sum();
    }

    private @Nullable Instant knownAt(Tx tx, @Nullable LocalDate knownOn) {
        return knownOn == null ? null
                : knownOn.plusDays(1).atStartOfDay(company.company(tx).zone()).toInstant().minusNanos(1_000);
    }
}
