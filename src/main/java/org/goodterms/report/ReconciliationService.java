package org.goodterms.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.LedgerService;
import org.goodterms.receivable.ReceivableService;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Compares customers with account 1200, and bank statements with the accounts of the banks. */
public final class ReconciliationService {
    private final Database db;
    private final LedgerService ledger;
    private final ReceivableService receivables;
    private final ReconciliationStore store = new ReconciliationStore();

    public ReconciliationService(Database db, LedgerService ledger, ReceivableService receivables) {
        this.db = db;
        this.ledger = ledger;
        this.receivables = receivables;
    }

    /** As of the end of a day, in what is known now. */
    public Reconciliation reconcile(LocalDate asOf) {
        return db.read(tx -> {
            CurrencyUnit book = ledger.currency(tx);
            List<Reconciliation.Bank> banks = store.closings(tx, asOf).stream().map(closing -> new Reconciliation.Bank(closing.account(),
                    closing.statement(), closing.on(), Money.ofMinor(book, closing.balance()), balance(tx, closing.account(), closing.on()))).toList();
            return new Reconciliation(asOf, customers(tx, asOf, book), balance(tx, Chart.RECEIVABLES, asOf), banks);
        });
    }

    private List<Reconciliation.Customer> customers(Tx tx, LocalDate asOf, CurrencyUnit book) {
        Map<UUID, Money> open = new HashMap<>();
        receivables.openAt(tx, asOf, null, null).forEach(item -> open.merge(item.customer().value(), item.openCarrying(), Money::plus));
        Map<UUID, ReconciliationStore.Named> names = store.customers(tx);
        return open.entrySet().stream().filter(one -> !one.getValue().isZero()).map(one -> {
            ReconciliationStore.Named named = names.getOrDefault(one.getKey(), new ReconciliationStore.Named("", ""));
            return new Reconciliation.Customer(named.code(), named.name(), one.getValue());
        }).sorted(Comparator.comparing(Reconciliation.Customer::code)).toList();
    }

    private Money balance(Tx tx, String account, LocalDate on) {
        return ledger.balances(tx, on, null).stream().filter(b -> b.account().number().equals(account))
                .map(b -> b.amount()).findFirst().orElse(Money.zero(ledger.currency(tx)));
    }
}
