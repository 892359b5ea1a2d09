package org.goodterms.ui.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.goodterms.customer.Contact;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.customer.CustomerRow;
import org.goodterms.customer.Person;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.followup.FollowUp;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Problem;
import org.goodterms.receivable.OpenItem;
import org.goodterms.report.TimelineEvent;
import org.goodterms.ui.customer.CustomerListViewModel.Show;
import org.goodterms.ui.customer.CustomerViewModel.Theme;
import org.goodterms.ui.kit.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** List, page and form of customers over a real book, work done at once. */
class CustomerViewModelsTest {
    private TestBook book;
    private Desk desk;

    @BeforeEach
    void open() {
        book = new TestBook(Engine.H2);
        desk = Desks.of(book.app.changes());
    }

    @AfterEach
    void close() {
        book.close();
    }

    private CustomerEditViewModel edit(Id<Customer> id, List<Customer> saved) {
        CustomerEditViewModel model = new CustomerEditViewModel(desk.tasks(), book.app.customers(), id, saved::add);
        model.load();
        return model;
    }

    private Customer entered(String code, String name) {
        List<Customer> saved = new ArrayList<>();
        CustomerEditViewModel model = edit(null, saved);
        model.field(CustomerField.NAME).set(name);
        model.field(CustomerField.CODE).set(code);
        model.addPerson();
        model.persons.getFirst().name.set("Mira Okafor");
        model.persons.getFirst().email.set("mira@" + code.toLowerCase(Locale.ROOT) + ".example");
        model.save();
        assertThat(model.problems.get()).isEmpty();
        return saved.getFirst();
    }

    @Test
    void a_new_customer_has_the_firms_defaults_and_a_code_from_the_name() {
        CustomerEditViewModel model = edit(null, new ArrayList<>());
        model.field(CustomerField.NAME).set("Brightwater Hotels");
        assertThat(model.field(CustomerField.CODE).get()).isEqualTo("BRIGHT");
        assertThat(model.field(CustomerField.CURRENCY).get()).isEqualTo("EUR");
        model.field(CustomerField.CODE).set("B-1");
        model.field(CustomerField.NAME).set("Brightwater Inns");
        assertThat(model.field(CustomerField.CODE).get()).as("a code that was typed stays").isEqualTo("B-1");
    }

    @Test
    void what_is_wrong_is_named_at_its_field_and_nothing_is_stored() {
        List<Customer> saved = new ArrayList<>();
        CustomerEditViewModel model = edit(null, saved);
        model.field(CustomerField.NAME).set("X");
        model.field(CustomerField.EMAIL).set("no mailbox");
        model.field(CustomerField.TERMS).set("whenever");
        model.save();
        assertThat(model.problems.get()).extracting(Problem::field).contains("email", "terms");
        assertThat(saved).isEmpty();
        assertThat(book.app.customers().list()).isEmpty();
    }

    @Test
    void a_known_customer_is_changed_with_its_persons() {
        Customer known = entered("BRIGHT", "Brightwater Hotels");
        CustomerEditViewModel model = edit(known.id(), new ArrayList<>());
        model.field(CustomerField.CREDIT_LIMIT).set("5000.00");
        model.field(CustomerField.PAYMENT_RUN).set("every second Thursday");
        model.addPerson();
        model.persons.get(1).name.set("Jon Reyes");
        model.removePerson(model.persons.getFirst());
        model.save();
        Customer changed = book.app.customers().customer(known.id());
        assertThat(changed.trade().creditLimit()).isEqualTo(TestBook.eur("5000.00"));
        assertThat(changed.payables().paymentRun()).isEqualTo("every second Thursday");
        assertThat(changed.persons()).extracting(Person::name).containsExactly("Jon Reyes");
    }

    @Test
    void the_list_finds_by_person_and_invoice_number_and_narrows_to_the_late() {
        Customer late = entered("LATE", "Late Payers Ltd");
        entered("GOOD", "Good Payers Ltd");
        book.invoice(late.id(), "2026-0042", LocalDate.of(2026, 1, 5), "100.00", "19.00", "19");
        CustomerListViewModel model = new CustomerListViewModel(desk.tasks(), desk.changes(), book.app.customers(), book.app.history());
        model.start();
        assertThat(model.rows).hasSize(2);
        model.show.set(Show.OVERDUE);
        assertThat(model.visible()).extracting(CustomerRow::code).containsExactly("LATE");
        assertThat(model.count(Show.OWING)).isEqualTo(1);
        model.show.set(Show.ALL);
        model.typed.set("0042");
        assertThat(model.visible()).extracting(CustomerRow::code).containsExactly("LATE");
        model.typed.set("mira good");
        assertThat(model.visible()).extracting(CustomerRow::code).containsExactly("GOOD");
        model.typed.set("nobody at all");
        assertThat(model.visible()).isEmpty();
        model.stop();
    }

    private CustomerViewModel page(Id<Customer> id) {
        return new CustomerViewModel(desk, new CustomerViewModel.Rooms(book.app.customers(), book.app.contacts(),
                book.app.history(), book.app.reports(), book.app.followUps(), book.app.reporting().segments()), id);
    }

    @Test
    void the_page_shows_figures_open_items_and_what_happened() {
        Customer late = entered("LATE", "Late Payers Ltd");
        book.invoice(late.id(), "2026-0042", LocalDate.of(2026, 1, 5), "100.00", "19.00", "19");
        CustomerViewModel model = page(late.id());
        Window.run(model::start);
        assertThat(model.glance.get().balance()).isEqualTo(TestBook.eur("119.00"));
        assertThat(model.glance.get().overdue()).isEqualTo(TestBook.eur("119.00"));
        assertThat(model.items).extracting(OpenItem::number).containsExactly("2026-0042");
        assertThat(model.events).extracting(TimelineEvent::reference).contains("2026-0042");
        Window.run(() -> model.theme.set(Theme.PAYMENTS));
        assertThat(model.events).isEmpty();
        Window.run(model::stop);
    }

    @Test
    void a_call_is_logged_and_a_day_to_come_is_refused_at_its_field() {
        CustomerViewModel model = page(entered("LATE", "Late Payers Ltd").id());
        List<Problem> problems = new ArrayList<>();
        Contact.Saying tomorrow = new Contact.Saying(LocalDate.of(2026, 3, 3), Contact.Means.PHONE,
                Contact.Direction.OUT, "Mira Okafor", "will pay", "", "");
        Window.run(() -> model.log(tomorrow, () -> { }, problems::addAll));
        assertThat(problems).extracting(Problem::field).containsExactly("date");
        Contact.Saying today = new Contact.Saying(null, Contact.Means.PHONE, Contact.Direction.OUT, "Mira Okafor",
                "will pay", "on Friday", "");
        Window.run(() -> {
            model.log(today, () -> { }, problems::addAll);
            model.theme.set(Theme.TALKS);
            model.load();
        });
        assertThat(model.events).singleElement().extracting(TimelineEvent::text).isEqualTo("on Friday");
    }

    @Test
    void a_task_is_ticked_off_on_the_page() {
        Customer customer = entered("LATE", "Late Payers Ltd");
        book.app.followUps().add(new FollowUp.Plan(customer.id(), FollowUp.Kind.FOLLOW_UP, "Ask about March", "",
                List.of(), null)).orThrow();
        CustomerViewModel model = page(customer.id());
        Window.run(model::load);
        assertThat(model.tasks).hasSize(1);
        Window.run(() -> {
            model.done(model.tasks.getFirst(), "");
            model.load();
        });
        assertThat(model.tasks).isEmpty();
    }

    @Test
    void a_credit_hold_is_set_with_a_reason_and_lifted() {
        Customer customer = entered("LATE", "Late Payers Ltd");
        CustomerViewModel model = page(customer.id());
        Window.run(() -> model.hold("three invoices late", () -> { }, problems -> { }));
        assertThat(book.app.customers().customer(customer.id()).hold().reason()).isEqualTo("three invoices late");
        Window.run(model::release);
        assertThat(book.app.customers().customer(customer.id()).hold()).isNull();
    }
}
