package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.goodterms.App;
import org.goodterms.bank.BankImportService;
import org.goodterms.bank.BankLine;
import org.goodterms.bank.BankReport;
import org.goodterms.bank.HandMatch;
import org.goodterms.bank.LineStanding;
import org.goodterms.bank.Proposal;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.MoneyText;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.kernel.Texts;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about the bank. */
final class BankCommands {

    private BankCommands() {
    }

    @Command(name = "bank", description = "bank statements and what their lines are",
            subcommands = {Import.class, ListLines.class, MatchLine.class, Undo.class})
    static final class Group {
    }

    @Command(name = "import", description = "brings in a file from the bank and matches its lines")
    static final class Import implements Act {
        @Parameters(index = "0", paramLabel = "FILE")
        String file = "";
        @Option(names = "--account", description = "of the books; default: 1000")
        String account = "1000";
        @Option(names = "--format", description = "auto, camt.052, camt.053, camt.054, mt940, ofx, qif or csv")
        String format = "auto";
        @Option(names = "--map", paramLabel = "FILE", description = "which column of a CSV file is which")
        @Nullable String map;
        @Option(names = "--dry-run", description = "says what the file holds and changes nothing")
        boolean dryRun;

        @Override
        public Outcome<Answer> run(App app) {
            String json = map == null ? null : new String(ImportCommand.bytes(map), StandardCharsets.UTF_8);
            return app.bank().imports().run(new BankImportService.Order(ImportCommand.bytes(file), account, format, json,
                    dryRun), Progress.NONE).map(report -> answer(report, dryRun));
        }
    }

    private static Answer answer(BankReport report, boolean dryRun) {
        Texts texts = Texts.of(Locale.ENGLISH);
        ObjectNode json = Json.object().put("format", report.format()).put("lines", report.lines())
                .put("new", report.fresh()).put("duplicates", report.duplicates()).put("matched", report.matched());
        StringBuilder text = new StringBuilder().append(report.lines()).append(" lines (").append(report.format())
                .append("): ").append(report.fresh()).append(dryRun ? " would be new, " : " new, ")
                .append(report.duplicates()).append(" known already, ").append(report.matched()).append(" matched");
        Json.array(json, "statements", report.statements(), s -> {
            ObjectNode node = Json.object().put("account", s.account()).put("currency", s.currency());
            node.put("opening", amount(s.opening(), s.currency())).put("closing", amount(s.closing(), s.currency()))
                    .put("lines", s.lines()).put("credits", amount(s.credits(), s.currency()))
                    .put("debits", amount(s.debits(), s.currency())).put("balanced", s.balanced());
            return Json.put(Json.put(node, "from", s.first()), "to", s.last());
        });
        com.fasterxml.jackson.databind.node.ArrayNode warnings = json.putArray("warnings");
        report.warnings().stream().map(texts::of).forEach(w -> {
            text.append("\nwarning: ").append(w);
            warnings.add(w);
        });
        return Answer.of(json, text.toString());
    }

    /** With the decimals of its currency where that is known and has no fewer. */
    private static @Nullable String amount(@Nullable BigDecimal amount, @Nullable String currency) {
        if (amount == null) {
            return null;
        }
        int places = currency == null ? 2 : MoneyText.currency(currency).map(CurrencyUnit::getDecimalPlaces).orElse(2);
        BigDecimal bare = amount.stripTrailingZeros();
        return (bare.scale() > places ? bare : amount.setScale(places, java.math.RoundingMode.UNNECESSARY)).toPlainString();
    }

    @Command(name = "list", description = "lists the lines with what became of them")
    static final class ListLines implements Act {
        @Option(names = "--unmatched", description = "only those somebody has to look at")
        boolean unmatched;

        @Override
        public Outcome<Answer> run(App app) {
            ObjectNode json = Json.object();
            Table table = new Table("Date", ">Amount", "Payer", "Text", "State", "Customer", "For");
            Json.array(json, "lines", app.bank().lines().list(unmatched), standing -> {
                BankLine line = standing.line();
                table.row(line.booked(), line.amount().getAmount(), line.payer(), line.text(), standing.state().word(),
                        Objects.requireNonNullElse(standing.customerCode(), ""), String.join(", ",
                                standing.allocated().stream().map(LineStanding.Applied::number).toList()));
                return json(standing);
            });
            return Outcome.ok(Answer.of(json, table.text()));
        }
    }

    private static ObjectNode json(LineStanding standing) {
        BankLine line = standing.line();
        ObjectNode node = Json.object().put("id", line.id().toString());
        Json.put(Json.put(node, "date", line.booked()), "amount", line.amount());
        node.put("text", line.text()).put("payer", line.payer().isEmpty() ? null : line.payer())
                .put("iban", line.iban().isEmpty() ? null : line.iban()).put("account", line.account())
                .put("state", standing.state().word()).put("kind", standing.kind().name().toLowerCase(Locale.ROOT))
                .put("rule", standing.rule()).put("customer", standing.customerCode());
        Json.array(node, "allocated", standing.allocated(), a -> {
            ObjectNode applied = Json.put(Json.object().put("number", a.number()), "amount", a.amount());
            return a.discount() == null ? applied : Json.put(applied, "discount", a.discount());
        });
        Json.array(node, "booked", List.copyOf(standing.bookings().entrySet()),
                e -> Json.put(Json.object().put("account", e.getKey()), "amount", e.getValue()));
        Json.array(node, "proposals", standing.proposals(), BankCommands::proposal);
        return node;
    }

    private static ObjectNode proposal(Proposal p) {
        ObjectNode node = Json.object().put("customer", p.customerCode());
        p.items().forEach(node.putArray("items")::add);
        return node.put("kind", p.kind().word()).put("reason", Texts.of(Locale.ENGLISH).get("bank.reason." + p.reason()))
                .put("score", p.score()).put("payment", p.payment() == null ? null : p.payment().toString())
                .put("account", p.account());
    }

    /** A line by its id, or by {@code DATE/AMOUNT}, the second of that day and amount with {@code /2} behind it. */
    private static Outcome<BankLine> find(App app, String text) {
        Problem none = Problem.at("LINE", "bank.no_such_line", text);
        String[] parts = text.strip().split("/");
        if (parts.length == 2 || parts.length == 3) {
            LocalDate date = Read.date("LINE", parts[0]);
            BigDecimal amount = Read.number("LINE", parts[1]);
            int nth = parts.length == 3 ? Read.number("LINE", parts[2]).intValue() : 1;
            List<BankLine> named = app.bank().lines().named(date, amount);
            return nth >= 1 && nth <= named.size() ? Outcome.ok(named.get(nth - 1)) : Outcome.refused(none);
        }
        try {
            return app.bank().lines().line(Id.of(UUID.fromString(text.strip()))).map(Outcome::ok)
                    .orElseGet(() -> Outcome.refused(none));
        } catch (IllegalArgumentException e) {
            return Outcome.refused(none);
        }
    }

    private static Answer shown(LineStanding standing) {
        return Answer.of(json(standing), "The line of " + standing.line().booked() + " over "
                + standing.line().amount() + " is " + standing.state().word() + ".");
    }

    @Command(name = "match", description = "says what a line is")
    static final class MatchLine implements Act {
        @Parameters(index = "0", paramLabel = "LINE", description = "its id, or DATE/AMOUNT")
        String line = "";
        @Option(names = "--customer")
        @Nullable String customer;
        @Mixin
        Allocation allocation = new Allocation();
        @Option(names = "--discount")
        @Nullable String discount;
        @Option(names = "--amount")
        @Nullable String amount;
        @Option(names = "--currency")
        @Nullable String currency;
        @Option(names = "--rate")
        @Nullable String rate;
        @Option(names = "--less")
        @Nullable String less;
        @Option(names = "--bounce", paramLabel = "PAYMENT")
        @Nullable String bounce;
        @Option(names = "--recharge")
        String recharge = "0";
        @Option(names = "--chargeback")
        boolean chargeback;
        @Option(names = "--recover", paramLabel = "NUMBER")
        @Nullable String recover;
        @Option(names = "--recorded", paramLabel = "PAYMENT", description = "the same money as that payment, recorded before")
        @Nullable String recorded;
        @Option(names = "--split")
        @Nullable String split;

        @Override
        public Outcome<Answer> run(App app) {
            long ways = java.util.stream.Stream.of(customer, bounce, recover, recorded, split).filter(Objects::nonNull).count();
            if (ways != 1) {
                return Outcome.refused(Problem.at("match", "bank.one_way"));
            }
            CurrencyUnit book = app.company().company().currency();
            return find(app, line).then(found -> hand(app, book)
                    .then(hand -> app.bank().matching().match(found.id(), hand))).map(BankCommands::shown);
        }

        private Outcome<HandMatch> hand(App app, CurrencyUnit book) {
            if (bounce != null) {
                return PaymentCommands.find(app, bounce).map(payment -> new HandMatch.CameBack(payment.id(),
                        Read.money("--recharge", recharge, book), chargeback));
            }
            if (split != null) {
                return Outcome.ok(new HandMatch.Booked(Read.amounts("--split", split, book)));
            }
            if (recorded != null) {
                return PaymentCommands.find(app, recorded).map(payment -> new HandMatch.Already(payment.entry()));
            }
            if (recover != null) {
                return Outcome.ok(new HandMatch.Recovered(recover));
            }
            CurrencyUnit unit = Read.currency("--currency", currency, book);
            @Nullable Money paid = amount == null ? null : Read.money("--amount", amount, unit);
            return CustomerCommands.id(app, Objects.requireNonNull(customer)).map(id -> new HandMatch.OfCustomer(id,
                    allocation.settlement(unit), Read.parts("--discount", discount, unit),
                    paid == null ? null : new HandMatch.Foreign(paid, Read.rate(rate, unit, book)), Read.amounts("--less", less, book)));
        }
    }

    @Command(name = "undo", description = "takes back what a line was matched with")
    static final class Undo implements Act {
        @Parameters(index = "0", paramLabel = "LINE")
        String line = "";

        @Override
        public Outcome<Answer> run(App app) {
            return find(app, line).then(found -> app.bank().matching().undo(found.id()))
                    .map(BankCommands::shown);
        }
    }
}
