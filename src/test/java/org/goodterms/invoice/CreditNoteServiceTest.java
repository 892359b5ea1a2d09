package org.goodterms.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.invoice.TotalsTest.dec;
import static org.goodterms.invoice.TotalsTest.eur;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.ledger.Entry;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.NewItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class CreditNoteServiceTest {
    private final Desk desk;
    private final Customer customer;

    CreditNoteServiceTest(Engine engine) {
        desk = Desk.german(engine);
        customer = desk.customer("A");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Document credit(CreditRequest request) {
        return desk.credits.issue(request).orThrow().document();
    }

    private String refusal(CreditRequest request) {
        Outcome<Issued> outcome = desk.credits.issue(request);
        Problem problem = outcome.problems().getFirst();
        assertThat(Texts.of(Locale.ENGLISH).of(problem)).doesNotContain("problem.").doesNotContain("{");
        return problem.code();
    }

    @Test
    void a_full_credit_mirrors_its_invoice_to_the_cent() {
        Document invoice = desk.issue(desk.draft(customer, "1|33.33|19", "1|33.33|19", "1|33.33|19"));
        Document credit = credit(CreditRequest.full(invoice.number()));
        assertThat(credit.sums().net()).isEqualTo(eur("99.99"));
        assertThat(credit.taxes()).isEqualTo(invoice.taxes());
        assertThat(credit.lineNets()).isEqualTo(invoice.lineNets());
        assertThat(credit.credits()).isEqualTo(invoice.number());
        assertThat(desk.invoices.byNumber(credit.number()).orThrow()).isEqualTo(credit);
        assertThat(desk.invoices.isUnchanged(credit)).isTrue();
        assertThat(desk.balance("1200")).isEqualTo("0.00");
        assertThat(refusal(CreditRequest.full(invoice.number()))).isEqualTo("credit.nothing_left");
    }

    @Test
    void part_credits_and_the_rest_end_on_the_invoice() {
        Document invoice = desk.issue(desk.draft(customer, "3|33.33|19"));
        List<Line> third = List.of(Desk.line("1|33.33|19"));
        assertThat(credit(CreditRequest.of(invoice.number(), third)).sums().tax()).isEqualTo(eur("6.33"));
        assertThat(credit(CreditRequest.of(invoice.number(), third)).sums().tax()).isEqualTo(eur("6.34"));
        assertThat(credit(CreditRequest.full(invoice.number())).sums().tax()).isEqualTo(eur("6.33"));
        assertThat(desk.balance("2200")).isEqualTo("0.00");
        assertThat(desk.invoices.creditsOf(invoice.number())).hasSize(3);
    }

    @Test
    void in_gross_mode_lines_are_credited_with_the_tax_in_them() {
        Document invoice = desk.issue(desk.draft(customer, "3|9.99|19").withPricing(
                new Draft.Pricing(org.joda.money.CurrencyUnit.EUR, dec("1"), Totals.PriceMode.GROSS)));
        assertThat(invoice.sums().total()).isEqualTo(eur("29.97"));
        assertThat(credit(CreditRequest.of(invoice.number(), List.of(Desk.line("1|9.99|19")))).sums().total()).isEqualTo(eur("9.99"));
        credit(CreditRequest.full(invoice.number()));
        assertThat(desk.balance("1200")).isEqualTo("0.00");
        assertThat(desk.balance("2200")).isEqualTo("0.00");
    }

    @Test
    void an_unallocated_credit_leaves_the_invoice_open() {
        Document invoice = desk.issue(desk.draft(customer, "1|100.00|19"));
        Document credit = credit(CreditRequest.of(invoice.number(), List.of(Desk.line("1|10.00|19"))).leftUnallocated());
        assertThat(desk.items(invoice.number()).getFirst().open()).isEqualTo(eur("119.00"));
        assertThat(desk.items(credit.number()).getFirst().open()).isEqualTo(eur("-11.90"));
    }

    @Test
    void a_credit_settles_the_earliest_instalment_first() {
        Document invoice = desk.issue(desk.draft(customer, "1|100.00|0").withAgreed(new Draft.Agreed("50% net 10, 50% net 40", null)));
        credit(CreditRequest.of(invoice.number(), List.of(Desk.line("1|70.00|0"))));
        assertThat(desk.items(invoice.number())).extracting(item -> item.open()).containsExactly(eur("0.00"), eur("30.00"));
    }

    @Test
    void an_item_taken_over_is_credited_with_the_tax_that_is_known() {
        desk.db.write(tx -> {
            desk.receivables.open(tx, List.of(new NewItem(customer.id(), ItemKind.INVOICE, "OLD-7", 1, null, LocalDate.of(2025, 12, 1),
                    LocalDate.of(2025, 12, 31), eur("1190.00"), eur("1190.00"), "", null,
                    List.of(new NewItem.Tax(dec("19"), eur("1000.00"), eur("190.00"))))));
            desk.ledger.post(tx, new Entry(Desk.TODAY, "Opening OLD-7", new Entry.Source("opening", null),
                    List.of(Entry.Posting.debit("1200", eur("1190.00")), Entry.Posting.credit("3900", eur("1190.00")))));
            return Outcome.ok(true);
        }).orThrow();
        assertThat(credit(CreditRequest.of("OLD-7", List.of(Desk.line("1|200.00|19")))).sums().tax()).isEqualTo(eur("38.00"));
        assertThat(credit(CreditRequest.full("OLD-7")).sums().total()).isEqualTo(eur("952.00"));
        assertThat(desk.balance("1200")).isEqualTo("0.00");
        assertThat(desk.invoices.list(InvoiceFilter.of(InvoiceFilter.Which.PAID))).extracting(InvoiceRow::number).containsExactly("OLD-7");
    }

    @Test
    void a_credit_of_a_deposit_invoice_lowers_the_deposit() {
        Document deposit = desk.issue(desk.draft(customer, "1|600.00|19").withDeposit(new Draft.Deposit(true, "")));
        credit(CreditRequest.of(deposit.number(), List.of(Desk.line("1|100.00|19"))));
        assertThat(desk.balance("2100")).isEqualTo("-500.00");
        desk.issue(desk.draft(customer, "1|2000.00|19").withDeposit(new Draft.Deposit(false, deposit.number())));
        assertThat(desk.balance("2100")).isEqualTo("0.00");
        assertThat(desk.balance("1200")).isEqualTo("2380.00");
    }

    @Test
    void what_cannot_be_credited_is_refused() {
        Document invoice = desk.issue(desk.draft(customer, "1|100.00|19"));
        String credit = credit(CreditRequest.of(invoice.number(), List.of(Desk.line("1|10.00|19")))).number();
        assertThat(refusal(CreditRequest.full("2026-9999"))).isEqualTo("credit.no_such_invoice");
        assertThat(refusal(CreditRequest.full(credit))).isEqualTo("credit.no_such_invoice");
        assertThat(refusal(CreditRequest.of(invoice.number(), List.of(Desk.line("1|100.00|19"))))).isEqualTo("credit.above_invoice");
        assertThat(refusal(CreditRequest.of(invoice.number(), List.of(Desk.line("1|1.00|7"))))).isEqualTo("credit.rate_not_on_invoice");
        assertThat(refusal(CreditRequest.of(invoice.number(), List.of(Desk.line("-1|1.00|19"))))).isEqualTo("invoice.total_not_positive");
        assertThat(refusal(CreditRequest.full(invoice.number()).on(LocalDate.of(2026, 3, 1)))).isEqualTo("credit.before_invoice");
        assertThat(desk.credits.preview(CreditRequest.full(invoice.number())).isOk()).isTrue();
        desk.ledger.lock(Desk.TODAY).orThrow();
        assertThat(refusal(CreditRequest.full(invoice.number()))).isEqualTo("ledger.period_locked");
        assertThat(desk.invoices.creditsOf(invoice.number())).hasSize(1);
    }
}
