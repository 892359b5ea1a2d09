package org.goodterms.company;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rate of tax and the days on which it holds, both included.
 *
 * @param percent   {@code 19}, {@code 8.875}
 * @param category  of EN 16931 (UNCL 5305): S standard and reduced, Z zero, E exempt, AE reverse charge, K supply within
 *                  the EU, G export, O outside the scope
 * @param validTo   null: still valid
 */
public record TaxRate(String country, String category, String label, BigDecimal percent, LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public TaxRate {
        percent = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
        percent = percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    public boolean isValidOn(LocalDate date) {
        return !date.isBefore(validFrom) && (validTo == null || !date.isAfter(validTo));
    }
}
