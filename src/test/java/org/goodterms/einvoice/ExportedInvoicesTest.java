package org.goodterms.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.goodterms.BookClock;
import org.goodterms.Bookcase;
import org.goodterms.cli.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a command to a file that the official rules accept: what a bookkeeper issues, in every format. */
class ExportedInvoicesTest {
    private static final List<String> BEGINNING = List.of(
            "init --name 'Muster & Co' --country DE --currency EUR --street 'Weg 1' --postcode 10115 --city Berlin"
                    + " --tax-id DE123456789 --email me@example.org --pay-to 'IBAN DE89 3704 0044 0532 0130 00'",
            "customer add A --name 'Alpha & Söhne' --email a@example.org --street 'Gasse 2' --postcode 50667 --city Köln"
                    + " --country DE --tax-id DE136695976 --terms '2/10 net 30'",
            "invoice issue --customer A --po PO-7 --line 'Work | 2.5 | 33.333 | 19' --line 'Book | 3 | 19.99 | 7'",
            "invoice issue --customer A --deposit --line 'Deposit | 1 | 100.00 | 19'",
            "invoice issue --customer A --less-deposit 2026-0002 --line 'House | 1 | 1000.00 | 19' --line 'Given back | -1 | 20.00 | 19'",
            "credit-note issue --invoice 2026-0001 --full");
    @TempDir
    private Path folder;

    private String run(List<String> commands) throws Exception {
        Path script = Files.write(folder.resolve("script.txt"), commands);
        var out = new java.io.ByteArrayOutputStream();
        BookClock clock = new BookClock(Clock.fixed(Instant.parse("2026-03-02T11:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);
        var stream = new java.io.PrintStream(out, true, java.nio.charset.StandardCharsets.UTF_8);
        int exit = new Console(clock, new Bookcase(folder, clock, null), stream, stream).run(new String[] {"--book",
            folder.resolve("book").toString(), "--json", "run", script.toString()});
        String said = out.toString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(exit).as(said).isZero();
        return said;
    }

    @Test
    void issued_documents_pass_the_official_rules_in_every_format() throws Exception {
        String issued = run(BEGINNING);
        String credit = issued.lines().toList().getLast().replaceAll(".*\"number\":\"([^\"]+)\".*", "$1");
        List<String> exports = new ArrayList<>();
        List<String> numbers = List.of("2026-0001", "2026-0002", "2026-0003", credit);
        for (String number : numbers) {
            for (Format format : Format.values()) {
                exports.add("invoice export " + number + " --format " + format.word() + " --out '" + file(number, format) + "'");
            }
        }
        exports.add("einvoice read '" + file("2026-0003", Format.FACTURX) + "'");
        String read = run(exports).lines().toList().getLast();
        assertThat(read).contains("\"valid\":true", "\"prepaid\":\"119.00\"", "\"id\":\"2026-0003\"");
        List<String> errors = new ArrayList<>();
        for (String number : numbers) {
            for (Format format : Format.values()) {
                byte[] bytes = Files.readAllBytes(file(number, format));
                byte[] xml = format.pdf() ? EmbeddedXml.of(bytes).orThrow() : bytes;
                OfficialRules.check(xml, format, number.equals(credit)).forEach(e -> errors.add(number + " " + e));
            }
        }
        assertThat(errors).isEmpty();
        Facts facts = EInvoiceReader.read(Files.readAllBytes(file("2026-0001", Format.XRECHNUNG_CII))).facts().orElseThrow();
        assertThat(new BigDecimal(facts.totals().get("payable"))).isEqualByComparingTo("163.33");
    }

    private Path file(String number, Format format) {
        return folder.resolve(number + "." + format.word());
    }
}
