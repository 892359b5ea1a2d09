package org.goodterms.report;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/**
 * Whether what stands beside the general ledger says the same as it does, at the end of a day, in the book's currency.
 *
 * @param customers with an open balance, by code, at carrying amounts
 * @param account   what account 1200 says
 * @param banks     each account that statements were imported for, by its latest statement up to that day
 */
public record Reconciliation(LocalDate asOf, List<Customer> customers, Money account, List<Bank> banks) {

    /** What a customer owes; negative for a credit. */
    public record Customer(String code, String name, Money balance) {
    }

    /**
     * The latest statement of an account.
     *
     * @param on      the last day of the statement
     * @param closing what the bank says
     * @param ledger  what the account says at the end of that day
     */
    public record Bank(String account, String statement, LocalDate on, Money closing, Money ledger) {

        /** Ledger less bank: zero where they agree. */
        public Money difference() {
            return ledger.minus(closing);
        }
    }

    public Reconciliation {
        customers = List.copyOf(customers);
        banks = List.copyOf(banks);
    }

    /** The sum over the customers. */
    public Money total() {
        return customers.stream().map(Customer::balance).reduce(account.minus(account), Money::plus);
    }

    /** Ledger less customers: zero where they agree. */
    public Money difference() {
        return account.minus(total());
    }
}
