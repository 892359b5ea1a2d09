package org.goodterms.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.goodterms.App;
import org.goodterms.invoice.EInvoiceService;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about e-invoices. */
final class EInvoiceCommands {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EInvoiceCommands() {
    }

    @Command(name = "export", description = "writes an invoice or credit note as an e-invoice")
    static final class Export implements Act {
        @Parameters(index = "0", paramLabel = "NUMBER")
        String number = "";
        @Option(names = "--format", required = true, paramLabel = "FORMAT",
                description = "xrechnung-ubl, xrechnung-cii, facturx or peppol")
        String format = "";
        @Option(names = "--out", required = true, paramLabel = "FILE")
        String out = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.eInvoices().export(number, format).then(bytes -> PaperCommands.written(out, bytes)).map(bytes ->
                    Answer.of(Json.object().put("number", number).put("format", format).put("file", out)
                            .put("bytes", bytes), "Wrote " + out + "."));
        }
    }

    @Command(name = "einvoice", description = "e-invoices of others", subcommands = ReadFile.class)
    static final class Group {
    }

    /** Needs no book. */
    @Command(name = "read", description = "says what an e-invoice says, and whether it keeps its rules")
    static final class ReadFile implements Act {
        @Parameters(index = "0", paramLabel = "FILE")
        String file = "";

        @Override
        public Outcome<Answer> run(App app) {
            return read();
        }

        Outcome<Answer> read() {
            try {
                return Outcome.ok(answer(EInvoiceService.read(Files.readAllBytes(Path.of(file)))));
            } catch (IOException | InvalidPathException | OutOfMemoryError e) {
                return Outcome.refused(Problem.at("FILE", "cli.file_unreadable", file));
            }
        }

        private static Answer answer(EInvoiceService.Read read) {
            Texts texts = Texts.of(Locale.ENGLISH);
            ObjectNode json = Json.object().put("valid", read.valid());
            ArrayNode problems = json.putArray("problems");
            StringBuilder text = new StringBuilder(read.valid() ? "Valid." : "Not valid.");
            read.problems().forEach(problem -> {
                problems.add(texts.of(problem));
                text.append("\n").append(texts.of(problem));
            });
            json.set("facts", JSON.valueToTree(read.facts()));
            read.facts().forEach((key, value) -> text.append("\n").append(key).append(": ").append(value == null ? "-" : value));
            return new Answer(json, text.toString(), true);
        }
    }
}
