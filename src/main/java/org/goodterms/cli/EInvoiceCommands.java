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
import org.goodterms.invoice.EInvoiceWish;
import org.goodterms.invoice.ReceivedInvoice;
import org.goodterms.invoice.ReceivedInvoiceService;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
                description = "xrechnung-ubl, xrechnung-cii, facturx, facturx-basic, facturx-extended, facturx-xrechnung or peppol")
        String format = "";
        @Mixin
        Out out = new Out();

        @Override
        public Outcome<Answer> run(App app) {
            return app.eInvoices().export(number, format).then(bytes ->
                    out.write(bytes, Json.object().put("number", number).put("format", format)));
        }
    }

    @Command(name = "enclose", description = "puts a file into the e-invoices of an invoice or credit note")
    static final class Enclose implements Act {
        @Parameters(index = "0", paramLabel = "NUMBER")
        String number = "";
        @Parameters(index = "1", paramLabel = "FILE")
        String file = "";

        @Override
        public Outcome<Answer> run(App app) {
            try {
                Path path = Path.of(file);
                return app.eInvoices().enclosures().add(number, path.getFileName().toString(), Files.readAllBytes(path)).map(enclosed ->
                        Answer.of(Json.object().put("number", number).put("file", enclosed.name()).put("type", enclosed.mediaType()),
                                enclosed.name() + " travels in the e-invoices of " + number + "."));
            } catch (IOException | InvalidPathException e) {
                return Outcome.refused(Problem.at("FILE", "cli.file_unreadable", file));
            }
        }
    }

    @Command(name = "einvoice", description = "e-invoices of others", subcommands = {ReadFile.class, Wish.class, Book.class, Received.class})
    static final class Group {
    }

    @Command(name = "wish", description = "how a customer wants e-invoices; they then go with each mail")
    static final class Wish implements Act {
        @Option(names = "--customer", required = true)
        String customer = "";
        @Option(names = "--format", description = "none: mails carry the page only")
        @Nullable String format;
        @Option(names = "--leitweg", description = "buyer reference; of German public buyers the Leitweg-ID")
        @Nullable String leitweg;
        @Option(names = "--contract")
        @Nullable String contract;

        @Override
        public Outcome<Answer> run(App app) {
            return app.customers().byCode(customer).then(found -> {
                EInvoiceWish now = app.eInvoices().wish(found.id());
                String chosen = format == null ? now.format() : format.equals("none") ? "" : format;
                return app.eInvoices().wish(found.id(), new EInvoiceWish(chosen, leitweg == null ? now.buyerReference() : leitweg,
                        contract == null ? now.contract() : contract));
            }).map(wish -> Answer.of(Json.object().put("customer", customer).put("format", wish.format())
                    .put("buyerReference", wish.buyerReference()).put("contract", wish.contract()),
                    wish.format().isEmpty() ? "The page only." : "E-invoices as " + wish.format() + "."));
        }
    }

    @Command(name = "book", description = "makes a supplier's e-invoice an expense, its file kept as the receipt")
    static final class Book implements Act {
        @Parameters(index = "0", paramLabel = "FILE")
        String file = "";
        @Option(names = "--account", description = "expense account; default: 6000")
        String account = ReceivedInvoiceService.EXPENSES;

        @Override
        public Outcome<Answer> run(App app) {
            try {
                return app.eInvoices().received().book(Files.readAllBytes(Path.of(file)), account).map(invoice -> Answer.of(json(invoice),
                        "Booked " + invoice.number() + " of " + invoice.seller() + " over " + invoice.payable() + "."));
            } catch (IOException | InvalidPathException | OutOfMemoryError e) {
                return Outcome.refused(Problem.at("FILE", "cli.file_unreadable", file));
            }
        }
    }

    @Command(name = "list", description = "e-invoices of suppliers that became an expense")
    static final class Received implements Act {
        @Override
        public Outcome<Answer> run(App app) {
            Table table = new Table("date", "number", "seller", ">payable");
            app.eInvoices().received().list().forEach(one -> table.row(one.issued(), one.number(), one.seller(), one.payable()));
            ObjectNode json = Json.object();
            Json.array(json, "received", app.eInvoices().received().list(), EInvoiceCommands::json);
            return Outcome.ok(Answer.of(json, table.text()));
        }
    }

    private static ObjectNode json(ReceivedInvoice invoice) {
        ObjectNode json = Json.object().put("number", invoice.number()).put("seller", invoice.seller()).put("date", invoice.issued());
        return Json.put(json, "payable", invoice.payable()).put("currency", invoice.payable().getCurrencyUnit().getCode())
                .put("account", invoice.account());
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
