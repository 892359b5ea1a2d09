package org.goodterms.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a text of a person must say, and what it must not. */
class TextJudgeServiceTest {
    private static final Occasion R2 = new Occasion(Step.R2, Tone.USUAL, "en");
    private static final String GOOD = "Hello,\n\n{{>items}}\nPlease pay by {{deadline}}.\n{{>pay}}\n{{>end}}\n";

    private static List<String> judged(Occasion occasion, String subject, String text) {
        return TextJudgeService.judge(occasion, new Wording(subject, text)).stream().map(Problem::code).toList();
    }

    private static String said(String subject, String text) {
        return Texts.of(Locale.ENGLISH).of(TextJudgeService.judge(R2, new Wording(subject, text)).getFirst());
    }

    @Test
    void every_shipped_text_keeps_the_rule_in_each_tone_and_language() {
        for (Occasion occasion : Occasion.all()) {
            assertThat(TextJudgeService.judge(occasion, TemplateService.of(occasion).orElseThrow())).as(occasion.toString()).isEmpty();
        }
        assertThat(Occasion.all()).hasSize(6 * 2 * 4);
    }

    @Test
    void the_three_reminders_are_shipped_in_a_softer_tone_of_their_own_in_each_language() {
        for (Occasion occasion : Occasion.all()) {
            boolean own = Set.of(Step.R1, Step.R2, Step.R3).contains(occasion.step());
            Wording usual = TemplateService.of(new Occasion(occasion.step(), Tone.USUAL, occasion.language())).orElseThrow();
            assertThat(TemplateService.of(occasion).orElseThrow().equals(usual)).as(occasion.toString()).isEqualTo(occasion.tone() == Tone.USUAL || !own);
        }
    }

    @Test
    void what_cannot_be_filled_in_is_named_with_all_that_can() {
        assertThat(judged(R2, "Invoice {{number}}", GOOD)).isEmpty();
        assertThat(said("Invoice {{number}}", GOOD + "{{amout}}")).isEqualTo("{{amout}} cannot be filled in here. What can stand here: {{>items}}, {{>listed}}, "
                + "{{>pay}}, {{>end}}, {{contact}}, {{number}}, {{due}}, {{total}}, {{days}}, {{deadline}}, {{payTo}}, {{reference}}, {{firm}}, {{person}}, "
                + "{{phone}}, {{#several}}, {{#hasListed}}, {{#contact}}, {{#person}}, {{#phone}}.");
        assertThat(said("Invoice {{number}}, {{total}}", GOOD)).startsWith("{{total}} cannot be filled in here.").doesNotContain("deadline");
        for (String strange : List.of("{{number.class}}", "{{>../secret}}", "{{#items}}x{{/items}}", "{{^listed}}x{{/listed}}", "{{<end}}{{/end}}", "{{$end}}{{/end}}",
                "{{this}}", "{{{amount}}}")) {
            assertThat(judged(R2, "Invoice {{number}}", GOOD + strange)).as(strange).containsOnly("reminder.text_unknown");
        }
        assertThat(judged(R2, "Invoice {{number}}", GOOD + "{{lateInterest}}")).as("told by the third reminder alone").containsOnly("reminder.text_unknown");
        assertThat(judged(new Occasion(Step.R3, Tone.USUAL, "en"), "Invoice {{number}}", GOOD + "{{#lateInterest}}{{lateInterest}}{{/lateInterest}}")).isEmpty();
        assertThat(judged(R2, "Invoice {{number}}", GOOD + "{{#several}}")).containsExactly("reminder.text_syntax");
        assertThat(judged(R2, "Invoice {{number", GOOD)).containsExactly("reminder.text_syntax");
    }

    @Test
    void what_the_customer_needs_must_be_said_for_one_invoice_and_for_several() {
        assertThat(said("Your invoices", "Hello, please pay. {{firm}}")).isEqualTo("The text lacks {{>items}}, {{>pay}}, {{deadline}}: the customer would not know "
                + "what is to be paid, where to, or by when, in each case there can be. Put it in.");
        assertThat(said("Your invoices", "{{number}} over {{total}}, {{payTo}}, by {{deadline}}")).as("with two invoices only one would be named")
                .startsWith("The text lacks {{>items}}:");
        assertThat(judged(R2, "Your invoices", "{{reference}}: {{total}}, {{payTo}}, by {{deadline}}")).isEmpty();
        assertThat(said("Your invoices", "{{>items}} {{>pay}} {{#contact}}{{deadline}}{{/contact}}")).as("not everybody has a person to write to")
                .startsWith("The text lacks {{deadline}}:");
        assertThat(judged(new Occasion(Step.R1, Tone.USUAL, "en"), "Your invoices", "{{>items}} {{>pay}}")).as("the first reminder names no day").isEmpty();
        assertThat(judged(R2, "{{#several}}Your invoices{{/several}}", GOOD)).as("no subject for one").containsExactly("typed.missing");
        assertThat(judged(R2, "", GOOD)).containsExactly("typed.missing");
        assertThat(judged(R2, "Invoice\u0007", GOOD)).containsExactly("typed.control_character");
        assertThat(judged(R2, "Invoice", GOOD + "\u001b[2J")).containsExactly("typed.control_character");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "R2 | en | our lawyers will write next          | reminder.text_threat",
        "R3 | de | sonst geht es vor Gericht            | reminder.text_threat",
        "R3 | de | Inkassobüro                          | reminder.text_threat",
        "R3 | fr | nous saisirons le tribunal           | reminder.text_threat",
        "R2 | es | nuestros abogados                    | reminder.text_threat",
        "F  | en | we will hand it to a court           | ",
        "R3 | de | an Sie gerichtet                     | ",
        "R3 | es | sin embargo                          | ",
        "R3 | en | the following is overdue             | ",
        "D  | en | the following is overdue             | reminder.text_late",
        "C  | de | überfällige Rechnung                 | reminder.text_late",
        "D  | fr | votre facture est en retard          | reminder.text_late",
        "C  | es | factura vencida                      | reminder.text_late",
        "R2 | en | PLEASE TAKE NOTE                     | reminder.text_capitals",
        "R2 | de | DRINGEND zahlen                      | reminder.text_capitals",
        "R2 | en | our IBAN and BIC at GT GmbH          | ",
        "R2 | en | you owe us EUR 500.00                | reminder.text_amount",
        "R2 | de | zuzüglich 40 € Pauschale             | reminder.text_amount",
        "R2 | en | call +33 1 2345 or write to us       | "})
    void a_reminder_neither_threatens_nor_shouts_nor_names_an_amount_of_its_own(Step step, String language, String words, String code) {
        Occasion occasion = new Occasion(step, Tone.USUAL, language);
        assertThat(judged(occasion, "{{number}}", words + "\n" + GOOD)).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"en | Final notice: {{number}}", "de | Mahnung {{number}}", "fr | Facture impayée", "es | Su deuda", "en | Court"})
    void the_subject_tells_others_nothing_of_a_debt(String language, String subject) {
        assertThat(judged(new Occasion(Step.F, Tone.USUAL, language), subject, GOOD)).containsExactly("reminder.text_subject");
    }

    @Test
    void steps_tones_and_languages_there_are_not_are_refused() {
        assertThat(Occasion.read("r1", "Soft", "DE").orThrow()).isEqualTo(new Occasion(Step.R1, Tone.SOFT, "de"));
        assertThat(Occasion.read("K", "usual", "en").problems()).extracting(Problem::code).containsExactly("reminder.text_step");
        assertThat(Occasion.read("R1", "angry", "en").problems()).extracting(Problem::code).containsExactly("reminder.text_tone");
        assertThat(Occasion.read("R1", "usual", "nl").problems()).extracting(Problem::code).containsExactly("reminder.text_language");
    }

    @Test
    void good_payers_and_those_in_hardship_are_written_to_softly() {
        assertThat(List.of("good-payer", "hardship", " Good-Payer")).extracting(Tone::towards).containsOnly(Tone.SOFT);
        assertThat(List.of("", "at-risk", "wholesale")).extracting(Tone::towards).containsOnly(Tone.USUAL);
    }
}
