package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import org.goodterms.App;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.report.BalanceSheet;
import org.goodterms.report.IncomeStatement;
import org.goodterms.report.Metrics;
import org.goodterms.report.TaxReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Commands that ask for the reports of the general ledger. */
final class BooksCommands {

    private BooksCommands() {
    }

    /** First and last day of a report. */
    static final class Period {
        @Option(names = "--from", required = true)
        String from = "";
        @Option(names = "--to", required = true)
        String to = "";

        LocalDate first() {
            return Read.date("--from", from);
        }

        LocalDate last() {
            LocalDate last = Read.date("--to", to);
            if (last.isBefore(first())) {
                throw new Read.Refusal(Problem.at("--to", "cli.period", first(), last));
            }
            return last;
        }
    }

    private static IncomeStatement.Basis basis(String word) {
        return Read.found(Arrays.stream(IncomeStatement.Basis.values()).filter(b -> b.word().equals(word)).findFirst(),
                Problem.at("--basis", "cli.basis", word));
    }

    @Command(name = "income", description = "income and expenses of a period")
    static final class Income implements Act {
        @Mixin
        Period period = new Period();
        @Option(names = "--basis", description = "accrual or cash")
        String basis = "accrual";
        @Mixin
        KnownOn knownOn = new KnownOn();
        @Mixin
        Files files = new Files();

        @Override
        public Outcome<Answer> run(App app) {
            IncomeStatement.Basis how = basis(basis);
            IncomeStatement report = app.accounting().reports().income(period.first(), period.last(), how, knownOn.day());
            return files.with(app, app.reporting().papers().printouts().income(report), answer(report));
        }

        private static Answer answer(IncomeStatement report) {
            ObjectNode json = Json.object().put("basis", report.basis().word());
            Json.put(Json.put(Json.put(json, "income", report.income()), "expenses", report.expenses()), "profit", report.profit());
            Json.put(json, "tax", report.tax());
            Table table = new Table("Account", "Name", ">Amount");
            Json.array(json, "accounts", report.lines(), line -> {
                table.row(line.account().number(), line.account().name(), line.amount().getAmount());
                return Json.put(Json.object().put("number", line.account().number()).put("name", line.account().name()),
                        "amount", line.amount());
            });
            table.row("", "Income", report.income().getAmount()).row("", "Expenses", report.expenses().getAmount());
            return Answer.of(json, table.row("", "Profit", report.profit().getAmount()).text());
        }
    }

    @Command(name = "balance-sheet", description = "what the firm has and owes at the end of a day")
    static final class Sheet implements Act {
        @Mixin
        AsOf asOf = new AsOf();

        @Mixin
        Files files = new Files();

        @Override
        public Outcome<Answer> run(App app) {
            BalanceSheet sheet = app.accounting().reports().balanceSheet(asOf.day(app), asOf.known());
            return files.with(app, app.reporting().papers().printouts().balanceSheet(sheet), answer(sheet));
        }

        private static Answer answer(BalanceSheet sheet) {
            ObjectNode json = Json.put(Json.object(), "asOf", sheet.asOf());
            Json.put(Json.put(Json.put(json, "assets", sheet.assets()), "liabilities", sheet.liabilities()), "equity", sheet.equity());
            Table table = new Table("Account", "Name", "Type", ">Amount");
            Json.array(json, "accounts", sheet.lines(), line -> {
                String type = line.account().kind().word();
                table.row(line.account().number(), line.account().name(), type, line.amount().getAmount());
                return Json.put(Json.object().put("number", line.account().number()).put("name", line.account().name())
                        .put("type", type), "amount", line.amount());
            });
            table.row("", "Assets", "", sheet.assets().getAmount()).row("", "Liabilities", "", sheet.liabilities().getAmount());
            return Answer.of(json, table.row("", "Equity", "", sheet.equity().getAmount()).text());
        }
    }

    @Command(name = "tax", description = "what the tax return of a period is made of")
    static final class Tax implements Act {
        @Mixin
        Period period = new Period();
        @Option(names = "--basis", description = "accrual or cash")
        String basis = "accrual";
        @Mixin
        KnownOn knownOn = new KnownOn();
        @Mixin
        Files files = new Files();

        @Override
        public Outcome<Answer> run(App app) {
            IncomeStatement.Basis how = basis(basis);
            TaxReport report = app.accounting().reports().tax(period.first(), period.last(), how, knownOn.day());
            return files.with(app, app.reporting().papers().printouts().tax(report), answer(report));
        }

        private static Answer answer(TaxReport report) {
            ObjectNode json = Json.object();
            Table table = new Table(">Rate", "Kind", ">Net", ">Tax");
            Json.array(json, "lines", report.lines(), line -> {
                table.row(Json.plain(line.rate()), line.kind(), line.net().getAmount(), line.tax().getAmount());
                ObjectNode node = Json.object().put("rate", Json.plain(line.rate())).put("kind", line.kind());
                return Json.put(Json.put(node, "net", line.net()), "tax", line.tax());
            });
            Json.put(Json.put(Json.put(json, "output", report.output()), "input", report.input()), "payable", report.payable());
            table.row("", "Output tax", "", report.output().getAmount()).row("", "Input tax", "", report.input().getAmount());
            return Answer.of(json, table.row("", "Payable", "", report.payable().getAmount()).text());
        }
    }

    @Command(name = "metrics", description = "how quickly the firm is paid")
    static final class MetricsCommand implements Act {
        @Mixin
        Period period = new Period();

        @Override
        public Outcome<Answer> run(App app) {
            return Outcome.ok(answer(app.accounting().reports().metrics(period.first(), period.last())));
        }

        private static Answer answer(Metrics m) {
            ObjectNode json = Json.object();
            put(json, "dso", m.dso());
            put(json, "dsoCountback", m.dsoCountback());
            put(json, "bestPossibleDso", m.bestPossibleDso());
            put(json, "add", m.add());
            put(json, "cei", m.cei());
            put(json, "turnover", m.turnover());
            put(json, "onTimeByCount", m.punctuality().onTimeByCount());
            put(json, "onTimeByAmount", m.punctuality().onTimeByAmount());
            put(json, "weightedDaysLate", m.punctuality().weightedDaysLate());
            put(json, "weightedDaysLateClipped", m.punctuality().weightedDaysLateClipped());
            json.put("promisesDue", m.promisesDue()).put("promisesKept", m.promisesKept());
            Table table = new Table("Figure", ">Value");
            json.properties().forEach(one -> table.row(one.getKey(), one.getValue().isNull() ? "not available" : one.getValue().asText()));
            return Answer.of(json, table.text());
        }

        private static void put(ObjectNode json, String key, @Nullable BigDecimal figure) {
            json.put(key, figure == null ? null : figure.toPlainString());
        }
    }

    @Command(name = "books", description = "the books for an accountant or auditor", subcommands = BooksExport.class)
    static final class BooksGroup {
    }

    @Command(name = "export", description = "journal, reports, documents and all tables of a period in one zip file")
    static final class BooksExport implements Act {
        @Mixin
        Period period = new Period();
        @Mixin
        Out out = new Out();

        @Override
        public Outcome<Answer> run(App app) {
            return out.write(app.reporting().bundles().zip(period.first(), period.last()), Json.object());
        }
    }
}
