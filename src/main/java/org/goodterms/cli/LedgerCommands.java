package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goodterms.App;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.ledger.AccountKind;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.report.JournalFormat;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about accounts, entries by hand and the period lock. */
final class LedgerCommands {
    static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private LedgerCommands() {
    }

    @Command(name = "account", description = "the chart of accounts", subcommands = {AccountAdd.class,
        AccountRename.class, AccountList.class})
    static final class AccountGroup {
    }

    @Command(name = "add", description = "adds an account")
    static final class AccountAdd implements Act {
        @Parameters(index = "0", paramLabel = "NUMBER")
        String number = "";
        @Option(names = "--name", required = true)
        String name = "";
        @Option(names = "--type", required = true)
        String type = "";

        @Override
        public Outcome<Answer> run(App app) {
            AccountKind kind = Read.found(AccountKind.of(type), Problem.at("--type", "cli.account_type", type));
            return app.ledger().addAccount(number, name, kind).map(account -> Answer.of(Json.object()
                    .put("number", account.number()).put("name", account.name()).put("type", account.kind().word()),
                    "Added account " + account.number() + " " + account.name() + "."));
        }
    }

    @Command(name = "rename", description = "gives an account another name")
    static final class AccountRename implements Act {
        @Parameters(index = "0", paramLabel = "NUMBER")
        String number = "";
        @Option(names = "--name", required = true)
        String name = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.ledger().renameAccount(number, name).map(account -> Answer.of(Json.object()
                    .put("number", account.number()).put("name", account.name()).put("type", account.kind().word()),
                    "Account " + account.number() + " is now " + account.name() + "."));
        }
    }

    @Command(name = "list", description = "lists the accounts")
    static final class AccountList implements Act {

        @Override
        public Outcome<Answer> run(App app) {
            ObjectNode json = Json.object();
            Table table = new Table("Number", "Name", "Type");
            Json.array(json, "accounts", app.ledger().accounts(), account -> {
                table.row(account.number(), account.name(), account.kind().word());
                return Json.object().put("number", account.number()).put("name", account.name())
                        .put("type", account.kind().word());
            });
            return Outcome.ok(Answer.of(json, table.text()));
        }
    }

    @Command(name = "journal", description = "the journal", subcommands = {JournalPost.class, JournalList.class, JournalExport.class,
        JournalRecurringCommands.Group.class})
    static final class JournalGroup {
    }

    @Command(name = "post", description = "makes an entry by hand")
    static final class JournalPost implements Act {
        @Option(names = "--date")
        @Nullable String date;
        @Option(names = "--text", required = true)
        String text = "";
        @Option(names = "--debit", required = true)
        String debit = "";
        @Option(names = "--credit", required = true)
        String credit = "";

        @Override
        public Outcome<Answer> run(App app) {
            CurrencyUnit book = app.company().company().currency();
            List<Entry.Posting> postings = new ArrayList<>();
            Read.amounts("--debit", debit, book).forEach((account, amount) ->
                    postings.add(Entry.Posting.debit(account, positive("--debit", amount))));
            Read.amounts("--credit", credit, book).forEach((account, amount) ->
                    postings.add(Entry.Posting.credit(account, positive("--credit", amount))));
            LocalDate on = Read.date("--date", date, app.today());
            return app.ledger().postByHand(on, text, postings)
                    .map(entry -> Answer.of(json(entry), "Posted entry " + entry.seq() + " of " + on + "."));
        }

        private static Money positive(String option, Money amount) {
            if (!amount.isPositive()) {
                throw new Read.Refusal(Problem.at(option, "cli.not_positive", option, amount));
            }
            return amount;
        }
    }

    @Command(name = "list", description = "lists entries")
    static final class JournalList implements Act {
        @Option(names = "--from")
        @Nullable String from;
        @Option(names = "--to")
        @Nullable String to;

        @Override
        public Outcome<Answer> run(App app) {
            List<PostedEntry> entries = app.ledger().entries(Read.date("--from", from, FIRST), Read.date("--to", to, LAST));
            ObjectNode json = Json.object();
            Table table = new Table("Date", "Text", "Account", ">Debit", ">Credit");
            entries.forEach(entry -> entry.entry().postings().forEach(p -> table.row(entry.entry().effective(),
                    entry.entry().text(), p.account(), debit(p), credit(p))));
            Json.array(json, "entries", entries, LedgerCommands::json);
            return Outcome.ok(Answer.of(json, table.text()));
        }
    }

    @Command(name = "export", description = "writes the whole journal for another program")
    static final class JournalExport implements Act {
        @Parameters(index = "0", paramLabel = "FILE")
        String file = "";
        @Option(names = "--format", required = true, paramLabel = "hledger|beancount|csv")
        String format = "";

        @Override
        public Outcome<Answer> run(App app) {
            JournalFormat form = Read.found(JournalFormat.of(format),
                    Problem.at("--format", "cli.journal_format", format));
            return Out.written(file, app.accounting().files().file(form)).map(size -> Answer.of(
                    Json.object().put("file", file).put("format", form.word()).put("bytes", size), "Wrote " + file + "."));
        }
    }

    static ObjectNode json(PostedEntry posted) {
        Entry entry = posted.entry();
        ObjectNode node = Json.object().put("date", entry.effective().toString()).put("text", entry.text())
                .put("seq", posted.seq());
        Json.array(node, "lines", entry.postings(), LedgerCommands::json);
        return node;
    }

    static ObjectNode json(Entry.Posting p) {
        return Json.object().put("account", p.account()).put("debit", debit(p)).put("credit", credit(p));
    }

    private static String debit(Entry.Posting p) {
        return plain(p.amount().isPositive() ? p.amount() : Money.zero(p.amount().getCurrencyUnit()));
    }

    private static String credit(Entry.Posting p) {
        return plain(p.amount().isNegative() ? p.amount().negated() : Money.zero(p.amount().getCurrencyUnit()));
    }

    private static String plain(Money money) {
        return org.goodterms.kernel.MoneyText.plain(money);
    }

    @Command(name = "lock", description = "locks the books up to a day")
    static final class Lock implements Act {
        @Option(names = "--to", required = true)
        String to = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.ledger().lock(Read.date("--to", to)).map(LedgerCommands::locked);
        }
    }

    @Command(name = "unlock", description = "opens locked days again; the reason is logged")
    static final class Unlock implements Act {
        @Option(names = "--to", required = true)
        String to = "";
        @Option(names = "--reason", required = true)
        String reason = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.ledger().unlock(Read.date("--to", to), reason).map(LedgerCommands::locked);
        }
    }

    private static Answer locked(LocalDate to) {
        return Answer.of(Json.put(Json.object(), "lockedTo", to), "The books are locked up to " + to + ".");
    }
}
