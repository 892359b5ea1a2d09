package org.goodterms.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.goodterms.App;
import org.goodterms.Bookcase;
import org.goodterms.company.Founding;
import org.goodterms.kernel.Outcome;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.Entry.Posting;
import org.goodterms.report.IncomeStatement;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The reports of the general ledger over a book of {@code -Dbench.postings} postings (1,000,000), over five years. */
final class LedgerBench {
    private static final int POSTINGS = Integer.getInteger("bench.postings", 1_000_000);
    private static final int LINES = 4;
    private static final int BATCH = 10_000;
    private static final int RUNS = 5;
    private static final int DAYS = 1_820;
    private static final Money CENT = Money.ofMinor(CurrencyUnit.EUR, 1);

    private LedgerBench() {
    }

    static void run() throws IOException {
        Path folder = Files.createTempDirectory("goodterms-bench");
        Clock clock = Clock.systemDefaultZone();
        Bookcase books = new Bookcase(folder.resolve("home"), clock, null);
        LocalDate today = LocalDate.now(clock);
        try (App app = ((Bookcase.Opened) books.make(folder.resolve("book").toString(), Founding.of("Bench", "DE", "EUR"))).app()) {
            long start = System.nanoTime();
            app.db().writeBulk(tx -> {
                for (int i = 0; i < POSTINGS / LINES; i += BATCH) {
                    app.ledger().postAll(tx, entries(today.minusDays(DAYS), i, Math.min(BATCH, POSTINGS / LINES - i)));
                }
                return Outcome.ok(POSTINGS);
            }).orThrow();
            System.out.printf("postings: %,d written in %d ms%n", POSTINGS, ms(start));
            LocalDate first = today.withDayOfYear(1);
            System.out.printf("trial balance: over %,d postings in %d ms; income of this year in %d ms, of all five in %d ms (medians)%n", POSTINGS,
                    median(() -> app.reports().trialBalance(today, null)),
                    median(() -> app.accounting().reports().income(first, today, IncomeStatement.Basis.ACCRUAL, null)),
                    median(() -> app.accounting().reports().income(today.minusDays(DAYS), today, IncomeStatement.Basis.ACCRUAL, null)));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static List<Entry> entries(LocalDate first, int from, int count) {
        List<Entry> entries = new ArrayList<>(count);
        for (int i = from; i < from + count; i++) {
            Money net = Money.of(CurrencyUnit.EUR, new BigDecimal(100 + i % 900));
            Money tax = net.multipliedBy(new BigDecimal("0.19"), java.math.RoundingMode.HALF_UP);
            entries.add(new Entry(first.plusDays((long) i * DAYS * LINES / POSTINGS), "Entry " + i, new Entry.Source("hand", null),
                    i % 2 == 0 ? List.of(Posting.debit("1000", net.plus(tax)), Posting.credit("4000", net), Posting.credit("2200", tax.minus(CENT)), Posting.credit("4150", CENT))
                            : List.of(Posting.debit("6000", net), Posting.debit("1400", tax), Posting.debit("6100", CENT), Posting.credit("1000", net.plus(tax).plus(CENT)))));
        }
        return entries;
    }

    private static long median(Supplier<?> work) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            work.get();
            times.add(ms(start));
        }
        times.sort(Comparator.naturalOrder());
        return times.get(RUNS / 2);
    }

    private static long ms(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
