package org.goodterms.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.goodterms.kernel.Rounding;

/** How late settled invoices were paid (the domain rules, section 6). */
final class DaysLate {
    private static final int DECIMALS = 2;

    private DaysLate() {
    }

    /**
     * An invoice settled by payment.
     *
     * @param minorAmount full amount in minor units of the book's currency, the weight
     * @param lastReceipt day of the last receipt that went into it
     */
    record Settled(long minorAmount, LocalDate due, LocalDate lastReceipt) {

        long days() {
            return ChronoUnit.DAYS.between(due, lastReceipt);
        }
    }

    /** Sum of amount times days late by sum of amount, signed, two decimals; empty without a denominator. */
    static Optional<BigDecimal> weighted(List<Settled> invoices) {
        BigDecimal weight = sum(invoices, false);
        return weight.signum() == 0 ? Optional.empty()
                : Optional.of(Rounding.HALF_UP.round(sum(invoices, true).divide(weight, MathContext.DECIMAL64), DECIMALS));
    }

    private static BigDecimal sum(List<Settled> invoices, boolean timesDays) {
        return invoices.stream().map(i -> BigDecimal.valueOf(i.minorAmount())
                .multiply(BigDecimal.valueOf(timesDays ? i.days() : 1))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
