package org.goodterms.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Writes every kind of document as pictures to target/screenshots, to be looked at. */
class PdfLookTest {
    private final PdfRenderer renderer = new PdfRenderer();

    @Test
    void an_invoice_on_one_page() throws IOException {
        assertThat(show("invoice-a4", SamplePages.invoice(Paper.A4, 6, null, Accent.USUAL))).isEqualTo(1);
        assertThat(show("invoice-letter", SamplePages.invoice(Paper.LETTER, 5, null, Accent.USUAL))).isPositive();
    }

    @Test
    void a_long_invoice() throws IOException {
        assertThat(show("invoice-60", SamplePages.invoice(Paper.A4, 60, null, Accent.USUAL))).isGreaterThan(2);
    }

    private int show(String name, PageDescription description) throws IOException {
        byte[] pdf = renderer.render(description);
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(folder.resolve("pdf-" + name + ".pdf"), pdf);
        try (PageImages pages = new PageImages(pdf)) {
            for (int i = 0; i < pages.count(); i++) {
                String number = pages.count() == 1 ? "" : "-" + (i + 1);
                Files.write(folder.resolve("pdf-" + name + number + ".png"), pages.png(i, 110));
            }
            return pages.count();
        }
    }
}
