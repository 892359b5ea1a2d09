package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.goodterms.App;
import org.goodterms.Bookcase;
import org.goodterms.backup.Backup;
import org.goodterms.backup.Totals;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Progress;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The whole book, out and in. */
final class BackupCommands {

    private BackupCommands() {
    }

    @Command(name = "backup", description = "copies the book to a file while it is in use, and proves the copy")
    static final class Make implements Act {
        @Parameters(index = "0", paramLabel = "FILE")
        String file = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.backups().backup(file, Progress.NONE).map(Make::made);
        }

        private static Answer made(Backup backup) {
            ObjectNode json = Json.object().put("file", backup.file()).put("bytes", backup.size());
            totals(json, backup.totals());
            return Answer.of(json, "Backup written and proved: " + backup.file() + " (" + (backup.size() + 1023) / 1024 + " KB)\n"
                    + text(backup.totals()));
        }
    }

    @Command(name = "restore", description = "makes a new book of a backup; name the new book with --book")
    static final class Restore implements Making {
        @Parameters(index = "0", paramLabel = "FILE")
        String file = "";

        @Override
        public Bookcase.Answer make(Bookcase books, String place) {
            return books.restore(file, place, Progress.NONE);
        }

        @Override
        public Answer made(App app) {
            Totals totals = app.backups().totals();
            return Answer.of(totals(Json.object(), totals), text(totals));
        }
    }

    @Command(name = "export", description = "writes the whole book in an open format, one JSON object a line")
    static final class Export implements Act {
        @Parameters(index = "0", paramLabel = "FILE")
        String file = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.backups().export(file, Progress.NONE).map(lines -> Answer.of(
                    Json.object().put("file", file).put("lines", lines), lines + " lines written to " + file));
        }
    }

    private static ObjectNode totals(ObjectNode json, Totals totals) {
        return json.put("name", totals.name()).put("currency", totals.currency()).put("customers", totals.count("customer"))
                .put("invoices", totals.count("document")).put("payments", totals.count("payment"))
                .put("entries", totals.count("entry")).put("documents", totals.documents())
                .put("turnover", plain(totals, totals.turnover())).put("receivables", plain(totals, totals.receivables()))
                .put("head", totals.head());
    }

    private static String plain(Totals totals, long minor) {
        return Money.ofMinor(CurrencyUnit.of(totals.currency()), minor).getAmount().toPlainString();
    }

    private static String text(Totals totals) {
        return totals.name() + ": " + totals.count("customer") + " customers, " + totals.count("document") + " invoices and credit notes, "
                + totals.count("payment") + " payments, " + totals.count("entry") + " entries, " + totals.documents()
                + " archived documents\n" + "debits " + plain(totals, totals.turnover()) + " " + totals.currency() + ", receivables "
                + plain(totals, totals.receivables()) + " " + totals.currency();
    }
}
