package org.goodterms.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.db.gen.Tables.ATTACHMENT;
import static org.goodterms.db.gen.Tables.DOCUMENT;
import static org.goodterms.db.gen.Tables.HOLD;
import static org.goodterms.db.gen.Tables.MESSAGE;
import static org.goodterms.fixture.TestBook.DAY;
import static org.goodterms.fixture.TestBook.eur;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.goodterms.App;
import org.goodterms.customer.Contact;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.followup.FollowUp;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Texts;
import org.goodterms.payment.Payment;
import org.goodterms.payment.PaymentReturn;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.Settlement;
import org.goodterms.report.TimelineEvent.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class CustomerHistoryServiceTest {
    private final TestBook book;
    private final App app;
    private final CustomerHistoryService history;
    private final Id<Customer> customer;

    CustomerHistoryServiceTest(Engine engine) {
        book = new TestBook(engine);
        app = book.app;
        history = app.history();
        customer = book.customer("A");
    }

    @AfterEach
    void close() {
        book.close();
    }

    private Payment pay(LocalDate date, String amount, String number, String part) {
        return app.payments().record(Receipt.plain(customer, date, eur(amount), new Settlement.ByHand(
                List.of(new Settlement.Part(number, eur(part)))))).orThrow();
    }

    private List<String> sentences(Kind... kinds) {
        return history.timeline(customer, Set.of(kinds), 0, 100).stream()
                .map(event -> event.date() + " " + event.sentence(Texts.of(Locale.ENGLISH)).replace('\u00A0', ' ').strip())
                .toList();
    }

    @Test
    void a_customer_without_history_has_zeros_and_no_average() {
        CustomerGlance glance = history.glance(customer);
        assertThat(glance).isEqualTo(new CustomerGlance(eur("0.00"), eur("0.00"), eur("0.00"), null, 0, 0, eur("0.00"),
                null, null));
        assertThat(sentences()).isEmpty();
    }

    @Test
    void the_glance_sums_what_is_open_and_averages_what_was_paid() {
        book.invoice(customer, "I1", DAY.minusDays(60), "1000.00", "190.00", "19");
        book.invoice(customer, "I2", DAY.minusDays(40), "100.00", "19.00", "19");
        book.invoice(customer, "I3", DAY, "50.00", "0.00", "0");
        book.invoice(book.customer("B"), "X1", DAY.minusDays(99), "7.00", "0.00", "0");
        pay(DAY.minusDays(25), "190.00", "I1", "190.00");
        pay(DAY.minusDays(20), "1010.00", "I1", "1000.00");
        app.disputes().open("I2", eur("19.00"), "damaged", "", null, DAY).orThrow();
        app.contacts().log(customer, new Contact.Saying(DAY.minusDays(1), Contact.Means.PHONE, Contact.Direction.IN, "",
                "promise", "", "")).orThrow();
        app.contacts().log(customer, Contact.Saying.note("", "a note is no contact", "")).orThrow();
        assertThat(history.glance(customer)).isEqualTo(new CustomerGlance(eur("159.00"), eur("119.00"), eur("10.00"),
                new BigDecimal("10.00"), 1, 1, eur("19.00"), DAY.minusDays(1), DAY.minusDays(20)));
    }

    @Test
    void a_payment_that_came_back_counts_for_no_average() {
        book.invoice(customer, "I1", DAY.minusDays(60), "100.00", "0.00", "0");
        Payment paid = pay(DAY.minusDays(20), "100.00", "I1", "100.00");
        app.returns().bounce(new PaymentReturn(paid.id(), DAY.minusDays(19), eur("0.00"), eur("0.00"), false)).orThrow();
        assertThat(history.glance(customer).settled()).isZero();
        Payment good = app.payments().record(Receipt.plain(customer, DAY.minusDays(28), eur("100.00"),
                new Settlement.Unapplied())).orThrow();
        app.payments().allocate(good.id(), new Settlement.ByHand(List.of(new Settlement.Part("I1", eur("100.00")))), DAY)
                .orThrow();
        assertThat(history.glance(customer).averageDaysLate()).isEqualTo(new BigDecimal("2.00"));
        assertThat(sentences(Kind.RETURN)).containsExactly(DAY.minusDays(19) + " Payment of 100.00 EUR came back");
    }

    @Test
    void the_timeline_tells_everything_newest_first() {
        book.invoice(customer, "I1", DAY.minusDays(60), "100.00", "0.00", "0");
        pay(DAY.minusDays(20), "40.00", "I1", "40.00");
        app.disputes().open("I1", eur("60.00"), "damaged", "", null, DAY.minusDays(10)).orThrow();
        app.disputes().close("I1", "rejected", "", DAY.minusDays(8)).orThrow();
        app.contacts().log(customer, new Contact.Saying(DAY.minusDays(5), Contact.Means.PHONE, Contact.Direction.OUT, "",
                "promise", "pays soon", "")).orThrow();
        rowsOfOtherRooms();
        FollowUp task = app.followUps().add(new FollowUp.Plan(customer, FollowUp.Kind.FOLLOW_UP, "Ask", "", List.of(),
                DAY)).orThrow();
        app.followUps().done(task.id(), "fine").orThrow();
        assertThat(sentences()).containsExactlyInAnyOrder(
                "2026-03-02 File offer.pdf added", "2026-03-02 Task done: Ask. fine", "2026-03-02 Task: Ask follow-up",
                "2026-02-28 Hold lifted: review I1",
                "2026-02-27 Message “Reminder” sent",
                "2026-02-26 On hold: review I1", "2026-02-25 Call: Promises to pay. pays soon",
                "2026-02-22 Dispute over 60.00 EUR of I1 closed: rejected",
                "2026-02-20 Dispute over 60.00 EUR of I1: damaged",
                "2026-02-10 Payment of 40.00 EUR (bank)",
                "2026-01-02 Credit note CN1 over 5.00 EUR", "2026-01-01 Invoice I1 over 100.00 EUR");
        assertThat(sentences()).isSortedAccordingTo((a, b) -> b.substring(0, 10).compareTo(a.substring(0, 10)));
    }

    private void rowsOfOtherRooms() {
        UUID item = app.db().read(tx -> app.receivables().openAt(tx, DAY, null, null).stream()
                .filter(i -> i.number().equals("I1")).findFirst().orElseThrow().id().value());
        UUID whose = customer.value();
        app.db().write(tx -> {
            tx.sql().insertInto(HOLD).set(HOLD.ID, UUID.randomUUID()).set(HOLD.CUSTOMER_ID, whose).set(HOLD.ITEM_ID, item)
                    .set(HOLD.REASON, "review").set(HOLD.SET_ON, DAY.minusDays(4)).set(HOLD.LIFTED_ON, DAY.minusDays(2))
                    .set(HOLD.RECORDED_AT, tx.now()).execute();
            tx.sql().insertInto(MESSAGE).set(MESSAGE.ID, UUID.randomUUID()).set(MESSAGE.CUSTOMER_ID, whose)
                    .set(MESSAGE.KIND, "reminder").set(MESSAGE.CHANNEL, "email").set(MESSAGE.SENDER, "us@example.org")
                    .set(MESSAGE.LABEL, "Reminder").set(MESSAGE.RECIPIENT, "a@example.org")
                    .set(MESSAGE.SUBJECT, "Reminder").set(MESSAGE.STATE, "sent").set(MESSAGE.CONTENT_HASH, "0".repeat(64))
                    .set(MESSAGE.MAIL_ID, "x").set(MESSAGE.BUSINESS_DATE, DAY.minusDays(3))
                    .set(MESSAGE.CREATED_AT, tx.now()).set(MESSAGE.ATTEMPTS, 1).set(MESSAGE.VERSION, 1).execute();
            tx.sql().insertInto(ATTACHMENT).set(ATTACHMENT.ID, UUID.randomUUID()).set(ATTACHMENT.CUSTOMER_ID, whose)
                    .set(ATTACHMENT.NAME, "offer.pdf").set(ATTACHMENT.MEDIA_TYPE, "application/pdf")
                    .set(ATTACHMENT.SIZE_BYTES, 1L).set(ATTACHMENT.CONTENT_HASH, "0".repeat(64))
                    .set(ATTACHMENT.RECORDED_AT, tx.now()).execute();
            tx.sql().insertInto(DOCUMENT).set(DOCUMENT.ID, UUID.randomUUID()).set(DOCUMENT.KIND, "credit-note")
                    .set(DOCUMENT.STATUS, "issued").set(DOCUMENT.NUMBER, "CN1").set(DOCUMENT.CUSTOMER_ID, whose)
                    .set(DOCUMENT.DOC_DATE, DAY.minusDays(59)).set(DOCUMENT.CURRENCY, "EUR")
                    .set(DOCUMENT.RATE, BigDecimal.ONE).set(DOCUMENT.PRICE_MODE, "net").set(DOCUMENT.TERMS, "net 30")
                    .set(DOCUMENT.LANGUAGE, "en").set(DOCUMENT.NET, 500L).set(DOCUMENT.TAX, 0L).set(DOCUMENT.TOTAL, 500L)
                    .set(DOCUMENT.PAYABLE, 500L).set(DOCUMENT.BASE_TOTAL, 500L).set(DOCUMENT.CREATED_AT, tx.now())
                    .set(DOCUMENT.VERSION, 1).execute();
            return Outcome.ok(item);
        }).orThrow();
    }

    @Test
    void the_timeline_can_be_narrowed_and_paged() {
        for (int i = 0; i < 5; i++) {
            app.contacts().log(customer, new Contact.Saying(DAY.minusDays(i), Contact.Means.PHONE, Contact.Direction.OUT,
                    "", "call" + i, "", "")).orThrow();
            app.contacts().log(customer, Contact.Saying.note("", "note" + i, "")).orThrow();
        }
        assertThat(history.timeline(customer, Set.of(Kind.CONTACT), 1, 2)).extracting(TimelineEvent::detail)
                .containsExactly("call1", "call2");
        assertThat(history.timeline(customer, Set.of(Kind.CONTACT, Kind.NOTE), 0, 100)).hasSize(10);
        assertThat(history.timeline(customer, Set.of(Kind.PAYMENT), 0, 100)).isEmpty();
    }

    @Test
    void a_message_stands_for_its_contact_and_a_hold_is_no_note() {
        app.db().write(tx -> app.contacts().log(tx, customer, Contact.Saying.out(Contact.Means.EMAIL, "sent", ""),
                UUID.randomUUID())).orThrow();
        app.customers().setHold(customer, "late").orThrow();
        app.customers().clearHold(customer, "paid").orThrow();
        assertThat(sentences()).containsExactlyInAnyOrder("2026-03-02 Credit hold set: late",
                "2026-03-02 Credit hold cleared: paid");
        assertThat(sentences(Kind.NOTE)).isEmpty();
    }

    @Test
    void what_has_no_sentence_is_shown_as_it_is() {
        TimelineEvent odd = new TimelineEvent(Kind.MESSAGE, "teleported", DAY, java.time.Instant.EPOCH, "x", "", "R1",
                null, UUID.randomUUID());
        assertThat(odd.sentence(Texts.of(Locale.ENGLISH)).strip()).isEqualTo("R1 teleported  x");
    }
}
