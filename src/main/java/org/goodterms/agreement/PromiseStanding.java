package org.goodterms.agreement;

import org.joda.money.Money;

/** A promise as of a day: where it stands and what has come in towards it. */
public record PromiseStanding(Promise promise, PromiseState state, Money received) {
}
