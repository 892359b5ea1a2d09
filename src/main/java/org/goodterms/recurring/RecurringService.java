package org.goodterms.recurring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goodterms.company.CompanyService;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.invoice.DocumentWords;
import org.goodterms.invoice.Draft;
import org.goodterms.invoice.InvoiceService;
import org.goodterms.invoice.IssueOptions;
import org.goodterms.invoice.Issued;
import org.goodterms.kernel.BusinessDays;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.ledger.LedgerService;

/** Templates and the invoices that wait for approval because of them. All days are business dates of the book. */
public final class RecurringService {
    private final Database db;
    private final Ids ids;
    private final CompanyService companies;
    private final WorkdayService workdays;
    private final InvoiceService invoices;
    private final BillableService billables;
    private final RecurringEntryService entries;
    private final RecurringStore store = new RecurringStore();

    public RecurringService(Database db, Ids ids, CompanyService companies, InvoiceService invoices, LedgerService ledger) {
        this.db = db;
        this.ids = ids;
        this.companies = companies;
        this.workdays = new WorkdayService(companies);
        this.invoices = invoices;
        this.billables = new BillableService(db, ids, companies, invoices);
        this.entries = new RecurringEntryService(db, ids, companies, ledger);
    }

    /** Hours and expenses that wait to be billed. */
    public BillableService billables() {
        return billables;
    }

    /** Entries by hand that come back. */
    public RecurringEntryService entries() {
        return entries;
    }

    /** What came of one approval: the invoice, or why there is none. */
    public record Result(Waiting waiting, Outcome<Issued> outcome) {
    }

    public Id<Template> nextId() {
        return ids.nextId();
    }

    /** Keeps a new template. Refused for each part that is wrong. */
    public Outcome<Template> add(Template template) {
        List<Problem> problems = Writing.problems(template);
        return !problems.isEmpty() ? Outcome.refused(problems) : db.write(tx -> {
            store.insert(tx, template);
            tx.touched(Template.class);
            return Outcome.ok(template);
        });
    }

    /** Templates in the order they were made, with their next period and what waits. */
    public List<TemplateRow> list() {
        return db.read(tx -> {
            LocalDate today = companies.today(tx);
            BusinessDays days = workdays.days(tx);
            return store.all(tx).stream().map(template -> {
                String[] customer = store.customer(tx, template.customer().value());
                Schedule.Period next = template.state().paused() ? null : template.schedule().next(today, days).orElse(null);
                return new TemplateRow(template, customer[0], customer[1], next, open(tx, template, today, days).size(),
                        store.issued(tx, template.id()));
            }).toList();
        });
    }

    /** All periods whose day has come and about which nothing was decided, oldest first, missed ones among them. */
    public List<Waiting> waiting() {
        return db.read(tx -> {
            LocalDate today = companies.today(tx);
            BusinessDays days = workdays.days(tx);
            List<Waiting> waiting = new ArrayList<>();
            for (Template template : store.all(tx)) {
                open(tx, template, today, days).forEach(period -> waiting.add(waiting(tx, template, period)));
            }
            waiting.sort(java.util.Comparator.comparing(one -> one.period().due()));
            return waiting;
        });
    }

    /** How many invoices and journal entries wait to be written, those that were missed among them. */
    public int count(Tx tx) {
        LocalDate today = companies.today(tx);
        BusinessDays days = workdays.days(tx);
        return store.all(tx).stream().mapToInt(template -> open(tx, template, today, days).size()).sum() + entries.count(tx);
    }

    private Waiting waiting(Tx tx, Template template, Schedule.Period period) {
        Draft draft = draft(tx, template, period);
        return new Waiting(template, period, draft, store.customer(tx, template.customer().value())[1],
                draft.totals(companies.company(tx).practice().rounding()).total());
    }

    private Draft draft(Tx tx, Template template, Schedule.Period period) {
        Draft blank = invoices.blank(tx, template.customer());
        return Writing.draft(template, period, blank, DocumentWords.of(blank.wording().language(), companies.company(tx).country()));
    }

    private List<Schedule.Period> open(Tx tx, Template template, LocalDate today, BusinessDays days) {
        return template.state().paused() ? List.of() : template.schedule().undecided(today, days, store.decided(tx, template.id()));
    }

    /** Issues the invoice of one period, dated today. Refused where the period was decided already, or the invoice cannot be issued. */
    public Outcome<Issued> approve(Id<Template> id, LocalDate from) {
        return db.<Issued>write(tx -> undecided(tx, id, from).then(template -> {
            Schedule.Period period = template.schedule().dueBy(companies.today(tx), workdays.days(tx)).stream()
                    .filter(one -> one.from().equals(from)).findFirst().orElseThrow();
            return invoices.issue(tx, draft(tx, template, period), IssueOptions.LENIENT)
                    .map(issued -> {
                        store.decide(tx, id, from, issued.document().id(), companies.today(tx));
                        tx.touched(Template.class);
                        return issued;
                    });
        })).map(invoices::paged);
    }

    /** Leaves a period out for ever. */
    public Outcome<Id<Template>> leaveOut(Id<Template> id, LocalDate from) {
        return db.write(tx -> undecided(tx, id, from).map(template -> {
            store.decide(tx, id, from, null, companies.today(tx));
            tx.touched(Template.class);
            return id;
        }));
    }

    private Outcome<Template> undecided(Tx tx, Id<Template> id, LocalDate from) {
        Optional<Template> template = store.lock(tx, id);
        if (template.isEmpty()) {
            return Outcome.refused(Problem.at("template", "recurring.unknown", id));
        }
        boolean open = open(tx, template.get(), companies.today(tx), workdays.days(tx)).stream().anyMatch(period -> period.from().equals(from));
        return open ? Outcome.ok(template.get()) : Outcome.refused(Problem.at("period", "recurring.not_waiting", template.get().name(), from));
    }

    /** Issues all that waits, each invoice in its own step; what is refused stays waiting. */
    public List<Result> approveAll(Progress progress) {
        List<Result> results = new ArrayList<>();
        List<Waiting> all = waiting();
        for (Waiting one : all) {
            progress.stopIfCancelled();
            results.add(new Result(one, approve(one.template().id(), one.period().from())));
            progress.at(results.size(), all.size(), "recurring.issuing");
        }
        return results;
    }

    /** Stops a template, or lets it go on; periods that passed meanwhile then wait. */
    public Outcome<Id<Template>> pause(Id<Template> id, boolean paused) {
        return changed(id, tx -> store.pause(tx, id, paused));
    }

    /** Ends a template with today: no later period begins; what waits stays waiting. */
    public Outcome<Id<Template>> end(Id<Template> id) {
        return changed(id, tx -> store.end(tx, id, companies.today(tx)));
    }

    private Outcome<Id<Template>> changed(Id<Template> id, java.util.function.Predicate<Tx> act) {
        return db.write(tx -> {
            if (!act.test(tx)) {
                return Outcome.refused(Problem.at("template", "recurring.unknown", id));
            }
            tx.touched(Template.class);
            return Outcome.ok(id);
        });
    }
}
