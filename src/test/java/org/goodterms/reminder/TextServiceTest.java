package org.goodterms.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.goodterms.customer.CustomerField;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.Problem;
import org.goodterms.outbox.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The firm's own texts: set, sent, taken back, and refused. */
class TextServiceTest {
    private static final LocalDate DUE = LocalDate.of(2026, 6, 1);
    private static final Occasion R1 = new Occasion(Step.R1, Tone.USUAL, "en");
    private static final Wording OWN = new Wording("Our invoice {{number}}", "Good day{{#contact}} {{contact}}{{/contact}},\n\nyour {{number}}"
            + " may have been lost in the post.\n\n{{>items}}\n{{>pay}}\n\n{{>end}}\n");
    @TempDir
    private Path folder;

    private Office office(Engine engine) {
        Office office = new Office(folder, engine, 2);
        office.owes("C000", "E1", DUE, Office.eur(12_345));
        office.owes("C001", "D1", DUE, Office.eur(20_000));
        office.clock.standAt(DUE.plusDays(3));
        return office;
    }

    private static Reading read(Office office, RunReport run, String code) {
        return run.sent().stream().filter(entry -> entry.notice().code().equals(code)).map(entry ->
                office.app.mail().read(Objects.requireNonNull(entry.message())).orThrow()).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_run_sends_the_own_text_and_only_where_it_is_meant_and_every_version_stays(Engine engine) {
        try (Office office = office(engine)) {
            TextService texts = office.app.reminders().texts();
            assertThat(texts.all()).hasSize(48).noneMatch(StepText::isOwn);
            assertThat(texts.save(R1, OWN).orThrow().isOwn()).isTrue();
            assertThat(texts.save(R1, new Wording(OWN.subject() + " ", "\n" + OWN.text().replace("\n", "\r\n"))).orThrow().wording()).isEqualTo(OWN);
            assertThat(texts.versions(R1)).as("the same again is no other").containsExactly(new StepText.Version(1, DUE.plusDays(3), OWN));
            assertThat(texts.all().stream().filter(StepText::isOwn)).extracting(StepText::occasion).containsExactly(R1);
            RunReport run = office.run(DUE.plusDays(3));
            Reading english = read(office, run, "C000");
            assertThat(english.subject()).isEqualTo("Our invoice E1");
            assertThat(english.text()).contains("Good day,", "your E1 may have been lost in the post.", "Invoice E1, due", "123.45", "DE89 3704", "Anne")
                    .doesNotContain("overlooked", "{{");
            assertThat(read(office, run, "C001").text()).contains("unsere Rechnung D1 ist vermutlich untergegangen");
            assertThat(texts.reset(R1).orThrow().isOwn()).isFalse();
            assertThat(texts.reset(R1).orThrow().wording()).isEqualTo(TemplateService.of(R1).orElseThrow());
            assertThat(texts.versions(R1)).extracting(StepText.Version::wording).containsExactly(OWN, null);
            office.owes("C000", "E2", DUE.plusDays(7), Office.eur(5_000));
            assertThat(read(office, office.run(DUE.plusDays(10)), "C000").text()).contains("neither a payment nor a message");
            texts.save(R1, OWN).orThrow();
            assertThat(texts.save(R1, TemplateService.of(R1).orElseThrow()).orThrow().isOwn()).as("the shipped text is the way back").isFalse();
            assertThat(texts.versions(R1)).extracting(StepText.Version::number).containsExactly(1, 2, 3, 4);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_text_refused_changes_nothing(Engine engine) {
        try (Office office = office(engine)) {
            TextService texts = office.app.reminders().texts();
            texts.save(R1, OWN).orThrow();
            for (Wording bad : List.of(new Wording("Overdue", OWN.text()), new Wording(OWN.subject(), "Pay."), new Wording(OWN.subject(), OWN.text() + "{{x}}"))) {
                assertThat(texts.save(R1, bad).problems()).isNotEmpty();
                assertThat(texts.proof(R1, bad).problems()).isEqualTo(texts.save(R1, bad).problems());
            }
            assertThat(texts.text(R1).wording()).isEqualTo(OWN);
            assertThat(texts.versions(R1)).hasSize(1);
        }
    }

    @Test
    void a_reminder_by_hand_says_the_own_text_too_and_counts_as_unchanged() {
        try (Office office = office(Engine.H2)) {
            office.app.reminders().texts().save(R1, OWN).orThrow();
            ManualReminderService manual = office.app.reminders().manual();
            Written written = manual.preview(office.customers.get("C000"), List.of(manual.choices(office.customers.get("C000")).getFirst().item()),
                    null).orThrow();
            assertThat(written.wording().subject()).isEqualTo("Our invoice E1");
            assertThat(written.isChanged()).isFalse();
        }
    }

    @Test
    void customers_who_pay_well_get_the_softer_text_the_shipped_or_the_own() {
        try (Office office = office(Engine.H2)) {
            office.change("C000", CustomerField.SEGMENT, "good-payer");
            office.change("C001", CustomerField.SEGMENT, "hardship");
            office.app.reminders().texts().save(new Occasion(Step.R1, Tone.SOFT, "de"), new Wording("Rechnung {{number}}",
                    "Nur ein Gruß zu {{number}}.\n\n{{>items}}\n{{>pay}}\n")).orThrow();
            RunReport run = office.run(DUE.plusDays(3));
            assertThat(read(office, run, "C000").text()).contains("we know that we can rely on you; invoice E1");
            assertThat(read(office, run, "C001").text()).contains("Nur ein Gruß zu D1.");
        }
    }

    @Test
    void a_text_is_shown_on_the_open_invoice_longest_overdue_in_its_own_language() {
        try (Office office = office(Engine.H2)) {
            office.owes("C001", "D0", DUE.minusDays(20), Office.eur(7_700));
            TextService texts = office.app.reminders().texts();
            TextService.Proof proof = texts.proof(R1, OWN).orThrow();
            assertThat(proof.number()).isEqualTo("D0");
            assertThat(proof.name()).isEqualTo("Customer C001");
            assertThat(proof.wording().subject()).isEqualTo("Our invoice D0");
            assertThat(proof.wording().text()).contains("Invoice D0, due", "77.00", "Kind regards").doesNotContain("E1");
            assertThat(texts.text(R1).isOwn()).as("looking changes nothing").isFalse();
        }
        try (Office empty = new Office(folder, Engine.H2, 1)) {
            assertThat(empty.app.reminders().texts().proof(R1, OWN).problems()).extracting(Problem::code).containsExactly("reminder.text_no_item");
        }
    }
}
