package org.goodterms.ui.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.SampleBook;
import org.goodterms.fixture.Screenshots;
import org.goodterms.fixture.Window;
import org.goodterms.invoice.InvoiceFilter;
import org.goodterms.ui.kit.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A supplier's file opened, read and booked. */
class EInvoiceViewModelTest {
    @TempDir
    Path folder;

    @Test
    void a_file_is_read_in_the_order_people_look_and_becomes_an_expense() throws Exception {
        try (SampleBook book = new SampleBook(Engine.H2)) {
            String number = book.app.invoices().list(InvoiceFilter.of(InvoiceFilter.Which.OPEN)).stream()
                    .map(row -> row.number()).filter(n -> book.app.eInvoices().export(n, "facturx").isOk()).findFirst().orElseThrow();
            Path file = Files.write(folder.resolve("supplier.pdf"), book.app.eInvoices().export(number, "facturx").orThrow());
            Desk desk = Desks.of(book.app.changes());
            EInvoiceViewModel model = new EInvoiceViewModel(desk, book.app.eInvoices().received());
            EInvoiceView view = Window.on(() -> new EInvoiceView(desk, model));
            Window.run(() -> {
                model.start();
                model.look(file);
            });
            assertThat(model.looked.get()).isNotNull();
            assertThat(model.looked.get().read().valid()).isTrue();
            assertThat(model.looked.get().facts()).extracting(Map.Entry::getKey).startsWith("seller", "id", "issueDate").contains("payable");
            var scene = Window.on(() -> new javafx.scene.Scene((javafx.scene.Parent) view.node(), 1070, 720));
            Window.run(() -> new org.goodterms.ui.kit.Theme().dress(scene, false));
            Path picture = Screenshots.take("einvoice-received", scene);
            assertThat(Files.size(picture)).isGreaterThan(3_000);
            Window.run(model::book);
            Window.run(model::load);
            assertThat(model.looked.get()).isNull();
            assertThat(model.rows).singleElement().satisfies(row -> assertThat(row.number()).isEqualTo(number));
            Window.run(() -> {
                model.look(folder.resolve("nowhere.pdf"));
                model.stop();
            });
            assertThat(model.looked.get()).isNull();
        }
    }
}
