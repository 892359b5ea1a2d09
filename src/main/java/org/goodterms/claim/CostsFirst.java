package org.goodterms.claim;

import org.joda.money.Money;

/**
 * How a payment that does not cover everything counts by law: on costs first, then on interest, last on the principal
 * (BGB 367).
 */
public record CostsFirst(Money costs, Money interest, Money principal, Money unused) {

    /** Costs, interest and principal as they are open, of one currency. */
    public static CostsFirst of(Money payment, Money owedCosts, Money owedInterest, Money owedPrincipal) {
        Money costs = least(payment, owedCosts);
        Money interest = least(payment.minus(costs), owedInterest);
        Money principal = least(payment.minus(costs).minus(interest), owedPrincipal);
        return new CostsFirst(costs, interest, principal, payment.minus(costs).minus(interest).minus(principal));
    }

    private static Money least(Money a, Money b) {
        return a.isLessThan(b) ? a : b;
    }
}
