package org.goodterms.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.goodterms.SharedData;
import org.goodterms.einvoice.EInvoiceReader.Reading;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class EInvoiceReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Texts ENGLISH = Texts.of(Locale.ENGLISH);

    private static List<JsonNode> cases() throws IOException {
        return StreamSupport.stream(JSON.readTree(SharedData.bytes("einvoice/expected.json")).spliterator(), false)
                .toList();
    }

    @Test
    void every_example_reads_to_its_facts() throws IOException {
        List<String> wrong = new ArrayList<>();
        int read = 0;
        for (JsonNode example : cases()) {
            String file = example.get("file").asText();
            Reading reading = EInvoiceReader.read(SharedData.bytes("einvoice/" + file));
            JsonNode wanted = example.get("facts");
            if (wanted.has("parse")) {
                assertThat(reading.valid()).as(file).isFalse();
                assertThat(reading.problems()).as(file).extracting(Problem::code)
                        .containsExactly("einvoice.not_well_formed");
                continue;
            }
            JsonNode found = JSON.valueToTree(reading.facts().map(Facts::asMap).orElse(null));
            wanted.fieldNames().forEachRemaining(key -> {
                if (!wanted.get(key).equals(found.get(key))) {
                    wrong.add(file + ": " + key + " should be " + wanted.get(key) + " but is " + found.get(key));
                }
            });
            read++;
        }
        assertThat(wrong).isEmpty();
        assertThat(read).isEqualTo(134);
    }

    @Test
    void what_the_official_rules_pass_passes_here() throws IOException {
        List<String> falseAlarms = new ArrayList<>();
        int passed = 0;
        for (JsonNode example : cases()) {
            boolean judged = example.has("official_rules");
            boolean valid = judged && StreamSupport.stream(example.get("official_rules").spliterator(), false)
                    .allMatch(verdict -> verdict.get("valid").asBoolean());
            Reading reading = EInvoiceReader.read(SharedData.bytes("einvoice/" + example.get("file").asText()));
            reading.problems().forEach(p -> assertThat(ENGLISH.of(p)).doesNotStartWith("problem.").doesNotContain("{"));
            if (valid && !reading.valid()) {
                falseAlarms.add(example.get("file").asText() + " " + reading.problems());
            }
            passed += valid ? 1 : 0;
        }
        assertThat(falseAlarms).isEmpty();
        assertThat(passed).isGreaterThan(60);
    }

    @Test
    void hostile_xml_is_refused_with_one_sentence_and_no_connection() throws IOException {
        try (ServerSocket listener = listen()) {
            for (Path path : SharedData.files("hostile/xml", ".xml")) {
                byte[] xml = Files.readAllBytes(path);
                Reading reading = Assertions.assertTimeout(Duration.ofSeconds(2), () -> EInvoiceReader.read(xml));
                assertThat(reading.valid()).as(path.toString()).isFalse();
                assertThat(reading.problems()).as(path.toString()).hasSize(1);
                assertThat(ENGLISH.of(reading.problems().getFirst())).doesNotStartWith("problem.").endsWith(".");
            }
            if (listener != null) {
                listener.setSoTimeout(200);
                Assertions.assertThrows(SocketTimeoutException.class, listener::accept, "somebody connected");
            }
        }
    }

    /** The hostile files point to port 9 of this machine; null where it may not be listened on. */
    private static ServerSocket listen() {
        try {
            return new ServerSocket(9, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            return null;
        }
    }

    @Test
    void an_invoice_with_an_entity_is_refused_before_anything_is_read() {
        String xml = "<!DOCTYPE Invoice [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Invoice xmlns=\"urn:oasis:names:"
                + "specification:ubl:schema:xsd:Invoice-2\"><ID>&x;</ID></Invoice>";
        Reading reading = EInvoiceReader.read(xml.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.problems()).extracting(Problem::code).containsExactly("einvoice.document_type");
        assertThat(reading.facts()).isEmpty();
    }

    @Test
    void what_is_no_e_invoice_is_said_to_be_none() throws IOException {
        assertThat(codes("<html/>")).containsExactly("einvoice.unknown_kind");
        assertThat(codes("")).containsExactly("einvoice.not_well_formed");
        assertThat(codes("%PDF-1.4 garbage")).containsExactly("einvoice.pdf_unreadable");
        assertThat(codes("<a>".repeat(150))).containsExactly("einvoice.too_deep");
        assertThat(codes("<a>" + "<b/>".repeat(500_001) + "</a>")).containsExactly("einvoice.too_deep");
        assertThat(EInvoiceReader.read(new byte[XmlNode.MAX_BYTES + 1]).problems()).extracting(Problem::code)
                .containsExactly("einvoice.too_large");
        try (var pdf = new org.apache.pdfbox.pdmodel.PDDocument(); var out = new java.io.ByteArrayOutputStream()) {
            pdf.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            pdf.save(out);
            assertThat(EInvoiceReader.read(out.toByteArray()).problems()).extracting(Problem::code)
                    .containsExactly("einvoice.nothing_embedded");
        }
    }

    private static List<String> codes(String text) {
        return EInvoiceReader.read(text.getBytes(StandardCharsets.UTF_8)).problems().stream().map(Problem::code).toList();
    }

    @Test
    void broken_bytes_never_throw() throws IOException {
        byte[] good = SharedData.bytes("einvoice/xml-rechnung/fx/EN16931_Einfach.pdf");
        assumeTrue(good.length > 1000);
        for (int cut = 10; cut < good.length; cut += good.length / 25) {
            assertThat(EInvoiceReader.read(java.util.Arrays.copyOf(good, cut))).isNotNull();
        }
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 25; i++) {
            byte[] bad = good.clone();
            for (int j = 0; j < 200; j++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            assertThat(EInvoiceReader.read(bad)).isNotNull();
        }
    }
}
