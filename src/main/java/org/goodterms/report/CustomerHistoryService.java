package org.goodterms.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.goodterms.company.Company;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Customer;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.dispute.DisputeService;
import org.goodterms.kernel.Id;
import org.goodterms.report.GlanceStore.Disputed;
import org.goodterms.report.GlanceStore.Sums;
import org.goodterms.report.TimelineEvent.Kind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What there is to know about a customer at a glance, and everything that happened. */
public final class CustomerHistoryService {
    private final Database db;
    private final CompanyService companies;
    private final DisputeService disputes;
    private final TimelineStore timeline = new TimelineStore();
    private final GlanceStore figures = new GlanceStore();

    public CustomerHistoryService(Database db, CompanyService companies, DisputeService disputes) {
        this.disputes = disputes;
        this.db = db;
        this.companies = companies;
    }

    /**
     * What happened with a customer, newest first.
     *
     * @param kinds  none: all
     * @param offset how many to pass over
     */
    public List<TimelineEvent> timeline(Tx tx, Id<Customer> customer, Set<Kind> kinds, int offset, int limit) {
        return timeline.page(tx, customer.value(), kinds, offset, limit);
    }

    public List<TimelineEvent> timeline(Id<Customer> customer, Set<Kind> kinds, int offset, int limit) {
        return db.read(tx -> timeline(tx, customer, kinds, offset, limit));
    }

    /** What happened with one document of a customer, newest first: issued, sent, settled, disputed. */
    public List<TimelineEvent> ofDocument(Id<Customer> customer, String number) {
        return db.read(tx -> timeline.ofDocument(tx, customer.value(), number));
    }

    /** Balance, overdue, average days late and what else is asked first, as of today. */
    public CustomerGlance glance(Tx tx, Id<Customer> customer) {
        Company company = companies.company(tx);
        CurrencyUnit book = company.currency();
        Sums sums = figures.sums(tx, customer.value(), companies.today(tx));
        List<DaysLate.Settled> settled = figures.settled(tx, customer.value());
        Map<UUID, Money> amounts = new HashMap<>();
        disputes.contestedAt(tx, companies.today(tx)).forEach((item, amount) -> amounts.put(item.value(), amount));
        List<Disputed> contested = figures.disputed(tx, customer.value(), amounts);
        Money disputed = contested.stream().map(d -> d.inBook(book)).reduce(Money.zero(book), Money::plus);
        return new CustomerGlance(Money.ofMinor(book, sums.balance()), Money.ofMinor(book, sums.overdue()),
                Money.ofMinor(book, sums.unapplied()), DaysLate.weighted(settled).orElse(null), settled.size(),
                figures.openDisputes(tx, customer.value()), disputed, figures.lastContact(tx, customer.value(), company.zone()),
                figures.lastPayment(tx, customer.value()));
    }

    public CustomerGlance glance(Id<Customer> customer) {
        return db.read(tx -> glance(tx, customer));
    }

    /** How each customer pays, and when we last spoke; who is not in it has neither paid nor spoken. */
    public Map<Id<Customer>, CustomerPace> paces() {
        return db.read(tx -> {
            Map<UUID, List<DaysLate.Settled>> settled = figures.settled(tx);
            Map<UUID, LocalDate> spoken = figures.lastContacts(tx, companies.company(tx).zone());
            Map<Id<Customer>, CustomerPace> paces = new HashMap<>();
            Stream.concat(settled.keySet().stream(), spoken.keySet().stream()).distinct().forEach(id -> paces.put(Id.of(id),
                    new CustomerPace(DaysLate.weighted(settled.getOrDefault(id, List.of())).orElse(null), spoken.get(id))));
            return paces;
        });
    }
}
