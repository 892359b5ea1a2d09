package org.goodterms.report;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/**
 * The firm's money at a glance, as of today, at carrying amounts in the book's currency.
 *
 * @param customers how many there are at all
 * @param open      open debit items
 * @param overdue   of which the due date has passed
 * @param unapplied credits not allocated, as a positive amount
 * @param expected  what may be expected to come in up to {@code until}
 * @param lateCount how many customers are late
 * @param late      those who are late with the most, the most first
 */
public record TodayGlance(int customers, Money open, Money overdue, Money unapplied, Money expected, LocalDate until,
        int lateCount, List<LateCustomer> late) {

    public TodayGlance {
        late = List.copyOf(late);
    }
}
