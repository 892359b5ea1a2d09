package org.goodterms.ui.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.followup.FollowUp;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Problem;
import org.goodterms.ui.followup.FollowUpListViewModel.Show;
import org.goodterms.ui.kit.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks written, finished, moved and opened again, over a real book. */
class FollowUpViewModelsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private TestBook book;
    private Desk desk;
    private FollowUpListViewModel list;

    @BeforeEach
    void open() {
        book = new TestBook(Engine.H2);
        desk = Desks.of(book.app.changes());
        list = new FollowUpListViewModel(desk, book.app.followUps());
    }

    @AfterEach
    void close() {
        book.close();
    }

    private FollowUp task(String title, LocalDate due) {
        return book.app.followUps().add(new FollowUp.Plan(null, FollowUp.Kind.FOLLOW_UP, title, "", List.of(), due)).orThrow();
    }

    private List<String> shown(Show show) {
        Window.run(() -> {
            list.load();
            list.show.set(show);
        });
        return list.visible().stream().map(FollowUp::title).toList();
    }

    @Test
    void due_and_open_and_done_are_told_apart() {
        task("today", TODAY);
        task("next week", TODAY.plusDays(7));
        book.app.followUps().done(task("finished", TODAY).id(), "").orThrow();
        assertThat(shown(Show.DUE)).containsExactly("today");
        assertThat(shown(Show.OPEN)).containsExactly("today", "next week");
        assertThat(shown(Show.DONE)).containsExactly("finished");
        assertThat(shown(Show.OVERDUE)).isEmpty();
        assertThat(list.count(Show.OPEN)).isEqualTo(2);
    }

    @Test
    void a_task_is_finished_with_its_result_and_opened_again() {
        FollowUp task = task("call", TODAY);
        Window.run(() -> list.done(task, "reached nobody", () -> { }, problems -> { }));
        Window.run(list::load);
        assertThat(list.rows.getFirst().result()).isEqualTo("reached nobody");
        Window.run(() -> list.reopen(list.rows.getFirst()));
        Window.run(list::load);
        assertThat(list.rows.getFirst().isOpen()).isTrue();
    }

    @Test
    void a_second_finishing_is_refused_where_it_was_asked() {
        FollowUp task = task("call", TODAY);
        book.app.followUps().done(task.id(), "").orThrow();
        List<Problem> problems = new ArrayList<>();
        Window.run(() -> list.done(task, "again", () -> { }, problems::addAll));
        assertThat(problems).extracting(Problem::code).containsExactly("followup.done_already");
    }

    @Test
    void a_task_is_moved() {
        FollowUp task = task("call", TODAY);
        Window.run(() -> list.postpone(task, TODAY.plusDays(3)));
        Window.run(list::load);
        assertThat(list.rows.getFirst().due()).isEqualTo(TODAY.plusDays(3));
    }

    @Test
    void a_new_task_knows_its_customer_and_invoices_and_one_without_a_title_is_refused() {
        Id<Customer> customer = book.customer("BRIGHT");
        NewFollowUpViewModel model = Window.on(() -> new NewFollowUpViewModel(desk, book.app.followUps(),
                book.app.customers(), customer));
        Window.run(model::save);
        assertThat(model.problems.get()).extracting(Problem::field).containsExactly("title");
        model.title.set("Ask about March");
        model.items.set("2026-0042, 2026-0043");
        Window.run(model::save);
        FollowUp made = book.app.followUps().list(FollowUp.Filter.OPEN).getFirst();
        assertThat(made.whom().code()).isEqualTo("BRIGHT");
        assertThat(made.items()).containsExactly("2026-0042", "2026-0043");
        assertThat(made.due()).isEqualTo(TODAY);
    }
}
