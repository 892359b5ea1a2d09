package org.goodterms.bench;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.goodterms.App;
import org.goodterms.company.Company;
import org.goodterms.company.Founding;
import org.goodterms.customer.Customer;
import org.goodterms.db.BookLocation;
import org.goodterms.db.Database;
import org.goodterms.intake.ImportKind;
import org.goodterms.intake.ImportService;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Progress;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.outbox.Way;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.NewItem;
import org.goodterms.reminder.RunReport;
import org.goodterms.reminder.RunService;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A run of {@code -Dbench.mails} reminders (1,000) from a book on disk to a mail server on this machine, over one connection. */
final class MailBench {
    private static final int MAILS = Integer.getInteger("bench.mails", 1_000);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 4);

    private MailBench() {
    }

    static void run() throws IOException {
        Clock clock = Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        Changes changes = new Changes();
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        Path folder = Files.createTempDirectory("goodterms-bench");
        Database db = Database.create(new BookLocation.Folder(folder.resolve("book")), clock, changes).orThrow();
        try (App app = new App(db, clock, Ids.timeOrdered(clock), changes)) {
            fill(app);
            RunService.Order all = new RunService.Order(new Way.ThisMachine(server.getSmtp().getPort()), true, Set.of());
            long start = System.nanoTime();
            RunReport report = app.reminders().runs().run(all, Progress.NONE).orThrow();
            double took = (System.nanoTime() - start) / 1e9;
            System.out.printf("mail: %,d reminders planned, written, archived and sent, %,d arrived, in %.1f s (%.0f a second)%n",
                    report.sent().size(), server.getReceivedMessages().length, took, report.sent().size() / took);
        } finally {
            server.stop();
            BookBench.delete(folder);
        }
    }

    private static void fill(App app) {
        app.begin(Founding.of("Firm", "FR", "EUR").inZone("UTC").paidTo("IBAN DE89 3704 0044 0532 0130 00")).orThrow();
        Company company = app.company().company();
        app.company().change(company.withFirm(new Company.Firm("Firm", company.firm().address(), "FR1", "",
                new Company.Reach("me@example.org", "", "", "")))).orThrow();
        StringBuilder csv = new StringBuilder("code,name,email\n");
        for (int i = 0; i < MAILS; i++) {
            csv.append("C").append(i).append(",Customer ").append(i).append(",c").append(i).append("@example.org\n");
        }
        app.imports().run(new ImportService.Order(ImportKind.CUSTOMERS, csv.toString().getBytes(StandardCharsets.UTF_8), null, false, false),
                Progress.NONE).orThrow();
        Money amount = Money.of(CurrencyUnit.EUR, 119);
        List<NewItem> items = new ArrayList<>();
        for (int i = 0; i < MAILS; i++) {
            Id<Customer> customer = app.customers().byCode("C" + i).orThrow().id();
            items.add(new NewItem(customer, ItemKind.INVOICE, "RE-2026-" + i, 1, null, TODAY.minusDays(34), TODAY.minusDays(4), amount, amount, "",
                    null, List.of()));
        }
        app.db().write(tx -> {
            app.ledger().post(tx, new Entry(TODAY.minusDays(34), "Invoices", new Entry.Source("invoice", null), List.of(
                    Entry.Posting.debit(Chart.RECEIVABLES, amount.multipliedBy(MAILS)), Entry.Posting.credit(Chart.REVENUE, amount.multipliedBy(MAILS)))));
            return Outcome.ok(app.receivables().open(tx, items));
        }).orThrow();
    }
}
