package org.goodterms.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.goodterms.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    static JsonNode shared(String name) throws IOException {
        return new ObjectMapper().readTree(SharedData.path("hostile/email/" + name).toFile());
    }

    @Test
    void each_address_of_the_isemail_list_that_is_wrong_is_refused_and_each_that_is_right_is_taken() throws IOException {
        List<String> wronglyTaken = new ArrayList<>();
        List<String> wronglyRefused = new ArrayList<>();
        for (JsonNode row : shared("isemail-addresses.json")) {
            boolean taken = EmailAddress.parse(row.get("address").asText()).isPresent();
            String category = row.get("category").asText();
            if (taken && category.equals("ISEMAIL_ERR")) {
                wronglyTaken.add(row.toString());
            }
            if (!taken && (category.equals("ISEMAIL_VALID_CATEGORY") || category.equals("ISEMAIL_DNSWARN")
                    && row.get("address").asText().length() < 254)) {
                wronglyRefused.add(row.toString());
            }
        }
        assertThat(wronglyTaken).isEmpty();
        assertThat(wronglyRefused).isEmpty();
    }

    @Test
    void each_address_of_the_json_schema_suite_is_judged_as_the_suite_says() throws IOException {
        List<String> misjudged = new ArrayList<>();
        int judged = 0;
        for (JsonNode group : shared("json-schema-email.json")) {
            for (JsonNode test : group.get("tests")) {
                if (test.get("data").isTextual()) {
                    judged++;
                    boolean taken = EmailAddress.parse(test.get("data").asText()).isPresent();
                    if (taken != test.get("valid").asBoolean()) {
                        misjudged.add(test.toString());
                    }
                }
            }
        }
        assertThat(misjudged).isEmpty();
        assertThat(judged).isGreaterThan(15);
    }

    @Test
    void no_address_brings_a_header_or_a_second_recipient_along() throws IOException {
        for (JsonNode text : shared("header-injection.json")) {
            assertThat(EmailAddress.parse(text.asText())).as(text.asText()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@example.org", "a-b@example.org", "o'hara+bills@example.co.uk", "müller@example.de", "info@müller.de",
            "用户@例子.广告", "x@xn--mller-kva.de", "joe.bloggs@[IPv6:::1]", "\"joe bloggs\"@example.com", "root@localhost"})
    void ordinary_and_international_addresses_are_taken(String text) {
        assertThat(EmailAddress.parse(text)).hasValue(new EmailAddress(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "anna", "Anna <anna@example.org>", "<anna@example.org>", "<a@b.org> RCPT",
            "a@example.org,b@example.org", "a@example.org b@example.org", "a(x)@example.org", "@relay.org:a@b.org",
            "a@example.org\n", "a\u0000@example.org", "a@exa\u202Emple.org", "a@example.org.", "a@_x.org", "a@b@c.org",
            "a@ex\u2028ample.org"})
    void what_is_more_or_less_than_one_mailbox_is_refused(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
        assertThatThrownBy(() -> new EmailAddress(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_refusal_names_the_text_without_its_control_characters() {
        Outcome<EmailAddress> outcome = EmailAddress.read("email", "a@b\r\nBcc: x@y.org");
        Problem problem = outcome.problems().getFirst();
        assertThat(problem.code()).isEqualTo("kernel.email_invalid");
        assertThat(Texts.of(Locale.ENGLISH).of(problem)).contains("a@b\uFFFD\uFFFDBcc: x@y.org").contains("name@example.org");
    }

    @Test
    void blanks_around_an_address_are_taken_off() {
        assertThat(EmailAddress.parse("  anna@example.org\u00A0")).hasValue(new EmailAddress("anna@example.org"));
    }

    @Test
    void the_envelope_has_the_domain_in_ascii_and_the_local_part_as_typed() {
        assertThat(new EmailAddress("Info@Müller.DE").envelope()).isEqualTo("Info@xn--mller-kva.de");
        assertThat(new EmailAddress("müller@example.de").needsUtf8Server()).isTrue();
        assertThat(new EmailAddress("info@müller.de").needsUtf8Server()).isFalse();
    }

    @Property(tries = 500)
    void whatever_is_typed_is_judged_and_what_is_taken_has_no_line_break(@ForAll String text) {
        EmailAddress.parse(text).ifPresent(address -> assertThat(address.text()).doesNotContain("\n", "\r", ",", "<"));
        EmailAddress.parse(text + "@example.org").ifPresent(address ->
                assertThat(address.envelope()).doesNotContain("\n", "\r", "\u0000"));
    }
}
