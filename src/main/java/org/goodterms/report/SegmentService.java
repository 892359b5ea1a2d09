package org.goodterms.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.goodterms.agreement.PromiseService;
import org.goodterms.agreement.PromiseState;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.customer.CustomerForm;
import org.goodterms.customer.CustomerService;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.joda.money.Money;

/** Proposes what kind of payer a customer is; the owner decides. */
public final class SegmentService {
    private static final int MONTHS = 12;
    private final Database db;
    private final CompanyService companies;
    private final CustomerService customers;
    private final PromiseService promises;
    private final GlanceStore figures = new GlanceStore();
    private final SegmentStore store = new SegmentStore();

    public SegmentService(Database db, CompanyService companies, CustomerService customers, PromiseService promises) {
        this.db = db;
        this.companies = companies;
        this.customers = customers;
        this.promises = promises;
    }

    /** What the last twelve months suggest; empty where it says nothing, or what is kept with the customer already. */
    public Optional<SegmentProposal> proposal(Id<Customer> id) {
        return db.read(tx -> {
            Customer customer = customers.customer(tx, id);
            return SegmentRule.of(habits(tx, customer)).filter(one -> !one.segment().word().equals(customer.trade().segment()));
        });
    }

    private Habits habits(Tx tx, Customer customer) {
        LocalDate today = companies.today(tx);
        Money limit = customer.trade().creditLimit();
        GlanceStore.Sums sums = figures.sums(tx, customer.id().value(), today);
        boolean reached = limit != null && limit.isPositive() && limit.getCurrencyUnit().equals(companies.company(tx).currency())
                && sums.balance() >= limit.getAmountMinorLong();
        LocalDate since = today.minusMonths(MONTHS);
        int broken = (int) promises.of(tx, customer.id(), today).stream().filter(one -> !one.promise().by().isBefore(since))
                .filter(one -> one.state() == PromiseState.BROKEN || one.state() == PromiseState.PARTLY_KEPT).count();
        return new Habits(figures.settled(tx, customer.id().value()).stream().filter(one -> !one.lastReceipt().isBefore(since))
                .sorted(Comparator.comparing(DaysLate.Settled::lastReceipt)).map(one -> Math.toIntExact(one.days())).toList(),
                store.daysAfterFirst(tx, customer.id().value(), since), broken, store.share(tx, customer.id().value(), since), reached);
    }

    /** Keeps a segment with the customer, in place of what stood there. */
    public Outcome<Customer> decide(Id<Customer> id, String segment) {
        return db.write(tx -> {
            Customer customer = customers.customer(tx, id);
            return customers.change(tx, customer, CustomerForm.of(customer).with(CustomerField.SEGMENT, segment));
        });
    }
}
