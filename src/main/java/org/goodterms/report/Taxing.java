package org.goodterms.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.goodterms.kernel.Rounding;
import org.goodterms.ledger.Chart;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Makes a tax report of documents and of entries by hand. */
final class Taxing {
    private static final Comparator<TaxReport.Line> HIGHEST_RATE = Comparator.comparing(TaxReport.Line::rate).reversed()
            .thenComparing(TaxReport.Line::kind);

    private Taxing() {
    }

    /** @param documents per rate and kind */
    static TaxReport report(LocalDate from, LocalDate to, List<TaxReport.Line> documents, List<TaxEntry> others,
            CurrencyUnit book) {
        List<TaxReport.Line> lines = new ArrayList<>();
        documents.stream().filter(line -> !line.net().isZero() || !line.tax().isZero())
                .map(line -> new TaxReport.Line(plain(line.rate()), line.kind(), line.net(), line.tax())).forEach(lines::add);
        Map<BigDecimal, long[]> byHand = new TreeMap<>();
        long input = 0;
        for (TaxEntry entry : others) {
            if (entry.settles()) {
                continue;
            }
            input += entry.sum(Chart.INPUT_TAX);
            long tax = -entry.sum(Chart.OUTPUT_TAX);
            if (tax != 0) {
                long[] sums = byHand.computeIfAbsent(rate(tax, entry.turnover()), r -> new long[2]);
                sums[0] += entry.turnover();
                sums[1] += tax;
            }
        }
        byHand.forEach((rate, sums) -> lines.add(new TaxReport.Line(rate, "journal", Money.ofMinor(book, sums[0]),
                Money.ofMinor(book, sums[1]))));
        lines.sort(HIGHEST_RATE);
        Money output = lines.stream().map(TaxReport.Line::tax).reduce(Money.zero(book), Money::plus);
        return new TaxReport(from, to, lines, output, Money.ofMinor(book, input));
    }

    /** The rate that an entry by hand must have meant, to a tenth of a percent; zero where it shows no turnover. */
    private static BigDecimal rate(long tax, long turnover) {
        return turnover == 0 ? BigDecimal.ZERO : plain(Rounding.HALF_UP.round(new BigDecimal(tax).movePointRight(2)
                .divide(new BigDecimal(turnover), MathContext.DECIMAL64), 1));
    }

    private static BigDecimal plain(BigDecimal rate) {
        return rate.signum() == 0 ? BigDecimal.ZERO : rate.stripTrailingZeros();
    }
}
