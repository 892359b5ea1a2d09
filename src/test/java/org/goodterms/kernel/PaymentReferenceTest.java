package org.goodterms.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.goodterms.SharedData;
import org.goodterms.kernel.PaymentReference.Kind;
import org.junit.jupiter.api.Test;

class PaymentReferenceTest {

    @Test
    void every_published_reference_is_judged_as_published() throws IOException {
        vectors("iso11649_rf", Kind.RF);
        vectors("swiss_qrr", Kind.QRR);
        vectors("finnish_viitenumero", Kind.VIITENUMERO);
        vectors("belgian_ogm", Kind.OGM);
    }

    @Test
    void norwegian_and_swedish_check_digits_are_those_published() throws IOException {
        JsonNode kid = all().path("norwegian_kid").get(0);
        kid.path("mod10_generate").properties().forEach(pair ->
                assertThat(pair.getKey() + CheckDigits.luhn(pair.getKey())).isEqualTo(pair.getValue().asText()));
        kid.path("mod11_generate").properties().forEach(pair -> {
            assertThat(pair.getKey() + CheckDigits.modulus11(pair.getKey())).isEqualTo(pair.getValue().asText());
            assertThat(PaymentReference.read(Kind.KID, pair.getValue().asText())).isPresent();
        });
        kid.path("mod10_valid").forEach(valid -> assertThat(PaymentReference.read(Kind.KID, valid.asText())).as(valid.asText()).isPresent());
        kid.path("mod10_invalid").forEach(wrong -> assertThat(PaymentReference.read(Kind.OCR, wrong.asText())).as(wrong.asText()).isEmpty());
        all().path("swedish_ocr_luhn").get(0).path("generate").properties().forEach(pair ->
                assertThat(PaymentReference.make(Kind.OCR, pair.getKey()).orElseThrow().text()).isEqualTo(pair.getValue().asText()));
    }

    private static void vectors(String name, Kind kind) throws IOException {
        for (JsonNode source : all().path(name)) {
            source.path("valid").forEach(valid -> assertThat(PaymentReference.read(kind, valid.asText())).as(valid.asText()).isPresent());
            source.path("invalid").forEach(wrong -> assertThat(PaymentReference.read(kind, wrong.asText())).as(wrong.asText()).isEmpty());
            source.path("generate").properties().forEach(pair -> {
                PaymentReference made = PaymentReference.make(kind, pair.getKey()).orElseThrow();
                assertThat(kind == Kind.OGM ? made.printed() : made.text()).isEqualTo(pair.getValue().asText());
            });
        }
    }

    private static JsonNode all() throws IOException {
        return new ObjectMapper().readTree(SharedData.path("payment-refs/reference-numbers.json").toFile());
    }

    @Property(tries = 200)
    void what_is_made_is_valid_printed_and_found_again(@ForAll @IntRange(min = 100) int serial, @ForAll Kind kind) {
        PaymentReference made = PaymentReference.make(kind, "2026-" + serial).orElseThrow();
        assertThat(PaymentReference.read(kind, made.printed())).contains(made);
        assertThat(PaymentReference.standsIn(made.text(), "Payment " + made.printed() + " with thanks")).isTrue();
        assertThat(PaymentReference.standsIn(made.text(), "Invoice 77")).isFalse();
    }

    @Property(tries = 200)
    void one_wrong_digit_is_noticed(@ForAll @IntRange(min = 1000) int serial, @ForAll Kind kind, @ForAll @IntRange(min = 1, max = 9) int by) {
        if (kind == Kind.KID) {
            return; // either of two check digits is accepted, so that some slips pass
        }
        String made = PaymentReference.make(kind, Integer.toString(serial)).orElseThrow().text();
        int place = made.length() - 3;
        String wrong = made.substring(0, place) + (made.charAt(place) - '0' + by) % 10 + made.substring(place + 1);
        assertThat(PaymentReference.read(kind, wrong)).as(made + " became " + wrong).isEmpty();
    }

    @Test
    void references_are_found_in_the_texts_of_payers() {
        assertThat(PaymentReference.findIn("/RF18 5390 0754 7034 thank you; +++090/9337/55493+++ 21 00000 00003 13947 14300 09017"))
                .extracting(PaymentReference::text)
                .containsExactly("RF18539007547034", "210000000003139471430009017", "090933755493");
        assertThat(PaymentReference.findIn("invoice RF19539007547034 of 12345")).isEmpty();
        assertThat(PaymentReference.standsIn("12344", "KID 000012344")).isTrue();
        assertThat(PaymentReference.standsIn("12344", "KID 912344")).isFalse();
        assertThat(PaymentReference.standsIn("", "anything")).isFalse();
    }

    @Test
    void printed_in_the_groups_of_its_country() {
        assertThat(PaymentReference.make(Kind.RF, "2026-0109").orElseThrow().printed()).isEqualTo("RF25 2026 0109");
        assertThat(PaymentReference.make(Kind.QRR, "123456").orElseThrow().printed()).isEqualTo("00 00000 00000 00000 00012 34565");
        assertThat(PaymentReference.make(Kind.OGM, "20260109").orElseThrow().printed()).isEqualTo("+++002/0260/10910+++");
        assertThat(PaymentReference.make(Kind.VIITENUMERO, "100000000").orElseThrow().printed()).isEqualTo("10000 00009");
    }

    @Test
    void a_number_without_anything_to_make_it_of_has_no_reference() {
        assertThat(PaymentReference.make(Kind.RF, "--")).isEmpty();
        assertThat(PaymentReference.make(Kind.QRR, "ABC")).isEmpty();
        assertThat(PaymentReference.make(Kind.VIITENUMERO, "12")).isEmpty();
        assertThat(PaymentReference.make(Kind.OGM, "0000")).isEmpty();
    }
}
