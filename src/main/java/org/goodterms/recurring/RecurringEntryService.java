package org.goodterms.recurring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.goodterms.company.Company;
import org.goodterms.company.CompanyService;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.invoice.DocumentWords;
import org.goodterms.kernel.BusinessDays;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.ledger.LedgerService;
import org.goodterms.ledger.PostedEntry;

/**
 * Entries by hand that come back, and those that wait for approval because of them. All days are business dates of the book.
 * An entry is posted on the day its period was due, as if a person had made it there.
 */
public final class RecurringEntryService {
    private final Database db;
    private final Ids ids;
    private final CompanyService companies;
    private final WorkdayService workdays;
    private final LedgerService ledger;
    private final RecurringEntryStore store = new RecurringEntryStore();

    RecurringEntryService(Database db, Ids ids, CompanyService companies, LedgerService ledger) {
        this.db = db;
        this.ids = ids;
        this.companies = companies;
        this.workdays = new WorkdayService(companies);
        this.ledger = ledger;
    }

    /** What came of one approval: the entry, or why there is none. */
    public record Result(EntryWaiting waiting, Outcome<PostedEntry> outcome) {
    }

    public Id<EntryTemplate> nextId() {
        return ids.nextId();
    }

    /**
     * Keeps a new recurring entry. Refused for each part that is wrong: what a single entry by hand is refused for, and a
     * schedule that is none.
     */
    public Outcome<EntryTemplate> add(EntryTemplate template) {
        return db.write(tx -> {
            List<Problem> problems = new ArrayList<>(Writing.named(template.name()));
            List<Problem> untimely = Writing.problems(template.schedule());
            problems.addAll(untimely);
            BusinessDays days = workdays.days(tx);
            String text = untimely.isEmpty() ? template.schedule().next(LocalDate.MIN, days).map(first -> text(tx, template, first))
                    .orElse(template.text()) : template.text();
            problems.addAll(ledger.handProblems(tx, text, template.postings()));
            if (!problems.isEmpty()) {
                return Outcome.refused(problems);
            }
            store.insert(tx, template);
            tx.touched(EntryTemplate.class);
            return Outcome.ok(template);
        });
    }

    private String text(Tx tx, EntryTemplate template, Schedule.Period period) {
        Company company = companies.company(tx);
        return Writing.filled(template.text(), template.schedule(), period,
                DocumentWords.of(company.practice().language(), company.country()));
    }

    /** Recurring entries in the order they were made, with their next period and what waits. */
    public List<EntryTemplateRow> list() {
        return db.read(tx -> {
            LocalDate today = companies.today(tx);
            BusinessDays days = workdays.days(tx);
            return store.all(tx, ledger.currency(tx)).stream().map(template -> new EntryTemplateRow(template,
                    template.state().paused() ? null : template.schedule().next(today, days).orElse(null),
                    open(tx, template, today, days).size(), store.posted(tx, template.id()))).toList();
        });
    }

    /** All periods whose day has come and about which nothing was decided, oldest first, missed ones among them. */
    public List<EntryWaiting> waiting() {
        return db.read(tx -> {
            LocalDate today = companies.today(tx);
            BusinessDays days = workdays.days(tx);
            List<EntryWaiting> waiting = new ArrayList<>();
            for (EntryTemplate template : store.all(tx, ledger.currency(tx))) {
                open(tx, template, today, days).forEach(period ->
                        waiting.add(new EntryWaiting(template, period, text(tx, template, period))));
            }
            waiting.sort(Comparator.comparing(one -> one.period().due()));
            return waiting;
        });
    }

    /** How many entries wait. */
    int count(Tx tx) {
        LocalDate today = companies.today(tx);
        BusinessDays days = workdays.days(tx);
        return store.all(tx, ledger.currency(tx)).stream().mapToInt(template -> open(tx, template, today, days).size()).sum();
    }

    private List<Schedule.Period> open(Tx tx, EntryTemplate template, LocalDate today, BusinessDays days) {
        return template.state().paused() ? List.of() : template.schedule().undecided(today, days, store.decided(tx, template.id()));
    }

    /**
     * Posts the entry of one period on the day it was due. Refused where the period was decided already, and for what an
     * entry by hand is refused for: a locked period leaves everything as it was.
     *
     * @param from the first day of the period
     */
    public Outcome<PostedEntry> approve(Id<EntryTemplate> id, LocalDate from) {
        return db.write(tx -> undecided(tx, id, from).then(waiting -> ledger
                .postByHand(tx, waiting.period().due(), waiting.text(), waiting.template().postings())
                .map(posted -> {
                    store.decide(tx, id, from, posted.id(), companies.today(tx));
                    tx.touched(EntryTemplate.class);
                    return posted;
                })));
    }

    /** Leaves a period out for ever. */
    public Outcome<Id<EntryTemplate>> leaveOut(Id<EntryTemplate> id, LocalDate from) {
        return db.write(tx -> undecided(tx, id, from).map(waiting -> {
            store.decide(tx, id, from, null, companies.today(tx));
            tx.touched(EntryTemplate.class);
            return id;
        }));
    }

    private Outcome<EntryWaiting> undecided(Tx tx, Id<EntryTemplate> id, LocalDate from) {
        Optional<EntryTemplate> found = store.lock(tx, id, ledger.currency(tx));
        if (found.isEmpty()) {
            return unknown(id);
        }
        EntryTemplate template = found.get();
        return open(tx, template, companies.today(tx), workdays.days(tx)).stream().filter(period -> period.from().equals(from)).findFirst()
                .map(period -> Outcome.ok(new EntryWaiting(template, period, text(tx, template, period))))
                .orElseGet(() -> Outcome.refused(Problem.at("period", "recurring.entry_not_waiting", template.name(), from)));
    }

    private static <T> Outcome<T> unknown(Id<EntryTemplate> id) {
        return Outcome.refused(Problem.at("template", "recurring.unknown_entry", id));
    }

    /** Posts all that waits, oldest first, each entry in its own step; what is refused stays waiting. */
    public List<Result> approveAll(Progress progress) {
        List<Result> results = new ArrayList<>();
        List<EntryWaiting> all = waiting();
        for (EntryWaiting one : all) {
            progress.stopIfCancelled();
            results.add(new Result(one, approve(one.template().id(), one.period().from())));
            progress.at(results.size(), all.size(), "recurring.posting");
        }
        return results;
    }

    /** Stops a recurring entry, or lets it go on; periods that passed meanwhile then wait. */
    public Outcome<Id<EntryTemplate>> pause(Id<EntryTemplate> id, boolean paused) {
        return changed(id, tx -> store.pause(tx, id, paused));
    }

    /** Ends a recurring entry with today: no later period begins; what waits stays waiting. */
    public Outcome<Id<EntryTemplate>> end(Id<EntryTemplate> id) {
        return changed(id, tx -> store.end(tx, id, companies.today(tx)));
    }

    private Outcome<Id<EntryTemplate>> changed(Id<EntryTemplate> id, Predicate<Tx> act) {
        return db.write(tx -> {
            if (!act.test(tx)) {
                return unknown(id);
            }
            tx.touched(EntryTemplate.class);
            return Outcome.ok(id);
        });
    }
}
