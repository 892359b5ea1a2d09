package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.goodterms.App;
import org.goodterms.dispute.Dispute;
import org.goodterms.dispute.DisputeService;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about disputes. */
final class DisputeCommands {

    private DisputeCommands() {
    }

    @Command(name = "dispute", description = "what customers contest", subcommands = {Open.class, Close.class, Show.class, Evidence.class})
    static final class Group {
    }

    @Command(name = "open", description = "opens a dispute over all or part of an item")
    static final class Open implements Act {
        @Option(names = "--item", required = true)
        String item = "";
        @Option(names = "--amount")
        @Nullable String amount;
        @Option(names = "--line", description = "position of a line of the invoice, from 1, in place of an amount; may be said again")
        List<Integer> lines = List.of();
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
            if (amount != null && !lines.isEmpty()) {
                return Outcome.refused(Problem.at("--line", "dispute.amount_or_line", item));
            }
            Outcome<Optional<Money>> part = lines.isEmpty()
                    ? Outcome.ok(Optional.ofNullable(amount).map(text -> Read.money("--amount", text, unit)))
                    : app.creditNotes().worth(item, lines).map(Optional::of);
            LocalDate by = target == null ? null : Read.date("--target", target);
            return part.then(much -> app.disputes().open(item, much.orElse(null), lines, new DisputeService.Case(reason, owner, by), app.today()))
                    .map(d -> Answer.of(json(app, d), "Opened a dispute over " + d.amount() + " of " + item + "."));
        }
    }

    @Command(name = "close", description = "closes the disputes of an item")
    static final class Close implements Act {
        @Option(names = "--item", required = true)
        String item = "";
        @Option(names = "--outcome", required = true)
        String outcome = "";
        @Option(names = "--amount", description = "what was granted, where it was partly accepted")
        @Nullable String amount;
        @Option(names = "--note")
        String note = "";

        @Override
        public Outcome<Answer> run(App app) {
            Money granted = amount == null ? null : Read.money("--amount", amount, Read.found(app.disputes().contestable(item),
                    Problem.at("--item", "dispute.none_open", item)).getCurrencyUnit());
            return app.disputes().close(item, outcome, granted, note, app.today()).map(closed -> Answer.of(all(app, closed),
                    "Closed " + closed.size() + " of " + item + ": " + outcome + "."));
        }
    }

    @Command(name = "list", description = "every dispute over an item, closed ones too")
    static final class Show implements Act {
        @Option(names = "--item", required = true)
        String item = "";

        @Override
        public Outcome<Answer> run(App app) {
            List<Dispute> found = app.disputes().ofNumber(item);
            Table table = new Table("Since", ">Amount", "Reason", "Owner", "Target", "Outcome");
            found.forEach(d -> table.row(d.opened(), d.amount().getAmount(), d.reason(), d.owner(), d.target() == null ? "" : d.target(), d.outcome()));
            return Outcome.ok(Answer.of(all(app, found), table.text()));
        }
    }

    @Command(name = "evidence", description = "puts files to the newest open dispute of an item")
    static final class Evidence implements Act {
        @Option(names = "--item", required = true)
        String item = "";
        @Parameters(paramLabel = "FILE", arity = "1..*")
        List<Path> files = List.of();

        @Override
        public Outcome<Answer> run(App app) {
            Dispute dispute = Read.found(app.disputes().ofNumber(item).stream().filter(Dispute::isOpen).reduce((a, b) -> b),
                    Problem.at("--item", "dispute.none_open", item));
            Outcome<Dispute> done = Outcome.ok(dispute);
            for (Path file : files) {
                done = done.then(d -> app.attachments().addEvidence(d.id().value(), file).map(kept -> d));
            }
            return done.map(d -> Answer.of(json(app, d), "Kept " + files.size() + " with the dispute over " + item + "."));
        }
    }

    private static ObjectNode all(App app, List<Dispute> disputes) {
        ObjectNode json = Json.object();
        Json.array(json, "disputes", disputes, dispute -> json(app, dispute));
        return json;
    }

    private static ObjectNode json(App app, Dispute dispute) {
        ObjectNode node = Json.object().put("item", dispute.number());
        Json.put(node, "amount", dispute.amount()).put("reason", dispute.reason()).put("owner", dispute.owner());
        Json.put(Json.put(Json.put(node, "target", dispute.target()), "opened", dispute.opened()), "closed", dispute.closed());
        Json.put(node.put("outcome", dispute.outcome().isEmpty() ? null : dispute.outcome()), "accepted", dispute.accepted());
        dispute.lines().forEach(node.putArray("lines")::add);
        Json.array(node, "files", app.attachments().evidence(dispute.id().value()), file ->
                Json.object().put("name", file.name()).put("sha256", file.hash()));
        return node;
    }
}
