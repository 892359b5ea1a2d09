package org.goodterms.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.goodterms.company.Address;
import org.goodterms.company.Company;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.customer.Person;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.reminder.DunningPlan;
import org.goodterms.reminder.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Statements that go out once a month. The clock stands at Monday, 2 March 2026. */
class MonthlyStatementServiceTest {

    private static Customer customer(TestBook book, String code, String email) {
        Company firm = book.app.company().company();
        book.app.company().change(firm.withFirm(new Company.Firm("Lark & Reed", new Address("Weg 1", "10115", "Berlin", "", "DE"),
                "DE123456788", "", new Company.Reach("office@lark-reed.example", "", "", "Mira Okafor")))).orThrow();
        return book.app.customers().add(book.app.customers().blank().with(CustomerField.CODE, code).with(CustomerField.NAME, "Customer " + code)
                .with(CustomerField.EMAIL, email)).orThrow();
    }

    private static List<String> due(TestBook book) {
        return book.app.reporting().monthly().due().stream().map(one -> one.customer().code() + " " + one.statement().closing()
                + (one.reachable() ? "" : " print")).toList();
    }

    private static DunningPlan plan(TestBook book) {
        return book.app.reminders().worklists().plan(TestBook.DAY);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void who_owes_something_gets_one_on_the_day_and_no_reminder_beside_it(Engine engine) {
        try (TestBook book = new TestBook(engine)) {
            MonthlyStatementService monthly = book.app.reporting().monthly();
            Customer late = customer(book, "LATE", "late@example.org");
            customer(book, "EVEN", "even@example.org");
            Customer letter = customer(book, "PRINT", "");
            book.invoice(late.id(), "1", LocalDate.of(2026, 1, 20), "100.00", "19.00", "19");
            book.invoice(letter.id(), "2", LocalDate.of(2026, 2, 25), "200.00", "38.00", "19");
            assertThat(due(book)).as("nothing goes out by itself until somebody says so").isEmpty();
            assertThat(plan(book).messages()).extracting(DunningPlan.Notice::code).containsExactly("LATE");

            monthly.day("16").orThrow();
            assertThat(due(book)).as("missed since 16 February").containsExactly("LATE EUR 119.00", "PRINT EUR 238.00 print");
            assertThat(plan(book).messages()).as("today is no statement day").hasSize(1);

            monthly.day("1").orThrow();
            assertThat(plan(book).messages()).isEmpty();
            assertThat(plan(book).stopped()).singleElement().satisfies(stopped -> {
                assertThat(stopped.code()).isEqualTo("LATE");
                assertThat(stopped.reason()).isEqualTo(Reason.CAP);
            });
            assertThat(book.app.reporting().today().entries()).filteredOn(entry -> entry.sort() == TodayEntry.Sort.STATEMENTS)
                    .singleElement().satisfies(entry -> assertThat(entry.count()).isEqualTo(2));

            List<MonthlyStatement> going = monthly.due().stream().filter(MonthlyStatement::reachable).toList();
            assertThat(monthly.send(going, Progress.NONE)).allMatch(org.goodterms.kernel.Outcome::isOk).hasSize(1);
            assertThat(due(book)).as("once in a month").containsExactly("PRINT EUR 238.00 print");
            assertThat(book.app.outbox().list(null)).singleElement().satisfies(message -> assertThat(message.about().kind()).isEqualTo("statement"));
            monthly.day("").orThrow();
            assertThat(plan(book).stopped()).as("what was sent counts for the pause").extracting(DunningPlan.Stopped::reason).containsExactly(Reason.CAP);
            assertThat(due(book)).isEmpty();
            assertThat(monthly.day("32").problems()).extracting(Problem::code).containsExactly("report.statement_day");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_statement_that_does_not_go_takes_no_reminder_with_it(Engine engine) {
        try (TestBook book = new TestBook(engine)) {
            MonthlyStatementService monthly = book.app.reporting().monthly();
            monthly.day("1").orThrow();
            Customer declined = customer(book, "DECLINED", "d@example.org");
            Customer left = customer(book, "LEFT", "l@example.org");
            Customer sent = customer(book, "SENT", "s@example.org");
            List.of(declined, left, sent).forEach(one -> book.invoice(one.id(), one.code(), LocalDate.of(2026, 1, 20), "100.00", "19.00", "19"));
            Customer remind = book.app.customers().add(book.app.customers().blank().with(CustomerField.CODE, "REMIND")
                    .with(CustomerField.NAME, "Only reminders").withPersons(List.of(new Person("Ada", "", "ada@example.org", "", false, true)))).orThrow();
            book.invoice(remind.id(), "R", LocalDate.of(2026, 1, 20), "100.00", "19.00", "19");
            assertThat(plan(book).messages()).as("no statement can go to her").extracting(DunningPlan.Notice::code).containsExactly("REMIND");
            List<MonthlyStatement> going = monthly.due().stream().filter(one -> List.of("DECLINED", "SENT").contains(one.customer().code())).toList();
            assertThat(monthly.send(going, Progress.NONE)).allMatch(org.goodterms.kernel.Outcome::isOk).hasSize(2);
            book.app.outbox().list(null).stream().filter(message -> message.parcel().recipient().equals("d@example.org"))
                    .forEach(message -> book.app.outbox().cancel(message.id(), "not now").orThrow());
            assertThat(due(book)).as("what was declined is due again").anyMatch(one -> one.startsWith("DECLINED")).noneMatch(one -> one.startsWith("SENT"));
            assertThat(book.app.reminders().worklists().plan(TestBook.DAY.plusDays(1)).messages()).extracting(DunningPlan.Notice::code)
                    .containsExactlyInAnyOrder("DECLINED", "LEFT", "REMIND");
        }
    }
}
