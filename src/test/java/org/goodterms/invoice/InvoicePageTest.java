package org.goodterms.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.invoice.TotalsTest.dec;
import static org.goodterms.invoice.TotalsTest.eur;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.goodterms.SharedData;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.fixture.Engine;
import org.goodterms.pdf.Accent;
import org.goodterms.pdf.Letterhead;
import org.goodterms.pdf.PageDescription;
import org.goodterms.pdf.PdfRenderer;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on the pages of documents. */
class InvoicePageTest {
    private static final Path WORDS = Path.of("src/main/resources/i18n");
    private final Desk desk = Desk.german(Engine.H2);

    @AfterEach
    void close() {
        desk.close();
    }

    private static PageDescription page(Document document, InvoicePage.Behind behind) {
        Parties parties = document.parties();
        Letterhead letterhead = new Letterhead(null, parties.get("seller.name"), parties.lines("seller.address"),
                Accent.of(parties.get("page.accent")), InvoicePage.footer(parties, document.content().wording().language()));
        return InvoicePage.of(document, parties, behind, letterhead);
    }

    private static String text(Document document, InvoicePage.Behind behind) throws IOException {
        byte[] bytes = new PdfRenderer().render(page(document, behind));
        Path folder = Files.createDirectories(Path.of("target", "pages"));
        Files.write(folder.resolve(InvoicePage.fileName(document, document.parties()) + "-" + document.content().wording().language()
                + ".pdf"), bytes);
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(pdf).replaceAll("[\\u00A0\\u202F\\s]+", " ");
        }
    }

    private Customer german() {
        return desk.customer("K1", Map.of(CustomerField.LANGUAGE, "de", CustomerField.TAX_ID, "DE987654321"));
    }

    @Test
    void the_page_says_what_to_pay_by_when_how_and_whom_to_ask() throws IOException {
        Draft draft = desk.draft(german(), "2.5|100.00|19", "1|50.00|7").withAgreed(new Draft.Agreed("2/10 net 30", null));
        Draft full = draft.withWording(new Draft.Wording("de", "PO-4711", "Frau Öz", "Wie besprochen:", "Vielen Dank!", ""))
                .withAllowances(List.of(Allowance.percent("Treuerabatt", dec("10"))));
        String text = text(desk.issue(full), InvoicePage.Behind.NOTHING);
        assertThat(text).contains("Rechnung 2026-0001", "Customer K1", "Frau Öz", "20095 Hamburg", "PO-4711", "DE987654321",
                "2. März 2026", "Wie besprochen:", "2,5", "100,00", "Summe der Positionen", "Treuerabatt 10 %", "-30,00",
                "USt 19 %", "auf 225,00", "42,75", "USt 7 %", "auf 45,00", "3,15", "Gesamtbetrag EUR", "315,90",
                "Zahlbar bis", "1. April 2026", "können Sie 6,32 EUR Skonto", "abziehen und zahlen 309,58 EUR",
                "IBAN DE89 3704 0044 0532 0130 00", "Fragen?", "Erika Muster", "+49 30 1234", "USt-IdNr. DE123456789", "HRB 1234",
                "Vielen Dank!");
    }

    @Test
    void a_final_invoice_shows_the_deposit_and_its_tax() throws IOException {
        Customer customer = german();
        Document deposit = desk.issue(desk.draft(customer, "1|600.00|19").withDeposit(new Draft.Deposit(true, "")));
        Document last = desk.issue(desk.draft(customer, "1|2000.00|19").withDeposit(new Draft.Deposit(false, deposit.number())));
        assertThat(text(deposit, InvoicePage.Behind.NOTHING)).contains("Anzahlungsrechnung 2026-0001");
        assertThat(text(last, new InvoicePage.Behind(deposit, eur("114.00"), null))).contains("Schlussrechnung 2026-0002",
                "2.380,00", "Anzahlung 2026-0001 (darin USt 114,00)", "-714,00", "Zahlbetrag EUR", "1.666,00");
    }

    @Test
    void a_credit_note_names_its_invoice_and_asks_for_no_payment() throws IOException {
        Document invoice = desk.issue(desk.draft(german(), "1|100.00|19"));
        Document credit = desk.credits.issue(new CreditRequest(invoice.number(), null, List.of(), false, "Falsch geliefert"))
                .orThrow().document();
        String text = text(credit, new InvoicePage.Behind(null, null, invoice));
        assertThat(text).contains("Rechnungskorrektur CN-2026-0001", "Korrigiert Rechnung 2026-0001 vom 2. März 2026",
                "Falsch geliefert", "Gutschriftbetrag EUR", "119,00").doesNotContain("Zahlbar bis");
    }

    @Test
    void prices_with_tax_show_the_tax_they_contain() throws IOException {
        Document invoice = desk.issue(desk.draft(german(), "3|9.99|19").withPricing(
                new Draft.Pricing(CurrencyUnit.EUR, dec("1"), Totals.PriceMode.GROSS)));
        assertThat(text(invoice, InvoicePage.Behind.NOTHING)).contains("9,99", "29,97", "darin USt 19 %", "auf 25,18", "4,79");
    }

    @Test
    void reverse_charge_and_foreign_currency_are_said() throws IOException {
        Draft draft = desk.draft(german(), "1|100.00|0");
        Document reverse = desk.issue(draft.withLines(List.of(draft.lines().getFirst().taxed(new TaxKey("AE", dec("0")))))
                .withWording(draft.wording().exempt("Art. 196 MwStSystRL")));
        assertThat(text(reverse, InvoicePage.Behind.NOTHING)).contains("Steuerschuldnerschaft des Leistungsempfängers",
                "Art. 196 MwStSystRL");
        Document dollars = desk.issue(desk.draft(german2(), "1|5000.00|19").withPricing(
                new Draft.Pricing(CurrencyUnit.USD, dec("1.1"), Totals.PriceMode.NET)));
        assertThat(text(dollars, InvoicePage.Behind.NOTHING)).contains("USt in der Währung unserer Bücher: 863,64 EUR (1 EUR = 1,1000 USD)");
    }

    @Test
    void a_french_invoice_says_what_delay_costs_as_the_law_demands() throws IOException {
        try (Desk french = new Desk(Engine.H2, Desk.firm("Atelier Dupont", "FR", "EUR", "FR83404833048"))) {
            Customer buyer = french.customer("K1", Map.of(CustomerField.LANGUAGE, "fr"));
            assertThat(text(french.issue(french.draft(buyer, "1|100.00|20")), InvoicePage.Behind.NOTHING)).contains(
                    "En cas de retard de paiement : pénalités au taux de refinancement de la Banque centrale européenne majoré de 10 points",
                    "indemnité forfaitaire de 40 EUR pour frais de recouvrement");
        }
    }

    private Customer german2() {
        return desk.customer("K2", Map.of(CustomerField.LANGUAGE, "de"));
    }

    @Test
    void several_due_dates_stand_with_their_amounts() throws IOException {
        Document invoice = desk.issue(desk.draft(german(), "1|1000.00|19").withAgreed(new Draft.Agreed("50% net 10, 50% net 40", null)));
        assertThat(text(invoice, InvoicePage.Behind.NOTHING)).contains("12. März 2026", "595,00 EUR", "11. April 2026");
    }

    @Test
    void the_same_document_gives_the_same_bytes() {
        Document invoice = desk.issue(desk.draft(german(), "1|100.00|19"));
        Document again = desk.invoices.byNumber(invoice.number()).orThrow();
        assertThat(new PdfRenderer().render(page(invoice, InvoicePage.Behind.NOTHING)))
                .isEqualTo(new PdfRenderer().render(page(again, InvoicePage.Behind.NOTHING)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en|Invoice 2026-0001|2 March 2026", "fr|Facture 2026-0001|2 mars 2026", "es|Factura 2026-0001|2 de marzo de 2026",
            "en-US|Invoice 2026-0001|March 2, 2026",
            "it|Fattura 2026-0001|2 marzo 2026", "nl|Factuur 2026-0001|2 maart 2026", "pt|Fatura 2026-0001|2 de março de 2026",
            "pl|Faktura 2026-0001|2 marca 2026", "sv|Invoice 2026-0001|2 March 2026"})
    void documents_speak_the_customers_language(String expected) throws IOException {
        String[] parts = expected.split("\\|");
        Customer customer = desk.customer("L", Map.of(CustomerField.LANGUAGE, parts[0]));
        assertThat(text(desk.issue(desk.draft(customer, "1|100.00|19")), InvoicePage.Behind.NOTHING)).contains(parts[1], parts[2]);
    }

    @Test
    void hostile_text_in_every_field_makes_a_page_all_the_same() throws IOException {
        Path file = SharedData.path("hostile/strings");
        List<String> strings;
        try (Stream<Path> files = Files.walk(file)) {
            strings = files.filter(Files::isRegularFile).flatMap(InvoicePageTest::lines)
                    .filter(text -> !text.isBlank() && text.length() < 200 && text.chars().noneMatch(Character::isISOControl))
                    .filter(text -> org.goodterms.kernel.Typed.required("", text, 200).isEmpty()).distinct().toList();
        }
        assertThat(strings).hasSizeGreaterThan(50);
        Customer customer = german();
        int pages = 0;
        for (int i = 0; i + 5 <= strings.size(); i += 5) {
            Draft draft = desk.draft(customer, "1|1.00|19");
            Line line = new Line(strings.get(i), dec("1"), strings.get(i + 1), dec("1.00"), dec("1"), null, TaxKey.of(dec("19")), "");
            Document drafted = desk.invoices.saveDraft(draft.withLines(List.of(line)).withAllowances(List.of(
                    Allowance.charge(strings.get(i + 2), eur("1.00")))).withWording(new Draft.Wording("de", strings.get(i + 3),
                    strings.get(i + 4), strings.get(i), strings.get(i + 1), strings.get(i + 2)))).orThrow();
            Document issued = desk.invoices.issue(drafted.id(), IssueOptions.STRICT).orThrow().document();
            assertThat(new PdfRenderer().render(page(issued, InvoicePage.Behind.NOTHING))).startsWith('%', 'P', 'D', 'F');
            assertThat(desk.invoices.byNumber(issued.number()).orThrow()).isEqualTo(issued);
            pages++;
        }
        assertThat(pages).isGreaterThan(10);
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    @Test
    void every_language_has_the_same_words_with_the_same_places() throws IOException {
        Properties first = words("documents.properties");
        String sources;
        try (var files = Files.walk(Path.of("src/main/java/org/goodterms"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).map(InvoicePageTest::read).collect(Collectors.joining());
        }
        Set<String> unused = first.stringPropertyNames().stream().filter(key -> !sources.contains("\"" + key + "\"")
                && !sources.contains("\"" + key.substring(0, key.lastIndexOf('.') + 1) + "\"")).collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).isEmpty();
        for (String language : List.of("de", "fr", "es", "it", "nl", "pt", "pl")) {
            Properties other = words("documents_" + language + ".properties");
            assertThat(other.stringPropertyNames()).as(language).isEqualTo(first.stringPropertyNames());
            first.stringPropertyNames().forEach(key -> {
                assertThat(places(other.getProperty(key))).as(language + ": " + key).isEqualTo(places(first.getProperty(key)));
                assertThat(other.getProperty(key).replace("''", "")).as(language + ": " + key).doesNotContain("'");
            });
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void mails_are_written_in_every_language_with_the_same_places() throws IOException {
        for (String kind : List.of("invoice", "credit-note")) {
            Set<String> places = names(kind + ".en");
            for (String language : List.of("de", "fr", "es", "it", "nl", "pt", "pl")) {
                Set<String> own = names(kind + "." + language);
                places.stream().filter(place -> !place.contains("contact")).forEach(place -> assertThat(own).as(language).contains(place));
                assertThat(places).as(language).containsAll(own);
            }
        }
    }

    private static Set<String> names(String mail) throws IOException {
        return Pattern.compile("\\{\\{[#^/]?\\w+").matcher(Files.readString(Path.of("src/main/resources/mail", mail + ".mustache"))).results()
                .map(r -> r.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (var reader = Files.newBufferedReader(WORDS.resolve(file))) {
            words.load(reader);
        }
        return words;
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\d").matcher(text).results().map(r -> r.group()).collect(Collectors.toCollection(TreeSet::new));
    }
}
