package org.goodterms.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.goodterms.claim.InterestService;
import org.goodterms.claim.Limitation;
import org.goodterms.company.Company;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Customer;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.followup.FollowUp;
import org.goodterms.followup.FollowUpService;
import org.goodterms.kernel.Id;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.OutboxService;
import org.goodterms.recurring.RecurringService;
import org.goodterms.reminder.DunningPlan;
import org.goodterms.reminder.WorklistService;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What the day begins with: what is to be done, and how the money stands. */
public final class TodayService {
    private static final int AHEAD = 14;
    private static final int SHOWN = 8;
    private final Database db;
    private final CompanyService companies;
    private final FollowUpService followUps;
    private final OutboxService outbox;
    private final WorklistService worklists;
    private final MonthlyStatementService statements;
    private final RecurringService recurring;
    private final Limitation limitation = InterestService.knownLaw().limitation();
    private final TodayStore store = new TodayStore();
    private final GlanceStore figures = new GlanceStore();

    public TodayService(Database db, CompanyService companies, FollowUpService followUps, OutboxService outbox, WorklistService worklists,
            MonthlyStatementService statements, RecurringService recurring) {
        this.recurring = recurring;
        this.statements = statements;
        this.worklists = worklists;
        this.db = db;
        this.companies = companies;
        this.followUps = followUps;
        this.outbox = outbox;
    }

    /** What is to be done today, the most pressing first. */
    public List<TodayEntry> entries() {
        return db.read(this::entries);
    }

    public List<TodayEntry> entries(Tx tx) {
        List<Message> messages = outbox.unfinished(tx);
        List<UUID> concerned = messages.stream().map(m -> m.about().customer()).filter(Objects::nonNull).distinct().toList();
        LocalDate today = companies.today(tx);
        DunningPlan plan = worklists.plan(tx, today);
        return TodayList.of(new TodayList.Facts(today, followUps.list(tx, FollowUp.Filter.DUE), messages, store.names(tx, concerned),
                plan.messages().size() + plan.tasks().size(), new TodayList.Routine(statements.waiting(tx), recurring.count(tx)), limits(tx, today)));
    }

    /** Claims by the law of the firm's country; no period of it is under a year. */
    private List<TodayList.Limit> limits(Tx tx, LocalDate today) {
        String country = companies.company(tx).country();
        return store.dueBefore(tx, today.minusYears(1).plusDays(Limitation.WARNING_DAYS)).stream().flatMap(old -> limitation.of(country, old.due())
                .map(until -> new TodayList.Limit(old.whom(), old.number(), until)).stream()).toList();
    }

    /** How the money stands, what may come in within two weeks, and who is late with the most. */
    public TodayGlance glance() {
        return db.read(tx -> {
            Company company = companies.company(tx);
            CurrencyUnit book = company.currency();
            LocalDate today = companies.today(tx);
            LocalDate until = today.plusDays(AHEAD);
            TodayStore.Sums sums = store.sums(tx, today);
            Map<UUID, LocalDate> spoken = figures.lastContacts(tx, company.zone());
            List<LateCustomer> late = store.late(tx, today, book, SHOWN).stream().map(one -> new LateCustomer(one.whom(),
                    one.overdue(), one.oldestDue(), one.items(), spoken.get(one.whom().id().value()))).toList();
            Money expected = CashExpected.until(today, until, book, store.undisputed(tx, until, book), lateness(tx));
            return new TodayGlance(store.customers(tx), Money.ofMinor(book, sums.open()), Money.ofMinor(book, sums.overdue()),
                    Money.ofMinor(book, sums.unapplied()), expected, until, sums.lateCustomers(), late);
        });
    }

    private Map<Id<Customer>, BigDecimal> lateness(Tx tx) {
        Map<Id<Customer>, BigDecimal> days = new HashMap<>();
        figures.settled(tx).forEach((id, settled) -> DaysLate.weighted(settled).ifPresent(late -> days.put(Id.of(id), late)));
        return days;
    }
}
