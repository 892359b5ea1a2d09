package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.goodterms.App;
import org.goodterms.dispute.Dispute;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commands about disputes. */
final class DisputeCommands {

    private DisputeCommands() {
    }

    @Command(name = "dispute", description = "what customers contest", subcommands = {Open.class, Close.class})
    static final class Group {
    }

    @Command(name = "open", description = "opens a dispute over all or part of an item")
    static final class Open implements Act {
        @Option(names = "--item", required = true)
        String item = "";
        @Option(names = "--amount")
        @Nullable String amount;
        @Option(names = "--reason", required = true)
        String reason = "";
        @Option(names = "--owner")
        String owner = "";
        @Option(names = "--target")
        @Nullable String target;

        @Override
        public Outcome<Answer> run(App app) {
            CurrencyUnit unit = Read.found(app.disputes().contestable(item),
                    Problem.at("--item", "dispute.nothing_open", item)).getCurrencyUnit();
            Money part = amount == null ? null : Read.money("--amount", amount, unit);
            return app.disputes().open(item, part, reason, owner, target == null ? null : Read.date("--target", target),
                    app.today()).map(d -> Answer.of(json(d), "Opened a dispute over " + d.amount() + " of " + item + "."));
        }
    }

    @Command(name = "close", description = "closes the disputes of an item")
    static final class Close implements Act {
        @Option(names = "--item", required = true)
        String item = "";
        @Option(names = "--outcome", required = true)
        String outcome = "";
        @Option(names = "--note")
        String note = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.disputes().close(item, outcome, note, app.today()).map(closed -> {
                ObjectNode json = Json.object();
                Json.array(json, "disputes", closed, DisputeCommands::json);
                return Answer.of(json, "Closed " + closed.size() + " of " + item + ": " + outcome + ".");
            });
        }
    }

    private static ObjectNode json(Dispute dispute) {
        ObjectNode node = Json.object().put("item", dispute.number());
        return Json.put(node, "amount", dispute.amount()).put("reason", dispute.reason());
    }
}
