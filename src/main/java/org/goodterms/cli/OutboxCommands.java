package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.goodterms.App;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.kernel.Texts;
import org.goodterms.outbox.DispatchReport;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.Way;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about messages on their way. */
final class OutboxCommands {

    private OutboxCommands() {
    }

    @Command(name = "outbox", description = "messages on their way", subcommands = {ListAll.class, Settle.class, Send.class})
    static final class Group {
    }

    @Command(name = "list", description = "lists messages, oldest first")
    static final class ListAll implements Act {
        @Option(names = "--state", paramLabel = "STATE")
        @Nullable String state;

        @Override
        public Outcome<Answer> run(App app) {
            Optional<Message.State> wanted = state == null ? Optional.empty() : Message.State.of(state);
            if (state != null && wanted.isEmpty()) {
                return Outcome.refused(Problem.at("--state", "outbox.no_such_state", state, words()));
            }
            List<Message> messages = app.outbox().list(wanted.orElse(null));
            Table table = new Table("date", "customer", "step", "to", "state", "id");
            messages.forEach(m -> table.row(m.about().date(), m.about().customerCode(), m.about().step(),
                    m.parcel().recipient(), m.state().word(), m.id()));
            return Outcome.ok(Answer.of(shown(Json.object(), "messages", messages), table.text()));
        }

        private static String words() {
            return String.join(", ", java.util.Arrays.stream(Message.State.values()).map(Message.State::word).toList());
        }
    }

    @Command(name = "settle", description = "says what became of a message of which it is not known whether it arrived")
    static final class Settle implements Act {
        @Parameters(index = "0", paramLabel = "MESSAGE")
        String message = "";
        @Parameters(index = "1", paramLabel = "sent|not-sent")
        String what = "";

        @Override
        public Outcome<Answer> run(App app) {
            if (!what.equals("sent") && !what.equals("not-sent")) {
                return Outcome.refused(Problem.at("sent|not-sent", "outbox.settle_how", what));
            }
            return app.outbox().find(message).then(found -> app.reminders().sending().settle(found.id(), what.equals("sent")))
                    .map(settled -> Answer.of(json(settled), settled.parcel().recipient() + " is " + settled.state().word() + "."));
        }
    }

    @Command(name = "send", description = "sends what waits in the outbox")
    static final class Send implements Act {
        @Option(names = "--deliver", paramLabel = "smtp[://HOST:PORT]|eml:DIR", defaultValue = "smtp")
        String deliver = "smtp";

        @Override
        public Outcome<Answer> run(App app) {
            return Way.parse(deliver).then(way -> app.post().send(way, List.of(), app.reminders().sending()::obsolete, Progress.NONE))
                    .map(Send::answer);
        }

        private static Answer answer(DispatchReport report) {
            ObjectNode json = Json.object();
            shown(json, "sent", report.sent());
            shown(json, "deferred", report.deferred());
            shown(json, "failed", report.failed());
            shown(json, "unknown", report.unknown());
            String why = report.stopped() == null ? "" : Texts.of(Locale.ENGLISH).of(report.stopped());
            json.put("stopped", why.isEmpty() ? null : why);
            String text = "%d sent, %d put off, %d failed, %d unknown.%s".formatted(report.sent().size(),
                    report.deferred().size(), report.failed().size(), report.unknown().size(), why.isEmpty() ? "" : "\n" + why);
            return new Answer(json, text, why.isEmpty() && report.failed().isEmpty() && report.unknown().isEmpty());
        }
    }

    private static ObjectNode shown(ObjectNode json, String key, List<Message> messages) {
        Json.array(json, key, messages, OutboxCommands::json);
        return json;
    }

    private static ObjectNode json(Message m) {
        ObjectNode json = Json.object().put("id", m.id().toString()).put("customer", m.about().customerCode())
                .put("kind", m.about().kind()).put("step", m.about().step()).put("date", m.about().date().toString())
                .put("to", m.parcel().recipient()).put("state", m.state().word()).put("messageId", m.parcel().mailId());
        return json.put("reply", m.course().replyText());
    }
}
