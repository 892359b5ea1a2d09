package org.goodterms.agreement;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What came in for the items of an agreement, by the day on which it counts. Money taken back (a bounce) is negative.
 *
 * @param before   what had come in when the agreement was made; it does not count towards it
 * @param movements all there is, also from before the agreement, in one currency
 */
public record Receipts(Money before, List<Movement> movements) {

    /** So much on that day. */
    public record Movement(LocalDate date, Money amount) {
    }

    public Receipts {
        movements = List.copyOf(movements);
    }

    /** Nothing came in. */
    public static Receipts none(CurrencyUnit currency) {
        return new Receipts(Money.zero(currency), List.of());
    }

    /** What has come in towards the agreement up to and including that day; never below zero. */
    public Money upTo(LocalDate day) {
        Money sum = movements.stream().filter(m -> !m.date().isAfter(day)).map(Movement::amount)
                .reduce(before.negated(), Money::plus);
        return sum.isNegative() ? Money.zero(sum.getCurrencyUnit()) : sum;
    }
}
