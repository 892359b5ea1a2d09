package org.goodterms.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.invoice.TotalsTest.dec;
import static org.goodterms.invoice.TotalsTest.eur;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.goodterms.customer.Customer;
import org.goodterms.db.BookLocation;
import org.goodterms.db.Database;
import org.goodterms.dispute.DisputeService;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestServer;
import org.goodterms.invoice.InvoiceFilter.Which;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Drafts, issuing and finding, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
class InvoiceServiceTest {
    private final Engine engine;
    private final Desk desk;
    private final Customer customer;

    InvoiceServiceTest(Engine engine) {
        this.engine = engine;
        desk = Desk.german(engine);
        customer = desk.customer("A");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::code).toList();
    }

    private static Stream<String> done(java.util.concurrent.Future<List<String>> work) {
        try {
            return work.get().stream();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Draft full() {
        return new Draft(customer.id(), Desk.TODAY, new Draft.Supply(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)),
                Draft.Pricing.net(org.joda.money.CurrencyUnit.EUR), new Draft.Agreed("2/10 net 30", null),
                new Draft.Wording("de", "PO-1", "Frau Öz", "Guten Tag\n\nwie besprochen:", "Danke!", ""), Draft.Deposit.NONE,
                List.of(new Line("Table\nin oak", dec("2.5"), "pcs", dec("12.3456"), dec("100"),
                                new Line.Discount(dec("10"), null), TaxKey.of(dec("19")), ""),
                        new Line("Book", dec("1.000000"), "", dec("50.00"), dec("1"), new Line.Discount(null, eur("5.00")),
                                TaxKey.of(dec("7")), "4000")),
                List.of(Allowance.percent("Loyalty", dec("2")), Allowance.charge("Freight", eur("7.50"))));
    }

    @Test
    void a_draft_comes_back_as_it_was_saved() {
        Document saved = desk.invoices.saveDraft(full()).orThrow();
        Document read = desk.invoices.byId(saved.id()).orElseThrow();
        assertThat(read).isEqualTo(saved);
        assertThat(read.content()).isEqualTo(full());
        assertThat(read.isDraft()).isTrue();
        assertThat(desk.balance("1200")).isEqualTo("0.00");
    }

    @Test
    void an_issued_invoice_comes_back_as_it_was_issued_and_its_seal_holds() {
        Document issued = desk.issue(full());
        Document read = desk.invoices.byNumber(issued.number()).orThrow();
        assertThat(read).isEqualTo(issued);
        assertThat(desk.invoices.isUnchanged(read)).isTrue();
        Document other = new Document(read.id(), read.kind(), read.number(), read.content().on(LocalDate.of(2026, 3, 3)), read.credits(),
                read.sums(), read.lineNets(), read.adjusted(), read.taxes(), read.dues(), read.discount(), read.parties(), read.trace());
        assertThat(desk.invoices.isUnchanged(other)).isFalse();
    }

    @Test
    void issuing_twice_returns_the_first_invoice() {
        Document draft = desk.invoices.saveDraft(desk.draft(customer, "1|1000.00|19")).orThrow();
        Document first = desk.invoices.issue(draft.id(), IssueOptions.STRICT).orThrow().document();
        Document second = desk.invoices.issue(draft.id(), IssueOptions.STRICT).orThrow().document();
        assertThat(second).isEqualTo(first);
        assertThat(desk.balance("1200")).isEqualTo("1190.00");
    }

    @Test
    void a_draft_that_changed_elsewhere_is_not_overwritten() {
        Document draft = desk.invoices.saveDraft(desk.draft(customer, "1|10.00|19")).orThrow();
        Document changed = desk.invoices.saveDraft(draft, desk.draft(customer, "2|10.00|19")).orThrow();
        assertThat(codes(desk.invoices.saveDraft(draft, desk.draft(customer, "3|10.00|19")))).containsExactly("invoice.changed_elsewhere");
        assertThat(desk.invoices.byId(draft.id()).orElseThrow()).isEqualTo(changed);
        desk.invoices.issue(draft.id(), IssueOptions.STRICT).orThrow();
        assertThat(codes(desk.invoices.saveDraft(changed, desk.draft(customer, "3|10.00|19")))).containsExactly("invoice.changed_elsewhere");
    }

    @Test
    void a_draft_is_thrown_away_and_an_invoice_is_not() {
        Document draft = desk.invoices.saveDraft(desk.draft(customer, "1|10.00|19")).orThrow();
        assertThat(desk.invoices.discard(draft.id()).isOk()).isTrue();
        assertThat(desk.invoices.byId(draft.id())).isEmpty();
        assertThat(codes(desk.invoices.issue(draft.id(), IssueOptions.STRICT))).containsExactly("invoice.no_draft");
        Document issued = desk.issue(desk.draft(customer, "1|10.00|19"));
        assertThat(codes(desk.invoices.discard(issued.id()))).containsExactly("invoice.no_draft");
    }

    @Test
    void C64_a_refused_invoice_takes_no_number() {
        assertThat(desk.invoices.issue(desk.draft(customer), IssueOptions.STRICT).isOk()).isFalse();
        assertThat(desk.invoices.judge(desk.draft(customer, "1|10.00|19"), IssueOptions.STRICT)).isEmpty();
        assertThat(desk.invoices.nextNumber(Desk.TODAY)).isEqualTo("2026-0001");
        assertThat(desk.issue(desk.draft(customer, "1|10.00|19")).number()).isEqualTo("2026-0001");
    }

    @Test
    void a_duplicate_is_a_draft_of_today_without_the_order_number() {
        Document issued = desk.issue(full().on(LocalDate.of(2026, 3, 1)));
        Document copy = desk.invoices.duplicate(issued.id()).orThrow();
        assertThat(copy.isDraft()).isTrue();
        assertThat(copy.content().lines()).isEqualTo(full().lines());
        assertThat(copy.content().date()).isEqualTo(Desk.TODAY);
        assertThat(copy.content().wording().orderNumber()).isEmpty();
    }

    @Test
    void C64_many_desks_issuing_at_once_leave_no_gap_and_no_double() throws Exception {
        int desks = 8;
        int each = 6;
        List<Callable<List<String>>> work = IntStream.range(0, desks).mapToObj(i -> (Callable<List<String>>) () ->
                IntStream.range(0, each).mapToObj(j -> j % 3 == 2 && !desk.invoices.issue(desk.draft(customer), IssueOptions.STRICT).isOk()
                        ? "" : desk.issue(desk.draft(customer, "1|100.00|19")).number()).toList()).toList();
        List<String> numbers;
        try (var pool = Executors.newFixedThreadPool(desks)) {
            numbers = pool.invokeAll(work).stream().flatMap(InvoiceServiceTest::done).filter(n -> !n.isEmpty()).sorted().toList();
        }
        assertThat(numbers).hasSize(desks * 4).isEqualTo(IntStream.rangeClosed(1, desks * 4).mapToObj("2026-%04d"::formatted).toList());
        assertThat(desk.balance("1200")).isEqualTo("3808.00");
    }

    @Test
    void two_programs_on_one_server_share_the_numbers() throws Exception {
        Assumptions.assumeTrue(engine == Engine.POSTGRES, "an embedded book belongs to one program");
        BookLocation book = TestServer.freshBook();
        try (Desk first = Desk.opening(Database.open(book, desk.clock, new Changes()).orThrow(), true);
                Desk second = Desk.opening(Database.open(book, desk.clock, new Changes()).orThrow(), false)) {
            Customer shared = first.customer("S");
            List<Callable<List<String>>> work = Stream.of(first, second, first, second).map(at -> (Callable<List<String>>) () ->
                    IntStream.range(0, 10).mapToObj(i -> at.issue(at.draft(shared, "1|100.00|19")).number()).toList()).toList();
            List<String> numbers;
            try (var pool = Executors.newFixedThreadPool(work.size())) {
                numbers = pool.invokeAll(work).stream().flatMap(InvoiceServiceTest::done).sorted().toList();
            }
            assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, 40).mapToObj("2026-%04d"::formatted).toList());
            assertThat(second.balance("1200")).isEqualTo("4760.00");
        }
    }

    @Test
    void the_list_shows_what_is_open_late_settled_and_in_draft() {
        Document late = desk.issue(desk.draft(customer, "1|100.00|19").on(LocalDate.of(2026, 1, 2))
                .withAgreed(new Draft.Agreed("net 10", null)));
        Document open = desk.issue(desk.draft(customer, "1|200.00|19"));
        Document settled = desk.issue(desk.draft(customer, "1|300.00|19"));
        desk.credits.issue(CreditRequest.full(settled.number())).orThrow();
        desk.invoices.saveDraft(desk.draft(customer, "1|400.00|19")).orThrow();

        assertThat(numbers(Which.OPEN)).containsExactly(open.number(), late.number());
        assertThat(numbers(Which.OVERDUE)).containsExactly(late.number());
        assertThat(numbers(Which.PAID)).containsExactly(settled.number());
        assertThat(numbers(Which.DRAFT)).containsExactly("");
        assertThat(numbers(Which.CREDIT_NOTES)).containsExactly("CN-2026-0001");
        assertThat(numbers(Which.ALL)).hasSize(5);
        assertThat(numbers(Which.DISPUTED)).isEmpty();
        assertThat(desk.invoices.list(new InvoiceFilter(Which.ALL, "0002", null, 0))).extracting(InvoiceRow::number)
                .containsExactly(open.number());
        InvoiceRow row = desk.invoices.list(InvoiceFilter.of(Which.OVERDUE)).getFirst();
        assertThat(row.state()).isEqualTo(InvoiceRow.State.OVERDUE);
        assertThat(row.due()).isEqualTo(LocalDate.of(2026, 1, 12));
        assertThat(row.open()).isEqualTo(eur("119.00"));
        assertThat(row.buyer().code()).isEqualTo("A");
        assertThat(InvoiceRow.sums(desk.invoices.list(InvoiceFilter.of(Which.OPEN))).get("EUR"))
                .isEqualTo(new InvoiceRow.Sum(eur("357.00"), eur("357.00")));
    }

    @Test
    void a_disputed_invoice_is_listed_with_what_is_contested() {
        Document invoice = desk.issue(desk.draft(customer, "1|100.00|19"));
        DisputeService disputes = new DisputeService(desk.db, Ids.timeOrdered(desk.clock), desk.receivables);
        disputes.open(invoice.number(), eur("19.00"), "damaged", "", null, Desk.TODAY).orThrow();
        InvoiceRow row = desk.invoices.list(InvoiceFilter.of(Which.DISPUTED)).getFirst();
        assertThat(row.number()).isEqualTo(invoice.number());
        assertThat(row.disputed()).isEqualTo(eur("19.00"));
    }

    private List<String> numbers(Which which) {
        return desk.invoices.list(InvoiceFilter.of(which)).stream().map(InvoiceRow::number).toList();
    }

    @Test
    void an_unknown_number_is_refused_by_name() {
        assertThat(codes(desk.invoices.byNumber("2026-9999"))).containsExactly("invoice.no_such_number");
    }
}
