package org.goodterms.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.goodterms.App;
import org.goodterms.customer.Contact;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.followup.FollowUp.Filter;
import org.goodterms.followup.FollowUp.Kind;
import org.goodterms.followup.FollowUp.Plan;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class FollowUpServiceTest {
    private static final LocalDate TODAY = TestBook.DAY;
    private final TestBook book;
    private final App app;
    private final FollowUpService tasks;
    private final Id<Customer> customer;

    FollowUpServiceTest(Engine engine) {
        book = new TestBook(engine);
        app = book.app;
        tasks = app.followUps();
        customer = book.customer("C/7");
    }

    @AfterEach
    void close() {
        book.close();
    }

    private FollowUp add(@Nullable Id<Customer> whom, Kind kind, String title, LocalDate due) {
        return tasks.add(new Plan(whom, kind, title, "note", List.of("2026-0001", "2026, 2"), due)).orThrow();
    }

    private static void refused(Outcome<?> outcome, String... codes) {
        assertThat(outcome.problems()).extracting(Problem::code).containsExactly(codes);
        outcome.problems().forEach(problem -> assertThat(Texts.of(Locale.ENGLISH).of(problem))
                .doesNotStartWith("problem.").doesNotContain("{"));
    }

    private Outcome<FollowUp> find(String text) {
        return app.db().read(tx -> tasks.find(tx, text));
    }

    @Test
    void a_task_comes_back_as_it_was_made() {
        FollowUp made = add(customer, Kind.FOLLOW_UP, "Ask Anna", TODAY.plusDays(3));
        assertThat(tasks.list(Filter.OPEN)).containsExactly(made);
        assertThat(made.items()).containsExactly("2026-0001", "2026, 2");
        assertThat(made.createdOn()).isEqualTo(TODAY);
        assertThat(find(made.id().toString()).orThrow()).isEqualTo(made);
    }

    @Test
    void lists_tell_open_due_overdue_and_all_apart() {
        add(null, Kind.FOLLOW_UP, "later", TODAY.plusDays(1));
        add(customer, Kind.FOLLOW_UP, "now", TODAY);
        FollowUp late = add(customer, Kind.CALL, "", TODAY);
        FollowUp done = add(customer, Kind.DECIDE, "done", TODAY);
        app.db().write(tx -> Outcome.ok(tx.sql().update(org.goodterms.db.gen.Tables.TASK)
                .set(org.goodterms.db.gen.Tables.TASK.DUE_DATE, TODAY.minusDays(1))
                .where(org.goodterms.db.gen.Tables.TASK.ID.eq(late.id().value())).execute())).orThrow();
        tasks.done(done.id(), "").orThrow();
        assertThat(titles(Filter.OPEN)).containsExactly("", "now", "later");
        assertThat(titles(Filter.DUE)).containsExactly("", "now");
        assertThat(titles(Filter.OVERDUE)).containsExactly("");
        assertThat(titles(Filter.ALL)).containsExactly("", "now", "done", "later");
        assertThat(app.db().<Integer>read(tasks::dueCount)).isEqualTo(2);
        assertThat(app.db().<List<FollowUp>>read(tx -> tasks.openOf(tx, customer))).hasSize(2);
    }

    private List<String> titles(Filter filter) {
        return tasks.list(filter).stream().map(FollowUp::title).toList();
    }

    @Test
    void a_finished_task_leaves_its_result_with_the_customer() {
        FollowUp task = add(customer, Kind.FOLLOW_UP, "Ask Anna", TODAY);
        FollowUp done = tasks.done(task.id(), "pays on Friday").orThrow();
        assertThat(done.doneOn()).isEqualTo(TODAY);
        assertThat(done.result()).isEqualTo("pays on Friday");
        assertThat(app.db().<List<Contact>>read(tx -> app.contacts().of(tx, customer))).singleElement()
                .satisfies(c -> assertThat(List.of(c.outcome(), c.note(), c.reference()))
                        .containsExactly(Contact.TASK_DONE, "pays on Friday", "Ask Anna"));
        refused(tasks.done(task.id(), "again"), "followup.done_already");
        refused(tasks.postpone(task.id(), TODAY), "followup.done_already");
    }

    @Test
    void finishing_can_be_taken_back() {
        FollowUp task = add(customer, Kind.CALL, "", TODAY);
        tasks.done(task.id(), "nobody there").orThrow();
        assertThat(tasks.reopen(task.id()).orThrow()).isEqualTo(task);
        refused(tasks.reopen(task.id()), "followup.open_already");
        assertThat(app.db().<List<Contact>>read(tx -> app.contacts().of(tx, customer))).extracting(Contact::outcome)
                .containsExactly(Contact.TASK_REOPENED, Contact.TASK_DONE);
    }

    @Test
    void a_task_can_be_put_off_but_not_into_the_past() {
        FollowUp task = add(null, Kind.FOLLOW_UP, "Think", TODAY);
        assertThat(tasks.postpone(task.id(), TODAY.plusDays(7)).orThrow().due()).isEqualTo(TODAY.plusDays(7));
        refused(tasks.postpone(task.id(), TODAY.minusDays(1)), "followup.due_past");
    }

    @Test
    void what_is_wrong_with_a_task_is_named() {
        refused(tasks.add(new Plan(customer, Kind.FOLLOW_UP, " ", "n\u0000", List.of(""), TODAY.minusDays(1))),
                "typed.missing", "typed.control_character", "typed.missing", "followup.due_past");
        FollowUp task = add(customer, Kind.FOLLOW_UP, "x", TODAY);
        refused(tasks.done(task.id(), "\u0007"), "typed.control_character");
        assertThat(tasks.list(Filter.ALL)).containsExactly(task);
    }

    @Test
    void a_task_is_found_by_customer_and_kind() {
        FollowUp first = add(customer, Kind.BROKEN_PROMISE, "", TODAY);
        assertThat(find("C/7/broken-promise").orThrow()).isEqualTo(first);
        tasks.done(first.id(), "").orThrow();
        refused(find("C/7/broken-promise"), "followup.unknown");
        refused(find("C/7/no-such-kind"), "followup.unknown");
        refused(find("nonsense"), "followup.unknown");
        refused(find("00000000-0000-0000-0000-000000000000"), "followup.unknown");
    }
}
