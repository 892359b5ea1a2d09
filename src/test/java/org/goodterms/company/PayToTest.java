package org.goodterms.company;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayToTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "IBAN DE89 3704 0044 0532 0130 00, BIC COBADEFFXXX|DE89370400440532013000|COBADEFFXXX",
            "DE89370400440532013000|DE89370400440532013000|",
            "Account: GB29 NWBK 6016 1331 9268 19 SWIFT: NWBKGB2L|GB29NWBK60161331926819|NWBKGB2L",
            "please pay to de89 3704 0044 0532 0130 00 within a week|DE89370400440532013000|",
            "NO93 8601 1117 947 or card|NO9386011117947|",
            "MT84 MALT 0110 0001 2345 MTLC AST0 01S|MT84MALT011000012345MTLCAST001S|",
            "Old AB12 3456 then FR14 2004 1010 0505 0001 3M02 606 done|FR1420041010050500013M02606|",
            "Routing 021000021, account 123456789||",
            "DE89 3704 0044 0532 0130 01||"})
    void account_and_bank_are_found_in_free_text(String text, String iban, String bic) {
        PayTo payTo = PayTo.of("EUR", text);
        assertThat(payTo.iban()).isEqualTo(iban);
        assertThat(payTo.bic()).isEqualTo(bic);
        assertThat(payTo.details()).isEqualTo(text);
    }

    @Test
    void an_iban_may_be_typed_with_blanks_and_small_letters() {
        assertThat(PayTo.iban(" de89 3704 0044 0532 0130 00 ")).contains("DE89370400440532013000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DE", "DE00", "DE89370400440532013001", "XX89370400440532013000", "DE8937040044053201300",
            "DE89\u0000370400440532013000", "\u0130E89370400440532013000"})
    void what_is_no_iban_is_none(String typed) {
        assertThat(PayTo.iban(typed)).isEmpty();
    }
}
