package org.goodterms.payment;

import java.time.LocalDate;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment as a line of a list.
 *
 * @param kind       {@code receipt} or {@code refund}
 * @param amount     positive, in its currency
 * @param unapplied  what of it settles nothing yet
 * @param returned   the day it bounced, was charged back or was withdrawn, or null
 * @param returnKind {@code bounce}, {@code chargeback} or {@code withdrawn}, or null
 */
public record PaymentRow(Id<Payment> id, LocalDate date, Id<Customer> customer, String customerCode,
        String customerName, String kind, String method, Money amount, Money unapplied, String number,
        String reference, String note, @Nullable LocalDate returned, @Nullable String returnKind) {
}
