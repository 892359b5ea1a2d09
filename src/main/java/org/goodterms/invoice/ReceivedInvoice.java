package org.goodterms.invoice;

import java.time.LocalDate;
import org.joda.money.Money;

/**
 * A supplier's e-invoice that became an expense.
 *
 * @param hash     where its file lies in the archive
 * @param issued   its date as it says, 2026-03-01
 * @param account  the expense account
 * @param bookedOn date of the entry
 */
public record ReceivedInvoice(String hash, String seller, String number, String issued, Money payable, String account, LocalDate bookedOn) {
}
