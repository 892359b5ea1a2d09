package org.goodterms.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What may be expected to come in: each open item on its due date, moved by the days that its customer is usually late.
 * What should have come by then and did not is not counted on: it has to be asked for.
 */
final class CashExpected {

    /**
     * What is open of an item and not disputed, in the book's currency.
     *
     * @param amount above zero
     */
    record Open(Id<Customer> customer, LocalDate due, Money amount) {
    }

    private CashExpected() {
    }

    /**
     * Sum of what is expected from {@code today} to {@code until}, both included.
     *
     * @param late average days late of each customer; early ones count as on time, unknown ones too
     */
    static Money until(LocalDate today, LocalDate until, CurrencyUnit book, List<Open> items, Map<Id<Customer>, BigDecimal> late) {
        Money sum = Money.zero(book);
        for (Open item : items) {
            BigDecimal days = late.getOrDefault(item.customer(), BigDecimal.ZERO).max(BigDecimal.ZERO);
            LocalDate day = item.due().plusDays(days.setScale(0, RoundingMode.HALF_UP).longValueExact());
            if (!day.isBefore(today) && !day.isAfter(until)) {
                sum = sum.plus(item.amount());
            }
        }
        return sum;
    }
}
