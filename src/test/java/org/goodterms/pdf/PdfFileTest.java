package org.goodterms.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.print.PrinterException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.goodterms.kernel.Outcome;
import org.junit.jupiter.api.Test;

/** What the file is: the same each time, complete in itself, fit for the archive, to be shown and printed. */
class PdfFileTest {
    private final PdfRenderer renderer = new PdfRenderer();
    private final PageDescription invoice = SamplePages.invoice(Paper.A4, 12, null, Accent.USUAL);

    @Test
    void the_same_description_gives_the_same_bytes() {
        Logo logo = Logo.accept(SamplePages.logoFile(600, 200)).orThrow();
        assertThat(renderer.render(invoice)).isEqualTo(new PdfRenderer().render(invoice));
        PageDescription rare = PageTextTest.everywhere("Ωμέγα ☂ שלום", Paper.LETTER, false);
        assertThat(renderer.render(rare)).isEqualTo(renderer.render(rare));
        assertThat(renderer.render(SamplePages.invoice(Paper.A4, 3, logo, Accent.USUAL)))
                .isEqualTo(renderer.render(SamplePages.invoice(Paper.A4, 3, Logo.accept(logo.bytes()).orThrow(),
                        Accent.USUAL)));
    }

    @Test
    void another_document_has_another_identity() throws IOException {
        PageDescription other = new PageDescription(SamplePages.identity("invoice/2026-0999", "Invoice 2026-0104"),
                invoice.paper(), invoice.letterhead(), invoice.head(), invoice.body(), invoice.words());
        try (PDDocument one = Loader.loadPDF(renderer.render(invoice));
                PDDocument two = Loader.loadPDF(renderer.render(other))) {
            assertThat(one.getDocument().getDocumentID().getObject(0))
                    .isNotEqualTo(two.getDocument().getDocumentID().getObject(0));
        }
    }

    @Test
    void several_threads_get_the_same_bytes() throws Exception {
        PageDescription rare = PageTextTest.everywhere("Жук и Ωμέγα ☂", Paper.A4, false);
        byte[] wanted = renderer.render(rare);
        byte[] wantedInvoice = renderer.render(invoice);
        try (var pool = Executors.newFixedThreadPool(4)) {
            List<Future<byte[]>> made = IntStream.range(0, 40)
                    .mapToObj(i -> pool.submit(() -> renderer.render(i % 2 == 0 ? rare : invoice))).toList();
            for (int i = 0; i < made.size(); i++) {
                assertThat(made.get(i).get()).isEqualTo(i % 2 == 0 ? wanted : wantedInvoice);
            }
        }
    }

    @Test
    void it_says_what_it_is_and_needs_nothing_from_outside() throws IOException {
        try (PDDocument document = Loader.loadPDF(renderer.render(invoice))) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("en-GB");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Invoice 2026-0104");
            assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("Wren & Vale Joinery Ltd");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant()).isEqualTo(SamplePages.MADE);
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(catalog.getOutputIntents()).hasSize(1);
            String xmp = new String(catalog.getMetadata().exportXMPMetadata().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(xmp).contains("<pdfaid:part>2<", "Wren &amp; Vale Joinery Ltd", "2026-11-24T09:30:00Z");
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
                }
            }
        }
    }

    @Test
    void an_invoice_of_ten_lines_is_smaller_than_forty_kilobytes() {
        assertThat(renderer.render(SamplePages.invoice(Paper.A4, 10, null, Accent.USUAL)).length).isLessThan(40_000);
    }

    @Test
    void metadata_survive_hostile_titles() throws Exception {
        PageDescription page = PageTextTest.everywhere("a\u0000<b>&\uD800\uFFFE\n]]>", Paper.A4, true);
        try (PDDocument document = Loader.loadPDF(renderer.render(page))) {
            javax.xml.parsers.DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                    .parse(document.getDocumentCatalog().getMetadata().exportXMPMetadata());
        }
    }

    @Test
    void pages_are_shown_as_pictures() {
        try (PageImages pages = new PageImages(renderer.render(SamplePages.invoice(Paper.A4, 60, null, Accent.USUAL)))) {
            assertThat(pages.count()).isEqualTo(3);
            assertThat(pages.width(0)).isEqualTo(Paper.A4.width());
            assertThat(pages.height(2)).isEqualTo(Paper.A4.height());
            PageImages.Pixels pixels = pages.pixels(1, 50);
            assertThat(pixels.argb()).hasSize(pixels.width() * pixels.height());
            assertThat(IntStream.of(pixels.argb()).filter(colour -> colour != 0xFFFFFFFF).count()).isGreaterThan(5000);
            assertThat(pages.png(0, 20)).startsWith(0x89, 'P', 'N', 'G');
        }
        assertThatThrownBy(() -> new PageImages("no PDF".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(java.io.UncheckedIOException.class);
    }

    @Test
    void without_a_printer_printing_is_refused() {
        Outcome<Boolean> outcome = new Printing().print("Invoice", renderer.render(invoice));
        assertThat(outcome.problems()).extracting("code").containsExactly("pdf.no_printer");
    }

    @Test
    void a_printer_gets_every_page_at_its_size() {
        byte[] pdf = renderer.render(SamplePages.invoice(Paper.LETTER, 60, null, Accent.USUAL));
        Printing printing = new Printing(() -> true, (title, pages) -> {
            assertThat(title).isEqualTo("Invoice 2026-0104");
            assertThat(pages.getNumberOfPages()).isGreaterThan(2);
            assertThat(pages.getPageFormat(0).getWidth()).isEqualTo(612, org.assertj.core.data.Offset.offset(0.1));
            return true;
        });
        assertThat(printing.print("Invoice 2026-0104", pdf).orThrow()).isTrue();
        assertThat(new Printing(() -> true, (title, pages) -> false).print("x", pdf).orThrow()).isFalse();
    }

    @Test
    void a_printer_that_fails_is_named() {
        Printing printing = new Printing(() -> true, (title, pages) -> {
            throw new PrinterException("out of paper");
        });
        var problem = printing.print("x", renderer.render(invoice)).problems().getFirst();
        assertThat(problem.code()).isEqualTo("pdf.print_failed");
        assertThat(org.goodterms.kernel.Texts.of(Locale.ENGLISH).of(problem)).contains("out of paper");
    }
}
