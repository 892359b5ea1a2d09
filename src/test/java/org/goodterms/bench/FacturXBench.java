package org.goodterms.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.goodterms.App;
import org.goodterms.Bookcase;
import org.goodterms.company.Address;
import org.goodterms.company.Company;
import org.goodterms.company.Founding;
import org.goodterms.customer.CustomerField;
import org.goodterms.customer.CustomerForm;
import org.goodterms.invoice.Document;
import org.goodterms.invoice.Draft;
import org.goodterms.invoice.IssueOptions;
import org.goodterms.invoice.Line;
import org.goodterms.invoice.TaxKey;

/** Invoices of three lines in a book: issued with their page, then each made a Factur-X file, checked and kept. */
final class FacturXBench {
    private static final int WARM = Integer.getInteger("bench.facturx.warm", 30);
    private static final int TIMED = Integer.getInteger("bench.facturx", 100);

    private FacturXBench() {
    }

    static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("goodterms-facturx");
        Bookcase books = new Bookcase(folder, Clock.systemDefaultZone(), null);
        Founding founding = Founding.of("Bench", "DE", "EUR").withFirm(new Company.Firm("Bench", new Address("Weg 1", "10115", "Berlin", "", "DE"),
                "DE123456789", "", new Company.Reach("b@example.org", "+49 30 1", "", "B"))).paidTo("IBAN DE89 3704 0044 0532 0130 00");
        try (App app = ((Bookcase.Opened) books.make(folder.resolve("book").toString(), founding)).app()) {
            var typed = new java.util.EnumMap<CustomerField, String>(app.customers().blank().typed());
            typed.putAll(java.util.Map.of(CustomerField.CODE, "A", CustomerField.NAME, "Alpha GmbH", CustomerField.STREET, "Weg 2",
                    CustomerField.POSTCODE, "20095", CustomerField.CITY, "Hamburg", CustomerField.EMAIL, "a@example.org"));
            Draft draft = app.invoices().blank(app.customers().add(new CustomerForm(typed, java.util.List.of())).orThrow().id())
                    .withLines(java.util.stream.Stream.of("Work", "Travel", "Material").map(text -> Line.of(text, java.math.BigDecimal.TWO,
                            new java.math.BigDecimal("99.50"), TaxKey.of(new java.math.BigDecimal("19")))).toList());
            measure(app, draft, WARM, false);
            measure(app, draft, TIMED, true);
        }
    }

    private static void measure(App app, Draft draft, int many, boolean told) {
        long start = System.nanoTime();
        java.util.List<Document> issued = java.util.stream.IntStream.range(0, many)
                .mapToObj(i -> app.invoices().issue(draft, IssueOptions.STRICT).orThrow().document()).toList();
        long pages = System.nanoTime() - start;
        start = System.nanoTime();
        long bytes = 0;
        for (Document document : issued) {
            bytes += app.eInvoices().export(document.number(), "facturx").orThrow().length;
        }
        long files = System.nanoTime() - start;
        System.gc();
        long held = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        if (told) {
            System.out.printf("facturx: %d invoices issued with their page %.0f/s, Factur-X made, checked and kept %.0f/s, %.1f KB each, heap held %d MB%n",
                    many, many * 1e9 / pages, many * 1e9 / files, bytes / 1024.0 / many, held >> 20);
        }
    }
}
