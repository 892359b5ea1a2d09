package org.goodterms.cli;

import org.goodterms.App;
import org.goodterms.Bookcase;
import org.goodterms.company.Address;
import org.goodterms.company.Company;
import org.goodterms.company.Founding;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about the book itself. */
final class BookCommands {

    private BookCommands() {
    }

    @Command(name = "init", description = "makes a new book; never overwrites one")
    static final class Init implements Making {
        @ArgGroup(multiplicity = "1")
        Beginning beginning = new Beginning();
        @Option(names = "--zone")
        @Nullable String zone;
        @Option(names = "--street")
        String street = "";
        @Option(names = "--postcode")
        String postcode = "";
        @Option(names = "--city")
        String city = "";
        @Option(names = "--tax-id")
        String taxId = "";
        @Option(names = "--email")
        String email = "";
        @Option(names = "--pay-to")
        String payTo = "";
        @Option(names = "--series")
        String series = "";
        @Option(names = "--next")
        long next = 1;

        /** A firm of one's own, the made-up one, or one from a file. */
        static final class Beginning {
            @ArgGroup(exclusive = false)
            @Nullable Own own;
            @Option(names = "--sample", required = true, description = "makes the sample book: a made-up firm with two years of invoices")
            boolean sample;
            @Option(names = "--from", paramLabel = "FILE", required = true, description = "makes a book of an exported one")
            @Nullable String from;
        }

        /** What a firm of one's own cannot do without. */
        static final class Own {
            @Option(names = "--name", required = true)
            String name = "";
            @Option(names = "--country", required = true)
            String country = "";
            @Option(names = "--currency", required = true)
            String currency = "";
        }

        @Override
        public Bookcase.Answer make(Bookcase books, String place) {
            Own own = beginning.own;
            String from = beginning.from;
            return from != null ? books.bringIn(from, place, Progress.NONE) : own == null ? books.makeSample(place, Progress.NONE) : books.make(place, founding(own));
        }

        private Founding founding(Own own) {
            Company.Firm firm = new Company.Firm(own.name, new Address(street, postcode, city, "", own.country), taxId, "",
                    new Company.Reach(email, "", "", ""));
            return new Founding(firm, own.currency, zone, payTo, series, next);
        }

        @Override
        public Answer made(App app) {
            Company company = app.company().company();
            return Answer.of(Json.object().put("name", company.name()).put("currency", company.currency().getCode())
                    .put("zone", company.zone().getId()), "Made the book of " + company.name() + ".");
        }
    }

    @Command(name = "pay-to", description = "how to pay in a currency", subcommands = PayToSet.class)
    static final class PayTo {
    }

    @Command(name = "set", description = "sets how to pay in a currency, as printed")
    static final class PayToSet implements Act {
        @Parameters(index = "0", paramLabel = "CURRENCY")
        String currency = "";
        @Parameters(index = "1", paramLabel = "TEXT")
        String text = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.company().setPayTo(currency, text).map(payTo -> Answer.of(
                    Json.object().put("currency", payTo.currency()).put("payTo", payTo.details()),
                    "Payments in " + payTo.currency() + " go to: " + payTo.details()));
        }
    }

    @Command(name = "run", description = "runs a file of commands, one a line")
    static final class Run {
        @Parameters(index = "0", paramLabel = "FILE", description = "a file, or - for standard input")
        String file = "";
        @Option(names = "--keep-going", description = "goes on after a refused line and ends with 1")
        boolean keepGoing;
    }
}
