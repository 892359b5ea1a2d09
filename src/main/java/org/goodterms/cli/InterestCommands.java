package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.goodterms.App;
import org.goodterms.claim.Posted;
import org.goodterms.claim.InterestQuote;
import org.goodterms.claim.RateTable;
import org.goodterms.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about interest and fees. */
final class InterestCommands {

    private InterestCommands() {
    }

    @Command(name = "interest", description = "interest on late payment",
            subcommands = {Quote.class, LetterCommands.Working.class, Charge.class, Reverse.class, Terms.class, Rate.class, Rates.class})
    static final class Group {
    }

    private static @Nullable LocalDate day(@Nullable String to) {
        return to == null ? null : Read.date("--to", to);
    }

    @Command(name = "quote", description = "what could be charged, line by line")
    static final class Quote implements Act {
        @Option(names = "--item", required = true)
        String item = "";
        @Option(names = "--to")
        @Nullable String to;

        @Override
        public Outcome<Answer> run(App app) {
            return app.claims().interest().quote(item, day(to)).map(quote -> Answer.of(json(quote), text(quote)));
        }
    }

    @Command(name = "charge", description = "charges interest and compensation as an item of its own")
    static final class Charge implements Act {
        @Option(names = "--item", required = true)
        String item = "";
        @Option(names = "--to")
        @Nullable String to;

        @Override
        public Outcome<Answer> run(App app) {
            return app.claims().interest().charge(item, day(to)).map(charged -> Answer.of(
                    json(charged.quote()).put("number", charged.number()),
                    text(charged.quote()) + "\nCharged as " + charged.number() + "."));
        }
    }

    @Command(name = "reverse", description = "takes back a charge that should not have been made; its days can be charged anew")
    static final class Reverse implements Act {
        @Option(names = "--item", required = true, description = "the number of the charge")
        String item = "";
        @Option(names = "--reason")
        String reason = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.claims().interest().reverse(item, reason)
                    .map(back -> answer(back, "Reversed " + back.amount() + " of " + back.number() + "."));
        }
    }

    private static ObjectNode json(InterestQuote quote) {
        ObjectNode node = Json.put(Json.object().put("item", quote.number()), "to", quote.to());
        Json.array(node, "segments", quote.interest().segments(), segment -> {
            ObjectNode row = Json.put(Json.put(Json.object(), "from", segment.from()), "to", segment.to());
            row.put("days", segment.days());
            return Json.put(row, "principal", segment.principal()).put("rate", Json.plain(segment.rate()))
                    .put("interest", segment.shown().toPlainString());
        });
        Json.put(Json.put(Json.put(node, "interest", quote.interest().total()), "compensation", quote.compensation()),
                "total", quote.total());
        return node.put("currency", quote.total().getCurrencyUnit().getCode()).put("regime", quote.regime().word());
    }

    private static String text(InterestQuote quote) {
        Table table = new Table("From", "To", ">Days", ">Principal", ">Rate %", ">Interest");
        quote.interest().segments().forEach(s -> table.row(s.from(), s.to(), s.days(), s.principal().getAmount(),
                Json.plain(s.rate()), s.shown().toPlainString()));
        return table.text() + "\nInterest " + quote.interest().total() + ", compensation " + quote.compensation()
                + ", together " + quote.total() + " (" + quote.regime().word() + ").";
    }

    @Command(name = "terms", description = "what is claimed for late payment: by law or by contract")
    static final class Terms implements Act {
        @Option(names = "--customer", description = "default: all who have none of their own")
        @Nullable String customer;
        @Option(names = "--regime")
        String regime = "CONTRACT";
        @Option(names = "--rate", description = "percent a year, by days")
        @Nullable String rate;
        @Option(names = "--monthly-rate", description = "percent a month, for full months")
        @Nullable String monthly;

        @Override
        public Outcome<Answer> run(App app) {
            BigDecimal yearly = rate == null ? null : Read.number("--rate", rate);
            BigDecimal month = monthly == null ? null : Read.number("--monthly-rate", monthly);
            String code = customer;
            Outcome<String> set = code == null ? app.claims().interest().setTerms(null, regime, yearly, month)
                    : CustomerCommands.id(app, code).then(id -> app.claims().interest().setTerms(id, regime, yearly, month));
            return set.map(word -> Answer.of(Json.object().put("customer", code).put("regime", word), "Set to " + word + "."));
        }
    }

    @Command(name = "rate", description = "enters a reference rate", subcommands = RateSet.class)
    static final class Rate {
    }

    @Command(name = "set", description = "enters the value of a reference for some days")
    static final class RateSet implements Act {
        @Parameters(index = "0", paramLabel = "REFERENCE", description = "ECB BASE BOE NBP SE DK CZ RBI")
        String reference = "";
        @Option(names = "--from", required = true)
        String from = "";
        @Option(names = "--to", description = "default: the end of the half-year")
        @Nullable String to;
        @Option(names = "--percent", required = true)
        String percent = "";

        @Override
        public Outcome<Answer> run(App app) {
            LocalDate first = Read.date("--from", from);
            LocalDate halfYear = LocalDate.of(first.getYear(), first.getMonthValue() <= 6 ? 6 : 12,
                    first.getMonthValue() <= 6 ? 30 : 31);
            return app.claims().interest().setRate(new RateTable.Row(reference, first, Read.date("--to", to, halfYear),
                    Read.number("--percent", percent))).map(row -> Answer.of(json(row), row.reference() + " is "
                            + Json.plain(row.percent()) + " % from " + row.from() + " to " + row.to() + "."));
        }
    }

    @Command(name = "rates", description = "the table of reference rates")
    static final class Rates implements Act {
        @Override
        public Outcome<Answer> run(App app) {
            ObjectNode json = Json.object();
            Table table = new Table("Reference", "From", "To", ">Percent");
            Json.array(json, "rates", app.claims().interest().rates().all(), row -> {
                table.row(row.reference(), row.from(), row.to(), Json.plain(row.percent()));
                return json(row);
            });
            return Outcome.ok(Answer.of(json, table.text()));
        }
    }

    private static ObjectNode json(RateTable.Row row) {
        ObjectNode node = Json.put(Json.object().put("reference", row.reference()), "from", row.from());
        return Json.put(node, "to", row.to()).put("percent", Json.plain(row.percent()));
    }

    @Command(name = "fee", description = "fees", subcommands = {FeeCharge.class, FeeWaive.class})
    static final class FeeGroup {
    }

    @Command(name = "charge", description = "charges a fee")
    static final class FeeCharge implements Act {
        @Option(names = "--customer", required = true)
        String customer = "";
        @Option(names = "--amount", required = true)
        String amount = "";
        @Option(names = "--text")
        String text = "";

        @Override
        public Outcome<Answer> run(App app) {
            return CustomerCommands.id(app, customer).then(id -> app.claims().charges().chargeFee(id,
                    Read.money("--amount", amount, app.company().company().currency()), text))
                    .map(opened -> answer(opened, "Charged " + opened.amount() + " as " + opened.number() + "."));
        }
    }

    @Command(name = "waive", description = "waives what is open of a fee or interest")
    static final class FeeWaive implements Act {
        @Option(names = "--item", required = true)
        String item = "";
        @Option(names = "--reason")
        String reason = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.claims().charges().waive(item, reason)
                    .map(waived -> answer(waived, "Waived " + waived.amount() + " of " + waived.number() + "."));
        }
    }

    private static Answer answer(Posted opened, String text) {
        return Answer.of(Json.put(Json.object().put("number", opened.number()), "amount", opened.amount()), text);
    }
}
