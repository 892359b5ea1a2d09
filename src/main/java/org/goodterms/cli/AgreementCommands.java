package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.goodterms.App;
import org.goodterms.agreement.Extension;
import org.goodterms.agreement.ExtensionService;
import org.goodterms.agreement.Plan;
import org.goodterms.agreement.PlanService;
import org.goodterms.agreement.PlanStanding;
import org.goodterms.agreement.Planning.Schedule;
import org.goodterms.agreement.Promise;
import org.goodterms.agreement.PromiseMail;
import org.goodterms.agreement.PromiseService;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Commands about what was agreed: promises, plans, later due dates. */
final class AgreementCommands {

    private AgreementCommands() {
    }

    @Command(name = "promise", description = "what customers promise to pay", subcommands = {PromiseAdd.class})
    static final class PromiseGroup {
    }

    @Command(name = "add", description = "takes a promise down")
    static final class PromiseAdd implements Act {
        @Option(names = "--customer", required = true)
        String customer = "";
        @Option(names = "--items", required = true)
        String items = "";
        @Option(names = "--amount", required = true)
        String amount = "";
        @Option(names = "--by", required = true)
        String by = "";
        @Option(names = "--person")
        String person = "";
        @Option(names = "--channel")
        String channel = "";
        @Option(names = "--note")
        String note = "";
        @Option(names = "--override", description = "the owner's word where two promises were broken")
        String override = "";

        @Override
        public Outcome<Answer> run(App app) {
            List<String> numbers = numbers(items);
            return CustomerCommands.id(app, customer).then(id -> app.agreements().promises().add(new PromiseService.Request(id, numbers,
                    Read.money("--amount", amount, currency(app, numbers)), Read.date("--by", by),
                    new Promise.Said(person, channel, note), override)))
                    .map(promise -> answer(promise, app.agreements().promises().confirmation(promise)));
        }

        private Answer answer(Promise promise, PromiseMail mail) {
            ObjectNode node = Json.object().put("id", promise.id().toString()).put("customer", customer);
            texts(node, "items", promise.numbers());
            Json.put(Json.put(node, "amount", promise.amount()), "by", promise.by()).put("state", "pending");
            node.putObject("confirmation").put("subject", mail.subject()).put("text", mail.text());
            return Answer.of(node, "Noted. To confirm it:\n" + mail.subject() + "\n\n" + mail.text().strip());
        }
    }

    static List<String> numbers(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(number -> !number.isEmpty()).toList();
    }

    /** The currency of what is named; the book's where nothing of that name is there. */
    static CurrencyUnit currency(App app, List<String> numbers) {
        return app.agreements().plans().currency(numbers);
    }

    static void texts(ObjectNode node, String key, List<String> texts) {
        ArrayNode array = node.putArray(key);
        texts.forEach(array::add);
    }

    @Command(name = "plan", description = "payment plans", subcommands = {PlanCreate.class, PlanEnd.class, PlanList.class,
            PlanPdf.class})
    static final class PlanGroup {
    }

    @Command(name = "create", description = "agrees a plan over all that is open of the items")
    static final class PlanCreate implements Act {
        @Option(names = "--customer", required = true)
        String customer = "";
        @Option(names = "--items", required = true)
        String items = "";
        @Option(names = "--monthly", description = "so many equal parts, the remainder on the last")
        @Nullable Integer monthly;
        @Option(names = "--first")
        @Nullable String first;
        @Option(names = "--spread", description = "the remainder on the first parts, one cent each")
        boolean spread;
        @Option(names = "--instalments", paramLabel = "D=A,D=A")
        @Nullable String instalments;
        @Option(names = "--grace", description = "days before an instalment counts as missed")
        int grace = Plan.Terms.DEFAULT.graceDays();
        @Option(names = "--default-after", description = "so many missed instalments break the plan")
        int defaultAfter = Plan.Terms.DEFAULT.defaultAfter();
        @Option(names = "--note")
        String note = "";

        @Override
        public Outcome<Answer> run(App app) {
            List<String> numbers = numbers(items);
            return CustomerCommands.id(app, customer).then(id -> app.agreements().plans().create(new PlanService.Request(id, numbers,
                    schedule(currency(app, numbers)), new Plan.Terms(grace, defaultAfter, note)))
                    .map(plan -> app.agreements().plans().list(id).getLast()))
                    .map(plan -> Answer.of(AgreementCommands.json(plan, customer), text(plan)));
        }

        private Schedule schedule(CurrencyUnit currency) {
            Integer parts = monthly;
            String start = first;
            String byHand = instalments;
            if (byHand != null && parts == null && start == null) {
                List<Plan.Instalment> list = new ArrayList<>();
                Read.pairs("--instalments", byHand).forEach((date, amount) -> list.add(new Plan.Instalment(
                        Read.date("--instalments", date), Read.money("--instalments", amount, currency))));
                return new Schedule.ByHand(list);
            }
            if (parts == null || start == null || byHand != null) {
                throw new Read.Refusal(Problem.of("cli.plan_schedule"));
            }
            return new Schedule.Monthly(parts, Read.date("--first", start), spread);
        }

        private static String text(PlanStanding standing) {
            Table table = new Table("Instalment", ">Amount");
            standing.plan().instalments().forEach(part -> table.row(part.date(), part.amount().getAmount()));
            return "A plan over " + standing.plan().amount() + ".\n" + table.text();
        }
    }

    @Command(name = "end", description = "ends the plan of a customer")
    static final class PlanEnd implements Act {
        @Option(names = "--customer", required = true)
        String customer = "";
        @Option(names = "--reason")
        String reason = "";

        @Override
        public Outcome<Answer> run(App app) {
            return CustomerCommands.id(app, customer).then(id -> app.agreements().plans().end(id, reason)
                    .map(ended -> app.agreements().plans().list(id).stream().filter(one -> ended.stream()
                            .anyMatch(plan -> plan.id().equals(one.plan().id()))).toList()))
                    .map(ended -> {
                        ObjectNode json = Json.object();
                        Json.array(json, "plans", ended, plan -> AgreementCommands.json(plan, customer));
                        return Answer.of(json, "The plan of " + customer + " is ended.");
                    });
        }
    }

    @Command(name = "list", description = "plans and where they stand")
    static final class PlanList implements Act {
        @Option(names = "--customer")
        @Nullable String customer;

        @Override
        public Outcome<Answer> run(App app) {
            String code = customer;
            return code == null ? Outcome.ok(answer(app, app.agreements().plans().list(null)))
                    : CustomerCommands.id(app, code).map(id -> answer(app, app.agreements().plans().list(id)));
        }

        private static Answer answer(App app, List<PlanStanding> plans) {
            var codes = ReportCommands.codes(app);
            ObjectNode json = Json.object();
            Table table = new Table("Customer", "Items", ">Amount", ">Paid", "State", "Next", ">Amount");
            Json.array(json, "plans", plans, one -> {
                String code = codes.getOrDefault(one.plan().customer(), "");
                Plan.Instalment next = one.next();
                table.row(code, String.join(", ", one.plan().numbers()), one.plan().amount().getAmount(),
                        one.paid().getAmount(), one.state().word(), next == null ? "" : next.date(),
                        next == null ? "" : next.amount().getAmount());
                return AgreementCommands.json(one, code);
            });
            return Answer.of(json, table.text());
        }
    }

    @Command(name = "pdf", description = "writes the agreement over a customer's latest plan, to be signed")
    static final class PlanPdf implements Act {
        @Option(names = "--customer", required = true)
        String customer = "";
        @Mixin
        Out out = new Out();

        @Override
        public Outcome<Answer> run(App app) {
            return CustomerCommands.id(app, customer).then(id -> app.agreements().planPapers().pdf(id))
                    .then(pdf -> out.write(pdf, Json.object().put("customer", customer)));
        }
    }

    private static ObjectNode json(PlanStanding standing, String customer) {
        Plan plan = standing.plan();
        ObjectNode node = Json.object().put("customer", customer);
        texts(node, "items", plan.numbers());
        Json.put(Json.put(node, "amount", plan.amount()), "paid", standing.paid());
        node.put("currency", plan.currency().getCode()).put("state", standing.state().word());
        Plan.Instalment next = standing.next();
        if (next == null) {
            node.putNull("next");
        } else {
            node.set("next", Json.put(Json.put(Json.object(), "date", next.date()), "amount", next.amount()));
        }
        Json.array(node, "instalments", standing.matched(), row -> Json.put(Json.put(Json.put(Json.object(), "date",
                row.instalment().date()), "amount", row.instalment().amount()), "paid", row.paid()));
        return node;
    }

    @Command(name = "extend", description = "agrees a later due date")
    static final class Extend implements Act {
        @Option(names = "--item", required = true)
        String item = "";
        @Option(names = "--to", required = true)
        String to = "";
        @Option(names = "--by", description = "who agreed")
        String by = "";
        @Option(names = "--note")
        String note = "";
        @Option(names = "--interest", description = "interest runs on until the new due date")
        boolean interest;

        @Override
        public Outcome<Answer> run(App app) {
            return app.agreements().extensions().extend(new ExtensionService.Request(item, Read.date("--to", to), by, note, interest))
                    .map(extension -> Answer.of(json(extension), extension.number() + " is due on " + extension.newDue()
                            + " instead of " + extension.oldDue() + "."));
        }

        private static ObjectNode json(Extension extension) {
            ObjectNode node = Json.put(Json.object().put("item", extension.number()), "agreedOn", extension.agreedOn());
            return Json.put(Json.put(node, "oldDue", extension.oldDue()), "newDue", extension.newDue());
        }
    }
}
