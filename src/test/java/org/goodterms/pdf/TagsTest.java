package org.goodterms.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.junit.jupiter.api.Test;

/** What a reader hears who does not see the page. */
class TagsTest {
    private static PageDescription page(int rows) {
        Table table = new Table(List.of(Table.Column.left("What", 70), Table.Column.right("Amount", 30)),
                IntStream.rangeClosed(1, rows).mapToObj(i -> Table.Row.of(List.of("Item " + i, i + ".00")).carrying(i + ".00")).toList());
        Block.Pay pay = new Block.Pay(Labelled.of("To pay", "19.00"), List.of(Labelled.of("By", "1 May")), "", List.of(), Block.Way.none(),
                List.of(new Block.Code("https://pay.example/1", "Scan to pay")));
        return new PageDescription(new Identity("t", "Invoice 7", "Firm", Locale.FRENCH, java.time.Instant.EPOCH), Paper.A4,
                new Letterhead(null, "Firm", List.of("Street 1"), Accent.of(""), List.of(List.of("Firm GmbH"))),
                new Head(List.of("Customer"), List.of(Labelled.of("Date", "1 March")), "Invoice 7", "for April"),
                List.of(new Block.Paragraphs("Hello there."), table, new Block.Totals(List.of(Block.Total.due("Total", "19.00"))), pay),
                new PageWords("Page {0} of {1}", "Carried forward", "Brought forward"));
    }

    private static List<PDStructureElement> all(PDStructureNode node) {
        List<PDStructureElement> found = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                found.add(element);
                found.addAll(all(element));
            }
        }
        return found;
    }

    private static List<PDStructureElement> elements(PDDocument document) {
        return all(document.getDocumentCatalog().getStructureTreeRoot());
    }

    private static long count(List<PDStructureElement> elements, String type) {
        return elements.stream().filter(element -> element.getStructureType().equals(type)).count();
    }

    @Test
    void a_page_tells_its_title_its_table_and_its_code_in_order_and_language() throws IOException {
        try (PDDocument document = Loader.loadPDF(new PdfRenderer().render(page(3)))) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            List<PDStructureElement> elements = elements(document);
            assertThat(elements.getFirst().getStructureType()).isEqualTo("Document");
            assertThat(count(elements, "H1")).isEqualTo(1);
            assertThat(count(elements, "Table")).isEqualTo(1);
            assertThat(count(elements, "TR")).isEqualTo(4);
            assertThat(count(elements, "TH")).isEqualTo(2);
            assertThat(count(elements, "TD")).isEqualTo(6);
            assertThat(elements).filteredOn(element -> element.getStructureType().equals("Figure")).singleElement()
                    .satisfies(code -> assertThat(code.getAlternateDescription()).isEqualTo("Scan to pay: https://pay.example/1"));
            List<String> order = elements.stream().map(PDStructureElement::getStructureType).filter(List.of("H1", "Table", "Figure")::contains).toList();
            assertThat(order).containsExactly("H1", "Table", "Figure");
        }
    }

    @Test
    void a_table_over_several_pages_is_one_and_its_heading_is_heard_once() throws IOException {
        try (PDDocument document = Loader.loadPDF(new PdfRenderer().render(page(120)))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            List<PDStructureElement> elements = elements(document);
            assertThat(count(elements, "Table")).isEqualTo(1);
            assertThat(count(elements, "TR")).isEqualTo(121);
            assertThat(count(elements, "TH")).isEqualTo(2);
            for (var sheet : document.getPages()) {
                String content = new String(sheet.getContents().readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
                assertThat(content.split("B[DM]C ", -1)).as("every mark is closed").hasSameSizeAs(content.split("EMC", -1));
                assertThat(content.replaceAll("(?s)(/Artifact BMC|/[A-Z0-9a-z]+ <</MCID \\d+>> BDC) .*?EMC", "")).as("nothing is drawn unmarked")
                        .doesNotContain("Tj", " re f", " Do ");
            }
        }
    }
}
