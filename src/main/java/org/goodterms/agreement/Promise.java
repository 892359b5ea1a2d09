package org.goodterms.agreement;

import java.time.LocalDate;
import java.util.List;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.BusinessDays;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A customer's word: so much for these items by that day.
 *
 * @param items    what it covers; reminders for them rest while it is pending
 * @param amount   in the items' currency, positive
 * @param by       the last day on which the money may come
 * @param person   who gave it, and {@code channel} by which means; both may be empty
 * @param testedOn the day of the run that tested it, or null
 * @param replacedOn the day on which another promise took its place, or null
 */
public record Promise(Id<Promise> id, Id<Customer> customer, List<Item> items, Money amount, LocalDate by,
        LocalDate madeOn, Said said, @Nullable LocalDate testedOn, @Nullable LocalDate replacedOn) {

    /** An item it covers. */
    public record Item(Id<OpenItem> id, String number) {
    }

    /** By whom, by which means ({@code phone letter meeting email}), and what else was said. */
    public record Said(String person, String channel, String note) {
    }

    public Promise {
        items = List.copyOf(items);
    }

    /** The day of its test: the first business day after its date (the domain rules, section 8.1 rule 5). */
    public LocalDate testDay(BusinessDays days) {
        return days.onOrAfter(by.plusDays(1));
    }

    public boolean covers(Id<OpenItem> item) {
        return items.stream().anyMatch(one -> one.id().equals(item));
    }

    public List<String> numbers() {
        return items.stream().map(Item::number).distinct().toList();
    }
}
