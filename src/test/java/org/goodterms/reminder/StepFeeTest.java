package org.goodterms.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.reminder.Office.eur;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.BusinessDays;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.kernel.Texts;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.Way;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.OpenItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a step costs: once, when it is sent, the same by the plan and by hand, and within the law. */
class StepFeeTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 6, 4);
    @TempDir
    private Path folder;

    private static Policy costing(String first, String second) {
        return Policy.DEFAULT.with(Policy.DEFAULT.rules().stream().map(rule -> rule.step() == Step.R1 ? rule.withFee(new BigDecimal(first))
                : rule.step() == Step.R2 ? rule.withFee(new BigDecimal(second)) : rule).toList());
    }

    private static void set(Office office, Policy policy) {
        office.app.reminders().policies().save(Policies.Scope.COMPANY, "", policy).orThrow();
    }

    private static List<String> fees(Office office) {
        return office.app.db().read(tx -> office.app.receivables().openAt(tx, office.app.today(), null, null).stream()
                .filter(item -> item.kind() == ItemKind.FEE).map(item -> item.open().toString()).sorted().toList());
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void C6_a_step_of_an_item_costs_once_whatever_is_run_again(Engine engine) {
        try (Office office = new Office(folder, engine, 1)) {
            office.owes("C000", "N1", THURSDAY.minusDays(3), eur(10_000));
            office.clock.standAt(THURSDAY);
            set(office, costing("5.00", "7.50"));
            assertThat(office.run(THURSDAY).sent()).hasSize(1);
            for (int again = 0; again < 20; again++) {
                office.run(THURSDAY);
            }
            assertThat(fees(office)).containsExactly("EUR 5.00");
            for (int day = 1; day < 9; day++) {
                office.run(THURSDAY.plusDays(day));
                office.run(THURSDAY.plusDays(day));
            }
            assertThat(fees(office)).as("the second step costs its own fee").containsExactly("EUR 5.00", "EUR 7.50");
            assertThat(office.app.claims().interest().quote("N1", null).orThrow().compensation()).as("fees come out of the flat sum of 40")
                    .isEqualTo(org.joda.money.Money.parse("EUR 27.50"));
            assertThat(office.app.checks().run()).allMatch(org.goodterms.check.Finding::ok);
        }
    }

    @Test
    void C54_a_reminder_by_hand_costs_what_the_run_would_charge_and_the_run_charges_it_no_more() {
        try (Office office = new Office(folder, Engine.H2, 2)) {
            office.owes("C000", "N1", THURSDAY.minusDays(3), eur(10_000));
            office.owes("C001", "N2", THURSDAY.minusDays(3), eur(10_000));
            office.clock.standAt(THURSDAY);
            set(office, costing("5", "0"));
            ManualReminderService manual = office.app.reminders().manual();
            Id<OpenItem> item = manual.choices(office.customers.get("C000")).getFirst().item();
            List<Message> queued = manual.preview(office.customers.get("C000"), List.of(item), null).then(manual::queue).orThrow();
            assertThat(fees(office)).as("nothing is charged before it is sent").isEmpty();
            manual.deliver(queued, new Way.Folder(folder.toString()), Progress.NONE).orThrow();
            assertThat(fees(office)).containsExactly("EUR 5.00");
            office.run(THURSDAY);
            assertThat(fees(office)).as("one by hand, one by the run, each once").containsExactly("EUR 5.00", "EUR 5.00");
        }
    }

    @Test
    void C55_the_fee_is_booked_beside_the_invoice_and_the_policy_says_so() {
        try (Office office = new Office(folder, Engine.H2, 1)) {
            office.owes("C000", "N1", THURSDAY.minusDays(3), eur(10_000));
            office.clock.standAt(THURSDAY);
            set(office, costing("5", "0"));
            office.run(THURSDAY);
            List<OpenItem> open = office.app.db().read(tx -> office.app.receivables().openAt(tx, THURSDAY, null, null));
            assertThat(open.stream().collect(Collectors.toMap(OpenItem::kind, OpenItem::open)))
                    .containsEntry(ItemKind.INVOICE, eur(10_000)).containsEntry(ItemKind.FEE, eur(500)).hasSize(2);
            PolicySentences words = new PolicySentences(Texts.of(Locale.ENGLISH), LocalDate::toString);
            assertThat(words.say(costing("5", "0"), List.of(), BusinessDays.WEEKDAYS)).filteredOn(s -> s.step() == Step.R1).first()
                    .satisfies(s -> assertThat(s.text()).contains("a fee of 5.00").contains("booked at once, as an open item of its own"));
            assertThat(words.say(Policy.DEFAULT, List.of(), BusinessDays.WEEKDAYS)).noneMatch(s -> s.text().contains("fee"));
        }
    }

    @Test
    void fees_beyond_the_flat_sum_of_the_law_are_refused_and_a_claim_that_bears_it_costs_no_more() {
        try (Office office = new Office(folder, Engine.H2, 1)) {
            PolicyService policies = office.app.reminders().policies();
            office.clock.standAt(THURSDAY);
            assertThat(codes(policies.save(Policies.Scope.COMPANY, "", costing("20", "20.01")))).containsExactly("reminder.fee_law");
            assertThat(codes(policies.preview(Policies.Scope.COMPANY, "", costing("20", "20.01")))).containsExactly("reminder.fee_law");
            assertThat(codes(policies.save(Policies.Scope.COMPANY, "", costing("-1", "0")))).containsExactly("reminder.fee_amount");
            set(office, costing("20", "20"));
            String number = office.issues("C000", THURSDAY.minusDays(12), "1000.00");
            office.clock.standAt(THURSDAY);
            office.app.claims().interest().charge(number, null).orThrow();
            assertThat(office.run(THURSDAY).sent()).hasSize(1);
            assertThat(fees(office)).as("the flat sum was charged with the interest").isEmpty();
        }
    }

    @Test
    void consumers_bear_no_flat_fee_and_where_the_law_sets_no_bound_the_agreement_does() {
        try (Office office = new Office(folder, Engine.H2, 1)) {
            office.owes("C000", "N1", THURSDAY.minusDays(3), eur(10_000));
            office.clock.standAt(THURSDAY);
            set(office, costing("5", "0"));
            office.app.claims().interest().setTerms(office.customers.get("C000"), "DE-CONSUMER", null, null).orThrow();
            assertThat(office.run(THURSDAY).sent()).hasSize(1);
            assertThat(fees(office)).isEmpty();
            assertThat(codes(office.app.reminders().policies().save(Policies.Scope.CUSTOMER, "C000", costing("5", "0"))))
                    .containsExactly("reminder.fee_law");
        }
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::code).toList();
    }
}
