package org.goodterms.cli;

import java.util.UUID;
import org.goodterms.App;
import org.goodterms.invoice.TradePage;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands that write quotes, delivery notes, receipts, welcome letters and the working of interest to a file. */
final class LetterCommands {
    private static final String ABOUT = "about";

    private LetterCommands() {
    }

    private static Outcome<Answer> trade(App app, String about, Out out, TradePage.Form form) {
        return out.write(isId(about) ? app.letters().trade().pdf(Id.of(UUID.fromString(about)), form)
                : app.letters().trade().pdf(about, form), ABOUT, about);
    }

    private static boolean isId(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    @Command(name = "quote", description = "writes a draft as a quote; issuing the draft turns it into an invoice")
    static final class Quote implements Act {
        @Parameters(index = "0", paramLabel = "DRAFT")
        String draft = "";
        @Mixin
        Out out = new Out();

        @Override
        public Outcome<Answer> run(App app) {
            return trade(app, draft, out, TradePage.Form.QUOTE);
        }
    }

    @Command(name = "confirm", description = "writes a draft or an invoice as an order confirmation")
    static final class Confirm implements Act {
        @Parameters(index = "0", paramLabel = "DRAFT|NUMBER")
        String about = "";
        @Mixin
        Out out = new Out();

        @Override
        public Outcome<Answer> run(App app) {
            return trade(app, about, out, TradePage.Form.CONFIRMATION);
        }
    }

    @Command(name = "delivery-note", description = "writes a draft or an invoice as a delivery note, without prices")
    static final class Delivery implements Act {
        @Parameters(index = "0", paramLabel = "DRAFT|NUMBER")
        String about = "";
        @Mixin
        Out out = new Out();

        @Override
        public Outcome<Answer> run(App app) {
            return trade(app, about, out, TradePage.Form.DELIVERY);
        }
    }

    @Command(name = "receipt", description = "writes the receipt for a payment")
    static final class Receipt implements Act {
        @Parameters(index = "0", paramLabel = "ID")
        String id = "";
        @Mixin
        Out out = new Out();

        @Override
        public Outcome<Answer> run(App app) {
            return PaymentCommands.find(app, id).then(payment -> out.write(app.letters().receipts().pdf(payment), ABOUT, payment.number()));
        }
    }

    @Command(name = "welcome", description = "writes the letter for a first order: terms, how to pay, what happens when late")
    static final class Welcome implements Act {
        @Parameters(index = "0", paramLabel = "CODE")
        String code = "";
        @Mixin
        Out out = new Out();

        @Override
        public Outcome<Answer> run(App app) {
            return app.customers().byCode(code).then(customer ->
                    out.write(Outcome.ok(app.letters().terms().welcome(customer)), ABOUT, customer.code()));
        }
    }

    @Command(name = "credit-form", description = "writes the form on which a customer applies for credit")
    static final class CreditForm implements Act {
        @Parameters(index = "0", paramLabel = "CODE")
        String code = "";
        @Mixin
        Out out = new Out();

        @Override
        public Outcome<Answer> run(App app) {
            return app.customers().byCode(code).then(customer ->
                    out.write(Outcome.ok(app.letters().terms().application(customer)), ABOUT, customer.code()));
        }
    }

    @Command(name = "working", description = "writes how the interest on an item comes about")
    static final class Working implements Act {
        @Option(names = "--item", required = true)
        String item = "";
        @Mixin
        Out out = new Out();

        @Override
        public Outcome<Answer> run(App app) {
            return out.write(app.letters().terms().working(item), ABOUT, item);
        }
    }
}
