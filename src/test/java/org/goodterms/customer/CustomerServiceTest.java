package org.goodterms.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.goodterms.customer.Customer.CreditHold;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class CustomerServiceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Person ANNA = new Person("Anna Ay", "payables", "anna@example.org", "1", true, false);
    private static final Person BEN = new Person("Ben Bé", "owner", "ben@example.org", "", false, true);
    private final Firm firm;
    private final CustomerService customers;

    CustomerServiceTest(Engine engine) {
        firm = Firm.on(engine);
        customers = firm.customers();
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::code).toList();
    }

    private List<String> found(String typed) {
        return customers.search(typed, 20).stream().map(CustomerRow::code).toList();
    }

    @Test
    void a_customer_comes_back_as_entered_with_every_field() {
        CustomerForm form = firm.form("C1", " Ångström  & <Söhne>\u200B").withPersons(List.of(ANNA, BEN));
        for (CustomerField field : CustomerField.values()) {
            String sample = switch (field) {
                case EMAIL -> "post@example.org";
                case COUNTRY -> "SE";
                case LANGUAGE -> "sv";
                case CURRENCY -> "SEK";
                case TERMS -> "2/10 net 30";
                case CREDIT_LIMIT -> "1234.50";
                case EXEMPT, COURTESY, ORDER_NUMBER_REQUIRED -> "true";
                case EXEMPT_UNTIL -> "2027-12-31";
                case CHANNEL -> "letter";
                case IBAN -> "SE4550000000058398257466";
                case CUT_OFF_DAY -> "25";
                case PAYS_BY -> "direct-debit";
                case PAY_WAYS -> "link, bank";
                case CODE, NAME -> form.get(field);
                default -> "some " + field.label();
            };
            form = form.with(field, sample);
        }
        Customer made = customers.add(form).orThrow();
        assertThat(customers.customer(made.id())).isEqualTo(made);
        assertThat(CustomerForm.of(made)).isEqualTo(form);
    }

    @Test
    void a_code_belongs_to_one_customer() {
        Customer first = firm.add("C1", "One");
        assertThat(codes(customers.add(firm.form("C1", "Other")))).containsExactly("customer.code_taken");
        Customer second = firm.add("C2", "Two");
        assertThat(codes(customers.change(second, CustomerForm.of(second).with(CustomerField.CODE, "C1"))))
                .containsExactly("customer.code_taken");
        assertThat(customers.customer(first.id()).name()).isEqualTo("One");
        assertThat(customers.list()).hasSize(2);
    }

    @Test
    void a_code_in_other_case_finds_its_customer_where_only_one_fits() {
        firm.add("Ab", "One");
        assertThat(customers.byCode("aB").orThrow().name()).isEqualTo("One");
        firm.add("AB", "Two");
        assertThat(customers.byCode("AB").orThrow().name()).isEqualTo("Two");
        assertThat(codes(customers.byCode("ab"))).containsExactly("customer.unknown");
        assertThat(codes(customers.byCode("nobody"))).containsExactly("customer.unknown");
    }

    @Test
    void a_change_made_from_an_old_version_is_refused() {
        Customer read = customers.add(firm.form("C1", "One").withPersons(List.of(ANNA))).orThrow();
        Customer now = customers.change(read, CustomerForm.of(read).with(CustomerField.NAME, "New")
                .withPersons(List.of(BEN, ANNA))).orThrow();
        assertThat(now.persons()).containsExactly(BEN, ANNA);
        assertThat(codes(customers.change(read, CustomerForm.of(read).with(CustomerField.NAME, "Lost"))))
                .containsExactly("customer.changed_elsewhere");
        assertThat(customers.customer(read.id())).isEqualTo(now);
    }

    @Test
    void a_search_looks_into_name_code_mailbox_city_and_persons() {
        customers.add(firm.form("MU-1", "Bäckerei Müller").with(CustomerField.CITY, "Tübingen")
                .with(CustomerField.EMAIL, "brot@mueller.example").withPersons(List.of(BEN))).orThrow();
        firm.add("PIKE", "Pike & Sons");
        firm.add("P3", "100% Straße");
        assertThat(found("muller")).containsExactly("MU-1");
        assertThat(found("MÜLLER")).containsExactly("MU-1");
        assertThat(found("muller backerei")).containsExactly("MU-1");
        assertThat(found("tubing")).containsExactly("MU-1");
        assertThat(found("brot@")).containsExactly("MU-1");
        assertThat(found("ben be")).containsExactly("MU-1");
        assertThat(found("strasse")).containsExactly("P3");
        assertThat(found("%")).containsExactly("P3");
        assertThat(found("_")).isEmpty();
        assertThat(found("nobody")).isEmpty();
        assertThat(found("")).hasSize(3);
    }

    @Test
    void the_best_is_found_first() {
        firm.add("ZZ", "Other Ay");
        firm.add("B", "Ayers");
        firm.add("AY", "Zeta");
        assertThat(found("ay")).containsExactly("AY", "B", "ZZ");
        assertThat(customers.search("ay", 1)).hasSize(1);
    }

    @Test
    void a_document_number_finds_its_customer() {
        Customer customer = firm.add("C1", "One");
        firm.add("C2", "Two");
        Rows.item(firm, customer, "RE-2026-0007", TODAY, 100, 100);
        assertThat(found("re-2026-0007")).containsExactly("C1");
        assertThat(found("0007")).containsExactly("C1");
    }

    @Test
    void the_list_shows_balance_and_what_is_overdue() {
        Customer customer = firm.add("C1", "One");
        firm.add("C2", "Two");
        Rows.item(firm, customer, "1", TODAY.minusDays(1), 10_000, 10_000);
        Rows.item(firm, customer, "2", TODAY, 5_000, 4_000);
        Rows.item(firm, customer, "3", TODAY.minusDays(9), 7_000, 0);
        Rows.item(firm, customer, "4", null, -1_000, -1_000);
        assertThat(customers.list()).extracting(CustomerRow::code, r -> r.balance().toString(),
                r -> r.overdue().toString()).containsExactly(
                org.assertj.core.groups.Tuple.tuple("C1", "EUR 130.00", "EUR 100.00"),
                org.assertj.core.groups.Tuple.tuple("C2", "EUR 0.00", "EUR 0.00"));
    }

    @Test
    void a_hold_is_set_and_cleared_and_both_are_noted() {
        Customer customer = firm.add("C1", "One");
        Customer held = customers.setHold(customer.id(), "two broken promises").orThrow();
        assertThat(held.hold()).isEqualTo(new CreditHold(TODAY, "two broken promises"));
        assertThat(customers.setHold(customer.id(), "two broken promises").orThrow()).isEqualTo(held);
        assertThat(customers.list().getFirst().onHold()).isTrue();
        Customer free = customers.clearHold(customer.id(), "paid").orThrow();
        assertThat(free.hold()).isNull();
        assertThat(customers.clearHold(customer.id(), "again").orThrow()).isEqualTo(free);
        assertThat(firm.db().<List<Contact>>read(tx -> firm.contacts().of(tx, customer.id())))
                .extracting(Contact::outcome, Contact::note).containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Contact.HOLD_CLEARED, "paid"),
                        org.assertj.core.groups.Tuple.tuple(Contact.HOLD_SET, "two broken promises"));
        assertThat(codes(customers.setHold(customer.id(), "a\u0000"))).containsExactly("typed.control_character");
    }

    @Test
    void a_change_of_master_data_leaves_the_hold_alone() {
        Customer customer = firm.add("C1", "One");
        Customer held = customers.setHold(customer.id(), "late").orThrow();
        Customer changed = customers.change(held, CustomerForm.of(held).with(CustomerField.NAME, "New")).orThrow();
        assertThat(changed.hold()).isEqualTo(held.hold());
    }

    @Test
    void mail_goes_to_the_persons_who_get_it_else_to_the_firm() {
        CustomerForm form = firm.form("C1", "One").with(CustomerField.EMAIL, "post@example.org");
        Customer one = customers.add(form.withPersons(List.of(ANNA))).orThrow();
        assertThat(one.invoiceMailboxes()).containsExactly("anna@example.org");
        assertThat(one.reminderMailboxes()).containsExactly("post@example.org");
        assertThat(firm.add("C2", "Two").invoiceMailboxes()).isEmpty();
    }

    @Test
    void contacts_are_logged_newest_first_and_never_ahead_of_time() {
        Customer customer = firm.add("C1", "One");
        ContactService contacts = firm.contacts();
        contacts.log(customer.id(), new Contact.Saying(TODAY.minusDays(3), Contact.Means.LETTER, Contact.Direction.IN,
                "Ben", "complaint", "two lines\nof text", "2026-0001")).orThrow();
        contacts.log(customer.id(), Contact.Saying.out(Contact.Means.PHONE, "promise", "")).orThrow();
        assertThat(firm.db().<List<Contact>>read(tx -> contacts.of(tx, customer.id()))).extracting(Contact::outcome)
                .containsExactly("promise", "complaint");
        assertThat(codes(contacts.log(customer.id(), new Contact.Saying(TODAY.plusDays(1), Contact.Means.PHONE,
                Contact.Direction.OUT, "", "x", "", "")))).containsExactly("customer.contact_to_come");
        assertThat(codes(contacts.log(customer.id(), Contact.Saying.out(Contact.Means.PHONE, " ", ""))))
                .containsExactly("customer.contact_empty");
        assertThat(codes(contacts.log(customer.id(), Contact.Saying.out(Contact.Means.PHONE, "a\nb", "n\u0007"))))
                .containsExactly("typed.control_character", "typed.control_character");
    }
}
