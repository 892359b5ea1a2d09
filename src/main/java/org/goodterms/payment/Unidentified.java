package org.goodterms.payment;

import java.time.LocalDate;
import org.goodterms.kernel.Id;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money whose payer is unknown: it stands on account 1990 until somebody says whose it is.
 *
 * @param date       the day it came in; interest stops on this day even if it is identified later
 * @param amount     in the book's currency
 * @param identified the day somebody knew, or null
 */
public record Unidentified(Id<Unidentified> id, LocalDate date, Money amount, String text,
        @Nullable LocalDate identified) {
}
