package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goodterms.App;
import org.goodterms.closing.Estimate;
import org.goodterms.closing.RevaluationService.Revaluation;
import org.goodterms.closing.YearEnd;
import org.goodterms.kernel.Outcome;
import org.goodterms.ledger.PostedEntry;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commands for the end of a period. */
final class ClosingCommands {

    private ClosingCommands() {
    }

    @Command(name = "year", description = "closes a year, or opens it again", subcommands = {Close.class, Reopen.class})
    static final class Year {
    }

    @Command(name = "close", description = "income and expenses to retained earnings; locks the books up to that day")
    static final class Close implements Act {
        @Option(names = "--date", required = true)
        String date = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.accounting().years().close(Read.date("--date", date)).map(end -> Answer.of(json(app, end),
                    "Closed the year on " + end.date() + " with a profit of " + end.profit() + "."));
        }
    }

    @Command(name = "reopen", description = "takes the close of the latest year back; the reason is logged")
    static final class Reopen implements Act {
        @Option(names = "--date", required = true)
        String date = "";
        @Option(names = "--reason", required = true)
        String reason = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.accounting().years().reopen(Read.date("--date", date), reason).map(end ->
                    Answer.of(json(app, end).put("reason", reason.strip()), "Reopened the year of " + end.date() + "."));
        }
    }

    private static ObjectNode json(App app, YearEnd end) {
        ObjectNode json = Json.put(Json.put(Json.object(), "date", end.date()), "profit", end.profit());
        put(json, "entry", end.entry() == null ? null : app.ledger().entry(end.entry()).orElse(null));
        return json;
    }

    private static void put(ObjectNode json, String key, @Nullable PostedEntry entry) {
        if (entry == null) {
            json.putNull(key);
        } else {
            json.set(key, LedgerCommands.json(entry));
        }
    }

    @Command(name = "allowance", description = "what account 1290 should hold, by age of the open items")
    static final class Allowance implements Act {
        @Option(names = "--rates", required = true, paramLabel = "R,R,R,R,R", description = "percent for each age")
        String rates = "";
        @Option(names = "--date")
        @Nullable String date;
        @Option(names = "--post", description = "brings account 1290 to the required amount")
        boolean post;

        @Override
        public Outcome<Answer> run(App app) {
            List<BigDecimal> percents = new ArrayList<>();
            for (String rate : rates.split(",", -1)) {
                percents.add(Read.number("--rates", rate));
            }
            LocalDate on = Read.date("--date", date, app.today());
            return app.accounting().allowances().estimate(percents, on, post).map(estimate -> answer(estimate, on));
        }

        private static Answer answer(Estimate estimate, LocalDate on) {
            ObjectNode json = Json.object().put("date", on.toString());
            Table table = new Table("Age", ">Open", ">Percent", ">Required");
            Json.array(json, "buckets", estimate.buckets(), b -> {
                table.row(b.name(), b.open().getAmount(), Json.plain(b.rate()), b.required().getAmount());
                ObjectNode node = Json.put(Json.object().put("bucket", b.name()), "open", b.open());
                return Json.put(node.put("rate", Json.plain(b.rate())), "required", b.required());
            });
            Json.put(Json.put(json, "required", estimate.required()), "balance", estimate.balance());
            put(json, "entry", estimate.entry().orElse(null));
            return Answer.of(json, table.row("Total", "", "", estimate.required().getAmount())
                    .row("Held before", "", "", estimate.balance().getAmount()).text());
        }
    }

    @Command(name = "revalue", description = "receivables in foreign currency at a closing rate, taken back the next day")
    static final class Revalue implements Act {
        @Option(names = "--rates", required = true, paramLabel = "\"USD=1.09,…\"")
        String rates = "";
        @Option(names = "--date")
        @Nullable String date;

        @Override
        public Outcome<Answer> run(App app) {
            Map<CurrencyUnit, BigDecimal> units = new LinkedHashMap<>();
            Read.pairs("--rates", rates).forEach((code, rate) ->
                    units.put(Read.currency("--rates", code, CurrencyUnit.EUR), Read.number("--rates", rate)));
            return app.accounting().revaluations().revalue(units, Read.date("--date", date, app.today())).map(Revalue::answer);
        }

        private static Answer answer(Revaluation done) {
            ObjectNode json = Json.put(Json.object(), "date", done.date());
            Table table = new Table("Currency", ">Rate", ">Open", ">Carried at", ">Worth", ">Difference");
            Json.array(json, "currencies", done.currencies(), one -> {
                String code = one.open().getCurrencyUnit().getCode();
                table.row(code, Json.plain(one.rate()), one.open().getAmount(), one.carrying().getAmount(),
                        one.value().getAmount(), one.difference().getAmount());
                ObjectNode node = Json.object().put("currency", code).put("rate", Json.plain(one.rate()));
                Json.put(Json.put(node, "open", one.open()), "carrying", one.carrying());
                return Json.put(Json.put(node, "value", one.value()), "difference", one.difference());
            });
            Json.array(json, "entries", done.entries(), LedgerCommands::json);
            return Answer.of(json, table.text());
        }
    }
}
