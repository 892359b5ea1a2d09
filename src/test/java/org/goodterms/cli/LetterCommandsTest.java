package org.goodterms.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.goodterms.pdf.PageImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quotes, delivery notes, receipts, welcome letters, credit forms and the working of interest from the command line. */
class LetterCommandsTest {
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "nl", "pt", "pl");
    private static final String LINES = " --line 'Tables, oak | 2 | 500.00 | 19' --line 'Delivery | 1 | 80.00 | 19'";
    @TempDir
    Path folder;

    private Shell book(String country) {
        Shell shell = new Shell(folder);
        shell.result("init --name 'Muster & Sohn' --country " + country + " --currency EUR --street Weg --postcode 1 --city Ort --tax-id X1"
                + " --email me@example.org --pay-to 'IBAN DE89 3704 0044 0532 0130 00'");
        return shell;
    }

    private String text(String name) throws IOException {
        byte[] pdf = Files.readAllBytes(folder.resolve(name + ".pdf"));
        Path pictures = Files.createDirectories(Path.of("target", "screenshots"));
        try (PageImages pages = new PageImages(pdf)) {
            Files.write(pictures.resolve("letter-" + name + ".png"), pages.png(0, 60));
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            assertThat(document.getNumberOfPages()).as(name).isEqualTo(1);
            assertThat(pdf.length).as(name).isLessThan(60_000);
            return stripper.getText(document).replaceAll("[\\u00A0\\u202F\\s]+", " ");
        }
    }

    private String out(String name) {
        return " --out '" + folder.resolve(name + ".pdf") + "'";
    }

    @Test
    void every_letter_is_printed_in_every_language_with_letters_for_every_sign() throws IOException {
        Shell shell = book("DE");
        for (String language : LANGUAGES) {
            String code = language.toUpperCase(java.util.Locale.ROOT);
            shell.result("customer add " + code + " --name 'Łódź Café & Co' --language " + language + " --street 'Straße 7' --postcode 20095 --city Hamburg");
            String draft = shell.result("--on 2026-03-02 invoice draft --customer " + code + LINES).get("draft").asText();
            shell.result("--on 2026-03-02 invoice quote " + draft + out("quote-" + language));
            String number = shell.result("--on 2026-03-02 invoice issue " + draft).get("number").asText();
            String payment = shell.result("--on 2026-05-20 payment record --customer " + code + " --amount 1500.00 --allocate '" + number + "=1285.20'")
                    .get("id").asText();
            shell.result("invoice confirm " + number + out("confirm-" + language));
            shell.result("invoice delivery-note " + number + out("delivery-" + language));
            shell.result("payment receipt " + payment + out("receipt-" + language));
            shell.result("customer welcome " + code + out("welcome-" + language));
            shell.result("customer credit-form " + code + out("form-" + language));
            shell.result("--on 2026-06-01 interest working --item " + number + out("working-" + language));
            for (String kind : List.of("quote", "confirm", "delivery", "receipt", "welcome", "form", "working")) {
                assertThat(text(kind + "-" + language)).contains("Łódź Café & Co").doesNotContain("\u25A1", "{0}", "''");
            }
            assertThat(text("delivery-" + language)).doesNotContain("500").contains("Tables, oak");
            assertThat(text("receipt-" + language)).contains(number);
        }
        assertThat(text("quote-en")).contains("Valid until 1 April 2026", "1,285.20", "We accept this offer");
        assertThat(text("receipt-en")).contains("We received 1,500.00 EUR on 20 May 2026", "1,285.20", "Held to your credit 214.80");
        assertThat(text("welcome-en")).contains("within 30 days", "DE89 3704 0044 0532 0130 00", "plus 9 percentage points", "40.00 EUR",
                "accept");
        assertThat(text("working-en")).contains("Interest on", "40.00", "Rate a year");
    }

    @Test
    void the_welcome_letter_says_what_the_country_demands() throws IOException {
        Shell shell = book("FR");
        shell.result("customer add A --name Alpha --country FR --language fr --terms '2/10 net 45'", "customer welcome A" + out("welcome-country"));
        assertThat(text("welcome-country")).contains("40", "L441-10", "45 jours", "2");
    }

    @Test
    void what_makes_no_sense_is_refused() {
        Shell shell = book("DE");
        shell.result("customer add A --name Alpha", "invoice issue --customer A" + LINES, "credit-note issue --invoice 2026-0001 --full");
        assertThat(shell.refusal("invoice quote 2026-0001" + out("x"))).contains("2026-0001", "draft");
        assertThat(shell.refusal("invoice delivery-note CN-2026-0001" + out("x"))).contains("credit note");
        assertThat(shell.refusal("invoice delivery-note 2026-0099" + out("x"))).contains("2026-0099");
        shell.result("payment record --customer A --amount 100.00");
        String refund = shell.result("refund --customer A --amount 50.00").get("id").asText();
        assertThat(shell.refusal("payment receipt " + refund + out("x"))).contains("money that went back");
        assertThat(shell.refusal("customer welcome NOBODY" + out("x"))).contains("NOBODY");
    }
}
