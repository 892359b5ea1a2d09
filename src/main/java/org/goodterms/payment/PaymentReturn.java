package org.goodterms.payment;

import java.time.LocalDate;
import org.goodterms.kernel.Id;
import org.joda.money.Money;

/**
 * A payment that came back.
 *
 * @param fee        what the bank took from us, in the book's currency, zero if nothing
 * @param recharge   what of it the customer shall pay, an item of its own due that day; zero if nothing
 * @param chargeback a card chargeback: opens disputes over what the payment had settled
 */
public record PaymentReturn(Id<Payment> payment, LocalDate date, Money fee, Money recharge, boolean chargeback) {
}
