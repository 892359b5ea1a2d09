package org.goodterms.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.goodterms.archive.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A debt goes to an agency with everything that is known of it. */
class HandOverCommandsTest {
    @TempDir
    Path folder;

    private Map<String, byte[]> unpacked(Path zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(zip)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private Shell book() {
        Shell shell = new Shell(folder);
        shell.result("init --name 'Firm & Co' --country DE --currency EUR --email a@firm.example --pay-to 'IBAN DE89 3704 0044 0532 0130 00'"
                + " --street 'Weg 1' --postcode 10115 --city Berlin --tax-id DE123456789",
                "customer add A --name Alpha --email a@alpha.example --street 'Allee 2' --postcode 20095 --city Hamburg",
                "--on 2026-04-15 invoice issue --customer A --line 'Work | 1 | 1000.00 | 19' --due 2026-05-15",
                "--on 2026-06-01 contact log --customer A --channel phone --outcome promised --note 'says next week'",
                "--on 2026-06-02 promise add --customer A --items 2026-0001 --amount 1190.00 --by 2026-06-09",
                "--on 2026-06-15 dispute open --item 2026-0001 --amount 90.00 --reason 'late delivery'");
        return shell;
    }

    @Test
    void the_dossier_holds_what_was_sent_with_an_index_of_hashes() throws IOException {
        Shell shell = book();
        Path zip = folder.resolve("d.zip");
        JsonNode over = shell.result("--on 2026-08-20 hand-over --customer A --items 2026-0001 --to agency --out '" + zip + "'");
        assertThat(over.get("total").asText()).as("1190.00 + 32.89 + 40.00").isEqualTo("1262.89");
        assertThat(over.get("items").get(0).get("limitation").asText()).isEqualTo("2029-12-31");
        assertThat(over.get("missing").toString()).contains("messages that were sent", "proof of delivery");
        Map<String, byte[]> files = unpacked(zip);
        assertThat(files).containsKeys("index.pdf", "invoices/2026-0001.pdf", "statement.pdf");
        String index = text(files.get("index.pdf"));
        assertThat(index).contains("Firm & Co", "Alpha", "Allee 2", "2026-0001", "46", "10.27", "15.402186", "late delivery",
                "says next week");
        over.get("files").forEach(file -> assertThat(Archive.hash(files.get(file.get("name").asText())))
                .isEqualTo(file.get("sha256").asText()));
        assertThat(index.replaceAll("\\s", "")).contains(Archive.hash(files.get("invoices/2026-0001.pdf")));
    }

    @Test
    void what_is_handed_over_is_marked_once_moves_nothing_and_can_be_taken_back() {
        Shell shell = book();
        String over = "--on 2026-08-20 hand-over --customer A --items 2026-0001 --to court --out '" + folder.resolve("d.zip") + "'";
        shell.result(over);
        JsonNode item = shell.result("open-items --as-of 2026-08-20").get("items").get(0);
        assertThat(item.get("flags").toString()).contains("handed-over");
        assertThat(item.get("open").asText()).isEqualTo("1190.00");
        assertThat(shell.result("open-items --as-of 2026-08-19").get("items").get(0).get("flags").toString()).doesNotContain("handed-over");
        assertThat(shell.result("check").get("ok").asBoolean()).as("the file left the house, nothing of the archive is missing").isTrue();
        assertThat(shell.refusal(over)).contains("2026-0001", "already");
        shell.result("--on 2026-09-01 take-back --customer A");
        assertThat(shell.result("open-items --as-of 2026-09-01").get("items").get(0).get("flags").toString()).doesNotContain("handed-over");
        assertThat(shell.refusal("--on 2026-09-01 take-back --customer A")).contains("Nothing of this customer");
    }

    @Test
    void what_cannot_be_worked_out_is_named_as_missing() {
        Shell shell = new Shell(folder);
        shell.result("init --name Firm --country PL --currency PLN", "customer add A --name Alpha",
                "--on 2026-04-15 invoice issue --customer A --line 'Work | 1 | 1000.00 | 23' --due 2026-05-15");
        String over = "--on 2026-08-20 hand-over --customer A --items 2026-0001 --to agency --out '" + folder.resolve("pl.zip") + "'";
        assertThat(shell.result(over).get("missing").toString()).as("no rate of the Polish bank is known").contains("working of the interest on 2026-0001");
        shell.result("interest rate set NBP --from 2026-01-01 --to 2026-12-31 --percent 4.00",
                "interest rate set EURPLN --from 2026-01-01 --to 2026-12-31 --percent 4.25", "take-back --customer A");
        assertThat(shell.result(over).get("missing").toString()).doesNotContain("working of the interest");
    }

    @Test
    void wrong_hand_overs_are_refused_with_a_sentence() {
        Shell shell = book();
        String over = "--on 2026-08-20 hand-over --customer A --out '" + folder.resolve("x.zip") + "' ";
        assertThat(shell.refusal(over + "--items X --to agency")).contains("X");
        assertThat(shell.refusal(over + "--items '' --to agency")).contains("at least one item");
        assertThat(shell.refusal(over + "--items 2026-0001 --to mother")).contains("mother", "court");
        assertThat(shell.refusal("--on 2026-08-20 hand-over --customer A --items 2026-0001 --to agency --out '"
                + folder.resolve("none/x.zip") + "'")).contains("x.zip");
        assertThat(shell.result("open-items --as-of 2026-08-20").get("items").get(0).get("flags").toString()).doesNotContain("handed-over");
    }
}
