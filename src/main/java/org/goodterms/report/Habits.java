package org.goodterms.report;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the books know of how a customer paid in the last twelve months: who was clean for so long is clean.
 *
 * @param daysLate       of invoices settled by payment, in the order in which they were paid; negative: early
 * @param daysAfterFirst days from the first reminder to settlement, of those that needed one
 * @param brokenPromises promises not kept, or only partly
 * @param salesShare     part of the firm's sales of the last twelve months, 0 to 1
 * @param limitReached   what is open has reached the credit limit
 */
public record Habits(List<Integer> daysLate, List<Integer> daysAfterFirst, int brokenPromises, BigDecimal salesShare,
        boolean limitReached) {
    public Habits {
        daysLate = List.copyOf(daysLate);
        daysAfterFirst = List.copyOf(daysAfterFirst);
    }
}
