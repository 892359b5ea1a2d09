package org.goodterms.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An aging as of the end of a day.
 *
 * @param currency of all amounts: the book's at carrying values, or one currency's own items
 * @param rows     customers in order of code
 */
public record AgingReport(LocalDate asOf, AgingBasis basis, CurrencyUnit currency, List<AgingRow> rows, AgingRow total) {

    public AgingReport {
        rows = List.copyOf(rows);
    }

    /** Overdue share of the positive items in percent with two decimals; empty where nothing is open. */
    public Optional<BigDecimal> overdueShare() {
        Money positive = total.balance().minus(total.unapplied());
        return positive.isZero() ? Optional.empty()
                : Optional.of(total.overdue().getAmount().multiply(new BigDecimal(100))
                        .divide(positive.getAmount(), 2, RoundingMode.HALF_UP));
    }
}
