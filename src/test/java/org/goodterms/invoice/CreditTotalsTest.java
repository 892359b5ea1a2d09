package org.goodterms.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.invoice.TotalsTest.dec;
import static org.goodterms.invoice.TotalsTest.eur;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.goodterms.invoice.Totals.TaxRow;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Credit notes by the domain rules, sections 3 and 11 (a full credit mirrors its invoice, credits never exceed it). */
class CreditTotalsTest {
    private static final TaxKey NINETEEN = TaxKey.of(dec("19"));

    private static TaxRow row(String base, String tax) {
        return new TaxRow(NINETEEN, eur(base), eur(tax));
    }

    @Test
    void a_full_credit_copies_the_amounts_of_the_invoice() {
        List<TaxRow> invoice = List.of(row("99.99", "19.00"));
        assertThat(CreditTotals.rest(invoice, List.of())).isEqualTo(invoice);
        assertThat(CreditTotals.rest(invoice, invoice)).isEmpty();
    }

    @Test
    void three_part_credits_bear_the_tax_of_the_invoice_together() {
        List<TaxRow> invoice = List.of(row("99.99", "19.00"));
        List<TaxRow> credited = new ArrayList<>();
        for (String tax : List.of("6.33", "6.34", "6.33")) {
            List<TaxRow> part = CreditTotals.part(invoice, credited, List.of(row("33.33", "0.00")), false).orThrow();
            assertThat(part).containsExactly(row("33.33", tax));
            credited.addAll(part);
        }
        assertThat(CreditTotals.rest(invoice, credited)).isEmpty();
    }

    @Test
    void in_gross_mode_the_amounts_contain_the_tax() {
        assertThat(CreditTotals.part(List.of(row("100.00", "19.00")), List.of(), List.of(row("59.50", "0.00")), true).orThrow())
                .containsExactly(row("50.00", "9.50"));
    }

    @Test
    void a_credit_above_what_is_left_is_refused() {
        Problem problem = CreditTotals.part(List.of(row("99.99", "19.00")), List.of(row("90.00", "17.10")),
                List.of(row("10.00", "0.00")), false).problems().getFirst();
        assertThat(problem.code()).isEqualTo("credit.above_invoice");
        assertThat(Texts.of(Locale.ENGLISH).of(problem)).contains("10.00").contains("9.99");
    }

    @Test
    void a_credit_at_a_rate_the_invoice_does_not_have_is_refused() {
        Problem problem = CreditTotals.part(List.of(row("99.99", "19.00")), List.of(),
                List.of(new TaxRow(TaxKey.of(dec("7")), eur("1.00"), eur("0.00"))), false).problems().getFirst();
        assertThat(problem.code()).isEqualTo("credit.rate_not_on_invoice");
        assertThat(Texts.of(Locale.ENGLISH).of(problem)).contains("7");
    }

    @Property
    void part_credits_in_any_number_end_on_the_invoice(@ForAll @LongRange(min = 1, max = 10_000_000) long base,
            @ForAll @LongRange(min = 0, max = 2_500_000) long tax, @ForAll @Size(max = 8) List<@LongRange(min = 1, max = 999) Long> shares,
            @ForAll boolean gross) {
        List<TaxRow> invoice = List.of(new TaxRow(NINETEEN, minor(base), minor(tax)));
        List<TaxRow> credited = new ArrayList<>();
        long left = gross ? base + tax : base;
        for (long share : shares) {
            long part = left * share / 1000;
            credited.addAll(CreditTotals.part(invoice, credited, List.of(new TaxRow(NINETEEN, minor(part), minor(0))), gross).orThrow());
            left -= part;
        }
        credited.addAll(CreditTotals.part(invoice, credited, List.of(new TaxRow(NINETEEN, minor(left), minor(0))), gross).orThrow());
        assertThat(CreditTotals.rest(invoice, credited)).isEmpty();
        assertThat(credited).allMatch(row -> !row.tax().isNegative());
    }

    private static Money minor(long amount) {
        return Money.ofMinor(CurrencyUnit.EUR, amount);
    }
}
