package org.goodterms.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors of the domain rules, section 4, and the invariants about due dates. */
class TermsTest {
    private static final BusinessDays ALL_DAYS = day -> true;

    private static Terms terms(String text) {
        return Terms.parse(text).orThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "net 30               | 2026-01-31 | 2026-03-02",
            "net 30               | 2028-01-30 | 2028-02-29",
            "net 30               | 2026-12-15 | 2027-01-14",
            "eom                  | 2026-02-10 | 2026-02-28",
            "eom                  | 2028-02-10 | 2028-02-29",
            "45 days eom          | 2026-01-20 | 2026-03-31",
            "eom + 45 days        | 2026-01-20 | 2026-03-17",
            "30 days eom          | 2026-01-31 | 2026-03-31",
            "eom + 30 days        | 2026-01-31 | 2026-03-02",
            "31st prox            | 2026-01-15 | 2026-02-28",
            "10th prox            | 2026-01-15 | 2026-02-10",
            "10th prox cut-off 25 | 2026-03-26 | 2026-05-10",
            "10th prox cut-off 25 | 2026-03-25 | 2026-04-10",
            "due on receipt       | 2026-03-02 | 2026-03-02",
            "2/10 net 30          | 2026-03-02 | 2026-04-01",
            "prepayment           | 2026-03-02 | 2026-03-02",
            "30 days              | 2026-01-31 | 2026-03-02",
            "1 month              | 2026-01-31 | 2026-02-28",
            "end of month + 30 days | 2026-01-15 | 2026-03-02",
            "1 year               | 2024-02-29 | 2025-02-28",
            "1 month              | 2026-01-30 | 2026-02-28",
            "1 month              | 2028-01-31 | 2028-02-29",
            "1 month              | 2028-02-29 | 2028-03-29",
            "1 month              | 2026-02-28 | 2026-03-28",
            "3 months             | 2026-11-30 | 2027-02-28",
            "3 months             | 2027-11-30 | 2028-02-29",
            "1 year               | 2028-02-29 | 2029-02-28",
            "net 30               | 2026-01-30 | 2026-03-01",
            "net 30               | 2028-01-31 | 2028-03-01",
            "net 1                | 2026-02-28 | 2026-03-01",
            "net 1                | 2028-02-28 | 2028-02-29",
            "eom                  | 2026-01-31 | 2026-01-31",
            "eom                  | 2026-02-28 | 2026-02-28",
            "eom + 45 days        | 2028-01-31 | 2028-03-16",
            "45 days eom          | 2028-01-15 | 2028-02-29",
            "45 days eom          | 2026-01-14 | 2026-02-28",
            "45 days eom          | 2026-01-15 | 2026-03-31",
            "30 days eom          | 2026-01-30 | 2026-03-31",
            "31st prox            | 2027-12-31 | 2028-01-31",
            "31st prox            | 2028-01-31 | 2028-02-29"})
    void C60_due_dates_of_the_domain_rules(String text, LocalDate issued, LocalDate due) {
        assertThat(terms(text).dueDates(issued, ALL_DAYS)).containsExactly(due);
    }

    @Test
    void the_discount_of_2_10_net_30_ends_on_the_tenth_day_inclusive() {
        Terms terms = terms("2/10 net 30");
        assertThat(terms.discountUntil(LocalDate.of(2026, 3, 2))).contains(LocalDate.of(2026, 3, 12));
        assertThat(terms.discountOn(eur("1234.56"))).isEqualTo(eur("24.69"));
        assertThat(terms.discountOn(eur("1190.00"))).isEqualTo(eur("23.80"));
    }

    @Test
    void a_percent_schedule_gives_the_rest_to_the_last_part() {
        var dues = terms("50% net 10, 30% net 40, 20% net 70").dueOn(eur("999.99"), LocalDate.of(2026, 1, 1), ALL_DAYS);
        assertThat(dues.orThrow()).containsExactly(
                new Terms.Due(LocalDate.of(2026, 1, 11), eur("500.00")),
                new Terms.Due(LocalDate.of(2026, 2, 10), eur("300.00")),
                new Terms.Due(LocalDate.of(2026, 3, 12), eur("199.99")));
    }

    @Test
    void monthly_instalments_keep_their_day_and_add_up() {
        var dues = terms("3 monthly instalments, first net 30").dueOn(eur("1000.00"), LocalDate.of(2026, 1, 1), ALL_DAYS);
        assertThat(dues.orThrow()).containsExactly(
                new Terms.Due(LocalDate.of(2026, 1, 31), eur("333.33")),
                new Terms.Due(LocalDate.of(2026, 2, 28), eur("333.33")),
                new Terms.Due(LocalDate.of(2026, 3, 31), eur("333.34")));
        assertThat(Terms.monthly(LocalDate.of(2026, 1, 31), 4)).containsExactly(LocalDate.of(2026, 1, 31),
                LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 30));
    }

    @Test
    void equal_parts_and_spread_parts_of_the_domain_rules() {
        assertThat(Split.equallyRestLast(eur("1000.00"), 3)).containsExactly(eur("333.33"), eur("333.33"), eur("333.34"));
        assertThat(Split.equallyRestLast(eur("0.10"), 3)).containsExactly(eur("0.03"), eur("0.03"), eur("0.04"));
        assertThat(Split.equallyRestLast(eur("100.00"), 7)).containsExactly(eur("14.28"), eur("14.28"), eur("14.28"),
                eur("14.28"), eur("14.28"), eur("14.28"), eur("14.32"));
        assertThat(Split.equallySpread(eur("100.00"), 7)).containsExactly(eur("14.29"), eur("14.29"), eur("14.29"),
                eur("14.29"), eur("14.28"), eur("14.28"), eur("14.28"));
    }

    @Test
    void an_instalment_of_nothing_is_refused() {
        var outcome = terms("3 monthly instalments, first net 30").dueOn(eur("0.02"), LocalDate.of(2026, 1, 1), ALL_DAYS);
        assertThat(outcome.problems()).extracting(Problem::code).containsExactly("terms.instalment_zero");
        assertThat(terms("net 30").dueOn(eur("0.00"), LocalDate.of(2026, 1, 1), ALL_DAYS).orThrow()).isEmpty();
    }

    @Test
    void a_preceding_business_day_is_never_before_the_issue() {
        LocalDate saturday = LocalDate.of(2026, 1, 31);
        assertThat(terms("due on receipt, preceding").dueDates(saturday, BusinessDays.WEEKDAYS))
                .containsExactly(LocalDate.of(2026, 2, 2));
        assertThat(terms("net 4, preceding").dueDates(LocalDate.of(2026, 1, 27), BusinessDays.WEEKDAYS))
                .containsExactly(LocalDate.of(2026, 1, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "net", "net 30 days please", "net 1000", "0 months", "32nd prox", "0th prox", "10 prox cut-off 40",
            "50%", "50% net 10, later", "1 monthly instalments, first net 3", "net -5", "2/10", "\u0000net 30"})
    void what_cannot_be_read_is_refused_with_what_would_be_accepted(String text) {
        Problem problem = Terms.parse(text).problems().getFirst();
        assertThat(problem.code()).isEqualTo("terms.unreadable");
        assertThat(Texts.of(Locale.ENGLISH).of(problem)).contains("“" + text + "”").contains("2/10 net 30");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "50% net 10, 40% net 40 | terms.not_hundred",
            "0% net 10, 100% net 40 | terms.share_zero",
            "2/31 net 30            | terms.discount_late",
            "0/10 net 30            | terms.discount_late"})
    void terms_that_make_no_sense_are_refused(String text, String code) {
        Problem problem = Terms.parse(text).problems().getFirst();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(Texts.of(Locale.ENGLISH).of(problem)).doesNotContain("problem.").doesNotContain("{");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "30                     | net 30",
            "NET 30 DAYS            | net 30",
            "n/30                   | net 30",
            "30 days net            | net 30",
            "2/10, n/30             | 2/10 net 30",
            "2% 10, net 30          | 2/10 net 30",
            "2% 10, n/30            | 2/10 net 30",
            "2.5% within 10 days, net 30 | 2.5/10 net 30",
            "30 days end of month   | 30 days eom",
            "10th of the following month | 10th prox",
            "immediately            | due on receipt",
            "cash in advance        | prepayment",
            "50.0% net 10; 50% eom  | 50% net 10, 50% eom",
            "net 30 following       | net 30, following business day",
            "eom, modified following business day | eom, modified following business day"})
    void people_write_the_same_terms_in_many_ways(String written, String plain) {
        assertThat(terms(written).text()).isEqualTo(plain);
    }

    @Property
    void every_rule_gives_a_due_date_on_or_after_the_issue(@ForAll("someTerms") Terms terms, @ForAll("dates") LocalDate issued) {
        for (DayShift shift : DayShift.values()) {
            Terms shifted = new Terms(terms.parts(), terms.equal(), terms.discount(), shift);
            for (LocalDate due : shifted.dueDates(issued, BusinessDays.WEEKDAYS)) {
                assertThat(due).isAfterOrEqualTo(issued);
                assertThat(shift == DayShift.NONE || BusinessDays.WEEKDAYS.isBusinessDay(due)).isTrue();
            }
        }
    }

    @Property
    void instalments_add_up_to_the_whole(@ForAll("someTerms") Terms terms, @ForAll("dates") LocalDate issued,
            @ForAll @net.jqwik.api.constraints.LongRange(min = 1, max = 1_000_000_000L) long minor) {
        Money whole = Money.ofMinor(CurrencyUnit.EUR, minor);
        terms.dueOn(whole, issued, BusinessDays.WEEKDAYS).ifOk(dues -> {
            assertThat(dues.stream().map(Terms.Due::amount).reduce(Money.zero(CurrencyUnit.EUR), Money::plus)).isEqualTo(whole);
            assertThat(dues).allMatch(due -> due.amount().isPositive());
        });
    }

    @Property
    void the_written_form_reads_back_to_the_same_terms(@ForAll("someTerms") Terms terms) {
        assertThat(Terms.parse(terms.text()).orThrow()).isEqualTo(terms);
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        Arbitrary<LocalDate> any = Arbitraries.longs().between(LocalDate.of(1990, 1, 1).toEpochDay(),
                LocalDate.of(2100, 12, 31).toEpochDay()).map(LocalDate::ofEpochDay);
        return Arbitraries.oneOf(any, Arbitraries.of(LocalDate.of(2024, 2, 29), LocalDate.of(2028, 2, 29),
                LocalDate.of(2026, 1, 31), LocalDate.of(2026, 12, 31)));
    }

    @Provide
    Arbitrary<Terms> someTerms() {
        Arbitrary<Terms> single = rules().map(Terms::of);
        Arbitrary<Terms> shares = Combinators.combine(rules(), rules(), Arbitraries.integers().between(1, 99)).as(
                (first, second, percent) -> new Terms(List.of(new Terms.Part(BigDecimal.valueOf(percent), first),
                        new Terms.Part(BigDecimal.valueOf(100L - percent), second)), false, null, DayShift.NONE));
        Arbitrary<Terms> monthly = Combinators.combine(rules(), Arbitraries.integers().between(2, 24)).as(
                (first, count) -> terms(count + " monthly instalments, first " + first.text()));
        Arbitrary<Terms> early = Combinators.combine(Arbitraries.integers().between(1, 50), Arbitraries.integers().between(0, 30))
                .as((percent, days) -> terms(percent + "/" + days + " net 30, following"));
        return Arbitraries.oneOf(single, shares, monthly, early);
    }

    private static Arbitrary<DueRule> rules() {
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 999);
        Arbitrary<Integer> ofMonth = Arbitraries.integers().between(1, 31);
        return Arbitraries.oneOf(days.map(DueRule.Net::new), days.map(DueRule.DaysThenMonthEnd::new),
                days.map(DueRule.MonthEndThenDays::new), Arbitraries.integers().between(1, 24).map(DueRule.NetMonths::new),
                Combinators.combine(ofMonth, ofMonth.injectNull(0.3)).as(DueRule.FollowingMonth::new),
                Arbitraries.of(new DueRule.EndOfMonth(), new DueRule.OnReceipt(), new DueRule.Prepayment()));
    }

    private static Money eur(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }
}
