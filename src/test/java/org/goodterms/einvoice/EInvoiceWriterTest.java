package org.goodterms.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.einvoice.SampleInvoices.d;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.goodterms.einvoice.EInvoice.Endpoint;
import org.goodterms.einvoice.EInvoice.Kind;
import org.goodterms.einvoice.EInvoice.Party;
import org.goodterms.einvoice.EInvoice.References;
import org.goodterms.einvoice.EInvoice.Totals;
import org.goodterms.einvoice.EInvoiceReader.Reading;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EInvoiceWriterTest {

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::code).toList();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void what_is_written_passes_the_official_rules(Format format) throws Exception {
        List<String> errors = new ArrayList<>();
        for (Map.Entry<String, EInvoice> sample : SampleInvoices.all().entrySet()) {
            if (format == Format.PEPPOL && sample.getKey().equals("correction")) {
                continue; // Peppol BIS knows no 384 between German parties beyond its own list
            }
            EInvoice invoice = format == Format.PEPPOL ? SampleInvoices.inPeppol(sample.getValue()) : sample.getValue();
            byte[] xml = EInvoiceWriter.xml(invoice, format).orThrow();
            boolean credit = sample.getValue().head().kind() == Kind.CREDIT_NOTE;
            OfficialRules.check(xml, format, credit).forEach(e -> errors.add(sample.getKey() + ": " + e));
        }
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void what_is_written_reads_back_as_it_was(Format format) {
        Facts facts = EInvoiceReader.read(EInvoiceWriter.xml(SampleInvoices.inPeppol(
                SampleInvoices.full(Kind.INVOICE)), format).orThrow()).facts().orElseThrow();
        assertThat(facts.id()).isEqualTo("RE-2026-0007");
        assertThat(facts.issueDate()).isEqualTo("2026-03-02");
        assertThat(facts.dueDate()).isEqualTo("2026-04-01");
        assertThat(facts.buyer()).isEqualTo("Bäckerei Müller & Söhne <GmbH>");
        assertThat(facts.totals()).containsEntry("payable", "200.00").containsEntry("tax", "39.38")
                .containsEntry("prepaid", "71.88").containsEntry("allowance", "9.50").containsEntry("charge", "12.00");
        assertThat(facts.vat()).containsExactly(new Facts.Vat("S", "19", "192.50", "36.58"),
                new Facts.Vat("S", "7", "40.00", "2.80"));
        assertThat(facts.payment()).containsExactly(new Facts.Means("58", "DE89370400440532013000", "RE-2026-0007"));
        assertThat(facts.lineCount()).isEqualTo(4);
        assertThat(facts.customization()).isEqualTo(format.customization());
    }

    @Test
    void the_official_rules_can_fail() throws Exception {
        String xml = new String(EInvoiceWriter.xml(SampleInvoices.full(Kind.INVOICE), Format.XRECHNUNG_UBL).orThrow(),
                StandardCharsets.UTF_8).replace("<cbc:PayableAmount currencyID=\"EUR\">200.00",
                "<cbc:PayableAmount currencyID=\"EUR\">201.00");
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        assertThat(OfficialRules.check(bytes, Format.XRECHNUNG_UBL, false)).anyMatch(e -> e.contains("BR-CO-16"));
        assertThat(EInvoiceReader.read(bytes).problems()).extracting(Problem::code).containsExactly("einvoice.sum");
    }

    @Test
    void a_credit_note_is_its_own_document_in_ubl() {
        Facts facts = EInvoiceReader.read(EInvoiceWriter.xml(SampleInvoices.inPeppol(
                SampleInvoices.full(Kind.CREDIT_NOTE)), Format.PEPPOL).orThrow()).facts().orElseThrow();
        assertThat(facts.syntax()).isEqualTo("UBL CreditNote");
        assertThat(facts.typeCode()).isEqualTo("381");
        assertThat(facts.dueDate()).isEqualTo("2026-04-01");
    }

    @Test
    void amounts_that_do_not_add_up_are_not_given_out() {
        Totals wrong = new Totals(d("230.00"), d("9.50"), d("12.00"), d("232.50"), d("39.38"), d("271.89"), d("71.88"),
                d("0.00"), d("200.00"));
        EInvoice invoice = SampleInvoices.with(SampleInvoices.full(Kind.INVOICE), wrong);
        assertThat(codes(EInvoiceWriter.xml(invoice, Format.FACTURX))).containsExactly("einvoice.sum", "einvoice.sum");
        Totals fine = new Totals(d("230.00"), d("9.50"), d("12.00"), d("232.50"), d("39.38"), d("271.88"), d("71.88"),
                d("0.001"), d("200.00"));
        assertThat(codes(EInvoiceWriter.xml(SampleInvoices.with(invoice, fine), Format.FACTURX)))
                .containsExactly("einvoice.not_an_amount");
    }

    @Test
    void what_a_format_needs_is_asked_for() {
        EInvoice invoice = SampleInvoices.full(Kind.INVOICE);
        Party bare = new Party("Wir", "DE123456788", null, null, new EInvoice.Address(null, null, null, null, null, "DE"),
                null, null);
        EInvoice plain = SampleInvoices.with(invoice, References.NONE, bare, bare);
        assertThat(EInvoiceWriter.xml(plain, Format.FACTURX).isOk()).isTrue();
        assertThat(codes(EInvoiceWriter.xml(plain, Format.XRECHNUNG_CII))).containsExactlyInAnyOrder(
                "einvoice.no_leitweg", "einvoice.no_seller_city", "einvoice.no_seller_postcode",
                "einvoice.no_seller_contact", "einvoice.no_seller_phone", "einvoice.no_seller_email",
                "einvoice.no_buyer_city", "einvoice.no_buyer_postcode", "einvoice.no_seller_endpoint",
                "einvoice.no_buyer_endpoint");
        assertThat(codes(EInvoiceWriter.xml(plain, Format.PEPPOL))).containsExactlyInAnyOrder(
                "einvoice.no_seller_endpoint", "einvoice.no_buyer_endpoint", "einvoice.no_buyer_reference");
        assertThat(codes(EInvoiceWriter.xml(invoice, Format.PEPPOL))).containsExactly("einvoice.peppol_endpoint");
        Party nobody = new Party("Wir", null, null, null, bare.address(), null, new Endpoint("EM", "a@b.example"));
        assertThat(codes(EInvoiceWriter.xml(SampleInvoices.with(invoice, References.NONE, nobody, bare), Format.FACTURX)))
                .containsExactly("einvoice.no_seller_id");
        assertThat(codes(EInvoiceWriter.xml(SampleInvoices.untaxed("E", "DE", null, null), Format.FACTURX)))
                .containsExactly("einvoice.no_exemption_reason");
    }

    @Test
    void peppol_knows_the_schemes_of_vat_numbers() throws Exception {
        List<String> errors = new ArrayList<>();
        for (String country : List.of("AT", "BE", "BG", "CY", "CZ", "DE", "EE", "EL", "ES", "FR", "GB", "HR", "HU", "IE",
                "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SI", "SK")) {
            EInvoice invoice = SampleInvoices.inPeppol(SampleInvoices.untaxed("Z", "DE", null, null));
            Party buyer = new Party("Käufer", null, null, null, invoice.buyer().address(), null,
                    Endpoint.ofVatId(country + "123456789").orElseThrow());
            byte[] xml = EInvoiceWriter.xml(SampleInvoices.with(invoice, invoice.references(), invoice.seller(), buyer),
                    Format.PEPPOL).orThrow();
            OfficialRules.check(xml, Format.PEPPOL, false).stream().filter(e -> e.contains("CL008"))
                    .forEach(e -> errors.add(country + " " + e));
        }
        assertThat(errors).isEmpty();
        assertThat(Endpoint.ofVatId("US1")).isEmpty();
    }

    @Test
    void factur_x_carries_the_invoice_in_the_pdf() throws Exception {
        byte[] pdf = page();
        byte[] facturX = EInvoiceWriter.facturX(SampleInvoices.full(Kind.INVOICE), pdf, Format.FACTURX).orThrow();
        Reading reading = EInvoiceReader.read(facturX);
        assertThat(reading.valid()).as(reading.problems().toString()).isTrue();
        assertThat(reading.facts().orElseThrow().customization()).isEqualTo("urn:cen.eu:en16931:2017");
        try (PDDocument document = Loader.loadPDF(facturX)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            String metadata = new String(document.getDocumentCatalog().getMetadata().toByteArray(),
                    StandardCharsets.UTF_8);
            assertThat(metadata).contains("factur-x.xml", "EN 16931", "pdfaid");
        }
        assertThat(codes(EInvoiceWriter.facturX(SampleInvoices.full(Kind.INVOICE), new byte[] {1, 2, 3}, Format.FACTURX)))
                .containsExactly("einvoice.pdf_not_taken");
    }

    private static byte[] page() throws Exception {
        try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            page.setResources(new PDResources());
            pdf.addPage(page);
            pdf.save(out);
            return out.toByteArray();
        }
    }
}
