package org.goodterms.ui.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.goodterms.agreement.PromiseStanding;
import org.goodterms.call.CallResult;
import org.goodterms.call.CallService;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.followup.FollowUp;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Problem;
import org.goodterms.outbox.Message;
import org.goodterms.ui.kit.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The call desk over a real book: one customer after the other, and what a result brings. */
class CallViewModelTest {
    private final TestBook book = new TestBook(Engine.H2);
    private Desk desk;
    private CallViewModel.Rooms rooms;
    private Id<Customer> ada;
    private Id<Customer> bea;
    private CallViewModel model;

    @BeforeEach
    void open() {
        ada = late("ADA", "1");
        bea = late("BEA", "2");
        desk = Desks.of(book.app.changes());
        rooms = new CallViewModel.Rooms(book.app.calls().desk(), book.app.calls().reports(), book.app.company());
        model = new CallViewModel(desk, rooms, null);
        Window.run(model::start);
    }

    private Id<Customer> late(String code, String number) {
        Id<Customer> id = book.app.customers().add(book.app.customers().blank().with(CustomerField.CODE, code).with(CustomerField.NAME, code + " Ltd")
                .with(CustomerField.LANGUAGE, "en").with(CustomerField.EMAIL, "accounts@" + code.toLowerCase() + ".example")).orThrow().id();
        book.invoice(id, number, LocalDate.of(2026, 1, 20), "100.00", "19.00", "19");
        book.app.followUps().add(new FollowUp.Plan(id, FollowUp.Kind.CALL, "", "", List.of(number), null)).orThrow();
        return id;
    }

    @AfterEach
    void close() {
        Window.run(model::stop);
        book.close();
    }

    private String shown() {
        return model.current.get() == null ? "" : model.current.get().customer().code();
    }

    @Test
    void one_customer_follows_the_other_until_all_are_called() {
        assertThat(shown()).isEqualTo("ADA");
        assertThat(model.waiting()).isEqualTo(1);
        Window.run(() -> model.report(CallResult.NO_ANSWER));
        assertThat(shown()).isEqualTo("BEA");
        assertThat(model.waiting()).isZero();
        Window.run(() -> model.report(CallResult.REFUSES));
        assertThat(model.finished.get()).isTrue();
        assertThat(model.made.get()).isEqualTo(2);
        assertThat(book.app.followUps().list(FollowUp.Filter.OPEN)).extracting(FollowUp::kind)
                .containsExactlyInAnyOrder(FollowUp.Kind.CALL, FollowUp.Kind.DECIDE);
    }

    @Test
    void a_customer_may_be_left_for_later_and_another_be_called_first() {
        Window.run(model::next);
        assertThat(shown()).isEqualTo("BEA");
        assertThat(book.app.followUps().list(FollowUp.Filter.OPEN)).as("nothing was taken down").hasSize(2);
        CallViewModel other = new CallViewModel(desk, rooms, bea);
        Window.run(other::start);
        assertThat(Objects.requireNonNull(other.current.get()).customer().id()).isEqualTo(bea);
        Window.run(other::stop);
    }

    @Test
    void what_is_typed_stays_while_the_books_change_and_goes_with_the_customer() {
        Window.run(() -> model.note.set("in a meeting until three"));
        book.app.followUps().add(new FollowUp.Plan(bea, FollowUp.Kind.FOLLOW_UP, "other", "", List.of(), null)).orThrow();
        Window.settle();
        assertThat(model.note.get()).isEqualTo("in a meeting until three");
        Window.run(() -> model.report(CallResult.VOICEMAIL));
        assertThat(model.note.get()).isEmpty();
        assertThat(book.app.calls().desk().prepare(ada).contacts()).extracting(contact -> contact.note()).contains("in a meeting until three");
    }

    @Test
    void a_promise_is_noted_with_its_confirmation_and_a_wrong_one_says_why() {
        book.app.mail().save(Map.of("host", "127.0.0.1", "port", "2525", "security", "none", "from", "office@firm.example"), "").orThrow();
        List<Problem> problems = new ArrayList<>();
        Window.run(() -> model.promise(new CallViewModel.Given(List.of("1"), TestBook.eur("500.00"), TestBook.DAY.plusDays(3), "", true),
                () -> { }, problems::addAll));
        assertThat(problems).extracting(Problem::code).containsExactly("agreement.promise_amount");
        assertThat(shown()).isEqualTo("ADA");
        Window.run(() -> model.promise(new CallViewModel.Given(List.of("1"), TestBook.eur("119.00"), TestBook.DAY.plusDays(3), "", true),
                () -> { }, problems::addAll));
        assertThat(book.app.agreements().promises().of(ada)).extracting(PromiseStanding::promise).singleElement()
                .satisfies(promise -> assertThat(promise.said().channel()).isEqualTo("phone"));
        assertThat(book.app.outbox().list(Message.State.DRAFT)).singleElement()
                .satisfies(message -> assertThat(message.parcel().recipient()).isEqualTo("accounts@ada.example"));
        assertThat(shown()).isEqualTo("BEA");
    }

    @Test
    void a_dispute_goes_on_to_the_next_customer() {
        Window.run(() -> model.dispute(new CallService.Contested("1", TestBook.eur("19.00"), "wrong tax"), () -> { }, p -> { }));
        assertThat(book.app.disputes().openAt(TestBook.DAY)).singleElement().satisfies(one -> assertThat(one.number()).isEqualTo("1"));
        assertThat(shown()).isEqualTo("BEA");
    }
}
