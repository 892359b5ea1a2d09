package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.goodterms.App;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.ledger.AccountLine;
import org.goodterms.ledger.Balance;
import org.goodterms.receivable.OpenItem;
import org.goodterms.report.AgingBasis;
import org.goodterms.report.AgingReport;
import org.goodterms.report.AgingRow;
import org.goodterms.report.Flag;
import org.goodterms.report.Statement;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands that ask what the books say. */
final class ReportCommands {

    private ReportCommands() {
    }

    @Command(name = "aging", description = "open amounts by age")
    static final class AgingCommand implements Act {
        @Mixin
        AsOf asOf = new AsOf();
        @Option(names = "--by")
        String by = "due-date";
        @Option(names = "--currency")
        @Nullable String currency;
        @Mixin
        Files files = new Files();

        @Override
        public Outcome<Answer> run(App app) {
            AgingBasis basis = Read.found(Arrays.stream(AgingBasis.values()).filter(b -> b.word().equals(by)).findFirst(),
                    Problem.at("--by", "cli.aging_basis", by));
            AgingReport report = app.reports().aging(asOf.day(app), basis, asOf.known(),
                    currency == null ? null : Read.currency("--currency", currency, CurrencyUnit.EUR));
            ObjectNode json = Json.object().put("asOf", report.asOf().toString())
                    .put("currency", report.currency().getCode());
            ArrayNode buckets = json.putArray("buckets");
            basis.buckets().forEach(buckets::add);
            Json.array(json, "customers", report.rows(), row -> amounts(Json.object().put("code", row.code()), row, basis));
            json.set("total", amounts(Json.object(), report.total(), basis));
            return files.with(app, app.reporting().papers().printouts().aging(report), Answer.of(json, text(report)));
        }

        private static ObjectNode amounts(ObjectNode node, AgingRow row, AgingBasis basis) {
            for (int i = 0; i < row.buckets().size(); i++) {
                Json.put(node, basis.buckets().get(i), row.buckets().get(i));
            }
            Json.put(Json.put(node, "unapplied", row.unapplied()), "balance", row.balance());
            return Json.put(Json.put(node, "disputed", row.disputed()), "onPlan", row.onPlan());
        }

        private static String text(AgingReport report) {
            List<String> names = report.basis().buckets();
            Table table = new Table("Code", "Customer", ">" + names.get(0), ">" + names.get(1), ">" + names.get(2),
                    ">" + names.get(3), ">" + names.get(4), ">unapplied", ">balance");
            report.rows().forEach(row -> line(table, row.code(), row.name(), row));
            line(table, "", "Total " + report.currency().getCode(), report.total());
            return table.text();
        }

        private static void line(Table table, String code, String name, AgingRow row) {
            List<Money> b = row.buckets();
            table.row(code, name, b.get(0).getAmount(), b.get(1).getAmount(), b.get(2).getAmount(),
                    b.get(3).getAmount(), b.get(4).getAmount(), row.unapplied().getAmount(), row.balance().getAmount());
        }
    }

    @Command(name = "open-items", description = "every item with an open amount")
    static final class OpenItems implements Act {
        @Mixin
        AsOf asOf = new AsOf();

        @Option(names = "--customer")
        @Nullable String customer;

        @Override
        public Outcome<Answer> run(App app) {
            LocalDate on = asOf.day(app);
            if (customer != null) {
                return CustomerCommands.id(app, customer).map(id -> answer(app, on, id));
            }
            return Outcome.ok(answer(app, on, null));
        }

        private Answer answer(App app, LocalDate on, @Nullable Id<Customer> of) {
            Map<Id<Customer>, String> codes = codes(app);
            List<OpenItem> items = app.reports().openItems(on, asOf.known(), of).stream()
                    .sorted(Comparator.comparing((OpenItem item) -> codes.get(item.customer()))
                            .thenComparing(item -> Objects.requireNonNullElse(item.due(), item.date()))
                            .thenComparing(OpenItem::number).thenComparing(OpenItem::part)).toList();
            Map<Id<OpenItem>, Set<Flag>> flags = app.flags().of(items, on);
            ObjectNode json = Json.object().put("asOf", on.toString());
            Json.array(json, "items", items, item -> json(item, codes.get(item.customer()), on,
                    words(flags, item)));
            return Answer.of(json, table(items, app));
        }
    }

    static Map<Id<Customer>, String> codes(App app) {
        Map<Id<Customer>, String> codes = new HashMap<>();
        app.customers().list().forEach(row -> codes.put(row.id(), row.code()));
        return codes;
    }

    static List<String> words(Map<Id<OpenItem>, Set<Flag>> flags, OpenItem item) {
        return flags.getOrDefault(item.id(), Set.of()).stream().map(Flag::word).toList();
    }

    static ObjectNode json(OpenItem item, String customer, LocalDate on, List<String> flags) {
        ObjectNode node = Json.object().put("customer", customer).put("number", item.number())
                .put("type", item.kind().word());
        Json.put(Json.put(node, "date", item.dated()), "due", item.due());
        node.put("currency", item.original().getCurrencyUnit().getCode());
        Json.put(Json.put(Json.put(node, "original", item.original()), "open", item.open()), "carrying",
                item.openCarrying());
        if (item.due() == null) {
            node.putNull("dpd");
        } else {
            node.put("dpd", item.daysPastDue(on));
        }
        ArrayNode array = node.putArray("flags");
        flags.forEach(array::add);
        return node;
    }

    static String table(List<OpenItem> items, App app) {
        Map<Id<Customer>, String> codes = codes(app);
        Table table = new Table("Customer", "Number", "Type", "Date", "Due", ">Original", ">Open", "Cur");
        items.forEach(item -> table.row(codes.get(item.customer()), item.number(), item.kind().word(), item.dated(),
                item.due() == null ? "" : item.due(), item.original().getAmount(), item.open().getAmount(),
                item.original().getCurrencyUnit().getCode()));
        return table.text();
    }

    @Command(name = "statement", description = "a customer's statement of account")
    static final class StatementCommand implements Act {
        @Parameters(index = "0", paramLabel = "CODE")
        String code = "";
        @Option(names = "--from")
        @Nullable String from;
        @Option(names = "--to")
        @Nullable String to;
        @Option(names = "--form")
        @Nullable String form;
        @Option(names = "--pdf", paramLabel = "FILE", description = "writes it as a PDF too")
        @Nullable String pdf;
        @Option(names = "--currency")
        @Nullable String currency;

        @Override
        public Outcome<Answer> run(App app) {
            String word = form == null ? "balance-forward" : form;
            Statement.Form shape = Read.found(Arrays.stream(Statement.Form.values())
                    .filter(f -> f.word().equals(word)).findFirst(), Problem.at("--form", "cli.statement_form", word));
            return app.customers().byCode(code).then(customer -> {
                Statement statement = app.reports().statement(customer, shape, from == null ? null : Read.date("--from", from),
                        Read.date("--to", to, app.today()),
                        currency == null ? null : Read.currency("--currency", currency, CurrencyUnit.EUR));
                return pdf == null ? Outcome.ok(answer(statement))
                        : Out.written(pdf, app.reporting().statements().pdf(customer, statement)).map(size -> answer(statement));
            });
        }

        private static Answer answer(Statement statement) {
            ObjectNode json = Json.object().put("customer", statement.code())
                    .put("currency", statement.closing().getCurrencyUnit().getCode());
            Json.put(json, "opening", statement.opening());
            Table table = new Table("Date", "Text", ">Amount", ">Balance");
            table.row("", "Opening", "", statement.opening().getAmount());
            Json.array(json, "lines", statement.lines(), line -> {
                String text = line.kind().word() + " " + line.number();
                table.row(line.date(), text, line.amount().getAmount(), line.balance().getAmount());
                ObjectNode node = Json.put(Json.object(), "date", line.date()).put("text", text);
                return Json.put(Json.put(node, "amount", line.amount()), "balance", line.balance());
            });
            Json.put(json, "closing", statement.closing());
            return Answer.of(json, table.row("", "Closing", "", statement.closing().getAmount()).text());
        }
    }

    @Command(name = "trial-balance", description = "net balance of each account")
    static final class TrialBalance implements Act {
        @Mixin
        AsOf asOf = new AsOf();

        @Mixin
        Files files = new Files();

        @Override
        public Outcome<Answer> run(App app) {
            LocalDate on = asOf.day(app);
            List<Balance> balances = app.reports().trialBalance(on, asOf.known());
            Money zero = Money.zero(app.company().company().currency());
            Money debit = balances.stream().map(Balance::debit).reduce(zero, Money::plus);
            Money credit = balances.stream().map(Balance::credit).reduce(zero, Money::plus);
            ObjectNode json = Json.object();
            Table table = new Table("Account", "Name", ">Debit", ">Credit");
            Json.array(json, "accounts", balances, b -> {
                table.row(b.account().number(), b.account().name(), b.debit().getAmount(), b.credit().getAmount());
                ObjectNode node = Json.object().put("number", b.account().number()).put("name", b.account().name());
                return Json.put(Json.put(node, "debit", b.debit()), "credit", b.credit());
            });
            Json.put(Json.put(json, "debit", debit), "credit", credit);
            return files.with(app, app.reporting().papers().printouts().trialBalance(on, balances, zero),
                    Answer.of(json, table.row("", "Total", debit.getAmount(), credit.getAmount()).text()));
        }
    }

    @Command(name = "ledger", description = "the lines of one account")
    static final class Ledger implements Act {
        @Parameters(index = "0", paramLabel = "ACCOUNT")
        String account = "";
        @Option(names = "--from")
        @Nullable String from;
        @Option(names = "--to")
        @Nullable String to;

        @Override
        public Outcome<Answer> run(App app) {
            return app.ledger().lines(account, Read.date("--from", from, LedgerCommands.FIRST),
                    Read.date("--to", to, LedgerCommands.LAST)).map(this::answer);
        }

        private Answer answer(List<AccountLine> lines) {
            ObjectNode json = Json.object().put("account", account);
            Table table = new Table("Date", "Text", ">Amount", ">Balance");
            Json.array(json, "lines", lines, line -> {
                table.row(line.date(), line.text(), line.amount().getAmount(), line.balance().getAmount());
                ObjectNode node = Json.put(Json.object(), "date", line.date()).put("text", line.text());
                return Json.put(Json.put(node, "amount", line.amount()), "balance", line.balance());
            });
            return Answer.of(json, table.text());
        }
    }
}
