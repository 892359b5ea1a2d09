package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.goodterms.App;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.reminder.Hold;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commands that pause reminders, and that say who must not be contacted. */
final class HoldCommands {

    private HoldCommands() {
    }

    @Command(name = "hold", description = "pauses of reminders", subcommands = {Add.class, Lift.class, ListAll.class})
    static final class Group {
    }

    @Command(name = "dnc", description = "who must not be contacted", subcommands = {Forbid.class, Allow.class})
    static final class DncGroup {
    }

    /** Of a customer or of an item. */
    static final class Whom {
        @Option(names = "--customer", paramLabel = "C")
        @Nullable String customer;
        @Option(names = "--item", paramLabel = "N")
        @Nullable String item;
    }

    @Command(name = "add", description = "pauses the reminders of a customer or of one item")
    static final class Add implements Act {
        @ArgGroup(exclusive = true, multiplicity = "1")
        Whom whom = new Whom();
        @Option(names = "--reason", required = true)
        String reason = "";
        @Option(names = "--until", paramLabel = "DATE", description = "the last day it holds; default: until it is lifted")
        @Nullable String until;

        @Override
        public Outcome<Answer> run(App app) {
            LocalDate last = until == null ? null : Read.date("--until", until);
            String customer = whom.customer;
            String item = whom.item;
            Outcome<List<Hold>> held = customer != null ? app.holds().holdCustomer(customer, reason, last)
                    : item != null ? app.holds().holdItem(item, reason, last)
                    : Outcome.refused(Problem.at("item", "reminder.no_such_item", ""));
            return held.map(holds -> Answer.of(json(holds.getFirst()), "Reminders rest"
                    + (last == null ? "." : " up to and with " + last + ".")));
        }
    }

    @Command(name = "lift", description = "lets reminders go on")
    static final class Lift implements Act {
        @ArgGroup(exclusive = true, multiplicity = "1")
        Whom whom = new Whom();

        @Override
        public Outcome<Answer> run(App app) {
            String customer = whom.customer;
            String item = whom.item;
            if (customer != null) {
                return app.holds().liftCustomer(customer).map(c -> Answer.of(Json.object().put("customer", c.code()),
                        "Reminders go on."));
            }
            return app.holds().liftItem(item == null ? "" : item).map(parts -> Answer.of(Json.object()
                    .put("number", parts.getFirst().number()), "Reminders go on."));
        }
    }

    @Command(name = "list", description = "lists the pauses that stand")
    static final class ListAll implements Act {

        @Override
        public Outcome<Answer> run(App app) {
            List<Hold> holds = app.holds().standing(app.today());
            Table table = new Table("customer", "number", "reason", "since", "until");
            holds.forEach(h -> table.row(h.code(), h.number(), h.reason(), h.setOn(), h.until() == null ? "" : h.until()));
            ObjectNode json = Json.object();
            Json.array(json, "holds", holds, HoldCommands::json);
            return Outcome.ok(Answer.of(json, table.text()));
        }
    }

    private static ObjectNode json(Hold hold) {
        ObjectNode node = Json.object().put("customer", hold.code())
                .put("number", hold.number().isEmpty() ? null : hold.number()).put("reason", hold.reason());
        Json.put(node, "since", hold.setOn());
        return Json.put(node, "until", hold.until());
    }

    @Command(name = "set", description = "from now on this customer is not contacted")
    static final class Forbid implements Act {
        @Option(names = "--customer", required = true)
        String customer = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.holds().forbid(customer).map(c -> Answer.of(Json.object().put("customer", c.code())
                    .put("doNotContact", true), c.code() + " is not contacted."));
        }
    }

    @Command(name = "clear", description = "this customer may be contacted again")
    static final class Allow implements Act {
        @Option(names = "--customer", required = true)
        String customer = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.holds().allow(customer).map(c -> Answer.of(Json.object().put("customer", c.code())
                    .put("doNotContact", false), c.code() + " may be contacted."));
        }
    }
}
