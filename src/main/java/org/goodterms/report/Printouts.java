package org.goodterms.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.goodterms.claim.InterestQuote;
import org.goodterms.kernel.Texts;
import org.goodterms.ledger.Account;
import org.goodterms.ledger.AccountKind;
import org.goodterms.ledger.AccountLine;
import org.goodterms.ledger.Balance;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.report.Printout.Column;
import org.goodterms.report.Printout.Figure;
import org.goodterms.report.Printout.Row;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Makes tables of reports, in the words of one language. */
public final class Printouts {
    private final Texts texts;

    public Printouts(Locale locale) {
        this.texts = Texts.of(locale);
    }

    private String say(String key, Object... args) {
        return texts.get("report." + key, args);
    }

    private String asOf(LocalDate day) {
        return say("as.of", day);
    }

    /** The working of interest, line by line; each line with six decimals, the sum rounded once. */
    public Printout interest(InterestQuote quote, String debtor) {
        List<Row> rows = new ArrayList<>();
        quote.interest().segments().forEach(one -> rows.add(Row.line(one.from(), one.to(), one.days(), one.principal(),
                one.rate().stripTrailingZeros().toPlainString(), one.shown().toPlainString())));
        rows.add(Row.sum(say("interest"), "", "", "", "", quote.interest().total()));
        if (quote.compensation().isPositive()) {
            rows.add(Row.sum(say("compensation"), "", "", "", "", quote.compensation()));
        }
        rows.add(Row.sum(say("total"), "", "", "", "", quote.total()));
        return new Printout("interest/" + quote.number() + "/" + quote.to(), say("interest.of", quote.number(), debtor),
                say("interest.rule", quote.regime().word(), quote.from(), quote.to()), quote.to(), List.of(), List.of(Column.text(say("from"), 18),
                        Column.text(say("to"), 18), Column.number(say("days"), 10), Column.number(say("principal"), 20),
                        Column.number(say("rate"), 12), Column.number(say("interest"), 22)), rows, false);
    }

    /** By customer and age. */
    public Printout aging(AgingReport report) {
        List<Column> columns = new ArrayList<>(List.of(Column.text(say("code"), 12), Column.text(say("customer"), 26)));
        report.basis().buckets().forEach(bucket -> columns.add(Column.number(bucket, 13)));
        columns.add(Column.number(say("unapplied"), 13));
        columns.add(Column.number(say("balance"), 14));
        List<Row> rows = new ArrayList<>();
        report.rows().forEach(row -> rows.add(new Row(Printout.Kind.LINE, cells(row.code(), row.name(), row))));
        rows.add(new Row(Printout.Kind.SUM, cells("", say("total"), report.total())));
        List<Figure> figures = List.of(new Figure(say("balance"), report.total().balance()),
                new Figure(say("overdue"), report.total().overdue()), new Figure(say("unapplied"), report.total().unapplied()),
                new Figure(say("disputed"), report.total().disputed()), new Figure(say("on.plan"), report.total().onPlan()));
        return new Printout("aging/" + report.asOf() + "/" + report.basis().word(), say("aging"), asOf(report.asOf()), report.asOf(),
                figures, columns, rows, true);
    }

    private static List<Object> cells(String code, String name, AgingRow row) {
        List<Object> cells = new ArrayList<>(List.of(code, name));
        cells.addAll(row.buckets());
        cells.add(row.unapplied());
        cells.add(row.balance());
        return cells;
    }

    /** Net balance of each account, on its side. */
    public Printout trialBalance(LocalDate asOf, List<Balance> balances, Money zero) {
        List<Row> rows = new ArrayList<>();
        Money debit = zero;
        Money credit = zero;
        for (Balance balance : balances) {
            rows.add(Row.line(balance.account().number(), balance.account().name(), shown(balance.debit()), shown(balance.credit()))
                    .behind(balance.account().number()));
            debit = debit.plus(balance.debit());
            credit = credit.plus(balance.credit());
        }
        rows.add(Row.sum("", say("total"), debit, credit));
        return new Printout("trial-balance/" + asOf, say("trial.balance"), asOf(asOf), asOf, List.of(),
                List.of(Column.text(say("account"), 12), Column.text(say("name"), 48), Column.number(say("debit"), 20),
                        Column.number(say("credit"), 20)), rows, false);
    }

    private static Object shown(Money amount) {
        return amount.isZero() ? "" : amount;
    }

    /** Income, then expenses, then what is left. */
    public Printout income(IncomeStatement report) {
        List<Row> rows = new ArrayList<>(List.of(Row.group(say("income"))));
        lines(rows, report, AccountKind.INCOME);
        rows.add(Row.sum("", say("income"), report.income()));
        rows.add(Row.group(say("expenses")));
        lines(rows, report, AccountKind.EXPENSE);
        rows.add(Row.sum("", say("expenses"), report.expenses().negated()));
        rows.add(Row.sum("", say("profit"), report.profit()));
        String days = say("between", report.from(), report.to()) + ", " + say("basis." + report.basis().word());
        List<Figure> figures = new ArrayList<>(List.of(new Figure(say("income"), report.income()),
                new Figure(say("expenses"), report.expenses()), new Figure(say("profit"), report.profit())));
        if (report.basis() == IncomeStatement.Basis.CASH) {
            figures.add(new Figure(say("tax.received"), report.tax()));
        }
        return new Printout("income/" + report.basis().word() + "/" + report.from() + "/" + report.to(), say("income.statement"), days,
                report.to(), figures, accountColumns(), rows, false);
    }

    private static void lines(List<? super Row> rows, IncomeStatement report, AccountKind kind) {
        report.lines().stream().filter(line -> line.account().kind() == kind)
                .forEach(line -> rows.add(Row.line(line.account().number(), line.account().name(), line.amount())
                        .behind(line.account().number())));
    }

    private List<Column> accountColumns() {
        return List.of(Column.text(say("account"), 14), Column.text(say("name"), 60), Column.number(say("amount"), 26));
    }

    /** What the firm has, then what it owes, then what is its own. */
    public Printout balanceSheet(BalanceSheet sheet) {
        List<Row> rows = new ArrayList<>();
        side(rows, sheet, AccountKind.ASSET, say("assets"), sheet.assets());
        side(rows, sheet, AccountKind.LIABILITY, say("liabilities"), sheet.liabilities());
        side(rows, sheet, AccountKind.EQUITY, say("equity"), sheet.equity());
        return new Printout("balance-sheet/" + sheet.asOf(), say("balance.sheet"), asOf(sheet.asOf()), sheet.asOf(),
                List.of(new Figure(say("assets"), sheet.assets()), new Figure(say("liabilities"), sheet.liabilities()),
                        new Figure(say("equity"), sheet.equity())), accountColumns(), rows, false);
    }

    private static void side(List<? super Row> rows, BalanceSheet sheet, AccountKind kind, String heading, Money sum) {
        rows.add(Row.group(heading));
        sheet.lines().stream().filter(line -> line.account().kind() == kind)
                .forEach(line -> rows.add(Row.line(line.account().number(), line.account().name(), line.amount())
                        .behind(line.account().number())));
        rows.add(Row.sum("", heading, sum));
    }

    /** Per rate and kind of document. */
    public Printout tax(TaxReport report) {
        List<Row> rows = new ArrayList<>();
        report.lines().forEach(line -> rows.add(Row.line(line.rate(), say("tax." + line.kind()), line.net(), line.tax())));
        rows.add(Row.sum("", say("tax.output"), "", report.output()));
        rows.add(Row.line("", say("tax.input"), "", report.input().negated()));
        rows.add(Row.sum("", say("tax.payable"), "", report.payable()));
        return new Printout("tax/" + report.from() + "/" + report.to(), say("tax"), say("between", report.from(), report.to()), report.to(),
                List.of(new Figure(say("tax.output"), report.output()), new Figure(say("tax.input"), report.input()),
                        new Figure(say("tax.payable"), report.payable())),
                List.of(Column.text(say("tax.rate"), 14), Column.text(say("tax.of"), 46), Column.number(say("tax.net"), 20),
                        Column.number(say("tax.tax"), 20)), rows, false);
    }

    /** What customers owe beside account 1200, and what the banks say beside their accounts. */
    public Printout reconciliation(Reconciliation found) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.group(say("reconciliation.customers")));
        found.customers().forEach(one -> rows.add(Row.line(one.code(), one.name(), one.balance())));
        rows.add(Row.sum("", say("reconciliation.total"), found.total()));
        rows.add(Row.line(org.goodterms.ledger.Chart.RECEIVABLES, say("reconciliation.ledger"), found.account()).behind(org.goodterms.ledger.Chart.RECEIVABLES));
        rows.add(Row.sum("", say("reconciliation.difference"), found.difference()));
        for (Reconciliation.Bank bank : found.banks()) {
            rows.add(Row.group(say("reconciliation.bank", bank.account())));
            rows.add(Row.line(bank.statement(), say("reconciliation.statement", bank.on()), bank.closing()));
            rows.add(Row.line(bank.account(), say("reconciliation.ledger.on", bank.on()), bank.ledger()).behind(bank.account()));
            rows.add(Row.sum("", say("reconciliation.difference"), bank.difference()));
        }
        return new Printout("reconciliation/" + found.asOf(), say("reconciliation"), asOf(found.asOf()), found.asOf(), List.of(),
                accountColumns(), rows, false);
    }

    /** The lines of one account with its running balance. */
    public Printout ledger(Account account, LocalDate from, LocalDate to, List<AccountLine> lines) {
        List<Row> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(Row.line(line.date(), line.text(), line.amount(), line.balance()).behind(line.entry())));
        return new Printout("ledger/" + account.number() + "/" + from + "/" + to, account.number() + " " + account.name(),
                say("between", from, to), to, List.of(), List.of(Column.text(say("date"), 16), Column.text(say("text"), 48),
                        Column.number(say("amount"), 18), Column.number(say("balance"), 18)), rows, false);
    }

    /** All entries of a period, line by line. */
    public Printout journal(LocalDate from, LocalDate to, List<PostedEntry> entries) {
        List<Row> rows = new ArrayList<>();
        for (PostedEntry posted : entries) {
            boolean first = true;
            for (Entry.Posting posting : posted.entry().postings()) {
                Money amount = posting.amount();
                rows.add(Row.line(first ? posted.entry().effective() : "", first ? posted.seq() : "", first ? posted.entry().text() : "",
                        posting.account(), amount.isPositive() ? amount : "", amount.isNegative() ? amount.negated() : "")
                        .behind(posted.id()));
                first = false;
            }
        }
        return new Printout("journal/" + from + "/" + to, say("journal"), say("between", from, to), to, List.of(),
                List.of(Column.text(say("date"), 14), Column.text(say("entry"), 8), Column.text(say("text"), 40),
                        Column.text(say("account"), 10), Column.number(say("debit"), 14), Column.number(say("credit"), 14)), rows, false);
    }

    /** Each figure with its formula. */
    public Printout metrics(Metrics m) {
        List<Row> rows = new ArrayList<>();
        figure(rows, "dso", m.dso());
        figure(rows, "dso.countback", m.dsoCountback());
        figure(rows, "dso.best", m.bestPossibleDso());
        figure(rows, "add", m.add());
        figure(rows, "cei", m.cei());
        figure(rows, "turnover", m.turnover());
        figure(rows, "turnover.year", m.turnoverOfYear());
        figure(rows, "on.time.count", m.punctuality().onTimeByCount());
        figure(rows, "on.time.amount", m.punctuality().onTimeByAmount());
        figure(rows, "late", m.punctuality().weightedDaysLate());
        figure(rows, "late.clipped", m.punctuality().weightedDaysLateClipped());
        rows.add(Row.line(say("metric.promises"), m.promisesKept() + " / " + m.promisesDue(), say("metric.promises.how")));
        return new Printout("metrics/" + m.from() + "/" + m.to(), say("metrics"), say("between", m.from(), m.to()), m.to(), List.of(),
                List.of(Column.text(say("metric"), 30), Column.text(say("value"), 14), Column.text(say("formula"), 56)), rows, false);
    }

    private void figure(List<? super Row> rows, String key, @Nullable BigDecimal value) {
        rows.add(Row.line(say("metric." + key), value == null ? say("not.available") : value.toPlainString(), say("metric." + key + ".how")));
    }
}
