package org.goodterms.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that travel inside e-invoices. */
class EnclosureServiceTest {
    private static List<String> codes(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::code).toList();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void files_travel_in_the_order_they_were_put_there_until_the_e_invoice_was_made(Engine engine) {
        try (Desk desk = Desk.german(engine)) {
            EInvoiceService eInvoices = new EInvoiceService(desk.rooms, desk.papers, desk.archive);
            EnclosureService files = eInvoices.enclosures();
            Customer customer = desk.customer("A");
            eInvoices.wish(customer.id(), new EInvoiceWish("xrechnung-ubl", "04011000-1234512345-06", "")).orThrow();
            String number = desk.issue(desk.draft(customer, "1|100.00|19")).number();
            files.add(number, "zeiten.csv", new byte[] {65}).orThrow();
            files.add(number, "Foto.JPG", new byte[] {66}).orThrow();
            assertThat(files.of(desk.invoices.byNumber(number).orThrow().id())).extracting(Enclosure::name).containsExactly("zeiten.csv", "Foto.JPG");
            assertThat(codes(files.add(number, "ZEITEN.csv", new byte[] {65}))).containsExactly("invoice.enclosure_there");
            for (String name : List.of("run.exe", "noending", "a/b.pdf", " a.pdf", "a\u0000.pdf", "x".repeat(100) + ".pdf")) {
                assertThat(codes(files.add(number, name, new byte[] {65}))).as(name).containsExactly("invoice.enclosure_kind");
            }
            assertThat(codes(files.add(number, "a.pdf", new byte[0]))).containsExactly("invoice.enclosure_size");
            assertThat(codes(files.add(number, "a.pdf", new byte[Enclosure.LARGEST + 1]))).containsExactly("invoice.enclosure_size");
            assertThat(codes(files.add("2026-9999", "a.pdf", new byte[] {65}))).containsExactly("invoice.no_such_number");
            byte[] made = eInvoices.export(number, "xrechnung-ubl").orThrow();
            assertThat(new String(made, java.nio.charset.StandardCharsets.UTF_8)).contains("mimeCode=\"text/csv\" filename=\"zeiten.csv\">QQ==<",
                    "mimeCode=\"image/jpeg\" filename=\"Foto.JPG\">Qg==<");
            assertThat(codes(files.add(number, "late.pdf", new byte[] {65}))).containsExactly("invoice.enclosure_late");
        }
    }
}
