package org.goodterms.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A customer at a glance, as of today. Money is in the book's currency, at carrying amounts.
 *
 * @param balance         all open items, credits taken off
 * @param overdue         open debit items whose due date has passed
 * @param unapplied       credits not allocated, as a positive amount
 * @param averageDaysLate of settled invoices, weighted by their full amounts, signed (early is negative), two decimals;
 *                        null where nothing was settled by payment
 * @param settled         how many invoices that average is made of
 * @param openDisputes    how many disputes are open
 * @param disputed        their amount: what of it is still open, in the book's currency
 * @param lastContact     the last time we and they spoke or wrote; null: never
 * @param lastPayment     the day of their last payment; null: never
 */
public record CustomerGlance(Money balance, Money overdue, Money unapplied, @Nullable BigDecimal averageDaysLate,
        int settled, int openDisputes, Money disputed, @Nullable LocalDate lastContact,
        @Nullable LocalDate lastPayment) {
}
