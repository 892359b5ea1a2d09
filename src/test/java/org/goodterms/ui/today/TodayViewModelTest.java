package org.goodterms.ui.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.SimpleIntegerProperty;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.followup.FollowUp;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Problem;
import org.goodterms.outbox.DispatchService;
import org.goodterms.outbox.Message;
import org.goodterms.report.TimelineEvent;
import org.goodterms.report.TodayEntry;
import org.goodterms.ui.kit.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The day's list worked through, over a real book. */
class TodayViewModelTest {
    private final TestBook book = new TestBook(Engine.H2);
    private final List<Problem> problems = new ArrayList<>();
    private Desk desk;
    private TodayViewModel model;
    private Id<Customer> customer;

    @BeforeEach
    void open() {
        desk = Desks.of(book.app.changes());
        customer = book.customer("BRIGHT");
        model = new TodayViewModel(desk, new TodayViewModel.Rooms(book.app.reporting().today(), book.app.followUps(), book.app.contacts(),
                book.app.post(), DispatchService.Recheck.none(), Optional::empty, book.app.reminders().runs()::lastRun));
        task("first");
        task("second");
        Window.run(model::start);
    }

    @AfterEach
    void close() {
        book.close();
    }

    private void task(String title) {
        book.app.followUps().add(new FollowUp.Plan(customer, FollowUp.Kind.FOLLOW_UP, title, "", List.of(), null)).orThrow();
    }

    private TodayEntry entry(String what) {
        return model.entries.stream().filter(e -> e.what().equals(what)).findFirst().orElseThrow();
    }

    @Test
    void each_thing_done_leaves_one_less_until_the_day_is_done() {
        assertThat(model.left.get()).isEqualTo(2);
        Window.run(() -> model.done(entry("first"), "will pay Friday", () -> { }, problems::addAll));
        Window.settle();
        assertThat(model.left.get()).isEqualTo(1);
        Window.run(() -> model.done(entry("second"), "", () -> { }, problems::addAll));
        Window.settle();
        assertThat(model.left.get()).isZero();
        assertThat(model.done.get()).isEqualTo(2);
        assertThat(problems).isEmpty();
    }

    @Test
    void skipping_a_task_moves_it_and_writes_the_reason_on_the_timeline() {
        Window.run(() -> model.skip(entry("first"), TestBook.DAY.plusDays(1), "on holiday", () -> { }, problems::addAll));
        Window.settle();
        assertThat(model.entries).extracting(TodayEntry::what).containsExactly("second");
        assertThat(book.app.history().timeline(customer, Set.of(TimelineEvent.Kind.TASK), 0, 9).getFirst().sentence(desk.texts()))
                .isEqualTo("Task put off: first. on holiday");
        assertThat(book.app.followUps().list(FollowUp.Filter.OPEN)).extracting(FollowUp::due)
                .containsExactly(TestBook.DAY, TestBook.DAY.plusDays(1));
    }

    @Test
    void skipping_without_a_reason_is_refused_and_moves_nothing() {
        Window.run(() -> model.skip(entry("first"), TestBook.DAY.plusDays(1), " ", () -> { }, problems::addAll));
        assertThat(problems).extracting(Problem::code).containsExactly("typed.missing");
        assertThat(model.left.get()).isEqualTo(2);
    }

    @Test
    void a_message_that_was_skipped_is_gone_for_today_and_can_be_brought_back() {
        book.app.db().write(tx -> book.app.outbox().enqueue(tx, new Message.About(customer.value(), "reminder", "R1", "", null, TestBook.DAY),
                new Message.Parcel(Message.Channel.EMAIL, "a@example.org", "b@example.org", "Reminder", "m", "0".repeat(64), "<1@e>"),
                false)).orThrow();
        Window.settle();
        Window.run(() -> model.skip(entry("Reminder"), TestBook.DAY.plusDays(1), "asks the owner first", () -> { }, problems::addAll));
        assertThat(model.left.get()).isEqualTo(2);
        assertThat(model.passed.get()).isEqualTo(1);
        Window.run(model::unskip);
        assertThat(model.left.get()).isEqualTo(3);
    }

    @Test
    void the_side_bar_counts_what_waits_and_counts_again_after_a_change() {
        SimpleIntegerProperty today = new SimpleIntegerProperty();
        SimpleIntegerProperty late = new SimpleIntegerProperty(7);
        SideCounts counts = Window.on(() -> new SideCounts(desk, book.app.reporting().today(), today, late));
        assertThat(today.get()).isEqualTo(2);
        assertThat(late.get()).isZero();
        task("third");
        Window.settle();
        assertThat(today.get()).isEqualTo(3);
        counts.stop();
    }
}
