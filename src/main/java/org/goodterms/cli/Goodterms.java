package org.goodterms.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program as a command: its global options and its commands. */
@Command(name = "goodterms", version = "Good Terms 1.0.0", mixinStandardHelpOptions = true,
        description = "Get paid on time and stay on good terms. Without a command it opens the window.",
        subcommands = {BookCommands.Init.class, BookCommands.PayTo.class, BookCommands.Run.class,
            BackupCommands.Make.class, BackupCommands.Restore.class, BackupCommands.Export.class,
            LedgerCommands.AccountGroup.class, LedgerCommands.JournalGroup.class, LedgerCommands.Lock.class,
            LedgerCommands.Unlock.class, ClosingCommands.Year.class, ClosingCommands.Allowance.class,
            ClosingCommands.Revalue.class, CustomerCommands.Group.class, CustomerCommands.CreditHold.class,
            InvoiceCommands.Group.class, InvoiceCommands.CreditNoteGroup.class, PaymentCommands.Group.class,
            PaymentCommands.Refund.class, BankCommands.Group.class, PaymentCommands.SuspenseGroup.class, DisputeCommands.Group.class, EInvoiceCommands.Group.class,
            AgreementCommands.PromiseGroup.class, AgreementCommands.PlanGroup.class, AgreementCommands.Extend.class,
            FollowUpCommands.ContactGroup.class, FollowUpCommands.TaskGroup.class, InterestCommands.Group.class,
            InterestCommands.FeeGroup.class, WriteOffCommands.Off.class, WriteOffCommands.ReliefGroup.class,
            WriteOffCommands.Recover.class, HandOverCommands.Over.class, HandOverCommands.Back.class,
            RecurringCommands.Group.class, RecurringCommands.BillableGroup.class,
            WorklistCommand.class, RemindCommands.Group.class, PolicyCommands.Group.class, HoldCommands.Group.class, HoldCommands.DncGroup.class,
            ImportCommand.class, OpenItemCommands.Group.class, CheckCommand.class, OutboxCommands.Group.class,
            ReportCommands.AgingCommand.class, ReportCommands.OpenItems.class, ReportCommands.StatementCommand.class, MonthlyCommand.class,
            ReportCommands.TrialBalance.class, BooksCommands.Income.class,
            BooksCommands.Sheet.class, BooksCommands.Tax.class, ReconcileCommand.class, BooksCommands.MetricsCommand.class, BooksCommands.BooksGroup.class, ReportCommands.Ledger.class})
final class Goodterms {
    /** May stand behind the command too, as with restore; the last one said counts. */
    @Option(names = "--book", paramLabel = "BOOK", scope = CommandLine.ScopeType.INHERIT,
            description = "a book folder, or jdbc:postgresql://host/database; default: the last one opened")
    java.util.List<String> books = new java.util.ArrayList<>();

    @Option(names = "--on", paramLabel = "DATE", scope = CommandLine.ScopeType.INHERIT,
            description = "the business date, yyyy-mm-dd; default: today")
    @Nullable String on;

    @Option(names = "--json", scope = CommandLine.ScopeType.INHERIT, description = "one JSON document on standard output")
    boolean json;

    /** A fresh parser: option values may begin with a minus, single letters are not split up. */
    static CommandLine commandLine() {
        return new CommandLine(new Goodterms()).setPosixClusteredShortOptionsAllowed(false)
                .setUnmatchedOptionsAllowedAsOptionParameters(true).setAllowOptionsAsOptionParameters(false)
                .setTrimQuotes(false).setExpandAtFiles(false);
    }
}
