package org.goodterms.bank;

import java.util.List;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of a line.
 *
 * @param rule     0 to 7 of the domain rules
 * @param customer whose money it is; null for suspense
 * @param shares   what it settles; empty for an unapplied credit
 */
record Decision(int rule, @Nullable Id<Customer> customer, List<Share> shares) {
    static final int UNAPPLIED = 6;
    static final int SUSPENSE = 7;

    /**
     * A document and what the line does to it.
     *
     * @param amount   settled by money or, negative, a credit that is used up with it
     * @param discount cash discount that goes with it, zero where none
     */
    record Share(String number, Money amount, Money discount) {
    }

    Decision {
        shares = List.copyOf(shares);
    }

    static Decision unapplied(Id<Customer> customer) {
        return new Decision(UNAPPLIED, customer, List.of());
    }

    static Decision suspense() {
        return new Decision(SUSPENSE, null, List.of());
    }
}
