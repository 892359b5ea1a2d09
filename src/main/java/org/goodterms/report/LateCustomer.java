package org.goodterms.report;

import java.time.LocalDate;
import org.goodterms.followup.FollowUp;
import org.jspecify.annotations.Nullable;
import org.joda.money.Money;

/**
 * A customer with overdue items, as of today.
 *
 * @param overdue     open debit items whose due date has passed, at carrying amounts in the book's currency
 * @param oldestDue   the due date that passed first
 * @param items       how many items are overdue
 * @param lastContact the last time we and they spoke or wrote; null: never
 */
public record LateCustomer(FollowUp.Whom whom, Money overdue, LocalDate oldestDue, int items, @Nullable LocalDate lastContact) {
}
