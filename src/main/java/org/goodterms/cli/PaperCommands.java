package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.goodterms.App;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.outbox.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about the pages of invoices and credit notes. */
final class PaperCommands {

    private PaperCommands() {
    }

    @Command(name = "pdf", description = "writes the page of an invoice or credit note, as it is archived")
    static final class Pdf implements Act {
        @Parameters(index = "0", paramLabel = "NUMBER")
        String number = "";
        @Option(names = "--out", required = true, paramLabel = "FILE")
        String out = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.papers().pdf(number).then(pdf -> written(out, pdf)).map(bytes -> {
                ObjectNode json = Json.object().put("number", number).put("file", out).put("bytes", bytes);
                return Answer.of(json, "Wrote " + out + ".");
            });
        }
    }

    static Outcome<Integer> written(String file, byte[] bytes) {
        try {
            Files.write(Path.of(file), bytes);
            return Outcome.ok(bytes.length);
        } catch (IOException | InvalidPathException e) {
            return Outcome.refused(Problem.at("--out", "cli.file_unwritable", file));
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
