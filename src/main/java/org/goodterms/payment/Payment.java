package org.goodterms.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.receivable.OpenItem;
import org.joda.money.Money;

/**
 * Money that came in (kind {@code receipt}) or went back (kind {@code refund}); never changed.
 *
 * @param amount positive, in its currency
 * @param rate   units of that currency for one of the book's
 * @param number   of its item in the customer ledger
 * @param received the day the money came in: before {@code date} where the payer became known later; interest stops on it
 */
public record Payment(Id<Payment> id, Id<Customer> customer, Kind kind, LocalDate date, Money amount, BigDecimal rate,
        Method method, String account, String reference, String note, Id<OpenItem> item, Id<PostedEntry> entry,
        String number, LocalDate received) {

    /** Which way the money went. */
    public enum Kind {
        RECEIPT, REFUND;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
