package org.goodterms.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.goodterms.invoice.InvoiceRow.State;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What a list says of a document follows from its total, what is open and the day, and from nothing else. */
class InvoiceRowTest {

    private static Money eur(long cents) {
        return Money.ofMinor(CurrencyUnit.EUR, cents);
    }

    @Property(tries = 200)
    void C43_C44_nothing_open_is_settled_and_only_what_is_late_and_open_is_overdue(@ForAll @IntRange(min = 1, max = 300) int total,
            @ForAll @IntRange(min = 0, max = 300) int paid, @ForAll boolean late) {
        Money open = eur(Math.max(0, total - paid));
        State state = InvoiceRow.state(false, true, eur(total), open, late);
        assertThat(state == State.SETTLED).isEqualTo(open.isZero());
        assertThat(state == State.OVERDUE).isEqualTo(late && open.isPositive());
        assertThat(state == State.PARTLY_PAID).isEqualTo(!late && open.isPositive() && paid > 0);
        assertThat(state == State.OPEN).isEqualTo(!late && paid == 0);
    }

    @Test
    void C43_a_cent_that_is_open_is_no_more_and_no_less_than_a_cent() {
        assertThat(InvoiceRow.state(false, true, eur(11_900), eur(1), false)).isEqualTo(State.PARTLY_PAID);
        assertThat(InvoiceRow.state(false, true, eur(11_900), eur(0), true)).isEqualTo(State.SETTLED);
        assertThat(InvoiceRow.state(false, false, eur(-500), eur(-500), true)).as("a credit is never overdue").isEqualTo(State.OPEN);
        assertThat(InvoiceRow.state(true, true, eur(500), eur(500), true)).isEqualTo(State.DRAFT);
    }
}
