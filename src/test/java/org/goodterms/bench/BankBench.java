package org.goodterms.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.goodterms.App;
import org.goodterms.bank.BankImportService;
import org.goodterms.bank.BankReport;
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
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.NewItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** 10,000 bank lines imported and matched against 20,000 open invoices of 1,000 customers, in a book on disk. */
public final class BankBench {
    private static final int CUSTOMERS = 1_000;
    private static final int INVOICES = 20_000;
    private static final int LINES = Integer.getInteger("lines", 10_000);

    private BankBench() {
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("bank-bench").resolve("book");
        Clock clock = Clock.fixed(Instant.parse("2026-06-30T11:00:00Z"), ZoneOffset.UTC);
        Changes changes = new Changes();
        Database db = Database.create(new BookLocation.Folder(folder), clock, changes).orThrow();
        try (App app = new App(db, clock, Ids.timeOrdered(clock), changes)) {
            app.begin(Founding.of("Firm", "DE", "EUR")).orThrow();
            List<Money> amounts = open(app);
            byte[] file = file(amounts);
            long cpu = cpu();
            long start = System.nanoTime();
            BankReport report = app.bank().imports().run(new BankImportService.Order(file, "1000", "auto", null, false),
                    Progress.NONE).orThrow();
            long took = System.nanoTime() - start;
            cpu = cpu() - cpu;
            start = System.nanoTime();
            int again = app.bank().imports().run(new BankImportService.Order(file, "1000", "auto", null, false),
                    Progress.NONE).orThrow().fresh();
            long second = System.nanoTime() - start;
            start = System.nanoTime();
            int waiting = app.bank().lines().list(true).size();
            long list = System.nanoTime() - start;
            System.gc();
            long held = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            System.out.printf("bank: %d lines, %d matched in %.1f s (%.1f s of them on the processor, %.0f lines/s), again %d new in %.1f s, "
                    + "%d waiting listed with proposals in %.1f s, heap held %d MB%n", report.lines(), report.matched(),
                    took / 1e9, cpu / 1e9, report.lines() * 1e9 / took, again, second / 1e9, waiting, list / 1e9, held >> 20);
        }
    }

    /** Nanoseconds this thread was on the processor: comparable on a busy machine. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<Money> open(App app) {
        StringBuilder csv = new StringBuilder("code,name\n");
        for (int i = 0; i < CUSTOMERS; i++) {
            csv.append("C").append(i).append(",").append(name(i)).append('\n');
        }
        app.imports().run(new ImportService.Order(ImportKind.CUSTOMERS, csv.toString().getBytes(StandardCharsets.UTF_8), null,
                false, false), Progress.NONE).orThrow();
        List<Id<Customer>> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(app.customers().byCode("C" + i).orThrow().id());
        }
        Random random = new Random(1);
        List<Money> amounts = new ArrayList<>();
        app.db().write(tx -> {
            List<NewItem> items = new ArrayList<>();
            Money sum = Money.zero(CurrencyUnit.EUR);
            LocalDate date = LocalDate.of(2026, 1, 2);
            for (int i = 0; i < INVOICES; i++) {
                Money amount = Money.ofMinor(CurrencyUnit.EUR, 1_000 + random.nextInt(5_000_000));
                amounts.add(amount);
                sum = sum.plus(amount);
                items.add(new NewItem(customers.get(i % CUSTOMERS), ItemKind.INVOICE, number(i), 1, new UUID(1, i), date,
                        date.plusDays(30), amount, amount, "", null, List.of()));
            }
            app.receivables().open(tx, items);
            app.ledger().post(tx, new Entry(date, "Invoices", new Entry.Source("invoice", null), List.of(
                    Entry.Posting.debit(Chart.RECEIVABLES, sum), Entry.Posting.credit(Chart.REVENUE, sum))));
            return Outcome.ok(1);
        }).orThrow();
        return amounts;
    }

    private static String name(int i) {
        return "Firm" + Integer.toString(i * 7919 + 1000, 36) + " Trading " + i;
    }

    private static String number(int i) {
        return "RE-2026-%05d".formatted(i);
    }

    /** Nine in ten name their invoice, most in full; the rest says nothing. */
    private static byte[] file(List<Money> amounts) {
        StringBuilder csv = new StringBuilder("Booking Date,Value Date,Partner Name,Partner Iban,Payment Reference,Amount (EUR)\n");
        for (int i = 0; i < LINES; i++) {
            int invoice = i * 2;
            String date = LocalDate.of(2026, 2, 1).plusDays(i / 100).toString();
            Money amount = i % 5 == 0 ? amounts.get(invoice).dividedBy(2, java.math.RoundingMode.DOWN) : amounts.get(invoice);
            String text = i % 10 == 9 ? "thank you " + i : "Invoice " + number(invoice).replace('-', ' ') + " thank you";
            csv.append(date).append(",,").append(name(invoice % CUSTOMERS)).append(",,").append(text).append(',')
                    .append(amount.getAmount().toPlainString()).append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
