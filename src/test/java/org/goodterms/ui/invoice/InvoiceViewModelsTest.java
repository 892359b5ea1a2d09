package org.goodterms.ui.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.goodterms.company.Address;
import org.goodterms.company.Company;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.customer.CustomerForm;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.invoice.Document;
import org.goodterms.invoice.Issued;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Problem;
import org.goodterms.ui.invoice.InvoiceListViewModel.Show;
import org.goodterms.ui.kit.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invoices written, saved, issued and listed, over a real book. */
class InvoiceViewModelsTest {
    private TestBook book;
    private Desk desk;
    private Id<Customer> customer;
    private final List<Document> saved = new ArrayList<>();
    private final List<Issued> issued = new ArrayList<>();
    private final List<String> discarded = new ArrayList<>();

    @BeforeEach
    void open() {
        book = new TestBook(Engine.H2);
        desk = Desks.of(book.app.changes());
        book.app.company().setPayTo("EUR", "IBAN DE89 3704 0044 0532 0130 00").orThrow();
        Company firm = book.app.company().company();
        book.app.company().change(firm.withFirm(new Company.Firm("Firm", new Address("Weg 1", "10115", "Berlin", "", "DE"),
                "DE123456789", "", Company.Reach.NONE))).orThrow();
        customer = book.customer("BRIGHT");
        Customer known = book.app.customers().customer(customer);
        book.app.customers().change(known, CustomerForm.of(known).with(CustomerField.STREET, "Markt 2")
                .with(CustomerField.POSTCODE, "20095").with(CustomerField.CITY, "Hamburg")).orThrow();
    }

    @AfterEach
    void close() {
        book.close();
    }

    private InvoiceEditViewModel editor() {
        return Window.on(() -> new InvoiceEditViewModel(desk.tasks(), new InvoiceEditViewModel.Rooms(book.app.invoices(),
                book.app.customers(), book.app.company()), new InvoiceEditViewModel.Ends(saved::add, issued::add,
                () -> discarded.add("gone"))));
    }

    private InvoiceEditViewModel written(String price) {
        InvoiceEditViewModel model = editor();
        Window.on(() -> new InvoiceEditView(desk, model, "invoice.new"));
        Window.run(() -> {
            model.begin(customer);
            model.lines.getFirst().text.set("Consulting");
            model.lines.getFirst().quantity.set(new BigDecimal("2"));
            model.lines.getFirst().price.set(new BigDecimal(price));
        });
        return model;
    }

    private long listed(Show show) {
        InvoiceListViewModel list = Window.on(() -> new InvoiceListViewModel(desk, book.app.invoices(), book.app.printing()));
        Window.on(() -> new InvoiceListView(desk, list, new MailViewModel(desk, new MailViewModel.Rooms(book.app.mailing(),
                book.app.mail(), book.app.post(), book.app.handover()))));
        Window.run(list::load);
        return list.count(show);
    }

    @Test
    void the_sums_follow_what_is_typed_with_the_tax_of_the_country() {
        InvoiceEditViewModel model = written("50");
        assertThat(Objects.requireNonNull(model.sums.get()).totals().total()).isEqualTo(TestBook.eur("119.00"));
        Window.run(() -> model.lines.getFirst().quantity.set(new BigDecimal("3")));
        assertThat(model.sums.get().totals().total()).isEqualTo(TestBook.eur("178.50"));
        assertThat(model.terms.get()).isEqualTo("net 30");
    }

    @Test
    void a_draft_is_saved_opened_again_and_issued_once() {
        InvoiceEditViewModel model = written("50");
        Window.run(model::save);
        assertThat(model.problems.get()).isEmpty();
        assertThat(listed(Show.DRAFT)).isEqualTo(1);
        InvoiceEditViewModel again = editor();
        Window.run(() -> again.edit(saved.getFirst().id()));
        assertThat(again.lines).extracting(line -> line.text.get()).containsExactly("Consulting");
        Window.run(() -> {
            again.orderNumber.set("PO-7");
            again.issue("");
        });
        assertThat(again.problems.get()).isEmpty();
        assertThat(issued).extracting(one -> one.document().content().wording().orderNumber()).containsExactly("PO-7");
        assertThat(listed(Show.DRAFT)).isZero();
        assertThat(listed(Show.OPEN)).isEqualTo(1);
    }

    @Test
    void before_a_customer_is_chosen_a_first_line_waits_and_what_was_typed_stays() {
        InvoiceEditViewModel model = editor();
        Window.on(() -> new InvoiceEditView(desk, model, "invoice.new"));
        Window.run(() -> model.begin());
        assertThat(model.lines).singleElement().satisfies(line -> assertThat(line.tax.get()).isEqualTo(model.taxes.getFirst()));
        assertThat(model.date.get()).isEqualTo(TestBook.DAY);
        Window.run(() -> {
            model.lines.getFirst().text.set("Consulting");
            model.date.set(TestBook.DAY.minusDays(1));
            model.orderNumber.set("PO-9");
            model.begin(customer);
        });
        assertThat(model.lines).extracting(line -> line.text.get()).containsExactly("Consulting");
        assertThat(model.date.get()).isEqualTo(TestBook.DAY.minusDays(1));
        assertThat(model.orderNumber.get()).isEqualTo("PO-9");
        assertThat(model.terms.get()).isEqualTo("net 30");
    }

    @Test
    void what_the_country_demands_and_is_missing_is_refused_in_the_window() {
        Company firm = book.app.company().company();
        book.app.company().change(firm.withFirm(new Company.Firm("Firm", firm.firm().address(), "", "",
                Company.Reach.NONE))).orThrow();
        InvoiceEditViewModel model = written("50");
        Window.run(() -> model.issue(""));
        assertThat(model.problems.get()).isNotEmpty();
        assertThat(issued).isEmpty();
        assertThat(listed(Show.ALL)).isZero();
    }

    @Test
    void without_a_customer_or_with_a_wrong_line_nothing_is_stored_and_the_field_is_named() {
        InvoiceEditViewModel none = editor();
        Window.run(() -> none.issue(""));
        assertThat(none.problems.get()).extracting(Problem::code).containsExactly("invoice.no_customer");
        InvoiceEditViewModel wrong = written("-50");
        Window.run(wrong::save);
        assertThat(wrong.problems.get()).extracting(Problem::field).contains("lines.1.price");
        Window.run(() -> wrong.date.set(null));
        Window.run(() -> wrong.issue(""));
        assertThat(wrong.problems.get()).extracting(Problem::code).containsExactly("invoice.no_date");
        assertThat(saved).isEmpty();
        assertThat(listed(Show.ALL)).isZero();
    }

    @Test
    void before_a_customer_is_chosen_the_sums_stand_there_already() {
        InvoiceEditViewModel model = editor();
        Window.run(() -> {
            model.begin();
            model.lines.getFirst().text.set("Consulting");
            model.lines.getFirst().price.set(new BigDecimal("100"));
        });
        assertThat(Objects.requireNonNull(model.sums.get()).totals().total()).isEqualTo(TestBook.eur("119.00"));
        assertThat(model.sums.get().dues()).isEmpty();
    }

    @Test
    void discounts_charges_and_prices_with_tax_change_the_sums_and_are_stored() {
        InvoiceEditViewModel model = written("50");
        Window.run(() -> {
            model.lines.getFirst().off.set(new Off(new BigDecimal("10"), true));
            model.addAllowance(true);
            model.allowances.getFirst().reason.set("Freight");
            model.allowances.getFirst().off.set(new Off(new BigDecimal("10.00"), false));
        });
        assertThat(model.sums.get().totals().net()).isEqualTo(TestBook.eur("100.00"));
        Window.run(() -> model.more.mode.set(org.goodterms.invoice.Totals.PriceMode.GROSS));
        assertThat(model.sums.get().totals().total()).isEqualTo(TestBook.eur("100.00"));
        Window.run(model::save);
        InvoiceEditViewModel again = editor();
        Window.on(() -> new InvoiceEditView(desk, again, "invoice.edit"));
        Window.run(() -> again.edit(saved.getFirst().id()));
        assertThat(again.lines.getFirst().off.get()).isEqualTo(new Off(new BigDecimal("10"), true));
        assertThat(again.allowances).singleElement().satisfies(one -> assertThat(one.reason.get()).isEqualTo("Freight"));
        assertThat(again.sums.get().totals().total()).isEqualTo(TestBook.eur("100.00"));
    }

    @Test
    void several_due_dates_are_shown_while_the_terms_are_typed() {
        InvoiceEditViewModel model = written("50");
        Window.run(() -> model.terms.set("50% net 10, 50% net 40"));
        assertThat(model.sums.get().dues()).extracting(due -> due.amount()).containsExactly(TestBook.eur("59.50"), TestBook.eur("59.50"));
        Window.run(() -> model.terms.set("whenever"));
        assertThat(model.sums.get().dues()).isEmpty();
        Window.run(() -> model.issue(""));
        assertThat(model.problems.get()).extracting(Problem::field).containsExactly("terms");
    }

    @Test
    void another_customer_brings_other_terms_unless_they_were_typed() {
        Id<Customer> other = book.customer("OTHER");
        Customer known = book.app.customers().customer(other);
        book.app.customers().change(known, CustomerForm.of(known).with(CustomerField.TERMS, "net 7")).orThrow();
        InvoiceEditViewModel model = written("50");
        Window.run(() -> model.begin(other));
        assertThat(model.terms.get()).isEqualTo("net 7");
        assertThat(model.lines).extracting(line -> line.text.get()).containsExactly("Consulting");
        Window.run(() -> {
            model.terms.set("net 3");
            model.begin(customer);
        });
        assertThat(model.terms.get()).isEqualTo("net 3");
        assertThat(model.whom.get().code()).isEqualTo("BRIGHT");
    }

    @Test
    void another_currency_wants_a_rate_and_an_unknown_one_is_named() {
        InvoiceEditViewModel model = written("50");
        Window.run(() -> model.currency.set("USD"));
        assertThat(model.foreign.get()).isTrue();
        Window.run(model::save);
        assertThat(model.problems.get()).extracting(Problem::field).containsExactly("rate");
        Window.run(() -> {
            model.rate.set(new BigDecimal("1.1"));
            model.save();
        });
        assertThat(saved.getFirst().sums().total().getCurrencyUnit().getCode()).isEqualTo("USD");
        Window.run(() -> {
            model.currency.set("QQQ");
            model.save();
        });
        assertThat(model.problems.get()).extracting(Problem::code).containsExactly("invoice.no_currency");
    }

    @Test
    void on_credit_hold_it_is_issued_only_with_a_reason() {
        book.app.customers().setHold(customer, "Three late").orThrow();
        InvoiceEditViewModel model = written("50");
        Window.run(() -> model.issue(""));
        assertThat(model.problems.get()).extracting(Problem::code).containsExactly(InvoiceEditViewModel.ON_HOLD);
        assertThat(desk.overlay().isOpen()).as("the reason is asked for").isTrue();
        Window.run(() -> model.issue("pays in advance"));
        assertThat(issued).singleElement().satisfies(one -> assertThat(one.document().trace().override()).isEqualTo("pays in advance"));
    }

    @Test
    void a_deposit_invoice_is_offered_to_the_final_one_and_deducted() {
        InvoiceEditViewModel deposit = written("50");
        Window.run(() -> {
            deposit.more.deposit.set(true);
            deposit.issue("");
        });
        String number = issued.getFirst().document().number();
        InvoiceEditViewModel last = written("100");
        assertThat(last.deposits).containsExactly(number);
        Window.run(() -> {
            last.more.less.set(number);
            last.issue("");
        });
        assertThat(last.problems.get()).isEmpty();
        assertThat(issued.getLast().document().sums().payable()).isEqualTo(TestBook.eur("119.00"));
        assertThat(written("1").deposits).isEmpty();
    }

    @Test
    void a_stored_draft_is_thrown_away_and_a_new_one_has_nothing_to_throw() {
        InvoiceEditViewModel model = written("50");
        Window.run(model::discard);
        assertThat(discarded).isEmpty();
        Window.run(() -> {
            model.save();
            model.discard();
        });
        assertThat(discarded).containsExactly("gone");
        assertThat(listed(Show.ALL)).isZero();
    }

    @Test
    void a_discount_is_read_as_percent_or_amount_and_nonsense_is_named() {
        OffField field = Window.on(() -> new OffField(desk.formats()));
        Window.run(() -> field.setText("5 %"));
        assertThat(field.getValue()).isEqualTo(new Off(new BigDecimal("5"), true));
        Window.run(() -> field.setText("12.50"));
        assertThat(field.getValue()).isEqualTo(new Off(new BigDecimal("12.50"), false));
        Window.run(() -> field.setText("a lot"));
        assertThat(field.wrong()).extracting(Problem::code).containsExactly("window.not_an_off");
    }
}
