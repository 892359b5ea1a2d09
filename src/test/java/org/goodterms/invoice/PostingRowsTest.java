package org.goodterms.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.invoice.TotalsTest.dec;
import static org.goodterms.invoice.TotalsTest.eur;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.goodterms.customer.CustomerField;
import org.goodterms.fixture.Engine;
import org.goodterms.ledger.Entry;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows 1, 1b, 2, 20, 20b and 24 of the domain rules, section 2, with their accounts and amounts. */
class PostingRowsTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void row_1_invoice_issued(Engine engine) {
        try (Desk desk = Desk.german(engine)) {
            Document invoice = desk.issue(desk.draft(desk.customer("A"), "1|1000.00|19"));
            assertThat(desk.lastEntry()).containsExactlyInAnyOrderEntriesOf(
                    Map.of("1200", "1190.00", "4000", "-1000.00", "2200", "-190.00"));
            OpenItem item = desk.items(invoice.number()).getFirst();
            assertThat(invoice.number()).isEqualTo("2026-0001");
            assertThat(item.open()).isEqualTo(eur("1190.00"));
            assertThat(item.due()).isEqualTo(LocalDate.of(2026, 4, 1));
            assertThat(taxes(desk)).containsExactly(new Entry.TaxLine("invoice", dec("19"), eur("1000.00"), eur("190.00")));
        }
    }

    private static List<Entry.TaxLine> taxes(Desk desk) {
        return desk.ledger.entries(Desk.TODAY, Desk.TODAY).getLast().entry().taxes().stream()
                .map(line -> new Entry.TaxLine(line.kind(), TaxKey.plain(line.rate()), line.net(), line.tax())).toList();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void row_1b_invoice_with_us_sales_tax_and_one_to_an_exempt_customer(Engine engine) {
        try (Desk desk = Desk.american(engine)) {
            desk.issue(desk.draft(desk.customer("A"), "1|1000.00|8"));
            assertThat(desk.lastEntry()).containsExactlyInAnyOrderEntriesOf(
                    Map.of("1200", "1080.00", "4000", "-1000.00", "2200", "-80.00"));
            var exempt = desk.customer("B", Map.of(CustomerField.EXEMPT, "true", CustomerField.EXEMPT_CERTIFICATE, "CT-77"));
            Document invoice = desk.issue(desk.draft(exempt, "1|1000.00|8"));
            assertThat(desk.lastEntry()).containsExactlyInAnyOrderEntriesOf(Map.of("1200", "1000.00", "4000", "-1000.00"));
            assertThat(invoice.content().wording().exemptionReason()).isEqualTo("Exempt from tax, certificate CT-77");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void row_2_credit_note_allocated_to_its_invoice(Engine engine) {
        try (Desk desk = Desk.german(engine)) {
            Document invoice = desk.issue(desk.draft(desk.customer("A"), "1|1000.00|19"));
            Document credit = desk.credits.issue(CreditRequest.of(invoice.number(), List.of(Desk.line("1|200.00|19"))))
                    .orThrow().document();
            assertThat(desk.lastEntry()).containsExactlyInAnyOrderEntriesOf(
                    Map.of("4010", "200.00", "2200", "38.00", "1200", "-238.00"));
            assertThat(desk.items(invoice.number()).getFirst().open()).isEqualTo(eur("952.00"));
            assertThat(desk.items(credit.number()).getFirst().open()).isEqualTo(eur("0.00"));
            assertThat(taxes(desk)).containsExactly(new Entry.TaxLine("credit-note", dec("19"), eur("-200.00"), eur("-38.00")));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void row_20_and_20b_deposit_and_final_invoice(Engine engine) {
        try (Desk desk = Desk.german(engine)) {
            var customer = desk.customer("A");
            Document deposit = desk.issue(desk.draft(customer, "1|600.00|19").withDeposit(new Draft.Deposit(true, "")));
            assertThat(desk.lastEntry()).containsExactlyInAnyOrderEntriesOf(
                    Map.of("1200", "714.00", "2100", "-600.00", "2200", "-114.00"));
            Document last = desk.issue(desk.draft(customer, "1|2000.00|19")
                    .withDeposit(new Draft.Deposit(false, deposit.number())));
            assertThat(desk.lastEntry()).containsExactlyInAnyOrderEntriesOf(
                    Map.of("1200", "1666.00", "2100", "600.00", "4000", "-2000.00", "2200", "-266.00"));
            assertThat(last.sums().total()).isEqualTo(eur("2380.00"));
            assertThat(last.sums().payable()).isEqualTo(eur("1666.00"));
            assertThat(taxes(desk)).containsExactly(new Entry.TaxLine("invoice", dec("19"), eur("1400.00"), eur("266.00")));

            var again = desk.invoices.issue(desk.draft(customer, "1|2000.00|19")
                    .withDeposit(new Draft.Deposit(false, deposit.number())), IssueOptions.STRICT);
            assertThat(again.problems()).extracting(p -> p.code()).containsExactly("invoice.deposit_used");

            desk.credits.issue(CreditRequest.full(last.number())).orThrow();
            assertThat(desk.lastEntry()).containsExactlyInAnyOrderEntriesOf(
                    Map.of("1200", "-1666.00", "2100", "-600.00", "4010", "2000.00", "2200", "266.00"));
            assertThat(desk.items(last.number()).getFirst().open()).isEqualTo(eur("0.00"));
            desk.issue(desk.draft(customer, "1|3000.00|19").withDeposit(new Draft.Deposit(false, deposit.number())));
            assertThat(desk.balance("2100")).isEqualTo("0.00");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void row_24_an_invoice_in_foreign_currency_carries_the_books_amount(Engine engine) {
        try (Desk desk = Desk.german(engine)) {
            CurrencyUnit usd = CurrencyUnit.USD;
            Draft draft = desk.draft(desk.customer("A"), "1|5000.00|0")
                    .withPricing(new Draft.Pricing(usd, dec("1.1000"), Totals.PriceMode.NET));
            Document invoice = desk.issue(draft);
            assertThat(desk.lastEntry()).containsExactlyInAnyOrderEntriesOf(Map.of("1200", "4545.45", "4000", "-4545.45"));
            OpenItem item = desk.items(invoice.number()).getFirst();
            assertThat(item.original()).isEqualTo(Money.of(usd, dec("5000.00")));
            assertThat(item.carrying()).isEqualTo(eur("4545.45"));
            desk.credits.issue(CreditRequest.of(invoice.number(), List.of(Desk.line("1|1000.00|0")))).orThrow();
            desk.credits.issue(CreditRequest.full(invoice.number())).orThrow();
            OpenItem settled = desk.items(invoice.number()).getFirst();
            assertThat(settled.open().isZero()).isTrue();
            assertThat(settled.openCarrying().isZero()).isTrue();
            assertThat(desk.balance("1200")).isEqualTo("0.00");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void several_due_dates_are_several_items_that_add_up(Engine engine) {
        try (Desk desk = Desk.german(engine)) {
            Draft draft = desk.draft(desk.customer("A"), "1|1000.00|19")
                    .withAgreed(new Draft.Agreed("50% net 10, 30% net 40, 20% net 70", null));
            List<OpenItem> items = desk.items(desk.issue(draft).number());
            assertThat(items).extracting(OpenItem::original).containsExactly(eur("595.00"), eur("357.00"), eur("238.00"));
            assertThat(items).extracting(OpenItem::due).containsExactly(LocalDate.of(2026, 3, 12), LocalDate.of(2026, 4, 11),
                    LocalDate.of(2026, 5, 11));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_cash_discount_is_on_gross_in_germany_and_on_net_in_the_united_states(Engine engine) {
        try (Desk desk = Desk.german(engine)) {
            Document invoice = desk.issue(desk.draft(desk.customer("A"), "1|1000.00|19")
                    .withAgreed(new Draft.Agreed("2/10 net 30", null)));
            assertThat(invoice.discount()).isEqualTo(new Document.Discount(LocalDate.of(2026, 3, 12), eur("23.80")));
            assertThat(desk.items(invoice.number()).getFirst().discount())
                    .isEqualTo(new OpenItem.Discount(LocalDate.of(2026, 3, 12), eur("23.80")));
        }
        try (Desk desk = Desk.american(engine)) {
            Document invoice = desk.issue(desk.draft(desk.customer("A"), "1|1000.00|8")
                    .withAgreed(new Draft.Agreed("2/10 net 30", null)));
            assertThat(invoice.discount()).isEqualTo(
                    new Document.Discount(LocalDate.of(2026, 3, 12), Money.of(CurrencyUnit.USD, dec("20.00"))));
        }
    }
}
