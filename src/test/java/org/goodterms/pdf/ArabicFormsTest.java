package org.goodterms.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class ArabicFormsTest {

    @Test
    void a_letter_takes_the_form_of_its_place_in_the_word() {
        assertThat(ArabicForms.joined("\u0628\u0628\u0628")).as("beh three times").isEqualTo("\uFE91\uFE92\uFE90");
        assertThat(ArabicForms.joined("\u0628")).isEqualTo("\uFE8F");
        assertThat(ArabicForms.joined("\u062F\u0628")).as("dal joins nothing behind it").isEqualTo("\uFEA9\uFE8F");
        assertThat(ArabicForms.joined("\u0628 \u0628")).as("a blank parts").isEqualTo("\uFE8F \uFE8F");
    }

    @Test
    void lam_and_alef_become_one_sign() {
        assertThat(ArabicForms.joined("\u0633\u0644\u0627\u0645")).as("salam").isEqualTo("\uFEB3\uFEFC\uFEE1");
        assertThat(ArabicForms.joined("\u0644\u0627")).isEqualTo("\uFEFB");
    }

    @Test
    void marks_do_not_part_letters_and_persian_letters_have_their_forms() {
        assertThat(ArabicForms.joined("\u0628\u064E\u0628")).isEqualTo("\uFE91\u064E\uFE90");
        assertThat(ArabicForms.joined("\u067E\u06AF")).as("peh, gaf").isEqualTo("\uFB58\uFB93");
    }

    @Test
    void nothing_is_lost_and_other_scripts_stay_as_they_are() {
        String text = "\u0634\u0631\u0643\u0629 \u0627\u0644\u0623\u0645\u0644 \u0644\u0644\u062A\u062C\u0627\u0631\u0629 12.50 EUR";
        assertThat(Normalizer.normalize(ArabicForms.joined(text), Normalizer.Form.NFKC)).isEqualTo(text);
        assertThat(ArabicForms.joined("\u05E9\u05DC\u05D5\u05DD, Caf\u00E9")).isEqualTo("\u05E9\u05DC\u05D5\u05DD, Caf\u00E9");
    }
}
