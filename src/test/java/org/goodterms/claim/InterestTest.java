package org.goodterms.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.fixture.TestBook.eur;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.goodterms.claim.Accruing.Change;
import org.goodterms.claim.Accruing.DayCount;
import org.goodterms.claim.Accruing.Debt;
import org.goodterms.claim.Accruing.Stretch;
import org.goodterms.kernel.Problem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Late interest with the numbers of the domain rules, section 7.2, and of ../shared/data/totals. */
class InterestTest {
    private static final LawOfDelay LAW = InterestService.knownLaw();
    private static final RateTable RATES = new RateTable(LAW.rates());

    private static Regime regime(String word) {
        return LAW.regime(word).orElseThrow();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Money money(String amount, String currency) {
        return Money.of(CurrencyUnit.of(currency), new BigDecimal(amount));
    }

    private static Debt debt(Money principal, String due, String to, Change... changes) {
        LocalDate first = day(due).plusDays(1);
        return new Debt(first, first, day(to), principal, List.of(changes), List.of());
    }

    private static Interest of(String regime, Debt debt) {
        return Accruing.of(debt, regime(regime), RATES, DayCount.ACT_365).orThrow();
    }

    private static List<String> parts(Interest interest) {
        return interest.segments().stream().map(s -> s.days() + " d x " + s.rate().stripTrailingZeros().toPlainString() + " = "
                + s.interest().setScale(2, java.math.RoundingMode.HALF_UP)).toList();
    }

    @Test
    void C52_germany_between_businesses_floats_over_the_first_of_july() {
        Interest interest = of("DE", debt(eur("1190.00"), "2026-05-15", "2026-08-20"));
        assertThat(parts(interest)).containsExactly("46 d x 10.27 = 15.40", "51 d x 10.52 = 17.49");
        assertThat(interest.total()).isEqualTo(eur("32.89"));
        assertThat(regime("DE").flat().of(eur("1190.00"))).isEqualTo(eur("40.00"));
    }

    @Test
    void germany_with_a_consumer_pays_less_and_no_lump_sum() {
        Interest interest = of("DE-CONSUMER", debt(eur("1190.00"), "2026-05-15", "2026-08-20"));
        assertThat(parts(interest)).containsExactly("46 d x 6.27 = 9.40", "51 d x 6.52 = 10.84");
        assertThat(interest.total()).isEqualTo(eur("20.24"));
        assertThat(regime("DE-CONSUMER").flat().of(eur("1190.00"))).isEqualTo(eur("0.00"));
    }

    @Test
    void the_minimum_of_the_union() {
        Interest interest = of("EU", debt(eur("5000.00"), "2024-11-30", "2025-02-14"));
        assertThat(parts(interest)).containsExactly("31 d x 12.25 = 52.02", "45 d x 11.15 = 68.73");
        assertThat(interest.total()).isEqualTo(eur("120.75"));
    }

    @Test
    void the_united_kingdom_locks_the_rate_of_the_first_day() {
        assertThat(of("UK", debt(money("2400.00", "GBP"), "2026-03-31", "2026-06-15")).total())
                .isEqualTo(money("58.72", "GBP"));
        Interest locked = of("UK", debt(money("3000.00", "GBP"), "2025-05-20", "2025-09-10"));
        assertThat(parts(locked)).containsExactly("113 d x 12.75 = 118.42");
        assertThat(of("UK", debt(money("10000.00", "GBP"), "2026-01-31", "2026-04-01")).total())
                .as("60 days").isEqualTo(money("193.15", "GBP"));
        Regime.Flat flat = regime("UK").flat();
        assertThat(List.of("999.99", "1000.00", "9999.99", "10000.00").stream().map(a -> flat.of(money(a, "GBP")).getAmount()
                .toPlainString())).containsExactly("40.00", "70.00", "70.00", "100.00");
    }

    @Test
    void ireland_takes_the_rate_of_the_day_of_payment_for_all_of_it() {
        assertThat(parts(of("IE", debt(eur("1000.00"), "2026-05-31", "2026-07-10")))).containsExactly("40 d x 10.4 = 11.40");
    }

    @Test
    void france_adds_ten_points() {
        assertThat(of("FR", debt(eur("1000.00"), "2026-07-31", "2026-08-31")).segments().getFirst().rate())
                .isEqualByComparingTo("12.40");
    }

    @Test
    void india_compounds_with_monthly_rests() {
        Interest interest = of("IN", debt(money("100000.00", "INR"), "2026-05-31", "2026-08-31"));
        assertThat(interest.segments().stream().map(s -> s.interest().setScale(2, java.math.RoundingMode.HALF_UP).toPlainString()))
                .containsExactly("1375.00", "1393.91", "1413.07");
        assertThat(interest.total()).isEqualTo(money("4181.98", "INR"));
    }

    @Test
    void switzerland_knows_one_rate() {
        assertThat(of("CH", debt(money("1000.00", "CHF"), "2026-01-01", "2027-01-01")).total()).isEqualTo(money("50.00", "CHF"));
    }

    @Test
    void a_contract_by_days_or_by_full_months() {
        Debt debt = debt(money("1000.00", "USD"), "2026-01-31", "2026-03-17");
        Regime byDays = regime("CONTRACT").agreed(new BigDecimal("18"), null);
        assertThat(Accruing.of(debt, byDays, RATES, DayCount.ACT_365).orThrow().total()).isEqualTo(money("22.19", "USD"));
        Regime byMonths = regime("CONTRACT").agreed(null, new BigDecimal("1.5"));
        assertThat(Accruing.of(debt, byMonths, RATES, DayCount.ACT_365).orThrow().total()).isEqualTo(money("15.00", "USD"));
    }

    @Test
    void C52_a_receipt_lowers_the_principal_from_the_next_day_on() {
        Regime fixed = regime("CONTRACT").agreed(new BigDecimal("10.27"), null);
        Debt debt = debt(eur("1000.00"), "2026-02-28", "2026-05-29", new Change(day("2026-03-31"), eur("-400.00")),
                new Change(day("2026-05-30"), eur("-600.00")));
        Interest interest = Accruing.of(debt, fixed, RATES, DayCount.ACT_365).orThrow();
        assertThat(parts(interest)).containsExactly("30 d x 10.27 = 8.44", "60 d x 10.27 = 10.13");
        assertThat(interest.total()).isEqualTo(eur("18.57"));
    }

    @Test
    void C52_days_are_counted_by_365_or_by_the_year_they_fall_into() {
        Regime ten = regime("CONTRACT").agreed(new BigDecimal("10"), null);
        Debt february = debt(eur("10000.00"), "2028-01-31", "2028-02-29");
        assertThat(Accruing.of(february, ten, RATES, DayCount.ACT_365).orThrow().total()).isEqualTo(eur("79.45"));
        assertThat(Accruing.of(february, ten, RATES, DayCount.ACT_ACT).orThrow().total()).isEqualTo(eur("79.23"));
        Debt across = debt(eur("10000.00"), "2027-12-14", "2028-01-15");
        assertThat(Accruing.of(across, ten, RATES, DayCount.ACT_ACT).orThrow().total()).isEqualTo(eur("87.56"));
    }

    @Test
    void costs_interest_principal_is_the_order_of_the_law() {
        CostsFirst split = CostsFirst.of(eur("500.00"), eur("40.00"), eur("25.00"), eur("1000.00"));
        assertThat(split).isEqualTo(new CostsFirst(eur("40.00"), eur("25.00"), eur("435.00"), eur("0.00")));
        assertThat(eur("1000.00").minus(split.principal())).isEqualTo(eur("565.00"));
        assertThat(CostsFirst.of(eur("2000.00"), eur("40.00"), eur("25.00"), eur("1000.00")).unused()).isEqualTo(eur("935.00"));
    }

    @Test
    void C49_a_rate_that_is_missing_is_not_a_rate_of_zero() {
        assertThat(Accruing.of(debt(eur("100.00"), "2026-12-15", "2027-01-01"), regime("DE"), RATES, DayCount.ACT_365).problems())
                .extracting(Problem::code).containsExactly("claim.no_rate");
        assertThat(Accruing.of(debt(eur("100.00"), "2026-12-15", "2026-12-31"), regime("DE"), RATES, DayCount.ACT_365).isOk()).isTrue();
        assertThat(Accruing.of(debt(eur("100.00"), "2026-01-15", "2026-03-31"), regime("PL"), RATES, DayCount.ACT_365).problems())
                .as("entered by the owner").extracting(Problem::code).containsExactly("claim.no_rate");
    }

    @Test
    void the_table_agrees_with_its_own_law() {
        LAW.rates().stream().filter(row -> row.reference().equals("BASE") && !row.from().isBefore(day("2013-01-01")))
                .forEach(row -> assertThat(row.percent()).as(row.toString())
                        .isEqualByComparingTo(RATES.on("ECB", row.from()).orElseThrow().percent().subtract(new BigDecimal("0.88"))));
        assertThat(RATES.on("BASE", day("2002-01-01")).orElseThrow().percent()).isEqualByComparingTo("2.57");
        assertThat(RATES.on("BASE", day("2008-12-31")).orElseThrow().percent()).isEqualByComparingTo("3.19");
        assertThat(RATES.on("BASE", day("2011-08-01")).orElseThrow().percent()).isEqualByComparingTo("0.37");
        assertThat(RATES.on("BASE", day("2001-12-31"))).isEmpty();
    }

    @Test
    void an_extension_rests() {
        Debt debt = new Debt(day("2026-03-01"), day("2026-03-01"), day("2026-04-30"), eur("1000.00"), List.of(),
                List.of(new Stretch(day("2026-03-11"), day("2026-04-20"))));
        assertThat(of("DE", debt).segments().stream().mapToInt(Interest.Segment::days)).containsExactly(10, 10);
    }

    @Test
    void C52_nothing_accrues_on_the_due_day_itself() {
        assertThat(of("DE", debt(eur("1000.00"), "2026-03-01", "2026-03-01")).segments()).isEmpty();
        assertThat(of("DE", debt(eur("1000.00"), "2026-03-01", "2026-03-01")).total()).isEqualTo(eur("0.00"));
    }

    @Property(tries = 200)
    void a_period_may_be_cut_on_any_day(@ForAll @IntRange(min = 1, max = 700) int days, @ForAll @IntRange(min = 0, max = 700) int cut,
            @ForAll @IntRange(min = 1, max = 5_000_000) int cents) {
        LocalDate first = day("2024-12-01");
        LocalDate to = first.plusDays(days);
        LocalDate middle = first.plusDays(Math.min(cut, days - 1));
        Money principal = Money.ofMinor(CurrencyUnit.EUR, cents);
        BigDecimal whole = exact(new Debt(first, first, to, principal, List.of(), List.of()));
        BigDecimal sum = exact(new Debt(first, first, middle, principal, List.of(), List.of()))
                .add(exact(new Debt(first, middle.plusDays(1), to, principal, List.of(), List.of())));
        assertThat(sum.subtract(whole).abs()).isLessThan(new BigDecimal("0.000000000001"));
        assertThat(whole.signum()).isPositive();
    }

    private static BigDecimal exact(Debt debt) {
        return Accruing.of(debt, regime("DE"), RATES, DayCount.ACT_365).orThrow().exact();
    }

    @Test
    void published_examples_come_out_the_same() throws IOException {
        byte[] file = org.goodterms.SharedData.bytes("totals/rounding-and-interest-examples.json");
        int checked = 0;
        for (JsonNode example : new ObjectMapper().readTree(file).get("late_interest")) {
            if (example.has("principal")) {
                Regime rate = regime("CONTRACT").agreed(new BigDecimal(example.get("annual_rate").asText()), null);
                LocalDate due = day("2026-01-01");
                Money interest = Accruing.of(new Debt(due.plusDays(1), due.plusDays(1), due.plusDays(example.get("days").asLong()),
                        eur(example.get("principal").asText()), List.of(), List.of()), rate, RATES, DayCount.ACT_365).orThrow().total();
                String expected = example.path("interest").asText(example.path("interest_if_rounded_at_the_end").asText());
                assertThat(interest).as(example.get("source").asText()).isEqualTo(eur(expected));
                checked++;
            }
        }
        assertThat(checked).isGreaterThanOrEqualTo(3);
    }

    @Test
    void pursuing_or_letting_go() {
        Money open = eur("2400.00");
        List<Pursue> card = Pursue.card(open, eur("400.00"));
        assertThat(card).extracting(p -> p.word() + " " + p.value().getAmount()).containsExactly("court 790.00",
                "agency 864.00", "plan 1650.00", "write-off 400.00");
        assertThat(Pursue.best(card).word()).isEqualTo("plan");
        Pursue letter = Pursue.way("letter", eur("85.00"), new BigDecimal("0.30"), BigDecimal.ZERO, eur("24.00"), eur("0.00"));
        assertThat(letter.value()).isEqualTo(eur("1.50"));
        Pursue hopeless = Pursue.way("letter", eur("80.00"), new BigDecimal("0.30"), BigDecimal.ZERO, eur("24.00"), eur("0.00"));
        assertThat(Pursue.best(List.of(hopeless, Pursue.writeOff(eur("0.00")))).word()).as("none beats it").isEqualTo("write-off");
    }

    @Test
    void claims_of_a_year_expire_together_in_germany_and_one_by_one_elsewhere() {
        assertThat(LAW.limitation().of("DE", day("2026-02-10"))).contains(day("2029-12-31"));
        assertThat(LAW.limitation().of("GB", day("2026-02-10"))).contains(day("2032-02-10"));
        assertThat(LAW.limitation().of("FR", day("2026-02-10"))).contains(day("2031-02-10"));
        assertThat(LAW.limitation().of("ZZ", day("2026-02-10"))).isEmpty();
        assertThat(Limitation.warns(day("2029-12-31"), day("2029-10-02"))).isTrue();
        assertThat(Limitation.warns(day("2029-12-31"), day("2029-10-01"))).isFalse();
    }
}
