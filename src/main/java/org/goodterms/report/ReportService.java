package org.goodterms.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goodterms.agreement.PlanService;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Customer;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.dispute.DisputeService;
import org.goodterms.kernel.Id;
import org.goodterms.ledger.Balance;
import org.goodterms.ledger.LedgerService;
import org.goodterms.receivable.OpenItem;
import org.goodterms.receivable.ReceivableService;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Answers what the books say on a day. */
public final class ReportService {
    private final Database db;
    private final CompanyService company;
    private final LedgerService ledger;
    private final ReceivableService receivables;
    private final DisputeService disputes;
    private final PlanService plans;
    private final ReportStore store = new ReportStore();

    public ReportService(Database db, CompanyService company, LedgerService ledger, ReceivableService receivables,
            DisputeService disputes, PlanService plans) {
        this.db = db;
        this.company = company;
        this.ledger = ledger;
        this.receivables = receivables;
        this.disputes = disputes;
        this.plans = plans;
    }

    /**
     * An aging at the end of a day.
     *
     * @param knownOn  only what was recorded up to the end of that day in the book's zone; null for all that is known
     * @param currency only this currency's items in their own amounts; null for all items at carrying values
     */
    public AgingReport aging(LocalDate asOf, AgingBasis basis, @Nullable LocalDate knownOn,
            @Nullable CurrencyUnit currency) {
        return db.read(tx -> aging(tx, asOf, basis, knownOn, currency));
    }

    public AgingReport aging(Tx tx, LocalDate asOf, AgingBasis basis, @Nullable LocalDate knownOn,
            @Nullable CurrencyUnit currency) {
        List<OpenItem> items = receivables.openAt(tx, asOf, knownAt(tx, knownOn), null);
        CurrencyUnit shown = currency == null ? ledger.currency(tx) : currency;
        return Aging.report(new Aging.Facts(asOf, basis, shown, currency != null, items, disputes.contestedAt(tx, asOf),
                plans.onTrackAt(tx, asOf).keySet()), store.names(tx));
    }

    /** Items with an open amount at the end of a day, by customer code and due date. */
    public List<OpenItem> openItems(LocalDate asOf, @Nullable LocalDate knownOn, @Nullable Id<Customer> customer) {
        return db.read(tx -> receivables.openAt(tx, asOf, knownAt(tx, knownOn), customer));
    }

    /**
     * A statement of account.
     *
     * @param from     first day of a balance-forward statement; null for all movements there were
     * @param currency null for the currency most of the customer's items are in
     */
    public Statement statement(Customer customer, Statement.Form form, @Nullable LocalDate from, LocalDate to,
            @Nullable CurrencyUnit currency) {
        return db.read(tx -> statement(tx, customer, form, from, to, currency));
    }

    public Statement statement(Tx tx, Customer customer, Statement.Form form, @Nullable LocalDate from, LocalDate to,
            @Nullable CurrencyUnit currency) {
        CurrencyUnit shown = currency != null ? currency
                : store.currencies(tx, customer.id()).stream().findFirst().orElse(ledger.currency(tx));
        List<OpenItem> open = receivables.openAt(tx, to, null, customer.id()).stream()
                .filter(item -> item.original().getCurrencyUnit().equals(shown)).toList();
        Money zero = Money.zero(shown);
        Money overdue = open.stream().filter(item -> item.isOverdue(to)).map(OpenItem::open).reduce(zero, Money::plus);
        Statement frame = new Statement(customer.id(), customer.code(), form, from, to, zero, List.of(), zero, overdue);
        if (form == Statement.Form.OPEN_ITEM) {
            return Stating.openItem(frame, open);
        }
        List<OpenItem> all = receivables.allOf(tx, customer.id()).stream()
                .filter(item -> item.original().getCurrencyUnit().equals(shown)).toList();
        return Stating.balanceForward(frame, all, from);
    }

    /** Who owes more than was paid in advance at the end of a day, by customer code, and in which currencies. */
    Map<Id<Customer>, List<CurrencyUnit>> owing(Tx tx, LocalDate asOf) {
        Map<Id<Customer>, Map<CurrencyUnit, Money>> balances = new LinkedHashMap<>();
        receivables.openAt(tx, asOf, null, null).forEach(item -> balances.computeIfAbsent(item.customer(), c -> new LinkedHashMap<>())
                .merge(item.open().getCurrencyUnit(), item.open(), Money::plus));
        Map<Id<Customer>, List<CurrencyUnit>> owing = new LinkedHashMap<>();
        balances.forEach((customer, amounts) -> {
            List<CurrencyUnit> owed = amounts.entrySet().stream().filter(one -> one.getValue().isPositive()).map(Map.Entry::getKey).toList();
            if (!owed.isEmpty()) {
                owing.put(customer, owed);
            }
        });
        return owing;
    }

    /** The currencies a customer has items in, the most used first. */
    public List<CurrencyUnit> currencies(Id<Customer> customer) {
        return db.read(tx -> store.currencies(tx, customer));
    }

    /** Net balance of each account at the end of a day. */
    public List<Balance> trialBalance(LocalDate asOf, @Nullable LocalDate knownOn) {
        return db.read(tx -> ledger.balances(tx, asOf, knownAt(tx, knownOn)));
    }

    private @Nullable Instant knownAt(Tx tx, @Nullable LocalDate knownOn) {
        return knownOn == null ? null
                : knownOn.plusDays(1).atStartOfDay(company.company(tx).zone()).toInstant().minusNanos(1_000);
    }
}
