package org.goodterms.ui.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.goodterms.agreement.ExtensionService;
import org.goodterms.agreement.Promise;
import org.goodterms.agreement.PromiseService;
import org.goodterms.agreement.PromiseState;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keeps reminders back from a customer, added and lifted on the page. */
class AgreedViewModelTest {
    private final TestBook book = new TestBook(Engine.H2);
    private final List<Problem> problems = new ArrayList<>();
    private AgreedViewModel model;

    @BeforeEach
    void open() {
        Id<Customer> id = book.customer("C1");
        book.invoice(id, "1", LocalDate.of(2026, 1, 20), "100.00", "19.00", "19");
        model = new AgreedViewModel(Desks.of(book.app.changes()), new AgreedViewModel.Rooms(book.app.agreements().promises(),
                book.app.agreements().extensions(), book.app.holds()), id);
        Window.run(model::start);
    }

    @AfterEach
    void close() {
        Window.run(model::stop);
        book.close();
    }

    private AgreedViewModel.Agreed is() {
        return Objects.requireNonNull(model.agreed.get());
    }

    private void act(Runnable work) {
        Window.run(work);
        Window.settle();
    }

    @Test
    void a_promise_by_mail_is_taken_and_shown() {
        act(() -> model.promise(new PromiseService.Request(model.id(), List.of("1"), TestBook.eur("119.00"), TestBook.DAY.plusDays(5),
                new Promise.Said("Ada", "email", ""), ""), () -> { }, problems::addAll));
        assertThat(problems).isEmpty();
        assertThat(is().promises()).singleElement().satisfies(one -> assertThat(one.state()).isEqualTo(PromiseState.PENDING));
        assertThat(is().kept().due()).as("its day has not come").isZero();
    }

    @Test
    void a_hold_has_a_reason_and_an_end_and_is_lifted() {
        act(() -> model.hold("C1", "", "they move house", TestBook.DAY.plusDays(10), () -> { }, problems::addAll));
        act(() -> model.hold("C1", "1", "goods come back", null, () -> { }, problems::addAll));
        assertThat(is().holds()).extracting(hold -> hold.reason()).containsExactlyInAnyOrder("they move house", "goods come back");
        act(() -> model.lift(is().holds().stream().filter(hold -> hold.item() == null).findFirst().orElseThrow()));
        assertThat(is().holds()).extracting(hold -> hold.number()).containsExactly("1");
        act(() -> model.hold("C1", "", "", null, () -> { }, problems::addAll));
        assertThat(problems).extracting(Problem::field).containsExactly("reason");
    }

    @Test
    void no_contact_stands_until_it_is_allowed_again() {
        act(() -> model.contact("C1", false));
        assertThat(is().forbidden()).isTrue();
        act(() -> model.contact("C1", true));
        assertThat(is().forbidden()).isFalse();
    }

    @Test
    void a_later_due_day_keeps_the_old_one_in_sight() {
        LocalDate old = LocalDate.of(2026, 2, 19);
        act(() -> model.extend(new ExtensionService.Request("1", TestBook.DAY.plusDays(30), "Ada", "", false), () -> { }, problems::addAll));
        assertThat(is().extended()).singleElement().satisfies(one -> assertThat(one.oldDue()).isEqualTo(old));
        act(() -> model.extend(new ExtensionService.Request("1", old, "Ada", "", false), () -> { }, problems::addAll));
        assertThat(problems).extracting(Problem::code).containsExactly("agreement.not_later");
    }
}
