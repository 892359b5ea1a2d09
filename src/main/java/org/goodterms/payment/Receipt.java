package org.goodterms.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.joda.money.Money;

/**
 * Money received, as a person or a file tells it.
 *
 * @param date      the day it stood on our account
 * @param amount    what the customer is credited with
 * @param rate      units of the amount's currency for one of the book's; 1 in the book's currency
 * @param discounts cash discounts taken, tax included, in the amount's currency
 * @param less      kept back by a bank or agency and borne by us, by account, in the amount's currency
 */
public record Receipt(Id<Customer> customer, LocalDate date, Money amount, BigDecimal rate, Method method,
        Settlement settlement, List<Settlement.Part> discounts, Map<String, Money> less, String reference, String note) {

    public Receipt {
        discounts = List.copyOf(discounts);
        less = Map.copyOf(less);
    }

    /** A plain receipt by bank in the book's currency. */
    public static Receipt plain(Id<Customer> customer, LocalDate date, Money amount, Settlement settlement) {
        return new Receipt(customer, date, amount, BigDecimal.ONE, Method.BANK, settlement, List.of(), Map.of(), "", "");
    }
}
