package org.goodterms.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.reminder.Office.eur;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.goodterms.company.Company;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.ScriptedSmtpServer;
import org.goodterms.invoice.CreditRequest;
import org.goodterms.kernel.Progress;
import org.goodterms.kernel.Texts;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.Reading;
import org.goodterms.report.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures of other products in which the wrong words, hour, amount or page went out, each with its proof. */
class CasesTextTest {
    private static final LocalDate DUE = LocalDate.of(2026, 6, 1);
    @TempDir
    private Path folder;

    private static Reading read(Office office, Message message) {
        return office.app.mail().read(message).orThrow();
    }

    private static Reading last(Office office) {
        return read(office, office.app.outbox().list(null).getLast());
    }

    private static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return plain(stripper.getText(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String text) {
        return text.replaceAll("[\\u00A0\\u202F\\s]+", " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Antarctica/Troll", "America/Santiago"})
    void C27_messages_leave_from_eight_to_eight_on_the_wall_on_the_days_the_clocks_change_too(String zone) {
        ZoneId there = ZoneId.of(zone);
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() == 2026; day = day.plusDays(1)) {
            Instant start = day.atStartOfDay(there).toInstant();
            Instant end = day.plusDays(1).atStartOfDay(there).toInstant();
            int quarters = 0;
            for (Instant moment = start; moment.isBefore(end); moment = moment.plus(Duration.ofMinutes(15))) {
                quarters += SendingHours.contain(moment, there) ? 1 : 0;
            }
            assertThat(quarters).as("%s in %s", day, zone).isEqualTo(48);
            Instant eight = day.atTime(8, 0).atZone(there).toInstant();
            assertThat(SendingHours.contain(eight, there)).isTrue();
            assertThat(SendingHours.contain(eight.minusSeconds(1), there)).isFalse();
            Instant evening = day.atTime(20, 0).atZone(there).toInstant();
            assertThat(SendingHours.contain(evening, there)).isFalse();
            assertThat(SendingHours.contain(evening.minusSeconds(1), there)).isTrue();
        }
    }

    @Test
    void C27_hours_that_do_not_exist_and_hours_that_come_twice_bring_neither_a_missing_nor_a_second_run() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-10-20T10:00:00Z"));
        try (Office office = Office.in(ZoneId.of("Europe/Berlin"), now::get, folder, 1)) {
            office.owes("C000", "SPRING", LocalDate.of(2026, 3, 24), eur(10_000));
            office.clock.standAt(null);
            List<String> at = List.of("2026-03-27T06:59:00Z waits", "2026-03-27T19:00:00Z waits", "2026-03-29T01:30:00Z quiet",
                    "2026-03-30T05:59:00Z waits", "2026-03-30T06:00:00Z sent", "2026-03-30T06:05:00Z quiet",
                    "2026-10-25T00:30:00Z quiet", "2026-10-25T01:30:00Z quiet", "2026-10-26T06:30:00Z waits", "2026-10-26T07:00:00Z sent",
                    "2026-10-26T18:59:00Z quiet");
            for (String moment : at) {
                now.set(Instant.parse(moment.split(" ")[0]));
                RunReport run = office.app.reminders().runs().run(office.everything(), Progress.NONE).orThrow();
                String came = !run.sent().isEmpty() ? "sent" : !run.waiting().isEmpty() ? "waits" : "quiet";
                assertThat(came).as(moment).isEqualTo(moment.split(" ")[1]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Etc/GMT+12", "Europe/Berlin", "Pacific/Kiritimati"})
    void C28_a_pause_holds_up_to_the_end_of_the_day_that_is_named_and_not_a_minute_longer(String zone) {
        ZoneId there = ZoneId.of(zone);
        AtomicReference<Instant> now = new AtomicReference<>(LocalDate.of(2026, 6, 29).atTime(12, 0).atZone(there).toInstant());
        LocalDate last = LocalDate.of(2026, 7, 1);
        try (Office office = Office.in(there, now::get, folder, 1)) {
            office.owes("C000", "N1", LocalDate.of(2026, 6, 22), eur(10_000));
            office.clock.standAt(null);
            office.app.holds().holdCustomer("C000", "on holiday", last).orThrow();
            assertThat(Texts.of(Locale.UK).get("agreed.hold.until")).as("what the form calls it").isEqualTo("Last day of the pause");
            now.set(last.atTime(23, 59).atZone(there).toInstant());
            assertThat(office.app.reminders().worklists().plan(office.app.today()).stopped()).extracting(DunningPlan.Stopped::reason)
                    .containsExactly(Reason.HOLD);
            now.set(last.plusDays(1).atTime(0, 1).atZone(there).toInstant());
            assertThat(office.app.reminders().worklists().plan(office.app.today()).messages()).hasSize(1);
        }
    }

    @Test
    void C32_a_final_notice_carries_the_reminder_letter_and_the_page_of_each_invoice_it_asks_for_and_nothing_else() {
        try (Office office = new Office(folder, Engine.H2, 1)) {
            String first = office.issues("C000", DUE, "100.00");
            String second = office.issues("C000", DUE, "200.00");
            String paid = office.issues("C000", DUE, "400.00");
            office.pays("C000", paid, eur(40_000), DUE.plusDays(2));
            Map<Step, List<String>> names = new TreeMap<>();
            for (LocalDate day = DUE.plusDays(3); day.isBefore(DUE.plusDays(45)); day = day.plusDays(1)) {
                for (RunReport.Entry entry : office.run(day).sent()) {
                    Reading mail = read(office, Objects.requireNonNull(entry.message()));
                    names.put(entry.notice().step(), mail.files().stream().map(Reading.File::name).toList());
                    List<String> invoices = entry.notice().lines().stream().map(DunningPlan.Line::number).toList();
                    List<Reading.File> pages = mail.files().subList(entry.notice().step() == Step.F ? 1 : 0, mail.files().size());
                    assertThat(pages).hasSameSizeAs(invoices);
                    for (int i = 0; i < pages.size(); i++) {
                        assertThat(pages.get(i).bytes()).as("the page of %s, byte for byte", invoices.get(i))
                                .isEqualTo(office.app.papers().pdf(invoices.get(i)).orThrow());
                    }
                    if (entry.notice().step() == Step.F) {
                        assertThat(text(mail.files().getFirst().bytes())).as("the letter of this step, not an invoice")
                                .contains(plain(mail.subject()), first, second, "300.00").doesNotContain(paid);
                    }
                }
            }
            assertThat(names.keySet()).containsExactly(Step.R1, Step.R2, Step.R3, Step.F);
            assertThat(names.get(Step.R2)).containsExactly("Invoice-" + first + ".pdf", "Invoice-" + second + ".pdf");
            assertThat(names.get(Step.F)).hasSize(3);
        }
    }

    @Test
    void C33_the_letter_is_made_after_the_payment_and_asks_for_what_the_ledger_says() {
        try (Office office = new Office(folder, Engine.H2, 1)) {
            office.change("C000", CustomerField.CHANNEL, "letter");
            String number = office.issues("C000", DUE, "1000.00");
            office.pays("C000", number, eur(37_655), DUE.plusDays(2));
            RunReport run = office.run(DUE.plusDays(3));
            String letter = text(read(office, Objects.requireNonNull(run.sent().getFirst().message())).files().getFirst().bytes());
            String open = office.app.db().read(tx -> office.app.receivables().byNumber(tx, number).getFirst().open().getAmount().toPlainString());
            assertThat(open).isEqualTo("623.45");
            assertThat(letter).contains(number, open).doesNotContain("1,000.00", "376.55");
        }
    }

    @Test
    void C34_a_message_that_waited_goes_with_what_holds_now_or_not_at_all() {
        try (Office office = new Office(folder, Engine.H2, 1); ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            String number = office.issues("C000", DUE, "1000.00");
            server.on(ScriptedSmtpServer.Step.RCPT, ScriptedSmtpServer.Action.reply("450 come again later"));
            office.run(DUE.plusDays(3), server.port());
            Message old = office.app.outbox().list(null).getLast();
            office.clock.standAt(DUE.plusDays(3));
            office.pays("C000", number, eur(40_000), DUE.plusDays(3));
            server.on(ScriptedSmtpServer.Step.RCPT);
            office.run(DUE.plusDays(4), server.port());
            assertThat(office.app.outbox().message(old.id()).orElseThrow().state()).isEqualTo(Message.State.CANCELLED);
            Message fresh = office.app.outbox().list(Message.State.SENT).getLast();
            assertThat(read(office, fresh).text()).contains("600.00").doesNotContain("1,000.00");
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void C34_the_page_that_went_out_is_kept_and_never_made_anew_and_what_was_corrected_is_not_asked_for() {
        try (Office office = new Office(folder, Engine.H2, 1)) {
            String number = office.issues("C000", DUE, "1000.00");
            byte[] page = office.app.papers().pdf(number).orThrow();
            RunReport first = office.run(DUE.plusDays(3));
            Message sent = Objects.requireNonNull(first.sent().getFirst().message());
            byte[] mail = office.app.mail().bytes(sent).orThrow();
            Company company = office.app.company().company();
            office.app.company().change(company.withFirm(new Company.Firm("Firm of another name", company.firm().address(), "FR12345678901",
                    "", company.firm().reach()))).orThrow();
            assertThat(office.app.papers().pdf(number).orThrow()).isEqualTo(page);
            assertThat(office.app.mail().bytes(office.app.outbox().message(sent.id()).orElseThrow()).orThrow()).isEqualTo(mail);
            office.clock.standAt(DUE.plusDays(4));
            office.app.creditNotes().issue(CreditRequest.full(number)).orThrow();
            for (int day = 5; day < 40; day++) {
                assertThat(office.run(DUE.plusDays(day)).sent()).isEmpty();
            }
        }
    }

    @Test
    void C35_words_letter_list_and_worklist_tell_one_amount() {
        try (Office office = new Office(folder, Engine.H2, 1)) {
            String number = office.issues("C000", DUE, "1000.00");
            office.pays("C000", number, eur(25_000), DUE.plusDays(1));
            office.clock.standAt(DUE.plusDays(2));
            office.app.disputes().open(number, eur(10_000), "damaged", "", null, DUE.plusDays(2)).orThrow();
            DunningPlan.Notice last = null;
            for (LocalDate day = DUE.plusDays(3); day.isBefore(DUE.plusDays(40)); day = day.plusDays(1)) {
                office.clock.standAt(day);
                List<DunningPlan.Notice> planned = office.app.reminders().worklists().plan(day).messages();
                for (RunReport.Entry entry : office.run(day).sent()) {
                    last = entry.notice();
                    assertThat(planned).containsExactly(last);
                }
            }
            assertThat(Objects.requireNonNull(last).step()).isEqualTo(Step.F);
            assertThat(last.asked()).isEqualTo(eur(65_000));
            Reading mail = last(office);
            assertThat(plain(mail.text())).contains("650.00").doesNotContain("1,000.00", "750.00", "250.00", "100.00");
            assertThat(text(mail.files().getFirst().bytes())).contains("650.00").doesNotContain("1,000.00", "750.00", "250.00", "100.00");
        }
    }

    @Test
    void C35_a_statement_by_mail_says_in_its_words_the_balance_of_its_page_with_what_was_paid_taken_off_once() {
        try (Office office = new Office(folder, Engine.H2, 1)) {
            String number = office.issues("C000", DUE, "1000.00");
            office.pays("C000", number, eur(25_000), DUE.plusDays(1));
            office.clock.standAt(DUE.plusDays(2));
            Customer customer = office.app.customers().customer(office.customers.get("C000"));
            Statement statement = office.app.reports().statement(customer, Statement.Form.BALANCE_FORWARD, DUE.minusDays(40), DUE.plusDays(2),
                    customer.trade().currency());
            String words = plain(office.app.reporting().mailing().text(customer, statement).text());
            assertThat(statement.closing()).isEqualTo(eur(75_000));
            assertThat(words).contains("750.00").doesNotContain("250.00", "1,000.00", "500.00");
            assertThat(text(office.app.reporting().statements().pdf(customer, statement))).contains("750.00").doesNotContain("500.00");
        }
    }
}
