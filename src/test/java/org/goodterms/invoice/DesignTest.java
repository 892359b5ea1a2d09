package org.goodterms.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.goodterms.company.Company;
import org.goodterms.company.Design;
import org.goodterms.customer.CustomerField;
import org.goodterms.fixture.Engine;
import org.goodterms.pdf.PageImages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Layout, colour, own texts and columns of documents. */
class DesignTest {
    private static final int LARGEST = 60_000;
    private final Desk desk = Desk.german(Engine.H2);

    @AfterEach
    void close() {
        desk.close();
    }

    private void look(Design.Layout layout, Set<Design.Column> hidden) {
        Company firm = desk.companies.company();
        desk.companies.change(firm.withLook(new Company.Look("#2f6f9f", null, "", new Design(layout, "Guten Tag,\nwie vereinbart:",
                "Vielen Dank!", hidden)))).orThrow();
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return IntStream.rangeClosed(1, document.getNumberOfPages()).mapToObj(page -> {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                try {
                    return stripper.getText(document).replaceAll("[\\u00A0\\u202F\\s]+", " ");
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }).toList();
        }
    }

    private static void picture(String name, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        try (PageImages images = new PageImages(pdf)) {
            Files.write(folder.resolve(name + ".png"), images.png(0, 80));
        }
    }

    @ParameterizedTest
    @EnumSource(Design.Layout.class)
    void every_layout_says_the_same_on_one_small_page(Design.Layout layout) throws IOException {
        Document plain = desk.issue(desk.draft(desk.customer("A"), "2|100.00|19", "1|50.00|7"));
        String classic = pages(desk.papers.pdf(plain.number()).orThrow()).getFirst();
        look(layout, Set.of());
        Document invoice = desk.issue(desk.draft(desk.customer("B"), "2|100.00|19", "1|50.00|7"));
        byte[] pdf = desk.papers.pdf(invoice.number()).orThrow();
        picture("design-" + layout.word(), pdf);
        assertThat(pdf.length).isLessThan(LARGEST);
        assertThat(pages(pdf)).hasSize(1);
        List<String> expected = List.of(classic.replace(plain.number(), invoice.number()).split(" "));
        assertThat(List.of(pages(pdf).getFirst().split(" "))).as("words of the classic page")
                .containsAll(expected.stream().filter(word -> word.length() > 4).toList());
    }

    @ParameterizedTest
    @EnumSource(Design.Layout.class)
    void a_long_invoice_carries_its_sums_and_never_leaves_its_total_alone(Design.Layout layout) throws IOException {
        look(layout, Set.of());
        for (int lines = 28; lines <= 60; lines += 4) {
            String[] all = IntStream.range(0, lines).mapToObj(i -> "1|10.00|19").toArray(String[]::new);
            List<String> pages = pages(desk.papers.preview(desk.draft(desk.customer("C" + lines), all)).orThrow());
            for (int i = 1; i < pages.size(); i++) {
                if (pages.get(i - 1).contains("Übertrag")) {
                    assertThat(pages.get(i)).as("%s, %d lines, page %d", layout, lines, i + 1).contains("Übertrag");
                }
            }
            String last = pages.stream().filter(page -> page.contains("Gesamtbetrag")).findFirst().orElse(pages.getLast());
            assertThat(last).as("%s, %d lines: rows above the total", layout, lines).contains(" " + lines + " ");
        }
    }

    @Test
    void columns_may_be_left_out_but_text_and_amount_stay() throws IOException {
        look(Design.Layout.CLASSIC, Set.of(Design.Column.QUANTITY, Design.Column.PRICE, Design.Column.TAX, Design.Column.NUMBER));
        Document invoice = desk.issue(desk.draft(desk.customer("A", Map.of(CustomerField.LANGUAGE, "en")), "3|100.00|19"));
        assertThat(pages(desk.papers.pdf(invoice.number()).orThrow()).getFirst()).contains("Description", "300.00")
                .doesNotContain("Quantity", "Unit price");
        assertThat(desk.companies.company().look().design().hidden()).hasSize(4);
    }

    @Test
    void own_texts_stand_on_new_invoices_in_the_firms_language_only() {
        look(Design.Layout.MODERN, Set.of());
        Draft german = desk.invoices.blank(desk.customer("D", Map.of(CustomerField.LANGUAGE, "de")).id());
        Draft french = desk.invoices.blank(desk.customer("F", Map.of(CustomerField.LANGUAGE, "fr")).id());
        assertThat(german.wording().closing()).isEqualTo("Vielen Dank!");
        assertThat(french.wording().closing()).isEmpty();
    }

    @Test
    void letters_that_no_font_can_draw_are_named_plainly_at_issue() {
        org.junit.jupiter.api.Assumptions.assumeFalse(org.goodterms.pdf.Lettering.missing("\u65E5").isEmpty(), "this computer has a font for Japanese");
        Draft draft = desk.draft(desk.customer("J", Map.of(CustomerField.NAME, "\u65E5\u672C Caf\u00E9\u00A01\u202F000 \u041A\u0438\u0457\u0432")), "1|1.00|19");
        assertThat(desk.invoices.issue(draft, IssueOptions.STRICT).orThrow().warnings()).filteredOn(warning ->
                warning.code().equals("invoice.unprintable")).singleElement().satisfies(warning ->
                assertThat(warning.args()).containsExactly("2026-0001", "\u65E5\u672C"));
    }

    @Test
    void a_document_speaks_as_the_invoice_says_else_as_the_customer_else_as_the_book() throws IOException {
        Draft plain = desk.draft(desk.customer("P", Map.of()), "1|10.00|19");
        Draft french = desk.draft(desk.customer("Q", Map.of(CustomerField.LANGUAGE, "fr")), "1|10.00|19");
        Draft.Wording w = french.wording();
        Draft spanish = new Draft(french.customer(), french.date(), french.supply(), french.pricing(), french.agreed(),
                new Draft.Wording("es", w.orderNumber(), w.contact(), w.intro(), w.closing(), w.exemptionReason()),
                french.deposit(), french.lines(), french.allowances());
        assertThat(pages(desk.papers.pdf(desk.issue(plain).number()).orThrow()).getFirst()).contains("Rechnung ");
        assertThat(pages(desk.papers.pdf(desk.issue(french).number()).orThrow()).getFirst()).contains("Facture ");
        assertThat(pages(desk.papers.pdf(desk.issue(spanish).number()).orThrow()).getFirst()).contains("Factura ");
    }

    @Test
    void every_sign_of_every_language_of_documents_can_be_drawn() throws IOException {
        for (String language : List.of("", "_de", "_fr", "_es", "_it", "_nl", "_pt", "_pl")) {
            String words = Files.readString(Path.of("src/main/resources/i18n/documents" + language + ".properties"));
            DocumentWords say = DocumentWords.of(language.replace("_", "").isEmpty() ? "en" : language.substring(1), "DE");
            String forms = say.amount(org.joda.money.Money.parse("EUR 1234567.89")) + say.date(java.time.LocalDate.of(2026, 2, 28))
                    + say.number(new java.math.BigDecimal("1234567.5")) + "\u00A0\u202F";
            assertThat(org.goodterms.pdf.Lettering.missing(words + forms)).as(language).isEmpty();
        }
    }

    @Test
    void own_texts_hold_no_control_characters() {
        Company firm = desk.companies.company();
        Design bad = new Design(Design.Layout.CLASSIC, "a\u0007b", "", Set.of());
        assertThat(desk.companies.change(firm.withLook(new Company.Look("", null, "", bad))).problems())
                .anySatisfy(problem -> assertThat(problem.field()).isEqualTo("intro"));
    }

    @Test
    void the_proof_shows_a_look_without_keeping_it() throws IOException {
        byte[] proof = desk.papers.proof(new Company.Look("#c24e2a", null, "Fuß", new Design(Design.Layout.MODERN, "Hallo,", "Danke.", Set.of())));
        assertThat(pages(proof).getFirst()).contains("Ihr Kunde", "Hallo,", "Danke.", "Fuß", "0000-0000");
        assertThat(desk.shelf).isEmpty();
        assertThat(desk.companies.company().look().design()).isEqualTo(Design.USUAL);
        picture("design-proof", proof);
    }
}
