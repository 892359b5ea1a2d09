package org.goodterms.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.goodterms.invoice.Totals.Adjustment;
import org.goodterms.invoice.Totals.PriceMode;
import org.goodterms.invoice.Totals.Priced;
import org.goodterms.invoice.Totals.Rules;
import org.goodterms.invoice.Totals.TaxRow;
import org.goodterms.kernel.Rounding;
import org.goodterms.kernel.Split;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of the domain rules, section 3. */
class TotalsTest {
    private static final Rules NET = Rules.net(CurrencyUnit.EUR);
    private static final Rules GROSS = new Rules(CurrencyUnit.EUR, PriceMode.GROSS, Rounding.HALF_UP, false);

    static Priced line(String quantity, String price, String rate) {
        return new Priced(dec(quantity), dec(price), BigDecimal.ONE, List.of(), TaxKey.of(dec(rate)));
    }

    static BigDecimal dec(String number) {
        return new BigDecimal(number);
    }

    static Money eur(String amount) {
        return Money.of(CurrencyUnit.EUR, dec(amount));
    }

    private static Totals totals(Priced... lines) {
        return Totals.of(List.of(lines), List.of(), NET);
    }

    private static List<Money> taxes(Totals totals) {
        return totals.taxes().stream().map(TaxRow::tax).toList();
    }

    private static List<Money> bases(Totals totals) {
        return totals.taxes().stream().map(TaxRow::base).toList();
    }

    @ParameterizedTest
    @CsvSource({"2.665,2.67,2.66,2.67", "0.125,0.13,0.12,0.13", "-0.125,-0.13,-0.12,-0.12", "1.005,1.01,1.00,1.01",
            "-2.675,-2.68,-2.68,-2.67"})
    void half_up_half_even_and_xpath_rounding(BigDecimal exact, BigDecimal up, BigDecimal even, BigDecimal xpath) {
        assertThat(Rounding.HALF_UP.round(exact, 2)).isEqualTo(up);
        assertThat(Rounding.HALF_EVEN.round(exact, 2)).isEqualTo(even);
        assertThat(Rounding.XPATH.round(exact, 2)).isEqualTo(xpath);
    }

    @ParameterizedTest
    @CsvSource({"7,1.2345,1,8.64", "0.333,99.99,1,33.30", "2500,12.50,1000,31.25", "12,0.415,1,4.98", "250,12.3456,100,30.86"})
    void a_line_rounds_the_product_not_the_price(String quantity, String price, String per, String net) {
        var line = new Priced(dec(quantity), dec(price), dec(per), List.of(), TaxKey.of(dec("19")));
        assertThat(totals(line).lineNets()).containsExactly(eur(net));
    }

    @Test
    void tax_is_rounded_per_rate_group_not_per_line() {
        Priced[] ten = new Priced[10];
        Arrays.fill(ten, line("1", "0.13", "19"));
        assertThat(totals(ten).tax()).isEqualTo(eur("0.25"));
    }

    @Test
    void a_document_discount_of_ten_percent_over_two_rates() {
        Totals totals = Totals.of(List.of(line("1", "150.00", "19"), line("1", "50.00", "7")),
                List.of(Adjustment.discount(dec("10"))), NET);
        assertThat(bases(totals)).containsExactly(eur("135.00"), eur("45.00"));
        assertThat(taxes(totals)).containsExactly(eur("25.65"), eur("3.15"));
        assertThat(totals.total()).isEqualTo(eur("208.80"));
    }

    @Test
    void a_document_discount_is_spread_by_largest_remainder_ties_to_the_first() {
        Totals totals = Totals.of(List.of(line("1", "100.00", "19"), line("1", "100.00", "7"), line("1", "100.00", "0")),
                List.of(Adjustment.discount(eur("10.00"))), NET);
        assertThat(bases(totals)).containsExactly(eur("96.66"), eur("96.67"), eur("96.67"));
        assertThat(taxes(totals)).containsExactly(eur("18.37"), eur("6.77"), eur("0.00"));
        assertThat(totals.total()).isEqualTo(eur("315.14"));
        assertThat(Split.byWeight(eur("23.45"), List.of(dec("33.33"), dec("66.67"), dec("1.00"))))
                .containsExactly(eur("7.74"), eur("15.48"), eur("0.23"));
    }

    @Test
    void a_line_discount_is_rounded_before_it_is_taken_off() {
        var line = new Priced(dec("3"), dec("19.99"), BigDecimal.ONE, List.of(Adjustment.discount(dec("15"))), TaxKey.of(dec("19")));
        assertThat(totals(line).lineNets()).containsExactly(eur("50.97"));
    }

    @Test
    void an_inclusive_price_gives_tax_first_or_net_first() {
        Rules netFirst = new Rules(CurrencyUnit.EUR, PriceMode.GROSS_NET_FIRST, Rounding.HALF_UP, false);
        Totals taxFirst = Totals.of(List.of(line("1", "2.99", "4")), List.of(), GROSS);
        assertThat(taxFirst.taxes().getFirst().tax()).isEqualTo(eur("0.12"));
        assertThat(taxFirst.net()).isEqualTo(eur("2.87"));
        Totals other = Totals.of(List.of(line("1", "2.99", "4")), List.of(), netFirst);
        assertThat(other.net()).isEqualTo(eur("2.88"));
        assertThat(other.tax()).isEqualTo(eur("0.11"));
    }

    @Test
    void inclusive_prices_never_cost_more_or_less_than_the_shelf_says() {
        Priced one = line("1", "9.99", "19");
        Totals totals = Totals.of(List.of(one, one, one), List.of(), GROSS);
        assertThat(totals.tax()).isEqualTo(eur("4.79"));
        assertThat(totals.net()).isEqualTo(eur("25.18"));
        assertThat(totals.total()).isEqualTo(eur("29.97"));
        assertThat(totals.lineNets()).containsExactly(eur("8.40"), eur("8.39"), eur("8.39"));
        assertThat(Totals.of(List.of(line("3", "9.99", "19")), List.of(), GROSS).net()).isEqualTo(eur("25.18"));
    }

    @Test
    void sales_tax_on_the_invoice_or_on_each_item() {
        Rules item = new Rules(CurrencyUnit.USD, PriceMode.NET, Rounding.HALF_UP, true);
        Priced three = line("3", "4.99", "8.875");
        assertThat(Totals.of(List.of(three), List.of(), Rules.net(CurrencyUnit.USD)).tax().getAmount()).isEqualByComparingTo("1.33");
        assertThat(Totals.of(List.of(three), List.of(), item).tax().getAmount()).isEqualByComparingTo("1.32");
    }

    @Test
    void state_and_local_rates_are_added_before_rounding() {
        assertThat(totals(line("1", "0.06", "8.875")).tax()).isEqualTo(eur("0.01"));
        List<Money> separate = List.of(totals(line("1", "0.06", "4")).tax(), totals(line("1", "0.06", "4.5")).tax(),
                totals(line("1", "0.06", "0.375")).tax());
        assertThat(separate).containsOnly(eur("0.00"));
    }

    @Test
    void currencies_without_and_with_three_decimals() {
        CurrencyUnit jpy = CurrencyUnit.of("JPY");
        assertThat(Totals.of(List.of(line("1", "1234", "10")), List.of(), Rules.net(jpy)).tax()).isEqualTo(Money.ofMajor(jpy, 123));
        CurrencyUnit bhd = CurrencyUnit.of("BHD");
        assertThat(Totals.of(List.of(line("1", "12.345", "10")), List.of(), Rules.net(bhd)).tax())
                .isEqualTo(Money.of(bhd, dec("1.235")));
        Rules down = new Rules(jpy, PriceMode.NET, Rounding.DOWN, false);
        assertThat(Totals.of(List.of(line("3", "333", "10")), List.of(), down).tax()).isEqualTo(Money.ofMajor(jpy, 99));
    }

    @ParameterizedTest
    @CsvSource({"100.07,-0.02", "100.08,0.02", "107.73,0.02", "100.05,0.00"})
    void cash_rounding_to_five_cents(String total, String rounding) {
        assertThat(Totals.cashRounding(eur(total), dec("0.05"))).isEqualTo(eur(rounding));
    }

    @Test
    void a_document_discount_in_gross_mode_keeps_the_chain() {
        Totals totals = Totals.of(List.of(line("1", "119.00", "19"), line("1", "107.00", "7")),
                List.of(Adjustment.discount(dec("10"))), GROSS);
        assertThat(totals.total()).isEqualTo(eur("203.40"));
        assertThat(totals.lineSum().minus(totals.allowances())).isEqualTo(totals.net());
        assertThat(bases(totals)).containsExactly(eur("90.00"), eur("90.00"));
    }

    @Test
    void a_discount_of_its_own_rate_makes_its_own_row() {
        Totals totals = Totals.of(List.of(line("1", "100.00", "19")),
                List.of(new Adjustment(false, null, eur("10.00"), new TaxKey("E", BigDecimal.ZERO))), NET);
        assertThat(bases(totals)).containsExactly(eur("100.00"), eur("-10.00"));
        assertThat(totals.total()).isEqualTo(eur("109.00"));
    }

    @Test
    void lines_that_cancel_each_other_take_a_discount_all_the_same() {
        Totals totals = Totals.of(List.of(line("1", "100.00", "19"), line("-1", "100.00", "7")),
                List.of(new Adjustment(true, null, eur("5.00"), null)), NET);
        assertThat(totals.net()).isEqualTo(eur("5.00"));
    }
}
