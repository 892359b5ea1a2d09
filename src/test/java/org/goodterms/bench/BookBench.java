package org.goodterms.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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
import org.goodterms.intake.ImportKind;
import org.goodterms.intake.ImportReport;
import org.goodterms.intake.ImportService;
import org.goodterms.invoice.IssueOptions;
import org.goodterms.invoice.Line;
import org.goodterms.invoice.TaxKey;
import org.goodterms.kernel.Progress;
import org.goodterms.report.AgingBasis;
import org.jspecify.annotations.Nullable;

/** Measurements over a book of {@code -Dbench.invoices} invoices (100,000) of 2,000 customers, made when first wanted. */
final class BookBench implements AutoCloseable {
    private static final int INVOICES = Integer.getInteger("bench.invoices", 100_000);
    private static final int CUSTOMERS = 2_000;
    private static final int RUNS = 7;
    private final Path folder;
    private final Clock clock = Clock.systemDefaultZone();
    private final Bookcase books;
    private @Nullable App app;

    BookBench() throws IOException {
        folder = Files.createTempDirectory("goodterms-bench");
        books = new Bookcase(folder.resolve("home"), clock, (book, today, at, progress) -> book.sample().fill(
                org.goodterms.sample.SampleService.SEED, today, at, progress));
    }

    void sample() {
        long start = System.nanoTime();
        Bookcase.Opened made = (Bookcase.Opened) books.makeSample(folder.resolve("sample").toString(), Progress.NONE);
        System.out.printf("sample: made in %d ms%n", ms(start));
        made.app().close();
    }

    /** Imports customers, then invoices, from CSV; both durable at the end. */
    void imported() {
        book();
    }

    private App book() {
        App open = app;
        if (open != null) {
            return open;
        }
        Founding founding = Founding.of("Bench", "DE", "EUR").paidTo("IBAN DE89 3704 0044 0532 0130 00");
        App made = ((Bookcase.Opened) books.make(folder.resolve("book").toString(), founding)).app();
        StringBuilder customers = new StringBuilder("code,name\n");
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.append("C").append(i).append(",Customer ").append(i).append('\n');
        }
        StringBuilder invoices = new StringBuilder("number,customer,date,due,amount,tax\n");
        LocalDate first = LocalDate.now(clock).minusYears(5);
        for (int i = 0; i < INVOICES; i++) {
            LocalDate date = first.plusDays(i * 1_820L / INVOICES);
            invoices.append("A-").append(i).append(",C").append(i * 7L % CUSTOMERS).append(',').append(date).append(',').append(date.plusDays(30))
                    .append(',').append(100 + i % 900).append(".00,19\n");
        }
        run(made, ImportKind.CUSTOMERS, customers);
        long start = System.nanoTime();
        ImportReport report = run(made, ImportKind.INVOICES, invoices);
        System.out.printf("import: %,d invoices in %d ms%n", report.imported(), ms(start));
        app = made;
        return made;
    }

    private static ImportReport run(App into, ImportKind kind, StringBuilder csv) {
        return into.imports().run(new ImportService.Order(kind, csv.toString().getBytes(StandardCharsets.UTF_8), null, false, false), Progress.NONE).orThrow();
    }

    void aging() {
        LocalDate today = LocalDate.now(clock);
        App open = book();
        System.out.printf("aging: of %,d invoices, all open, in %d ms; two years ago in %d ms (medians)%n", INVOICES,
                median(() -> open.reports().aging(today, AgingBasis.DUE_DATE, null, null)),
                median(() -> open.reports().aging(today.minusYears(2), AgingBasis.DUE_DATE, null, null)));
    }

    /** Each is on the disk when it returns. */
    void issue() {
        App open = book();
        var customer = open.customers().byCode("C1").orThrow().id();
        var draft = open.invoices().blank(customer).withLines(List.of(
                Line.of("Work", new BigDecimal("12.5"), new BigDecimal("84.00"), TaxKey.of(new BigDecimal("19"))),
                Line.of("Travel", BigDecimal.ONE, new BigDecimal("38.00"), TaxKey.of(new BigDecimal("19"))),
                Line.of("Book", BigDecimal.ONE, new BigDecimal("14.00"), TaxKey.of(new BigDecimal("7")))));
        for (int i = 0; i < 60; i++) {
            open.invoices().issue(draft, IssueOptions.LENIENT).orThrow();
        }
        long act = median(() -> open.db().write(tx -> open.invoices().issue(tx, draft, IssueOptions.LENIENT)));
        long whole = median(() -> open.invoices().issue(draft, IssueOptions.LENIENT));
        System.out.printf("issue: one invoice of three lines, durable, in %d ms; with its page made and archived in %d ms (medians)%n", act, whole);
    }

    void memory() {
        book();
        System.gc();
        System.gc();
        System.out.printf("memory: %d MB of heap at rest with the book open%n", Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20);
    }

    void backup() {
        App open = book();
        long start = System.nanoTime();
        long size = open.backups().backup(folder.resolve("b.zip").toString(), Progress.NONE).orThrow().size();
        System.out.printf("backup: %,d KB written, restored for proof and checked in %d ms%n", size >> 10, ms(start));
    }

    /** From the start of a process to a Today page that one can click, headless, over this book; the best of three. */
    void start() throws IOException, InterruptedException {
        book().close();
        app = null;
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            best = Math.min(best, started());
        }
        System.out.printf("start: process start to a usable Today page in %d ms (best of three)%n", best);
        app = ((Bookcase.Opened) books.open(folder.resolve("book").toString())).app();
    }

    private long started() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Dglass.platform=Headless", "-Dprism.order=sw", "-cp", System.getProperty("java.class.path"), TodayStart.class.getName(),
                folder.resolve("home").toString(), folder.resolve("book").toString()));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            long took = ms(start);
            process.waitFor();
            if (!"READY".equals(line)) {
                throw new IOException("the window did not appear: " + line);
            }
            return took;
        }
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

    @Override
    public void close() throws IOException {
        App open = app;
        if (open != null) {
            open.close();
        }
        delete(folder);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
