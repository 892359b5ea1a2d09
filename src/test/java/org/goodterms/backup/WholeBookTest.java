package org.goodterms.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.goodterms.App;
import org.goodterms.company.PayWay;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.customer.CustomerForm;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.SampleBook;
import org.goodterms.invoice.Document;
import org.goodterms.invoice.Enclosure;
import org.goodterms.invoice.InvoiceFilter;
import org.goodterms.invoice.InvoiceRow;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Progress;
import org.goodterms.report.AgingBasis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sample book, out and in again on each engine: the domain rules, section 11, invariant 32. */
class WholeBookTest {
    @TempDir
    static Path folder;
    private static SampleBook book;
    private static Path file;
    private static String enclosedIn;

    @BeforeAll
    static void export() {
        book = new SampleBook(Engine.H2);
        likesLinks(book.app);
        file = folder.resolve("book.jsonl");
        book.app.backups().export(file.toString(), Progress.NONE).orThrow();
    }

    /** What the sample firm has none of: a customer's ways to pay, a file inside an e-invoice. */
    private static void likesLinks(App app) {
        InvoiceRow row = app.invoices().list(InvoiceFilter.EVERYTHING).stream().filter(one -> !one.number().isEmpty()).findFirst().orElseThrow();
        Customer customer = app.customers().byCode(row.buyer().code()).orThrow();
        app.customers().change(customer, CustomerForm.of(customer).with(CustomerField.PAY_WAYS, "link, bank")).orThrow();
        app.eInvoices().enclosures().add(row.number(), "Größen.csv", "a;b\n".getBytes(StandardCharsets.UTF_8)).orThrow();
        enclosedIn = row.number();
    }

    @AfterAll
    static void close() {
        book.close();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_book_exported_and_brought_in_gives_equal_reports_for_all_dates_and_the_same_bytes(Engine engine) throws IOException {
        Changes changes = new Changes();
        try (App copy = new App(engine.open(Desks.CLOCK, changes), Desks.CLOCK, Ids.timeOrdered(Desks.CLOCK), changes)) {
            assertThat(copy.backups().load(file.toString(), Progress.NONE).orThrow()).isEqualTo(book.app.backups().totals());
            for (LocalDate day = SampleBook.today().minusYears(2); !day.isAfter(SampleBook.today()); day = day.plusDays(37)) {
                same(copy, day);
            }
            same(copy, SampleBook.today());
            assertThat(copy.invoices().list(InvoiceFilter.EVERYTHING))
                    .containsExactlyInAnyOrderElementsOf(book.app.invoices().list(InvoiceFilter.EVERYTHING));
            assertThat(copy.archive().hashes()).isNotEmpty().isEqualTo(book.app.archive().hashes());
            Document document = copy.invoices().byNumber(enclosedIn).orThrow();
            assertThat(copy.eInvoices().enclosures().of(document.id())).extracting(Enclosure::name).containsExactly("Größen.csv");
            assertThat(copy.customers().customer(document.content().customer()).payables().ways()).containsExactly(PayWay.LINK, PayWay.BANK);
            Path again = folder.resolve(engine + ".jsonl");
            copy.backups().export(again.toString(), Progress.NONE).orThrow();
            assertThat(Files.mismatch(file, again)).isEqualTo(-1);
        }
    }

    private static void same(App copy, LocalDate day) {
        App original = book.app;
        assertThat(copy.reports().aging(day, AgingBasis.DUE_DATE, null, null)).isEqualTo(original.reports().aging(day, AgingBasis.DUE_DATE, null, null));
        assertThat(copy.reports().aging(day, AgingBasis.INVOICE_DATE, day, null))
                .isEqualTo(original.reports().aging(day, AgingBasis.INVOICE_DATE, day, null));
        assertThat(copy.reports().trialBalance(day, null)).isEqualTo(original.reports().trialBalance(day, null));
        assertThat(copy.reports().openItems(day, day.plusDays(10), null)).isEqualTo(original.reports().openItems(day, day.plusDays(10), null));
    }
}
