package org.goodterms.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerService;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.invoice.MailText;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.outbox.Message;
import org.goodterms.reminder.StatementDay;
import org.goodterms.reminder.WorklistService;
import org.joda.money.CurrencyUnit;

/**
 * Statements of account, once a month, to those who owe something. What fell due while the program was not running waits;
 * each customer gets one in a month, by hand or from here. On its day a statement takes the place of a reminder.
 */
public final class MonthlyStatementService {
    private final Rooms rooms;
    private final MonthlyStore store = new MonthlyStore();

    /** What lies below. */
    public record Rooms(Database db, CompanyService company, CustomerService customers, ReportService reports,
            StatementMailingService mailing, WorklistService worklists) {
    }

    public MonthlyStatementService(Rooms rooms) {
        this.rooms = rooms;
    }

    /** The day of the month on which they go out; empty where they do not. */
    public Optional<StatementDay> day() {
        return rooms.db().read(this::day);
    }

    private Optional<StatementDay> day(Tx tx) {
        return rooms.company().setting(tx, StatementDay.SETTING).flatMap(StatementDay::read);
    }

    /** Sets the day of the month as typed; blank ends it. Refused where it is none. */
    public Outcome<String> day(String typed) {
        String plain = typed.strip();
        return !plain.isEmpty() && StatementDay.read(plain).isEmpty() ? Outcome.refused(Problem.at("day", "report.statement_day", typed))
                : rooms.db().write(tx -> {
                    rooms.company().putSetting(tx, StatementDay.SETTING, plain);
                    tx.touched(Message.class);
                    return Outcome.ok(plain);
                });
    }

    /** What is due today and was not sent since the last statement day, by customer code; one for each currency owed in. */
    public List<MonthlyStatement> due() {
        return rooms.db().read(tx -> due(tx));
    }

    private List<MonthlyStatement> due(Tx tx) {
        List<MonthlyStatement> due = new ArrayList<>();
        LocalDate today = rooms.company().today(tx);
        debtors(tx, today).forEach((customer, currencies) -> {
            Customer to = rooms.customers().customer(tx, customer);
            currencies.forEach(currency -> due.add(new MonthlyStatement(to,
                    rooms.reports().statement(tx, to, Statement.Form.OPEN_ITEM, null, today, currency), !to.invoiceMailboxes().isEmpty())));
        });
        due.sort(Comparator.comparing(one -> one.customer().code()));
        return due;
    }

    /** How many customers wait for one. */
    public int waiting(Tx tx) {
        return debtors(tx, rooms.company().today(tx)).size();
    }

    /** Who owes more than was paid in advance, in which currencies, and was told nothing yet. */
    private Map<Id<Customer>, List<CurrencyUnit>> debtors(Tx tx, LocalDate today) {
        Optional<StatementDay> day = day(tx);
        if (day.isEmpty() || !rooms.worklists().days(tx).isBusinessDay(today)) {
            return Map.of();
        }
        Set<UUID> told = store.told(tx, day.get().last(today, rooms.worklists().days(tx)), today);
        return rooms.reports().owing(tx, today).entrySet().stream().filter(one -> !told.contains(one.getKey().value()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, java.util.LinkedHashMap::new));
    }

    /**
     * Puts them into the outbox with the usual words, each in its own step; what is refused is named and waits on.
     *
     * @return what became of each
     */
    public List<Outcome<List<Message>>> send(List<MonthlyStatement> statements, Progress progress) {
        List<Outcome<List<Message>>> results = new ArrayList<>();
        for (MonthlyStatement one : statements) {
            progress.stopIfCancelled();
            MailText text = rooms.mailing().text(one.customer(), one.statement());
            results.add(rooms.mailing().send(one.customer(), one.statement(), text.subject(), text.text()));
            progress.at(results.size(), statements.size(), "report.sending_statements");
        }
        return results;
    }
}
