package org.goodterms.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a customer pays and when we last spoke, for lists.
 *
 * @param averageDaysLate as in {@link CustomerGlance}; null where nothing was settled by payment
 * @param lastContact     the last time we and they spoke or wrote; null: never
 */
public record CustomerPace(@Nullable BigDecimal averageDaysLate, @Nullable LocalDate lastContact) {
    public static final CustomerPace UNKNOWN = new CustomerPace(null, null);
}
