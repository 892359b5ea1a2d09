package org.goodterms.ui.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.fixture.TestBook.DAY;
import static org.goodterms.fixture.TestBook.eur;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.invoice.Draft;
import org.goodterms.invoice.IssueOptions;
import org.goodterms.invoice.Line;
import org.goodterms.invoice.TaxKey;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Problem;
import org.goodterms.payment.Expected;
import org.goodterms.payment.Payment;
import org.goodterms.payment.PaymentReturn;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.Settlement;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.NewItem;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.payment.PaymentListViewModel.Show;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money recorded, allocated, taken back and identified, over a real book. */
class PaymentViewModelsTest {
    private static final CurrencyUnit USD = CurrencyUnit.USD;
    private TestBook book;
    private Desk desk;
    private Id<Customer> customer;
    private final List<PaymentEntryViewModel.Recorded> recorded = new ArrayList<>();

    @BeforeEach
    void open() {
        book = new TestBook(Engine.H2);
        desk = Desks.of(book.app.changes());
        customer = book.customer("BRIGHT");
        book.invoice(customer, "2", DAY.minusDays(20), "200.00", "0.00", "0");
        book.invoice(customer, "1", DAY.minusDays(60), "100.00", "0.00", "0");
    }

    @AfterEach
    void close() {
        book.close();
    }

    private PaymentEntryViewModel entry() {
        PaymentEntryViewModel model = Window.on(() -> new PaymentEntryViewModel(desk.tasks(), new PaymentEntryViewModel.Rooms(
                book.app.payments(), book.app.customers(), book.app.invoices()), DAY, TestBook.EUR, recorded::add));
        Window.on(() -> new PaymentEntryView(desk, model));
        return model;
    }

    private PaymentEntryViewModel of(String amount) {
        PaymentEntryViewModel model = entry();
        Window.run(() -> {
            model.begin(customer);
            model.amount.set(eur(amount));
        });
        return model;
    }

    private static List<String> pays(PaymentEntryViewModel model) {
        return model.rows.stream().map(row -> row.number + " " + row.paid().getAmount()).toList();
    }

    private String left(PaymentEntryViewModel model) {
        return Objects.requireNonNull(model.remainder.get()).getAmount().toPlainString();
    }

    @Test
    void the_amount_goes_to_the_oldest_due_first_and_the_rest_is_shown_at_once() {
        PaymentEntryViewModel model = of("150");
        assertThat(pays(model)).containsExactly("1 100.00", "2 50.00");
        assertThat(left(model)).isEqualTo("0.00");
        Window.run(() -> model.amount.set(eur("350")));
        assertThat(pays(model)).containsExactly("1 100.00", "2 200.00");
        assertThat(left(model)).isEqualTo("50.00");
        Window.run(model::record);
        assertThat(recorded).singleElement().satisfies(done -> assertThat(done.settles()).isTrue());
        assertThat(book.open("1", DAY)).isEqualTo("0.00");
        assertThat(book.app.payments().list(customer)).extracting(row -> row.unapplied()).containsExactly(eur("50.00"));
        assertThat(book.ties(DAY)).isTrue();
    }

    @Test
    void what_is_given_by_hand_stays_and_more_than_came_in_is_refused() {
        PaymentEntryViewModel model = of("150");
        Window.run(() -> {
            model.rows.get(0).pay.set(null);
            model.rows.get(1).pay.set(eur("150"));
        });
        assertThat(left(model)).isEqualTo("0.00");
        Window.run(() -> model.amount.set(eur("120")));
        assertThat(pays(model)).as("the hand has said it").containsExactly("1 0.00", "2 150.00");
        assertThat(left(model)).isEqualTo("-30.00");
        Window.run(model::record);
        assertThat(model.problems.get()).extracting(Problem::code).containsExactly("payment.allocated_too_much");
        assertThat(book.app.payments().list(null)).isEmpty();
        Window.run(model::oldestFirst);
        assertThat(pays(model)).containsExactly("1 100.00", "2 20.00");
        Window.run(model::keepUnapplied);
        assertThat(left(model)).isEqualTo("120.00");
        Window.run(model::record);
        assertThat(book.app.payments().list(null)).extracting(row -> row.unapplied()).containsExactly(eur("120"));
    }

    @Test
    void from_an_invoice_all_that_is_open_of_it_is_proposed_and_one_act_records_it() {
        PaymentEntryViewModel model = entry();
        Window.run(() -> model.begin(Expected.of(customer, "2")));
        assertThat(model.amount.get()).isEqualTo(eur("200"));
        assertThat(pays(model)).containsExactly("1 0.00", "2 200.00");
        Window.run(() -> model.amount.set(eur("80")));
        assertThat(pays(model)).as("a part payment").containsExactly("1 0.00", "2 80.00");
        Window.run(model::record);
        assertThat(book.open("2", DAY)).isEqualTo("120.00");
        assertThat(book.open("1", DAY)).isEqualTo("100.00");
    }

    @Test
    void a_rest_within_the_tolerance_is_said_to_be_given_up_and_is() {
        PaymentEntryViewModel model = entry();
        Window.run(() -> {
            model.begin(Expected.of(customer, "2"));
            model.amount.set(eur("199.40"));
        });
        DueRow row = model.rows.get(1);
        assertThat(model.givesUp(row)).isTrue();
        assertThat(model.givesUp(model.rows.getFirst())).isFalse();
        Window.run(model::record);
        assertThat(book.open("2", DAY)).isEqualTo("0.00");
        assertThat(book.ties(DAY)).isTrue();
    }

    private void discounted() {
        Draft draft = book.app.invoices().blank(customer).withAgreed(new Draft.Agreed("2/10 net 30", null))
                .withLines(List.of(Line.of("Work", BigDecimal.ONE, new BigDecimal("1000"), TaxKey.of(new BigDecimal("19")))));
        book.app.invoices().issue(draft, IssueOptions.LENIENT).orThrow();
    }

    @Test
    void money_that_is_short_by_exactly_the_discount_has_earned_it_while_it_lasts() {
        discounted();
        String number = book.app.invoices().list(org.goodterms.invoice.InvoiceFilter.EVERYTHING).stream()
                .filter(row -> row.id() != null).findFirst().orElseThrow().number();
        PaymentEntryViewModel model = entry();
        Window.run(() -> model.begin(Expected.of(customer, number)));
        DueRow row = model.rows.stream().filter(one -> one.number.equals(number)).findFirst().orElseThrow();
        assertThat(model.earned(row)).isEqualTo(eur("23.80"));
        Window.run(() -> row.discounted.set(true));
        assertThat(model.amount.get()).as("a proposed amount follows the discount").isEqualTo(eur("1166.20"));
        Window.run(() -> model.amount.set(eur("1190")));
        assertThat(row.discounted.get()).isFalse();
        Window.run(() -> model.amount.set(eur("1166.20")));
        assertThat(row.discounted.get()).isTrue();
        Window.run(() -> model.date.set(DAY.plusDays(11)));
        assertThat(row.discounted.get()).as("the day is past").isFalse();
        assertThat(model.earned(row)).isEqualTo(eur("0"));
        Window.run(() -> {
            model.date.set(DAY);
            model.record();
        });
        assertThat(book.open(number, DAY)).isEqualTo("0.00");
        assertThat(book.ties(DAY)).isTrue();
    }

    @Test
    void foreign_money_asks_for_a_rate_and_settles_only_what_is_in_its_currency() {
        book.invoice(customer, "3", DAY, List.of(new NewItem.Tax(BigDecimal.ZERO, Money.of(USD, 110), Money.of(USD, 0))),
                new BigDecimal("1.10"));
        PaymentEntryViewModel model = entry();
        Window.run(() -> model.begin(Expected.of(customer, "3")));
        assertThat(model.currency.get()).isEqualTo(USD);
        assertThat(model.isForeign()).isTrue();
        assertThat(model.amount.get()).isEqualTo(Money.of(USD, 110));
        assertThat(pays(model)).containsExactly("3 110.00");
        Window.run(model::record);
        assertThat(model.problems.get()).extracting(Problem::field).containsExactly("rate");
        Window.run(() -> {
            model.rate.set(new BigDecimal("1.25"));
            model.kept.set(Money.of(USD, 10));
            model.record();
        });
        assertThat(book.open("3", DAY)).isEqualTo("0.00");
        assertThat(book.lastEntry()).contains("6100 8.00");
        assertThat(book.ties(DAY)).isTrue();
        Window.run(() -> model.currency.set(TestBook.EUR));
        assertThat(pays(model)).hasSize(2);
    }

    @Test
    void without_customer_amount_or_day_the_fields_are_named() {
        PaymentEntryViewModel model = entry();
        Window.run(() -> {
            model.date.set(null);
            model.record();
        });
        assertThat(model.problems.get()).extracting(Problem::code)
                .containsExactly("payment.no_customer", "payment.no_amount", "payment.no_date");
    }

    private Id<Payment> paid(String amount, Settlement settlement) {
        return book.app.payments().record(Receipt.plain(customer, DAY, eur(amount), settlement)).orThrow().id();
    }

    private PaymentViewModel page(Id<Payment> id) {
        PaymentViewModel model = Window.on(() -> new PaymentViewModel(desk, book.app.payments(), book.app.returns(), id));
        Window.on(() -> new PaymentView(desk, model, TestBook.EUR));
        Window.run(model::load);
        return model;
    }

    @Test
    void a_receipt_is_written_where_the_owner_says(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) throws java.io.IOException {
        Id<Payment> id = paid("150", new Settlement.OldestFirst());
        PaymentViewModel model = Window.on(() -> new PaymentViewModel(desk, book.app.payments(), book.app.returns(), id));
        PaymentView view = Window.on(() -> new PaymentView(desk, model, TestBook.EUR).receipts(book.app.letters().receipts()::pdf));
        Window.run(model::load);
        desk.overlay().saving((heading, name, ending) -> java.util.Optional.of(folder.resolve(name)));
        Window.run(() -> ((javafx.scene.control.Button) view.node().lookup("#payment-receipt")).fire());
        assertThat(java.nio.file.Files.readAllBytes(folder.resolve("R-2026-0001.pdf"))).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void one_allocation_is_taken_back_and_what_was_taken_back_is_told() {
        PaymentViewModel model = page(paid("150", new Settlement.OldestFirst()));
        Window.run(() -> model.takeBack("2"));
        Window.run(model::load);
        assertThat(Objects.requireNonNull(model.story.get()).steps())
                .extracting(step -> step.number() + " " + step.amount().getAmount() + " " + step.takenBack())
                .containsExactlyInAnyOrder("1 100.00 null", "2 50.00 " + DAY);
        assertThat(model.story.get().allocated()).isEqualTo(eur("100"));
        assertThat(book.open("2", DAY)).isEqualTo("200.00");
        Window.run(() -> model.takeBack(null));
        Window.run(model::load);
        assertThat(model.story.get().settlesSomething()).isFalse();
        assertThat(model.story.get().row().unapplied()).isEqualTo(eur("150"));
    }

    @Test
    void more_is_settled_with_a_payment_that_is_there_and_nothing_chosen_is_refused() {
        Id<Payment> id = paid("150", new Settlement.Unapplied());
        PaymentEntryViewModel model = entry();
        Window.run(() -> model.settle(id));
        assertThat(model.amount.get()).isEqualTo(eur("150"));
        Window.run(() -> {
            model.keepUnapplied();
            model.record();
        });
        assertThat(model.problems.get()).extracting(Problem::code).containsExactly("payment.nothing_chosen");
        Window.run(() -> {
            model.oldestFirst();
            model.record();
        });
        assertThat(book.open("2", DAY)).isEqualTo("150.00");
        assertThat(recorded).singleElement().satisfies(done -> assertThat(done.more()).isTrue());
    }

    @Test
    void a_returned_payment_opens_what_it_had_settled_and_the_fee_is_charged() {
        PaymentViewModel model = page(paid("100", new Settlement.OldestFirst()));
        List<String> done = new ArrayList<>();
        Window.run(() -> model.bounce(new PaymentReturn(model.id(), DAY, eur("9"), eur("5"), false), () -> done.add("closed"),
                problems -> done.add(problems.toString())));
        Window.run(model::load);
        assertThat(done).containsExactly("closed");
        assertThat(book.open("1", DAY)).isEqualTo("100.00");
        assertThat(Objects.requireNonNull(model.story.get()).allocated()).isEqualTo(eur("0"));
        assertThat(PaymentLine.of(model.story.get().row()).state()).isEqualTo(PaymentLine.State.RETURNED);
        assertThat(book.app.payments().openOf(customer)).extracting(item -> item.kind()).contains(ItemKind.FEE);
    }

    @Test
    void a_credit_is_paid_back_and_shows_in_the_list_with_its_sign() {
        PaymentViewModel model = page(paid("150", new Settlement.Unapplied()));
        List<Object> answers = new ArrayList<>();
        Window.run(() -> model.refund(eur("160"), DAY, "", () -> answers.add("closed"), answers::addAll));
        assertThat(answers).singleElement().isInstanceOf(Problem.class);
        Window.run(() -> model.refund(eur("150"), DAY, "asked for it", () -> answers.add("closed"), answers::addAll));
        assertThat(answers).endsWith("closed");
        PaymentListViewModel list = list();
        assertThat(list.lines).extracting(PaymentLine::amount).containsExactlyInAnyOrder(eur("150"), eur("-150"));
        assertThat(list.count(Show.REFUNDS)).isEqualTo(1);
        assertThat(list.count(Show.TO_ALLOCATE)).isZero();
    }

    private PaymentListViewModel list() {
        PaymentListViewModel list = Window.on(() -> new PaymentListViewModel(desk, new PaymentListViewModel.Rooms(
                book.app.payments(), book.app.suspense(), book.app.customers(), book.app.invoices())));
        Window.on(() -> new PaymentListView(desk, list, TestBook.EUR));
        Window.run(list::load);
        return list;
    }

    @Test
    void money_of_unknown_payers_waits_in_the_list_until_it_is_identified_by_its_amount() {
        PaymentListViewModel list = list();
        List<Object> answers = new ArrayList<>();
        Window.run(() -> list.receive(DAY, eur("200"), "BW HTLS 2", () -> answers.add("closed"), answers::addAll));
        Window.run(list::load);
        assertThat(list.count(Show.UNKNOWN)).isEqualTo(1);
        Window.run(() -> list.likely(eur("200"), answers::addAll));
        org.goodterms.invoice.InvoiceRow likely = (org.goodterms.invoice.InvoiceRow) answers.getLast();
        assertThat(likely.number()).isEqualTo("2");
        PaymentLine line = list.lines.stream().filter(one -> one.unknown() != null).findFirst().orElseThrow();
        Window.run(() -> list.identify(Objects.requireNonNull(line.unknown()), Objects.requireNonNull(list.buyer(likely)), "2",
                () -> answers.add("identified"), answers::addAll));
        Window.run(list::load);
        assertThat(answers).endsWith("identified");
        assertThat(list.count(Show.UNKNOWN)).isZero();
        assertThat(book.open("2", LocalDate.of(2026, 3, 2))).isEqualTo("0.00");
        assertThat(book.open("1", DAY)).isEqualTo("100.00");
        assertThat(Optional.of(list.lines.getFirst().state())).contains(PaymentLine.State.APPLIED);
    }
}
