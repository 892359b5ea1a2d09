package org.goodterms.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.fixture.TestBook.eur;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.goodterms.agreement.Plan.Instalment;
import org.goodterms.agreement.Planning.Schedule.Monthly;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Schedules of payment plans (the domain rules, section 4; invariant 24). */
class PlanningTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 31);

    private static List<String> amounts(String amount, int parts, boolean spread) {
        return Planning.schedule(eur(amount), new Monthly(parts, FIRST, spread), TODAY).orThrow().stream()
                .map(part -> part.amount().getAmount().toPlainString()).toList();
    }

    @Test
    void equal_parts_leave_the_remainder_to_the_last_or_spread_it() {
        assertThat(amounts("1000.00", 3, false)).containsExactly("333.33", "333.33", "333.34");
        assertThat(amounts("100.00", 7, false)).containsExactly("14.28", "14.28", "14.28", "14.28", "14.28", "14.28", "14.32");
        assertThat(amounts("0.10", 3, false)).containsExactly("0.03", "0.03", "0.04");
        assertThat(amounts("100.00", 7, true)).containsExactly("14.29", "14.29", "14.29", "14.29", "14.28", "14.28", "14.28");
    }

    @Test
    void a_monthly_series_keeps_its_anchor_day() {
        assertThat(Planning.schedule(eur("400.00"), new Monthly(4, FIRST, false), TODAY).orThrow())
                .extracting(Instalment::date).containsExactly(FIRST, LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 31),
                        LocalDate.of(2026, 4, 30));
    }

    @Test
    void an_instalment_of_nothing_is_refused() {
        Outcome<List<Instalment>> refused = Planning.schedule(eur("0.02"), new Monthly(3, FIRST, false), TODAY);
        assertThat(refused.problems()).extracting(Problem::code).containsExactly("agreement.part_of_nothing");
    }

    @Property(tries = 200)
    void instalments_add_up_to_the_amount(@ForAll @LongRange(min = 120, max = 100_000_000) long cents,
            @ForAll @IntRange(min = 1, max = 120) int parts, @ForAll boolean spread) {
        Money amount = Money.ofMinor(CurrencyUnit.EUR, cents);
        List<Instalment> list = Planning.schedule(amount, new Monthly(parts, FIRST, spread), TODAY).orThrow();
        assertThat(list.stream().map(Instalment::amount).reduce(Money::plus)).contains(amount);
        assertThat(list).hasSize(parts).allMatch(part -> part.amount().isPositive());
    }
}
