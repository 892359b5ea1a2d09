package org.goodterms.ledger;

import java.time.LocalDate;
import org.goodterms.kernel.Id;
import org.joda.money.Money;

/** One line of an account: amount and running balance in the book's currency, debit positive. */
public record AccountLine(Id<PostedEntry> entry, long seq, LocalDate date, String text, Money amount, Money balance) {
}
