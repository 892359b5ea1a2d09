package org.goodterms.bank;

import java.time.LocalDate;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.payment.Payment;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that stands on a bank account without a line of the bank: somebody wrote it down before the file came.
 *
 * @param entry    by which it stands there
 * @param on       the date it was recorded with
 * @param amount   with the sign of the line that is to come, in the book's currency
 * @param payment  the receipt or refund, null for an entry by hand and for a return
 * @param customer of the payment, null likewise
 * @param text     of the journal line
 * @param transferred whether it was told to have come by the bank; cash, cards and cheques come by other ways
 */
public record Recorded(Id<PostedEntry> entry, LocalDate on, Money amount, @Nullable Id<Payment> payment,
        @Nullable Id<Customer> customer, String text, boolean transferred) {
}
