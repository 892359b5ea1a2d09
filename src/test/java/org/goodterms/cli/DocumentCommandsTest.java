package org.goodterms.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements of the month, corrected invoices, enclosures and ways to pay from the command line. */
class DocumentCommandsTest {
    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void book() {
        shell = new Shell(folder);
        shell.result("init --name 'Muster & Sohn' --country DE --currency EUR --street Weg --postcode 10115 --city Berlin --tax-id DE123456788"
                + " --email me@example.org --pay-to 'IBAN DE89 3704 0044 0532 0130 00'",
                "customer add A --name Alpha --email a@example.org --street Gasse --postcode 50667 --city Köln --country DE",
                "customer add B --name Beta",
                "--on 2026-01-05 invoice issue --customer A --line 'Work | 1 | 100.00 | 19'",
                "--on 2026-01-05 invoice issue --customer B --line 'Work | 1 | 200.00 | 19'");
    }

    private static List<String> states(JsonNode result) {
        return result.get("statements").findValuesAsText("state");
    }

    @Test
    void statements_of_the_month_are_set_listed_sent_once_and_ended() {
        JsonNode none = shell.result("--on 2026-03-02 statements");
        assertThat(none.get("day").isNull()).isTrue();
        assertThat(none.get("statements")).isEmpty();
        JsonNode due = shell.result("--on 2026-03-02 statements --day 1");
        assertThat(due.get("day").asInt()).isEqualTo(1);
        assertThat(states(due)).containsExactly("due", "no-mailbox");
        assertThat(due.at("/statements/0/customer").asText()).isEqualTo("A");
        assertThat(due.at("/statements/0/closing").asText()).isEqualTo("119.00");
        assertThat(due.at("/statements/0/currency").asText()).isEqualTo("EUR");
        assertThat(states(shell.result("--on 2026-03-02 statements --send"))).containsExactly("queued", "no-mailbox");
        assertThat(shell.result("outbox list --state queued").get("messages")).hasSize(1);
        assertThat(states(shell.result("--on 2026-03-03 statements --send"))).as("once a month").containsExactly("no-mailbox");
        assertThat(shell.result("outbox list").get("messages")).hasSize(1);
        assertThat(shell.refusal("statements --day 32")).contains("32", "1 to 31");
        JsonNode ended = shell.result("--on 2026-03-02 statements --day ''");
        assertThat(ended.get("day").isNull()).isTrue();
        assertThat(ended.get("statements")).isEmpty();
    }

    @Test
    void a_corrected_invoice_takes_the_place_of_another() {
        JsonNode right = shell.result("--on 2026-03-02 invoice correct 2026-0001 --po PO-9 --line 'Work | 1 | 90.00 | 19'");
        assertThat(right.get("number").asText()).isEqualTo("2026-0003");
        assertThat(right.get("corrects").asText()).isEqualTo("2026-0001");
        assertThat(right.get("total").asText()).isEqualTo("107.10");
        assertThat(shell.result("--on 2026-03-02 invoice correct 2026-0002").get("total").asText()).as("the same lines").isEqualTo("238.00");
        assertThat(shell.refusal("invoice correct 2026-0099")).contains("2026-0099");
        assertThat(shell.refusal("invoice correct 2026-0003 --date 2026-03-01")).contains("Mar 1, 2026", "Mar 2, 2026");
    }

    @Test
    void a_file_travels_in_the_e_invoice_until_it_was_made() throws IOException {
        Path hours = Files.writeString(folder.resolve("hours.csv"), "day;h\n");
        shell.result("einvoice wish --customer A --format xrechnung-ubl --leitweg 04011000-1234512345-06");
        JsonNode enclosed = shell.result("invoice enclose 2026-0001 '" + hours + "'");
        assertThat(enclosed.get("file").asText()).isEqualTo("hours.csv");
        assertThat(enclosed.get("type").asText()).isEqualTo("text/csv");
        Path program = Files.writeString(folder.resolve("run.exe"), "MZ");
        assertThat(shell.refusal("invoice enclose 2026-0001 '" + program + "'")).contains("run.exe", "PDF");
        assertThat(shell.refusal("invoice enclose 2026-0001 '" + hours + "'")).contains("hours.csv");
        assertThat(shell.refusal("invoice enclose 2026-0001 '" + folder.resolve("none.pdf") + "'")).contains("none.pdf");
        assertThat(shell.refusal("invoice enclose 2026-0099 '" + hours + "'")).contains("2026-0099");
        Path file = folder.resolve("x.pdf");
        shell.result("invoice export 2026-0001 --format facturx --out '" + file + "'");
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(file))) {
            assertThat(new PDDocumentNameDictionary(pdf.getDocumentCatalog()).getEmbeddedFiles().getNames().keySet()).contains("hours.csv");
        }
        assertThat(shell.refusal("invoice enclose 2026-0001 '" + Files.writeString(folder.resolve("more.csv"), "x") + "'")).contains("2026-0001");
    }

    @Test
    void a_customers_ways_to_pay_stand_in_her_order() {
        JsonNode set = shell.result("customer set A --pay-ways 'link, bank'");
        assertThat(set.get("code").asText()).isEqualTo("A");
        assertThat(shell.refusal("customer set A --pay-ways 'cheque'")).contains("cheque", "bank, upi, pix, link");
        assertThat(shell.refusal("customer set A --pay-ways 'bank, bank'")).contains("bank, bank");
        assertThat(shell.result("customer set A --pay-ways ''").get("code").asText()).isEqualTo("A");
    }
}
