package org.goodterms.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.db.gen.Tables.MESSAGE;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;
import static org.goodterms.db.gen.Tables.POSTING;
import static org.goodterms.db.gen.Tables.REMINDER;
import static org.goodterms.db.gen.Tables.REMINDER_LINE;
import static org.goodterms.db.gen.Tables.REMINDER_MESSAGE;
import static org.jooq.impl.DSL.sum;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.ScriptedSmtpServer.Received;
import org.goodterms.outbox.Message;
import org.goodterms.report.AgingBasis;
import org.goodterms.report.AgingReport;
import org.goodterms.report.Statement;
import org.joda.money.CurrencyUnit;
import org.jooq.Record;

/** Holds what has arrived and what stands in the book against what the owner of a {@link Year} knows. */
final class YearJudge {
    private final Year year;
    private final Set<String> mails = new HashSet<>();
    private final Map<String, LocalDate> written = new HashMap<>();
    private final List<AgingReport> agings = new ArrayList<>();

    YearJudge(Year year) {
        this.year = year;
    }

    int mails() {
        return mails.size();
    }

    /** Invariants 18 to 21, of each mail that arrived at the server since yesterday. */
    void ofMails() {
        List<Received> arrived = year.arrived();
        Set<String> ids = arrived.stream().map(mail -> Year.mailId(mail.bytes())).collect(Collectors.toSet());
        assertThat(ids).as("each mail once").hasSize(arrived.size()).noneMatch(mails::contains);
        mails.addAll(ids);
        if (ids.isEmpty()) {
            return;
        }
        Map<UUID, List<Record>> reminders = new HashMap<>();
        year.app().db().read(tx -> tx.sql().select(REMINDER.ID, REMINDER.ASKED, REMINDER_LINE.NUMBER, REMINDER_LINE.STEP, REMINDER_LINE.CYCLE,
                REMINDER_LINE.AMOUNT, MESSAGE.MAIL_ID, MESSAGE.STATE).from(MESSAGE)
                .join(REMINDER_MESSAGE).on(REMINDER_MESSAGE.MESSAGE_ID.eq(MESSAGE.ID)).join(REMINDER).on(REMINDER.ID.eq(REMINDER_MESSAGE.REMINDER_ID))
                .join(REMINDER_LINE).on(REMINDER_LINE.REMINDER_ID.eq(REMINDER.ID)).where(MESSAGE.MAIL_ID.in(ids)).fetch())
                .forEach(line -> reminders.computeIfAbsent(line.get(REMINDER.ID), id -> new ArrayList<>()).add(line));
        assertThat(reminders).as("each mail is one reminder").hasSize(ids.size());
        reminders.values().forEach(this::reminder);
    }

    private void reminder(List<Record> lines) {
        LocalDate today = year.today();
        String code = year.items.get(lines.getFirst().get(REMINDER_LINE.NUMBER)).code;
        assertThat(lines.getFirst().get(MESSAGE.STATE)).isIn("sent", "unknown", "sending");
        LocalDate last = written.put(code, today);
        assertThat(last == null || !today.isBefore(last.plusDays(3))).as("the cap of %s on %s, last %s", code, today, last).isTrue();
        assertThat(year.forbidden).as("do not contact").doesNotContain(code);
        long asked = 0;
        for (Record line : lines) {
            Year.Owed item = year.items.get(line.get(REMINDER_LINE.NUMBER));
            assertThat(item.code).as("one customer").isEqualTo(code);
            if (!line.get(REMINDER_LINE.STEP).isEmpty()) {
                step(item, Step.valueOf(line.get(REMINDER_LINE.STEP)), today);
                assertThat(line.get(REMINDER_LINE.AMOUNT)).as("asked for %s on %s", item.number, today).isEqualTo(item.asked()).isPositive();
                asked += item.asked();
            }
        }
        assertThat(lines.getFirst().get(REMINDER.ASKED)).isEqualTo(asked);
    }

    private static void step(Year.Owed item, Step step, LocalDate today) {
        for (LocalDate end : java.util.stream.Stream.of(item.promised, item.planned, item.held).filter(java.util.Objects::nonNull).toList()) {
            assertThat(today).as("what was agreed about %s", item.number).isAfter(end);
        }
        assertThat(ChronoUnit.DAYS.between(item.due, today)).as("%s of %s", step, item.number).isGreaterThanOrEqualTo(step == Step.D ? 0 : 3);
        int gap = step == Step.R1 ? 3 : step.isReminder() ? 7 : 0;
        item.steps.forEach((before, on) -> {
            assertThat(before).as("the order of the ladder: %s", item.number).isLessThan(step);
            assertThat(today).as("%s of %s after %s", step, item.number, before).isAfterOrEqualTo(on.plusDays(gap));
        });
        item.steps.put(step, today);
    }

    /** Invariants 1 to 3 and 5, in three questions: the entries, the control account, each item and each customer. */
    void ofBooks() {
        long known = year.items.values().stream().mapToLong(item -> item.open).sum();
        year.app().db().read(tx -> {
            assertThat(tx.sql().select(sum(POSTING.AMOUNT)).from(POSTING).fetchSingle().value1()).as("all entries").isZero();
            assertThat(tx.sql().select(sum(POSTING.AMOUNT)).from(POSTING).where(POSTING.ACCOUNT.eq("1200")).fetchSingle().value1().longValue())
                    .as("account 1200").isEqualTo(known);
            Map<String, Long> open = tx.sql().select(OPEN_ITEM.NUMBER, OPEN_ITEM.OPEN_AMOUNT).from(OPEN_ITEM).where(OPEN_ITEM.OPEN_AMOUNT.ne(0L))
                    .fetchMap(OPEN_ITEM.NUMBER, OPEN_ITEM.OPEN_AMOUNT);
            assertThat(open).as("open items").isEqualTo(year.items.values().stream().filter(item -> item.open != 0)
                    .collect(Collectors.toMap(item -> item.number, item -> item.open)));
            return null;
        });
    }

    /** All checks of the book, the aging, and what one customer's statements say: invariants 1 to 5, 8 to 10, 13, 17, 22 to 24, 29. */
    void ofEverything() {
        LocalDate today = year.today();
        assertThat(year.app().checks().run()).allSatisfy(finding -> assertThat(finding.ok()).as(finding.toString()).isTrue());
        AgingReport aging = year.app().reports().aging(today, AgingBasis.DUE_DATE, null, null);
        assertThat(aging.total().balance().getAmountMinorLong()).isEqualTo(year.items.values().stream().mapToLong(item -> item.open).sum());
        agings.forEach(then -> assertThat(year.app().reports().aging(then.asOf(), AgingBasis.DUE_DATE, null, null)).isEqualTo(then));
        agings.add(aging);
        while (agings.size() > 3) {
            agings.remove(year.random.nextInt(agings.size() - 1));
        }
        Year.Owed any = List.copyOf(year.items.values()).get(year.random.nextInt(year.items.size()));
        Customer customer = year.app().customers().customer(year.customer(any.code));
        long balance = year.items.values().stream().filter(item -> item.code.equals(any.code)).mapToLong(item -> item.open).sum();
        for (Statement.Form form : Statement.Form.values()) {
            assertThat(year.app().reports().statement(customer, form, today.minusDays(40), today, CurrencyUnit.EUR).closing().getAmountMinorLong())
                    .as("%s of %s", form, any.code).isEqualTo(balance);
        }
    }

    /** Invariant 7, and that nobody was forgotten. */
    void ofTheEnd() {
        Map<String, byte[]> bytes = new HashMap<>();
        year.everything().forEach(mail -> bytes.put(Year.mailId(mail.bytes()), mail.bytes()));
        List<Message> sent = year.app().outbox().list(Message.State.SENT);
        assertThat(sent).extracting(message -> message.parcel().mailId()).containsExactlyInAnyOrderElementsOf(bytes.keySet());
        assertThat(sent).allSatisfy(message -> assertThat(year.app().mail().bytes(message).orThrow()).isEqualTo(bytes.get(message.parcel().mailId())));
        assertThat(year.items.values().stream().filter(item -> item.open >= 100 * Policy.DEFAULT.minimum().longValueExact() && !item.touched
                && !year.everForbidden.contains(item.code) && item.due.isBefore(year.today().minusDays(60)))).isNotEmpty()
                .allSatisfy(item -> assertThat(item.steps.keySet()).as("%s of %s, due %s", item.number, item.code, item.due).contains(Step.R1));
    }
}
