package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.goodterms.App;
import org.goodterms.kernel.Outcome;
import org.goodterms.outbox.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Commands about the pages of invoices and credit notes. */
final class PaperCommands {

    private PaperCommands() {
    }

    @Command(name = "pdf", description = "writes the page of an invoice or credit note, as it is archived")
    static final class Pdf implements Act {
        @Parameters(index = "0", paramLabel = "NUMBER")
        String number = "";
        @Mixin
        Out out = new Out();

        @Override
        public Outcome<Answer> run(App app) {
            return out.write(app.papers().pdf(number), "number", number);
        }
    }

    @Command(name = "send", description = "puts an invoice or credit note into the outbox, to be mailed")
    static final class Send implements Act {
        @Parameters(index = "0", paramLabel = "NUMBER")
        String number = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.mailing().send(number).map(messages -> {
                ObjectNode json = Json.object().put("number", number);
                Json.array(json, "messages", messages, message -> Json.object().put("id", message.id().toString())
                        .put("to", message.parcel().recipient()).put("state", message.state().word()));
                return Answer.of(json, number + " waits in the outbox for " + recipients(messages) + ".");
            });
        }

        private static String recipients(List<Message> messages) {
            return String.join(", ", messages.stream().map(message -> message.parcel().recipient()).toList());
        }
    }
}
