package org.goodterms.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/**
 * What a tax return is made of, in the book's currency.
 *
 * @param lines  documents and corrections per rate; what lowers the turnover is negative
 * @param output tax owed on sales, entries by hand included
 * @param input  tax paid to suppliers (account 1400)
 */
public record TaxReport(LocalDate from, LocalDate to, List<Line> lines, Money output, Money input) {

    /**
     * One rate and kind of document: {@code invoice cash-discount credit-note write-off recovery}, or {@code journal}
     * for entries by hand.
     *
     * @param rate percent
     */
    public record Line(BigDecimal rate, String kind, Money net, Money tax) {
    }

    public TaxReport {
        lines = List.copyOf(lines);
    }

    /** Output less input; negative where the state owes. */
    public Money payable() {
        return output.minus(input);
    }
}
