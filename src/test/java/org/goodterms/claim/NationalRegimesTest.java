package org.goodterms.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.receivable.NewItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Countries whose reference rate the owner enters: Poland, Sweden, Denmark, Czechia (the domain rules, section 7.2). */
class NationalRegimesTest {
    private static final LocalDate HALF = LocalDate.of(2026, 7, 1);

    private static RateTable.Row row(String reference, String from, String to, String percent) {
        return new RateTable.Row(reference, LocalDate.parse(from), LocalDate.parse(to), new BigDecimal(percent));
    }

    /** What can be claimed on 20 August 2026 of a debt due on 15 May: 46 days up to 1 July, 51 from then on. */
    private static Outcome<InterestQuote> quote(String country, String currency, String principal, List<RateTable.Row> entered) {
        try (TestBook book = new TestBook(Engine.H2, country, currency, LocalDate.of(2026, 8, 20))) {
            CurrencyUnit unit = CurrencyUnit.of(currency);
            Id<Customer> who = book.customer("K1");
            Money debt = Money.of(unit, new BigDecimal(principal));
            book.invoice(who, "I1", LocalDate.of(2026, 4, 15), List.of(new NewItem.Tax(BigDecimal.ZERO, debt, Money.zero(unit))), BigDecimal.ONE);
            entered.forEach(row -> book.app.claims().interest().setRate(row).orThrow());
            return book.app.claims().interest().quote("I1", null);
        }
    }

    private static List<String> parts(InterestQuote quote) {
        return quote.interest().segments().stream().map(s -> s.days() + " d x " + s.rate().stripTrailingZeros().toPlainString() + " = "
                + s.interest().setScale(2, java.math.RoundingMode.HALF_UP)).toList();
    }

    private static List<RateTable.Row> halves(String reference, String first, String second) {
        return List.of(row(reference, "2026-01-01", "2026-06-30", first), row(reference, "2026-07-01", "2026-12-31", second));
    }

    private static List<RateTable.Row> poland(String euro) {
        List<RateTable.Row> rows = new java.util.ArrayList<>(halves("NBP", "4.00", "3.75"));
        rows.add(row("EURPLN", "2026-04-30", "2026-04-30", euro));
        return rows;
    }

    @Test
    void poland_adds_ten_points_and_floats() {
        InterestQuote quote = quote("PL", "PLN", "10000.00", poland("4.25")).orThrow();
        assertThat(parts(quote)).as("1,400 x 46 / 365 and 1,375 x 51 / 365").containsExactly("46 d x 14 = 176.44", "51 d x 13.75 = 192.12");
        assertThat(quote.interest().total()).isEqualTo(Money.parse("PLN 368.56"));
    }

    @Test
    void polands_flat_sum_is_euros_by_size_changed_at_the_rate_of_the_month_before() {
        List<String> sums = List.of("5000.00", "5000.01", "49999.99", "50000.00").stream()
                .map(debt -> quote("PL", "PLN", debt, poland("4.2567")).orThrow().compensation().toString()).toList();
        assertThat(sums).as("40, 70, 70, 100 x 4.2567").containsExactly("PLN 170.27", "PLN 297.97", "PLN 297.97", "PLN 425.67");
    }

    @Test
    void polands_flat_sum_without_a_rate_for_the_euro_is_refused_and_not_zero() {
        assertThat(InterestService.knownLaw().regime("PL").orElseThrow().flat().told(Money.parse("PLN 1000.00"))).isEqualTo(Money.parse("EUR 40.00"));
        assertThat(quote("PL", "PLN", "1000.00", halves("NBP", "4.00", "3.75")).problems()).extracting(Problem::code).containsExactly("claim.no_rate");
        assertThat(quote("PL", "PLN", "1000.00", halves("NBP", "4.00", "3.75")).problems().getFirst().args())
                .extracting(String::valueOf).contains("EURPLN", "2026-04-30");
    }

    @Test
    void sweden_adds_eight_points_and_450_kronor() {
        InterestQuote quote = quote("SE", "SEK", "10000.00", halves("SE", "2.00", "2.25")).orThrow();
        assertThat(parts(quote)).containsExactly("46 d x 10 = 126.03", "51 d x 10.25 = 143.22");
        assertThat(quote.total()).isEqualTo(Money.parse("SEK 719.25"));
    }

    @Test
    void denmark_adds_eight_points_and_310_kroner() {
        InterestQuote quote = quote("DK", "DKK", "10000.00", halves("DK", "1.75", "1.75")).orThrow();
        assertThat(quote.interest().total()).as("10,000 x 9.75 % x 97 / 365").isEqualTo(Money.parse("DKK 259.11"));
        assertThat(quote.compensation()).isEqualTo(Money.parse("DKK 310.00"));
    }

    @Test
    void czechia_takes_one_rate_for_the_whole_delay_and_1200_crowns() {
        InterestQuote quote = quote("CZ", "CZK", "10000.00", halves("CZ", "3.50", "4.50")).orThrow();
        assertThat(parts(quote)).as("the rate of the first day, over 1 July").containsExactly("97 d x 11.5 = 305.62");
        assertThat(quote.compensation()).isEqualTo(Money.parse("CZK 1200.00"));
    }

    @Test
    void none_of_them_computes_before_its_rate_is_entered_or_beyond_it() {
        for (String country : List.of("PL PLN NBP", "SE SEK SE", "DK DKK DK", "CZ CZK CZ")) {
            String[] of = country.split(" ");
            assertThat(quote(of[0], of[1], "1000.00", List.of()).problems()).as(country).extracting(Problem::code).containsExactly("claim.no_rate");
            List<RateTable.Row> first = List.of(row(of[2], "2026-01-01", HALF.minusDays(1).toString(), "2.00"),
                    row("EURPLN", "2026-04-01", "2026-04-30", "4.25"));
            assertThat(quote(of[0], of[1], "1000.00", first).isOk()).as("locked where the law locks: " + country).isEqualTo(of[0].equals("CZ"));
        }
    }
}
