package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.goodterms.App;
import org.goodterms.customer.Contact;
import org.goodterms.followup.FollowUp;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about contacts and tasks. */
final class FollowUpCommands {
    private static final Set<String> CHANNELS = Set.of("phone", "letter", "meeting", "email");

    private FollowUpCommands() {
    }

    @Command(name = "contact", description = "what was said with customers", subcommands = {Log.class})
    static final class ContactGroup {
    }

    @Command(name = "log", description = "notes a call, letter or meeting")
    static final class Log implements Act {
        @Option(names = "--customer", required = true)
        String customer = "";
        @Option(names = "--channel", required = true)
        String channel = "";
        @Option(names = "--outcome", required = true)
        String outcome = "";
        @Option(names = "--note")
        String note = "";
        @Option(names = "--person")
        String person = "";
        @Option(names = "--reference")
        String reference = "";
        @Option(names = "--date")
        @Nullable String date;
        @Option(names = "--incoming", description = "they turned to us")
        boolean incoming;

        @Override
        public Outcome<Answer> run(App app) {
            Contact.Means means = Read.found(Contact.Means.of(channel).filter(m -> CHANNELS.contains(m.word())),
                    Problem.at("--channel", "cli.contact_channel", channel));
            Contact.Direction direction = incoming ? Contact.Direction.IN : Contact.Direction.OUT;
            return CustomerCommands.id(app, customer).then(id -> app.contacts().log(id, new Contact.Saying(
                    date == null ? null : Read.date("--date", date), means, direction, person, outcome, note, reference)))
                    .map(contact -> Answer.of(Json.put(Json.object().put("id", contact.id().toString())
                            .put("customer", customer), "date", contact.date()).put("channel", channel)
                            .put("outcome", outcome), "Noted."));
        }
    }

    @Command(name = "task", description = "what is to be done", subcommands = {TaskList.class, Done.class})
    static final class TaskGroup {
    }

    @Command(name = "list", description = "open tasks, or all")
    static final class TaskList implements Act {
        @Option(names = "--all")
        boolean all;

        @Override
        public Outcome<Answer> run(App app) {
            List<FollowUp> tasks = app.followUps().list(all ? FollowUp.Filter.ALL : FollowUp.Filter.OPEN);
            ObjectNode json = Json.object();
            Table table = new Table("Customer", "Kind", "Due", "Items", "What", "Done");
            Json.array(json, "tasks", tasks, task -> {
                table.row(code(task), task.kind().word(), task.due(), String.join(", ", task.items()), task.title(),
                        task.doneOn() == null ? "" : task.doneOn());
                return FollowUpCommands.json(task);
            });
            return Outcome.ok(Answer.of(json, table.text()));
        }
    }

    @Command(name = "done", description = "finishes a task")
    static final class Done implements Act {
        @Parameters(index = "0", paramLabel = "ID", description = "or CUSTOMER/KIND for the open one")
        String id = "";
        @Option(names = "--note")
        String note = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.followUps().find(id).then(task -> app.followUps().done(task.id(), note))
                    .map(task -> Answer.of(FollowUpCommands.json(task), "Done: " + task.kind().word()
                            + (code(task).isEmpty() ? "." : " of " + code(task) + ".")));
        }
    }

    private static String code(FollowUp task) {
        FollowUp.Whom whom = task.whom();
        return whom == null ? "" : whom.code();
    }

    private static ObjectNode json(FollowUp task) {
        ObjectNode node = Json.object().put("id", task.id().toString());
        node.put("customer", task.whom() == null ? null : code(task)).put("kind", task.kind().word());
        AgreementCommands.texts(node, "items", task.items());
        Json.put(Json.put(Json.put(node, "created", task.createdOn()), "due", task.due()), "done", task.doneOn());
        return node.put("title", task.title()).put("note", task.note()).put("result", task.result());
    }
}
