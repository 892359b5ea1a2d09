package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.App;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.payment.Method;
import org.goodterms.payment.Payment;
import org.goodterms.payment.PaymentReturn;
import org.goodterms.payment.PaymentService;
import org.goodterms.payment.Used;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.Unidentified;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about payments. */
final class PaymentCommands {

    private PaymentCommands() {
    }

    @Command(name = "payment", description = "payments",
            subcommands = {Record.class, Allocate.class, Unallocate.class, Bounce.class, Order.class, LetterCommands.Receipt.class})
    static final class Group {
    }

    @Command(name = "order", description = "what money settles first where nobody says what it is for")
    static final class Order implements Act {
        @Parameters(index = "0", arity = "0..1", paramLabel = "ORDER", description = "principal-first (default) or costs-first")
        @Nullable String order;

        @Override
        public Outcome<Answer> run(App app) {
            String word = order;
            return (word == null ? Outcome.ok(app.payments().order()) : app.payments().setOrder(word)).map(set -> Answer.of(
                    Json.object().put("order", set.word()), "Money without a stated purpose is counted " + set.word() + "."));
        }
    }

    @Command(name = "record", description = "records money received")
    static final class Record implements Act {
        @Option(names = "--customer", required = true)
        String customer = "";
        @Option(names = "--date")
        @Nullable String date;
        @Option(names = "--amount", required = true)
        String amount = "";
        @Option(names = "--method")
        String method = "bank";
        @Mixin
        Allocation allocation = new Allocation();
        @Option(names = "--discount")
        @Nullable String discount;
        @Option(names = "--less")
        @Nullable String less;
        @Option(names = "--currency")
        @Nullable String currency;
        @Option(names = "--rate")
        @Nullable String rate;
        @Option(names = "--reference")
        String reference = "";

        @Override
        public Outcome<Answer> run(App app) {
            CurrencyUnit book = app.company().company().currency();
            CurrencyUnit unit = Read.currency("--currency", currency, book);
            Method how = Read.found(Method.of(method), Problem.at("--method", "cli.method", method));
            Money money = Read.money("--amount", amount, unit);
            return CustomerCommands.id(app, customer).then(id -> app.payments().record(new Receipt(id,
                    Read.date("--date", date, app.today()), money, Read.rate(rate, unit, book), how,
                    allocation.settlement(unit), Read.parts("--discount", discount, unit),
                    Read.amounts("--less", less, unit), reference, ""))).map(payment -> shown(app, payment));
        }
    }

    private static Answer shown(App app, Payment payment) {
        ObjectNode json = Json.object().put("id", payment.id().toString()).put("number", payment.number());
        Json.put(Json.put(json, "date", payment.date()), "amount", payment.amount());
        json.put("currency", payment.amount().getCurrencyUnit().getCode());
        Used use = app.payments().use(payment);
        Json.put(json, "unapplied", use.unapplied());
        Json.array(json, "allocated", use.settled(),
                part -> Json.put(Json.object().put("number", part.number()), "amount", part.amount()));
        return Answer.of(json, (payment.kind() == Payment.Kind.REFUND ? "Refunded " : "Recorded ") + payment.amount()
                + " as " + payment.number() + ", not applied: " + use.unapplied() + ".");
    }

    /** A payment by its id, or by {@code DATE/AMOUNT}, the second of that day and amount with {@code /2} behind it. */
    static Outcome<Payment> find(App app, String text) {
        String[] parts = text.strip().split("/");
        if (parts.length == 2 || parts.length == 3) {
            LocalDate date = Read.date("ID", parts[0]);
            BigDecimal amount = Read.number("ID", parts[1]);
            int nth = parts.length == 3 ? Read.number("ID", parts[2]).intValue() : 1;
            List<Payment> named = app.payments().named(date, amount);
            return nth >= 1 && nth <= named.size() ? Outcome.ok(named.get(nth - 1))
                    : Outcome.refused(Problem.at("ID", "payment.none", text));
        }
        try {
            Id<Payment> id = Id.of(UUID.fromString(text.strip()));
            Optional<Payment> payment = app.payments().byId(id);
            return payment.map(Outcome::ok).orElseGet(() -> Outcome.refused(Problem.at("ID", "payment.none", text)));
        } catch (IllegalArgumentException e) {
            return Outcome.refused(Problem.at("ID", "payment.none", text));
        }
    }

    @Command(name = "allocate", description = "settles more with a payment that is there")
    static final class Allocate implements Act {
        @Parameters(index = "0", paramLabel = "ID")
        String id = "";
        @Mixin
        Allocation allocation = new Allocation();

        @Override
        public Outcome<Answer> run(App app) {
            return find(app, id).then(payment -> app.payments().allocate(payment.id(),
                    allocation.settlement(payment.amount().getCurrencyUnit()), app.today()).map(done -> shown(app, payment)));
        }
    }

    @Command(name = "unallocate", description = "takes back what a payment settles")
    static final class Unallocate implements Act {
        @Parameters(index = "0", paramLabel = "ID")
        String id = "";
        @Option(names = "--item")
        @Nullable String item;

        @Override
        public Outcome<Answer> run(App app) {
            return find(app, id).then(payment ->
                    app.payments().unallocate(payment.id(), item, app.today()).map(done -> shown(app, payment)));
        }
    }

    @Command(name = "bounce", description = "a payment that came back")
    static final class Bounce implements Act {
        @Parameters(index = "0", paramLabel = "ID")
        String id = "";
        @Option(names = "--date")
        @Nullable String date;
        @Option(names = "--fee")
        String fee = "0";
        @Option(names = "--recharge")
        String recharge = "0";
        @Option(names = "--chargeback")
        boolean chargeback;

        @Override
        public Outcome<Answer> run(App app) {
            CurrencyUnit book = app.company().company().currency();
            return find(app, id).then(payment -> app.returns().bounce(new PaymentReturn(payment.id(),
                    Read.date("--date", date, app.today()), Read.money("--fee", fee, book),
                    Read.money("--recharge", recharge, book), chargeback))).map(payment -> shown(app, payment));
        }
    }

    @Command(name = "refund", description = "pays out unapplied credits of a customer")
    static final class Refund implements Act {
        @Option(names = "--customer", required = true)
        String customer = "";
        @Option(names = "--amount", required = true)
        String amount = "";
        @Option(names = "--date")
        @Nullable String date;
        @Option(names = "--currency")
        @Nullable String currency;

        @Override
        public Outcome<Answer> run(App app) {
            Money money = Read.money("--amount", amount,
                    Read.currency("--currency", currency, app.company().company().currency()));
            return CustomerCommands.id(app, customer).then(id ->
                    app.payments().refund(id, money, Read.date("--date", date, app.today()), ""))
                    .map(payment -> shown(app, payment));
        }
    }

    @Command(name = "suspense", description = "money of unknown payers",
            subcommands = {SuspenseAdd.class, SuspenseList.class, SuspenseIdentify.class})
    static final class SuspenseGroup {
    }

    @Command(name = "add", description = "records money whose payer is not known")
    static final class SuspenseAdd implements Act {
        @Option(names = "--date")
        @Nullable String date;
        @Option(names = "--amount", required = true)
        String amount = "";
        @Option(names = "--text", required = true)
        String text = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.suspense().record(Read.date("--date", date, app.today()),
                    Read.money("--amount", amount, app.company().company().currency()), text)
                    .map(money -> Answer.of(json(money), "Put " + money.amount() + " into suspense."));
        }
    }

    @Command(name = "list", description = "lists what is not identified")
    static final class SuspenseList implements Act {

        @Override
        public Outcome<Answer> run(App app) {
            ObjectNode json = Json.object();
            Table table = new Table("Id", "Date", ">Amount", "Text");
            Json.array(json, "lines", app.suspense().list(), money -> {
                table.row(money.id(), money.date(), money.amount().getAmount(), money.text());
                return json(money);
            });
            return Outcome.ok(Answer.of(json, table.text()));
        }
    }

    private static ObjectNode json(Unidentified money) {
        ObjectNode node = Json.object().put("id", money.id().toString());
        return Json.put(Json.put(node, "date", money.date()), "amount", money.amount()).put("text", money.text());
    }

    @Command(name = "identify", description = "says whose money it is")
    static final class SuspenseIdentify implements Act {
        @Parameters(index = "0", paramLabel = "ID", description = "its id, or DATE/AMOUNT")
        String id = "";
        @Option(names = "--customer", required = true)
        String customer = "";
        @Mixin
        Allocation allocation = new Allocation();

        @Override
        public Outcome<Answer> run(App app) {
            Unidentified money = Read.found(app.suspense().list().stream().filter(m -> m.id().toString().equals(id)
                    || (m.date() + "/" + m.amount().getAmount()).equals(id)).findFirst(),
                    Problem.at("ID", "payment.none", id));
            return CustomerCommands.id(app, customer).then(c -> app.suspense().identify(money.id(), c,
                    allocation.settlement(money.amount().getCurrencyUnit()), app.today()))
                    .map(payment -> shown(app, payment));
        }
    }
}
