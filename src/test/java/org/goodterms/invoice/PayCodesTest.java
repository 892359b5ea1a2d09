package org.goodterms.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.goodterms.SharedData;
import org.goodterms.company.PayTo;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the codes on an invoice say. */
class PayCodesTest {

    private static EpcCode epc(JsonNode in) {
        return new EpcCode(new EpcCode.Payee(in.path("name").asText(), in.path("iban").asText(), in.path("bic").asText()),
                Money.parse("EUR " + in.path("amount").asText()),
                new EpcCode.Purpose(in.path("purpose").asText(), in.path("structured_reference").asText(), in.path("text").asText(), ""),
                new EpcCode.Form("002", in.path("charset").asInt(1)));
    }

    @Test
    void the_published_examples_of_a_sepa_code_come_out_byte_for_byte() throws IOException {
        Path folder = SharedData.path("payment-refs/epc-qr");
        assumeTrue(Files.exists(folder), "the shared codes are not here");
        for (JsonNode one : new ObjectMapper().readTree(folder.resolve("cases.json").toFile()).path("cases")) {
            byte[] expected = Files.readAllBytes(folder.resolve(one.path("file").asText()));
            assertThat(new String(epc(one.path("input")).payload().orThrow(), java.nio.charset.StandardCharsets.ISO_8859_1).strip())
                    .isEqualTo(new String(expected, java.nio.charset.StandardCharsets.ISO_8859_1).strip());
        }
    }

    private static final EpcCode.Payee PAYEE = new EpcCode.Payee("Wren & Vale", "DE71110220330123456789", "");
    private static final EpcCode.Purpose NONE = new EpcCode.Purpose("", "", "", "");

    private static String refusal(EpcCode.Payee payee, String amount, EpcCode.Purpose purpose, String version) {
        return new EpcCode(payee, Money.parse(amount), purpose, new EpcCode.Form(version, 1)).payload()
                instanceof Outcome.Refused<byte[]>(List<Problem> problems) ? problems.getFirst().code() : "";
    }

    @Test
    void what_the_standard_forbids_is_refused_and_named() {
        for (String amount : List.of("EUR 0.00", "EUR -1.00", "EUR 1000000000.00", "CHF 10.00")) {
            assertThat(refusal(PAYEE, amount, NONE, "002")).as(amount).isEqualTo("invoice.epc_amount");
        }
        for (String name : List.of("", "a".repeat(71), "A\nB")) {
            assertThat(refusal(new EpcCode.Payee(name, PAYEE.iban(), ""), "EUR 1.00", NONE, "002")).isEqualTo("invoice.epc_name");
        }
        assertThat(refusal(new EpcCode.Payee("A", "DE72110220330123456789", ""), "EUR 1.00", NONE, "002")).isEqualTo("invoice.epc_iban");
        assertThat(refusal(PAYEE, "EUR 1.00", NONE, "001")).isEqualTo("invoice.epc_bic");
        assertThat(refusal(PAYEE, "EUR 1.00", new EpcCode.Purpose("", "RF18539007547034", "x", ""), "002")).isEqualTo("invoice.epc_reference");
        assertThat(refusal(PAYEE, "EUR 1.00", new EpcCode.Purpose("", "RF19539007547034", "", ""), "002")).isEqualTo("invoice.epc_reference");
        assertThat(refusal(PAYEE, "EUR 1.00", new EpcCode.Purpose("", "", "a".repeat(141), ""), "002")).isEqualTo("invoice.epc_text");
        assertThat(refusal(PAYEE, "EUR 999999999.99", NONE, "002")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DE89370400440532013000,EUR,RF2520260109", "BE68539007547034,EUR,002026010910", "FI2112345600000785,EUR,202601090",
            "CH9300762011623852957,CHF,RF2520260109", "CH4431999123000889012,CHF,000000000000000000202601099",
            "NO9386011117947,NOK,202601092", "SE4550000000058398257466,SEK,202601092", "DE89370400440532013000,USD,", "'',EUR,RF2520260109"})
    void the_reference_is_the_one_of_the_account_and_currency(String iban, String currency, String expected) {
        Optional<String> reference = PayCodes.reference(iban, "DE", currency, "2026-0109").map(r -> r.text());
        assertThat(reference).isEqualTo(Optional.ofNullable(expected));
        reference.ifPresent(text -> assertThat(List.of(org.goodterms.kernel.PaymentReference.Kind.values()))
                .anyMatch(kind -> org.goodterms.kernel.PaymentReference.read(kind, text).isPresent()));
    }

    private static List<PayCodes.Code> codes(String details, String amount) {
        Money money = Money.parse(amount);
        PayTo payTo = PayTo.of(money.getCurrencyUnit().getCode(), details);
        return PayCodes.of(new PayCodes.Ask(payTo, "Müller & Söhne", "São Paulo", money, "2026-0109"),
                PayCodes.reference(payTo.iban() == null ? "" : payTo.iban(), "DE", payTo.currency(), "2026-0109"));
    }

    @Test
    void euros_are_asked_for_by_a_sepa_code_with_the_reference() {
        assertThat(codes("IBAN DE89 3704 0044 0532 0130 00\nBIC COBADEFFXXX", "EUR 119.00")).containsExactly(new PayCodes.Code("pay.scan.bank",
                "BCD\n002\n1\nSCT\nCOBADEFFXXX\nMüller & Söhne\nDE89370400440532013000\nEUR119\n\nRF2520260109"));
        assertThat(codes("BE68 5390 0754 7034", "EUR 119.00").getFirst().text()).endsWith("EUR119\n\n\n+++002/0260/10910+++");
        assertThat(codes("FI21 1234 5600 0007 85", "EUR 119.00").getFirst().text()).contains("RF").endsWith("202601090");
    }

    @Test
    void rupees_reais_and_payment_links_have_their_codes() {
        assertThat(codes("UPI: wren.vale@okbank", "INR 1180.00")).containsExactly(new PayCodes.Code("pay.scan.upi",
                "upi://pay?pa=wren.vale@okbank&pn=M%C3%BCller%20%26%20S%C3%B6hne&am=1180.00&cu=INR&tn=2026-0109&tr=20260109"));
        assertThat(codes("Pix: 123e4567-e12b-12d1-a456-426655440000", "BRL 100.50").getFirst().text()).isEqualTo(
                "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865406100.505802BR5914Muller & Sohne6009Sao Paulo"
                        + "6212050820260109" + "6304" + crc());
        assertThat(codes("Online: paypal.me/wrenvale", "USD 12.50")).containsExactly(
                new PayCodes.Code("pay.scan.link", "https://paypal.me/wrenvale/12.50USD"));
        assertThat(codes("https://pay.example/i?a={amount}&c={currency}&n={number}", "USD 12.50").getFirst().text())
                .isEqualTo("https://pay.example/i?a=12.50&c=USD&n=2026-0109");
        assertThat(codes("Mail pay@wren.example, UPI on request", "INR 1.00")).isEmpty();
        assertThat(codes("IBAN DE89370400440532013000", "USD 1.00")).isEmpty();
    }

    private static String crc() {
        return "%04X".formatted(PayCodes.checksum("00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865406100.50"
                + "5802BR5914Muller & Sohne6009Sao Paulo62120508202601096304"));
    }

    @Test
    void the_checksum_is_that_of_the_published_pix_example() {
        // the manual of the BR code gives 1D3D for this text
        assertThat(PayCodes.checksum("00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***6304"))
                .isEqualTo(0x1D3D);
    }
}
