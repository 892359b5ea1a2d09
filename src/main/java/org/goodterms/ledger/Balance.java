package org.goodterms.ledger;

import org.joda.money.Money;

/** The balance of an account in the book's currency: debit positive, credit negative. */
public record Balance(Account account, Money amount) {

    /** The amount on the debit side, else zero. */
    public Money debit() {
        return amount.isPositive() ? amount : Money.zero(amount.getCurrencyUnit());
    }

    /** The amount on the credit side, else zero. */
    public Money credit() {
        return amount.isNegative() ? amount.negated() : Money.zero(amount.getCurrencyUnit());
    }
}
