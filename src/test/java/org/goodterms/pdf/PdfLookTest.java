package org.goodterms.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Writes every kind of document as pictures to target/screenshots, to be looked at. */
class PdfLookTest {
    private final PdfRenderer renderer = new PdfRenderer();
    private final Letterhead plain = SamplePages.letterhead(null, Accent.USUAL);
    private final Logo logo = Logo.accept(SamplePages.logoFile(1200, 200)).orThrow();

    @Test
    void an_invoice_of_ten_lines_takes_one_page() throws IOException {
        assertThat(show("invoice-a4", SamplePages.invoice(Paper.A4, 10, null, Accent.USUAL))).isEqualTo(1);
        assertThat(show("invoice-letter", SamplePages.invoice(Paper.LETTER, 8, null, Accent.USUAL))).isEqualTo(1);
    }

    @Test
    void a_long_invoice_goes_on_with_its_sums() throws IOException {
        assertThat(show("invoice-60", SamplePages.invoice(Paper.A4, 60, null, Accent.USUAL))).isEqualTo(3);
    }

    @Test
    void invoices_of_other_kinds() throws IOException {
        assertThat(show("invoice-mixed", SampleLetters.mixed(plain))).isEqualTo(1);
        assertThat(show("invoice-logo", SamplePages.invoice(Paper.A4, 4, logo, Accent.of("#C24E2A")))).isEqualTo(1);
        assertThat(show("invoice-light-accent", SamplePages.invoice(Paper.A4, 4, null, Accent.of("#FFD23F"))))
                .isEqualTo(1);
        assertThat(show("credit-note", SampleLetters.creditNote(plain))).isEqualTo(1);
    }

    @Test
    void letters_and_reports() throws IOException {
        assertThat(show("reminder", SampleLetters.reminder(plain, Paper.A4))).isEqualTo(1);
        assertThat(show("reminder-letter-logo",
                SampleLetters.reminder(SamplePages.letterhead(logo, Accent.of("#C24E2A")), Paper.LETTER))).isEqualTo(1);
        assertThat(show("statement-open-item", SampleLetters.statement(plain, false))).isEqualTo(1);
        assertThat(show("statement-balance-forward", SampleLetters.statement(plain, true))).isEqualTo(1);
        assertThat(show("aging", SampleLetters.aging(plain, Paper.A4, 20))).isEqualTo(1);
        assertThat(show("aging-landscape", SampleLetters.aging(plain, Paper.A4_LANDSCAPE, 60))).isGreaterThan(1);
    }

    @Test
    void many_scripts() throws IOException {
        String text = "Łódź, Ελλάδα, Київ, שלום (12), € ₹ № → ✓ ☂ ♥ 😀, 日本\u0000, a\u202Fb\u00A0c\u2011d";
        assertThat(show("many-scripts", PageTextTest.everywhere(text, Paper.A4, false))).isPositive();
    }

    @Test
    void long_names_in_every_place() throws IOException {
        assertThat(show("crowded-a4", SampleLetters.crowded(Paper.A4))).isPositive();
        assertThat(show("crowded-letter", SampleLetters.crowded(Paper.LETTER))).isPositive();
    }

    private int show(String name, PageDescription description) throws IOException {
        byte[] pdf = renderer.render(description);
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(folder.resolve("pdf-" + name + ".pdf"), pdf);
        try (PageImages pages = new PageImages(pdf)) {
            for (int i = 0; i < pages.count(); i++) {
                String number = pages.count() == 1 ? "" : "-" + (i + 1);
                Files.write(folder.resolve("pdf-" + name + number + ".png"), pages.png(i, 100));
            }
            return pages.count();
        }
    }
}
