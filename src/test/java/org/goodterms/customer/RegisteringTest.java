package org.goodterms.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.goodterms.SharedData;
import org.goodterms.company.PayWay;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisteringTest {
    private static final CustomerForm GOOD = new CustomerForm(Map.of(CustomerField.CODE, "C1",
            CustomerField.NAME, "Müller", CustomerField.COUNTRY, "de", CustomerField.LANGUAGE, "de",
            CustomerField.CURRENCY, "eur", CustomerField.TERMS, "2/10 net 30", CustomerField.CHANNEL, "email"),
            List.of());

    private static Outcome<Registering.Registered> judge(CustomerForm form) {
        return Registering.judge(form, CurrencyUnit.EUR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "CODE|''|typed.missing",
            "CODE|' A '|customer.code",
            "CODE|A  B|customer.code",
            "CODE|A,B|customer.code",
            "CODE|A=B|customer.code",
            "CODE|AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDDDDDDDE|customer.code",
            "NAME|''|typed.missing",
            "EMAIL|nobody|",
            "EMAIL|a@b@c|",
            "COUNTRY|XX|company.country",
            "COUNTRY|Germany|company.country",
            "CURRENCY|EU|company.currency",
            "LANGUAGE|deutsch|company.language",
            "TERMS|when it suits|terms.unreadable",
            "CHANNEL|fax|customer.channel",
            "IBAN|DE89370400440532013001|customer.iban",
            "CREDIT_LIMIT|1,000|customer.credit_limit",
            "CREDIT_LIMIT|-1|customer.credit_limit",
            "CREDIT_LIMIT|1.001|customer.credit_limit",
            "CUT_OFF_DAY|0|customer.cut_off_day",
            "CUT_OFF_DAY|32|customer.cut_off_day",
            "CUT_OFF_DAY|x|customer.cut_off_day",
            "PAYS_BY|cheque|customer.pays_by",
            "PAY_WAYS|cheque|customer.pay_ways",
            "PAY_WAYS|bank, bank|customer.pay_ways",
            "EXEMPT|maybe|customer.yes_or_no",
            "EXEMPT_UNTIL|2026-02-30|customer.day"})
    void what_is_wrong_is_named_at_its_field(CustomerField field, String typed, String code) {
        Outcome<?> refused = judge(GOOD.with(field, typed));
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(field.label());
            if (code != null) {
                assertThat(problem.code()).isEqualTo(code);
            }
            assertThat(Texts.of(Locale.ENGLISH).of(problem)).doesNotStartWith("problem.").doesNotContain("{");
        });
    }

    @Test
    void control_characters_are_refused_in_every_field() {
        for (CustomerField field : CustomerField.values()) {
            assertThat(judge(GOOD.with(field, "a\u0000b")).problems()).as(field.label())
                    .extracting(Problem::field).containsOnly(field.label());
        }
    }

    @Test
    void several_wrong_fields_are_all_named() {
        assertThat(judge(GOOD.with(CustomerField.NAME, "").with(CustomerField.IBAN, "x").with(CustomerField.TERMS, ""))
                .problems()).extracting(Problem::field).containsExactlyInAnyOrder("name", "iban", "terms");
    }

    @Test
    void what_is_right_is_put_in_its_plain_form() {
        var registered = judge(GOOD.with(CustomerField.IBAN, "de89 3704 0044 0532 0130 00")
                .with(CustomerField.CREDIT_LIMIT, "5000").with(CustomerField.CUT_OFF_DAY, "25")
                .with(CustomerField.EMAIL, "jörg@exämple.org").with(CustomerField.EXEMPT, "yes")
                .with(CustomerField.PAY_WAYS, "Link;bank")).orThrow();
        assertThat(registered.address().country()).isEqualTo("DE");
        assertThat(registered.trade().currency()).isEqualTo(CurrencyUnit.EUR);
        assertThat(registered.trade().iban()).isEqualTo("DE89370400440532013000");
        assertThat(registered.trade().creditLimit()).isEqualTo(Money.parse("EUR 5000.00"));
        assertThat(registered.trade().terms()).isEqualTo("2/10 net 30");
        assertThat(registered.trade().exemption().exempt()).isTrue();
        assertThat(registered.payables().cutOffDay()).isEqualTo(25);
        assertThat(registered.payables().ways()).containsExactly(PayWay.LINK, PayWay.BANK);
        assertThat(registered.reach().email()).isEqualTo("jörg@exämple.org");
    }

    @Test
    void persons_are_judged_too() {
        Person nobody = new Person("", "", "no mail", "", true, false);
        assertThat(judge(GOOD.withPersons(List.of(nobody))).problems()).extracting(Problem::field)
                .containsExactly("person", "personEmail");
    }

    @Test
    void naughty_names_are_kept_as_they_are_or_refused_with_a_sentence() throws Exception {
        Path file = SharedData.path("hostile/strings/blns.txt");
        for (String naughty : Files.readAllLines(file)) {
            Outcome<Registering.Registered> outcome = judge(GOOD.with(CustomerField.NAME, naughty));
            if (outcome.isOk()) {
                assertThat(outcome.orThrow().name()).isEqualTo(naughty);
            } else {
                assertThat(outcome.problems()).extracting(Problem::code)
                        .isSubsetOf("typed.missing", "typed.control_character", "typed.too_long");
            }
        }
    }
}
