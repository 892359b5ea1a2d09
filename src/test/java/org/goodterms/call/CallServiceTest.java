package org.goodterms.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.goodterms.agreement.Promise;
import org.goodterms.agreement.PromiseService;
import org.goodterms.agreement.PromiseState;
import org.goodterms.customer.Contact;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.followup.FollowUp;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Problem;
import org.goodterms.outbox.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;

/** A result of a call is logged together with what follows from it. */
@ParameterizedClass
@EnumSource(Engine.class)
class CallServiceTest {
    private final TestBook book;
    private final Id<Customer> late;

    CallServiceTest(Engine engine) {
        book = new TestBook(engine);
        late = book.app.customers().add(book.app.customers().blank().with(CustomerField.CODE, "LATE").with(CustomerField.NAME, "Late Ltd")
                .with(CustomerField.LANGUAGE, "en").with(CustomerField.EMAIL, "accounts@late.example")).orThrow().id();
        book.invoice(late, "1", LocalDate.of(2026, 1, 20), "1000.00", "190.00", "19");
        book.app.followUps().add(new FollowUp.Plan(late, FollowUp.Kind.CALL, "", "", List.of("1"), null)).orThrow();
    }

    @AfterEach
    void close() {
        book.close();
    }

    private CallService reports() {
        return book.app.calls().reports();
    }

    private CallCase known() {
        return book.app.calls().desk().prepare(late);
    }

    private List<FollowUp> open() {
        return book.app.followUps().list(FollowUp.Filter.OPEN);
    }

    private CallService.Said said(String note) {
        return new CallService.Said(late, "Ada", note);
    }

    private PromiseService.Request request(String amount) {
        return new PromiseService.Request(late, List.of("1"), TestBook.eur(amount), TestBook.DAY.plusDays(4),
                new Promise.Said("Ada", "phone", "after their pay run"), "");
    }

    @Test
    void whom_to_call_is_what_the_tasks_say_each_customer_once() {
        book.app.followUps().add(new FollowUp.Plan(late, FollowUp.Kind.BROKEN_PROMISE, "", "", List.of("1"), null)).orThrow();
        assertThat(book.app.calls().desk().today()).extracting(entry -> entry.whom().code(), CallEntry::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("LATE", FollowUp.Kind.BROKEN_PROMISE));
        book.app.holds().forbid("LATE").orThrow();
        assertThat(book.app.calls().desk().today()).as("who must not be contacted is not called").isEmpty();
        assertThat(known().forbidden()).isTrue();
    }

    @Test
    void a_promise_is_noted_answers_the_call_and_is_confirmed() {
        assertThat(known().asked().values()).containsExactly(TestBook.eur("1190.00"));
        Promise promise = reports().promise(request("1190.00")).orThrow();
        assertThat(known().told().promises()).singleElement().satisfies(one -> assertThat(one.state()).isEqualTo(PromiseState.PENDING));
        assertThat(open()).as("the call is made").isEmpty();
        assertThat(book.app.calls().desk().today()).isEmpty();
        assertThat(known().bounds().limits()).isEqualTo(new Calling.Limits(1, TestBook.DAY.plusDays(7), Calling.Why.TALKED));
        assertThat(reports().confirm(promise).problems()).as("the firm has no sender").isNotEmpty();
        book.app.mail().save(Map.of("host", "127.0.0.1", "port", "2525", "security", "none", "from", "office@firm.example"), "").orThrow();
        Message ready = reports().confirm(promise).orThrow();
        assertThat(ready.state()).as("a person reads it before it goes").isEqualTo(Message.State.DRAFT);
        assertThat(book.app.mail().read(ready).orThrow().text()).contains("1,190.00", "Ada").contains("Thank you for the call");
        assertThat(reports().confirm(promise).problems()).extracting(Problem::code).as("once").containsExactly("outbox.already_there");
    }

    @Test
    void a_promise_that_is_refused_leaves_no_call() {
        assertThat(reports().promise(request("2000.00")).problems()).extracting(Problem::code).containsExactly("agreement.promise_amount");
        assertThat(known().contacts()).isEmpty();
        assertThat(open()).hasSize(1);
    }

    @Test
    void nobody_answers_and_the_call_comes_back_on_the_next_business_day() {
        FollowUp again = reports().report(CallResult.NO_ANSWER, said(""), "").orThrow();
        assertThat(again.due()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(open()).extracting(FollowUp::id).as("the same task").containsExactly(again.id());
        assertThat(known().bounds().limits().attempts()).isEqualTo(1);
        for (int i = 0; i < 6; i++) {
            reports().report(CallResult.VOICEMAIL, said(""), "").orThrow();
        }
        assertThat(known().bounds().limits().again()).as("seven attempts are enough").isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(open().getLast().due()).isEqualTo(LocalDate.of(2026, 3, 9));
    }

    @Test
    void who_says_it_is_paid_is_not_written_to_for_three_days() {
        FollowUp task = reports().report(CallResult.ALREADY_PAID, said("by card"), "Look for the payment").orThrow();
        assertThat(task.title()).isEqualTo("Look for the payment");
        assertThat(task.items()).containsExactly("1");
        assertThat(book.app.holds().standing(TestBook.DAY)).singleElement()
                .satisfies(hold -> assertThat(hold.until()).isEqualTo(TestBook.DAY.plusDays(3)));
        assertThat(known().contacts()).filteredOn(contact -> contact.means() == Contact.Means.PHONE).singleElement()
                .satisfies(contact -> assertThat(contact.outcome()).isEqualTo("already-paid"));
    }

    @Test
    void a_plan_another_person_and_a_refusal_become_tasks() {
        assertThat(reports().report(CallResult.PLAN_WANTED, said(""), "Offer a plan").orThrow().kind()).isEqualTo(FollowUp.Kind.FOLLOW_UP);
        assertThat(reports().report(CallResult.WRONG_CONTACT, said(""), "Find the right one").orThrow().due()).isEqualTo(TestBook.DAY);
        assertThat(reports().report(CallResult.REFUSES, said(""), "").orThrow().kind()).isEqualTo(FollowUp.Kind.DECIDE);
        assertThat(open()).extracting(FollowUp::kind).doesNotContain(FollowUp.Kind.CALL).hasSize(3);
    }

    @Test
    void a_dispute_takes_its_part_out_of_what_is_asked() {
        reports().dispute(said(""), new CallService.Contested("1", TestBook.eur("190.00"), "wrong tax")).orThrow();
        assertThat(known().asked().values()).containsExactly(TestBook.eur("1000.00"));
        assertThat(known().contested().disputes()).singleElement().satisfies(one -> assertThat(one.reason()).isEqualTo("wrong tax"));
        assertThat(reports().dispute(said(""), new CallService.Contested("99", null, "?")).problems()).extracting(Problem::code)
                .containsExactly("dispute.nothing_open");
    }

    @Test
    void without_a_mailbox_there_is_no_confirmation() {
        Id<Customer> other = book.customer("POST");
        book.invoice(other, "2", LocalDate.of(2026, 1, 20), "100.00", "19.00", "19");
        Promise promise = reports().promise(new PromiseService.Request(other, List.of("2"), TestBook.eur("119.00"), TestBook.DAY.plusDays(4),
                new Promise.Said("", "phone", ""), "")).orThrow();
        assertThat(reports().confirm(promise).problems()).extracting(Problem::code).containsExactly("call.no_mailbox");
    }
}
