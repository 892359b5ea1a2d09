package org.goodterms.claim;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;

/**
 * What could be charged for the delay of several items of one currency, as of one day. It is told and asked for by
 * nobody until it is charged.
 *
 * @param interest     the sum of each item's interest, rounded item by item as it would be charged
 * @param compensation the flat sums of the law, one a document; zero where none is granted
 */
public record LateCharges(Money interest, Money compensation) {

    /** Empty where nothing has accrued. */
    static Optional<LateCharges> of(List<InterestQuote> quotes) {
        if (quotes.stream().noneMatch(quote -> quote.total().isPositive())) {
            return Optional.empty();
        }
        Money zero = Money.zero(quotes.getFirst().compensation().getCurrencyUnit());
        Money interest = quotes.stream().map(quote -> quote.interest().total()).reduce(zero, Money::plus);
        Money flat = quotes.stream().collect(Collectors.toMap(InterestQuote::number, InterestQuote::compensation,
                (one, other) -> one.isGreaterThan(other) ? one : other)).values().stream().reduce(zero, Money::plus);
        return Optional.of(new LateCharges(interest, flat));
    }
}
