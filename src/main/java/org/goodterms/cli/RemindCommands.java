package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.goodterms.App;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.kernel.Texts;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.Way;
import org.goodterms.reminder.RunReport;
import org.goodterms.reminder.RunReport.Entry;
import org.goodterms.reminder.RunService;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Carries the plan of the business date out. */
final class RemindCommands {

    private RemindCommands() {
    }

    @Command(name = "remind", description = "reminders", subcommands = {Run.class, Elsewhere.class, TextCommands.Group.class})
    static final class Group {
    }

    @Command(name = "run", description = "carries the plan of the business date out")
    static final class Run implements Act {
        @Option(names = "--approve-all", description = "the owner's word for everything; also confirms the first list and lifts the brake")
        boolean approveAll;
        @Option(names = "--deliver", paramLabel = "smtp[://HOST:PORT]|eml:DIR", defaultValue = "smtp")
        String deliver = "smtp";

        @Override
        public Outcome<Answer> run(App app) {
            return Way.parse(deliver).then(way -> app.reminders().runs().run(new RunService.Order(way, approveAll, Set.of()), Progress.NONE)
                    .map(report -> answer(report, way instanceof Way.Folder)));
        }
    }

    @Command(name = "elsewhere", description = "says what else reminds these customers; what is overdue then waits under review")
    static final class Elsewhere implements Act {
        @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "such as the program used before; without it: nothing else does")
        @Nullable String name;

        @Override
        public Outcome<Answer> run(App app) {
            String given = name;
            if (given == null) {
                return app.reminders().firstList().nothingElse().map(said -> Answer.of(Json.object().put("held", 0), "Nothing else reminds them."));
            }
            return app.reminders().firstList().elsewhere(given).map(held -> Answer.of(Json.object().put("held", held.size()),
                    held.size() + " items wait under review; hold lift --item N lets one go."));
        }
    }

    private static Answer answer(RunReport report, boolean folder) {
        ObjectNode json = Json.object();
        Json.array(json, "sent", report.sent(), entry -> json(entry, folder));
        Json.array(json, "failed", report.failed(), entry -> json(entry, false));
        Json.array(json, "unknown", report.unknown(), entry -> json(entry, false));
        Json.array(json, "waiting", report.waiting(), entry -> json(entry, false));
        Json.array(json, "tasks", report.tasks(), WorklistCommand::json);
        Json.array(json, "stopped", report.stopped(), WorklistCommand::json);
        return Answer.of(json, text(report));
    }

    private static ObjectNode json(Entry entry, boolean folder) {
        ObjectNode node = WorklistCommand.json(entry.notice());
        Message message = entry.message();
        if (message != null) {
            node.put("id", message.id().toString()).put("to", message.parcel().recipient());
            if (folder) {
                node.put("file", message.course().replyText());
            } else if (!message.parcel().mailId().isEmpty()) {
                node.put("messageId", message.parcel().mailId());
            }
        }
        Problem reason = entry.reason();
        if (reason != null) {
            node.put("reason", reason.code().substring(reason.code().indexOf('.') + 1).replace('_', '-'));
            node.put("why", Texts.of(Locale.ENGLISH).of(reason));
        }
        return node;
    }

    private static String text(RunReport report) {
        StringBuilder text = new StringBuilder("%d sent, %d failed, %d unknown, %d waiting, %d tasks, %d left alone.".formatted(
                report.sent().size(), report.failed().size(), report.unknown().size(), report.waiting().size(), report.tasks().size(),
                report.stopped().size()));
        for (List<Entry> entries : List.of(report.failed(), report.waiting())) {
            entries.stream().collect(Collectors.groupingBy(e -> e.reason() == null ? "" : Texts.of(Locale.ENGLISH).of(e.reason()),
                    java.util.LinkedHashMap::new, Collectors.mapping(e -> e.notice().code(), Collectors.joining(", "))))
                    .forEach((why, who) -> text.append('\n').append(who).append(": ").append(why));
        }
        return text.toString();
    }
}
