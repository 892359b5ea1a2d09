package org.goodterms.report;

import java.util.List;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.joda.money.Money;

/**
 * One customer's line of an aging, or the total.
 *
 * @param buckets   open debit items by age, youngest first
 * @param unapplied open credits, negative or zero
 * @param balance   buckets and unapplied credits together
 * @param disputed  of which contested; it is still in its bucket
 * @param onPlan    of which on a payment plan; it is still in its bucket
 */
public record AgingRow(Id<Customer> customer, String code, String name, List<Money> buckets, Money unapplied,
        Money balance, Money disputed, Money onPlan) {

    public AgingRow {
        buckets = List.copyOf(buckets);
    }

    /** Every bucket but the first. */
    public Money overdue() {
        return buckets.subList(1, buckets.size()).stream().reduce(Money.zero(balance.getCurrencyUnit()), Money::plus);
    }
}
