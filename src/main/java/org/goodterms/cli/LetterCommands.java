package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.goodterms.App;
import org.goodterms.invoice.TradePage;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands that write quotes, delivery notes, receipts, welcome letters and the working of interest to a file. */
final class LetterCommands {

    private LetterCommands() {
    }

    private static Outcome<Answer> written(Outcome<byte[]> page, String about, String out) {
        return page.then(pdf -> PaperCommands.written(out, pdf)).map(bytes -> {
            ObjectNode json = Json.object().put("about", about).put("file", out).put("bytes", bytes);
            return Answer.of(json, "Wrote " + out + ".");
        });
    }

    private static Outcome<Answer> trade(App app, String about, String out, TradePage.Form form) {
        Outcome<byte[]> page = isId(about) ? app.letters().trade().pdf(Id.of(UUID.fromString(about)), form)
                : app.letters().trade().pdf(about, form);
        return written(page, about, out);
    }

    private static boolean isId(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    @Command(name = "quote", description = "writes a draft as a quote; issuing the draft turns it into an invoice")
    static final class Quote implements Act {
        @Parameters(index = "0", paramLabel = "DRAFT")
        String draft = "";
        @Option(names = "--out", required = true, paramLabel = "FILE")
        String out = "";

        @Override
        public Outcome<Answer> run(App app) {
            return trade(app, draft, out, TradePage.Form.QUOTE);
        }
    }

    @Command(name = "confirm", description = "writes a draft or an invoice as an order confirmation")
    static final class Confirm implements Act {
        @Parameters(index = "0", paramLabel = "DRAFT|NUMBER")
        String about = "";
        @Option(names = "--out", required = true, paramLabel = "FILE")
        String out = "";

        @Override
        public Outcome<Answer> run(App app) {
            return trade(app, about, out, TradePage.Form.CONFIRMATION);
        }
    }

    @Command(name = "delivery-note", description = "writes a draft or an invoice as a delivery note, without prices")
    static final class Delivery implements Act {
        @Parameters(index = "0", paramLabel = "DRAFT|NUMBER")
        String about = "";
        @Option(names = "--out", required = true, paramLabel = "FILE")
        String out = "";

        @Override
        public Outcome<Answer> run(App app) {
            return trade(app, about, out, TradePage.Form.DELIVERY);
        }
    }

    @Command(name = "receipt", description = "writes the receipt for a payment")
    static final class Receipt implements Act {
        @Parameters(index = "0", paramLabel = "ID")
        String id = "";
        @Option(names = "--out", required = true, paramLabel = "FILE")
        String out = "";

        @Override
        public Outcome<Answer> run(App app) {
            return PaymentCommands.find(app, id).then(payment -> written(app.letters().receipts().pdf(payment), payment.number(), out));
        }
    }

    @Command(name = "welcome", description = "writes the letter for a first order: terms, how to pay, what happens when late")
    static final class Welcome implements Act {
        @Parameters(index = "0", paramLabel = "CODE")
        String code = "";
        @Option(names = "--out", required = true, paramLabel = "FILE")
        String out = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.customers().byCode(code).then(customer ->
                    written(Outcome.ok(app.letters().terms().welcome(customer)), customer.code(), out));
        }
    }

    @Command(name = "credit-form", description = "writes the form on which a customer applies for credit")
    static final class CreditForm implements Act {
        @Parameters(index = "0", paramLabel = "CODE")
        String code = "";
        @Option(names = "--out", required = true, paramLabel = "FILE")
        String out = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.customers().byCode(code).then(customer ->
                    written(Outcome.ok(app.letters().terms().application(customer)), customer.code(), out));
        }
    }

    @Command(name = "working", description = "writes how the interest on an item comes about")
    static final class Working implements Act {
        @Option(names = "--item", required = true)
        String item = "";
        @Option(names = "--out", required = true, paramLabel = "FILE")
        String out = "";

        @Override
        public Outcome<Answer> run(App app) {
            return written(app.letters().terms().working(item), item, out);
        }
    }
}
