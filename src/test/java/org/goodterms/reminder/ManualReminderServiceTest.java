package org.goodterms.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.fixture.TestBook.DAY;
import static org.goodterms.fixture.TestBook.eur;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.goodterms.company.Company;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.customer.CustomerForm;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.outbox.DispatchReport;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.Way;
import org.goodterms.receivable.NewItem;
import org.goodterms.receivable.OpenItem;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reminders that a person picks, reads and sends. */
class ManualReminderServiceTest {
    @TempDir
    private Path folder;

    /** A firm that can be paid, a customer with a mailbox, two overdue invoices. */
    private static final class Office implements AutoCloseable {
        final TestBook book;
        final ManualReminderService manual;
        final Id<Customer> c7;
        final Id<OpenItem> first;
        final Id<OpenItem> second;

        Office(Engine engine) {
            book = new TestBook(engine);
            Company company = book.app.company().company();
            Company.Firm firm = company.firm();
            book.app.company().change(company.withFirm(new Company.Firm(firm.name(), firm.address(), "DE1", "",
                    new Company.Reach("me@example.org", "", "", "Anna")))).orThrow();
            book.app.company().setPayTo("EUR", "IBAN DE89 3704 0044 0532 0130 00").orThrow();
            CustomerForm form = book.app.customers().blank().with(CustomerField.CODE, "C7").with(CustomerField.NAME, "Seven Ltd")
                    .with(CustomerField.EMAIL, "seven@example.org").with(CustomerField.LANGUAGE, "en");
            c7 = book.app.customers().add(form).orThrow().id();
            first = book.invoice(c7, "2026-0101", DAY.minusDays(40), "100.00", "19.00", "19");
            second = book.invoice(c7, "2026-0102", DAY.minusDays(35), "200.00", "38.00", "19");
            manual = book.app.reminders().manual();
        }

        @Override
        public void close() {
            book.close();
        }
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::code).toList();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void C29_what_is_read_is_sent_and_kept_byte_for_byte_and_the_ladder_goes_on_behind_it(Engine engine) throws Exception {
        try (Office office = new Office(engine)) {
            assertThat(office.manual.choices(office.c7)).extracting(ManualReminderService.Choice::number).containsExactly("2026-0101", "2026-0102");
            assertThat(office.manual.choices(office.c7)).allMatch(choice -> choice.step() == Step.R1 && choice.resting() == null);
            Written draft = office.manual.preview(office.c7, List.of(office.first), null).orThrow();
            assertThat(draft.wording().text()).contains("2026-0101", "119.00", "2026-0102").doesNotContain("Together");
            Wording own = new Wording(draft.wording().subject(), "Dear Seven,\n" + draft.wording().text());
            Written written = office.manual.preview(office.c7, List.of(office.first), own).orThrow();
            assertThat(written.isChanged()).isTrue();
            List<Message> queued = office.manual.queue(written).orThrow();
            DispatchReport report = office.manual.deliver(queued, new Way.Folder(folder.toString()), Progress.NONE).orThrow();
            byte[] sent = Files.readAllBytes(Path.of(report.sent().getFirst().course().replyText()));
            assertThat(sent).isEqualTo(written.copies().getFirst().bytes());
            assertThat(office.book.app.mail().bytes(report.sent().getFirst()).orThrow()).isEqualTo(sent);
            assertThat(new String(sent, StandardCharsets.UTF_8)).contains("Dear Seven,");
            assertThat(office.manual.choices(office.c7)).extracting(ManualReminderService.Choice::step).containsExactly(Step.R2, Step.R1);
            assertThat(office.manual.choices(office.c7)).extracting(ManualReminderService.Choice::resting)
                    .containsExactly(null, Reason.CAP);
        }
    }

    @Test
    void what_was_paid_after_reading_is_not_sent() {
        try (Office office = new Office(Engine.H2)) {
            Written written = office.manual.preview(office.c7, List.of(office.first), null).orThrow();
            office.book.app.disputes().open("2026-0101", eur("50.00"), "damaged", "", null, DAY).orThrow();
            assertThat(codes(office.manual.queue(written))).containsExactly("reminder.changed_meanwhile");
            Written rest = office.manual.preview(office.c7, List.of(office.first), null).orThrow();
            assertThat(rest.notice().asked()).isEqualTo(eur("69.00"));
            List<Message> queued = office.manual.queue(rest).orThrow();
            office.book.app.disputes().close("2026-0101", "rejected", "", DAY).orThrow();
            DispatchReport report = office.manual.deliver(queued, new Way.Folder(folder.toString()), Progress.NONE).orThrow();
            assertThat(report.cancelled()).hasSize(1);
            assertThat(office.manual.choices(office.c7)).as("the step is open again").allMatch(choice -> choice.step() == Step.R1);
        }
    }

    @Test
    void what_cannot_be_sent_is_refused_with_its_reason() {
        try (Office office = new Office(Engine.H2)) {
            assertThat(codes(office.manual.preview(office.c7, List.of(), null))).containsExactly("reminder.pick_open");
            assertThat(codes(office.manual.preview(office.c7, List.of(office.first), new Wording("a\nb", "text")))).isNotEmpty();
            Id<OpenItem> dollars = office.book.invoice(office.c7, "2026-0103", DAY.minusDays(40), List.of(new NewItem.Tax(BigDecimal.ZERO,
                    Money.parse("USD 50.00"), Money.parse("USD 0.00"))), BigDecimal.ONE);
            assertThat(codes(office.manual.preview(office.c7, List.of(office.first, dollars), null))).containsExactly("reminder.one_currency");
            assertThat(codes(office.manual.preview(office.c7, List.of(dollars), null))).containsExactly("reminder.no_pay_to");
            office.book.app.holds().forbid("C7").orThrow();
            assertThat(codes(office.manual.preview(office.c7, List.of(office.first), null))).containsExactly("reminder.forbidden");
        }
    }

    @Test
    void the_shipped_texts_are_complete_in_each_language() {
        try (Office office = new Office(Engine.H2)) {
            WritingService writing = office.book.app.reminders().writing();
            for (String language : List.of("en", "de", "fr", "es")) {
                Customer customer = office.book.app.customers().customer(office.c7);
                office.book.app.customers().change(customer, CustomerForm.of(customer).with(CustomerField.LANGUAGE, language)).orThrow();
                for (Step step : List.of(Step.C, Step.D, Step.R1, Step.R2, Step.R3, Step.F)) {
                    DunningPlan.Notice one = notice(office, step, 1);
                    DunningPlan.Notice two = notice(office, step, 2);
                    for (DunningPlan.Notice notice : List.of(one, two)) {
                        Written written = writing.write(notice, null).orThrow();
                        assertThat(written.wording().text()).as(language + step).contains("2026-0101", "DE89 3704", "Anna")
                                .doesNotContain("{{", "}}", "\n\n\n", "null");
                        assertThat(written.wording().subject()).doesNotContain("\n").isNotBlank();
                        assertThat(written.letter() != null).isEqualTo(step == Step.F);
                    }
                }
            }
        }
    }

    private static DunningPlan.Notice notice(Office office, Step step, int lines) {
        List<DunningPlan.Line> all = List.of(new DunningPlan.Line(office.first, "2026-0101", step, 1, DAY.minusDays(10), eur("119.00")),
                new DunningPlan.Line(office.second, "2026-0102", step, 1, DAY.minusDays(5), eur("238.00")));
        return new DunningPlan.Notice(office.c7, "C7", step, TestBook.EUR, all.subList(0, lines), List.of());
    }
}
