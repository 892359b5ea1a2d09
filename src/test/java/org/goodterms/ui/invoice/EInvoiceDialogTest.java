package org.goodterms.ui.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import org.goodterms.company.Address;
import org.goodterms.company.Company;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.invoice.Document;
import org.goodterms.invoice.EInvoiceService;
import org.goodterms.invoice.IssueOptions;
import org.goodterms.invoice.Line;
import org.goodterms.invoice.TaxKey;
import org.goodterms.ui.kit.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The electronic form of an invoice, chosen for its customer and saved from the window. */
class EInvoiceDialogTest {
    @TempDir
    Path folder;

    @SuppressWarnings("unchecked")
    private static ComboBox<String> formats(Desk desk) {
        return (ComboBox<String>) desk.overlay().lookup("#einvoice-format");
    }

    @Test
    void the_format_is_chosen_for_the_customer_and_the_checked_file_is_saved() throws Exception {
        try (TestBook book = new TestBook(Engine.H2)) {
            Desk desk = Desks.of(book.app.changes());
            Company firm = book.app.company().company();
            book.app.company().setPayTo("EUR", "IBAN DE89 3704 0044 0532 0130 00").orThrow();
            book.app.company().change(firm.withFirm(new Company.Firm("Firm", new Address("Weg 1", "10115", "Berlin", "", "DE"),
                    "DE123456789", "", new Company.Reach("office@firm.example", "+49 30 1", "", "Mira Okafor")))).orThrow();
            Customer customer = book.app.customers().add(book.app.customers().blank().with(CustomerField.CODE, "A").with(CustomerField.NAME, "Amt")
                    .with(CustomerField.STREET, "Weg 2").with(CustomerField.POSTCODE, "20095").with(CustomerField.CITY, "Hamburg")
                    .with(CustomerField.EMAIL, "post@amt.example")).orThrow();
            Document invoice = book.app.invoices().issue(book.app.invoices().blank(customer.id()).withLines(List.of(Line.of("Work",
                    BigDecimal.ONE, new BigDecimal("100"), TaxKey.of(new BigDecimal("19"))))), IssueOptions.STRICT).orThrow().document();
            EInvoiceService eInvoices = book.app.eInvoices();
            Path to = folder.resolve("out.xml");
            Window.show(desk.overlay(), 1000, 700);
            Window.run(() -> {
                desk.overlay().saving((heading, name, ending) -> Optional.of(to));
                new EInvoiceDialog(desk, eInvoices).ask(invoice);
            });
            Window.settle();
            Window.run(() -> {
                formats(desk).getItems().forEach(word -> assertThat(formats(desk).getConverter().toString(word)).doesNotContain("einvoice."));
                formats(desk).setValue("xrechnung-cii");
                ((Button) desk.overlay().lookup("#einvoice-out-save")).fire();
            });
            Window.settle();
            assertThat(Files.readString(to)).contains("xrechnung_3.0", ">119.00<", "CrossIndustryInvoice");
            assertThat(eInvoices.wish(customer.id()).format()).isEqualTo("xrechnung-cii");
        }
    }
}
