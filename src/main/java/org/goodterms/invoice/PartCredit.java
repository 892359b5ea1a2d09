package org.goodterms.invoice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.goodterms.kernel.Rounding;
import org.goodterms.kernel.Split;
import org.goodterms.invoice.Totals.TaxRow;
import org.joda.money.Money;

/** The lines of a credit note over an amount: one for each rate of the invoice, by its share in the total. */
public final class PartCredit {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private PartCredit() {
    }

    /**
     * Lines priced as the invoice is. Where its prices are net the net is rounded half up to the minor unit, so that the
     * credit note may differ from the amount by one minor unit for each rate.
     *
     * @param amount tax included, above zero, in the currency of the invoice
     * @param text   of each line
     */
    public static List<Line> lines(Document invoice, Money amount, String text) {
        List<TaxRow> rows = invoice.taxes().stream().filter(row -> row.base().plus(row.tax()).isPositive()).toList();
        List<Money> shares = Split.byWeight(amount, rows.stream().map(row -> row.base().plus(row.tax()).getAmount()).toList());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Money share = shares.get(i);
            if (share.isPositive()) {
                lines.add(Line.of(text, BigDecimal.ONE, price(invoice, rows.get(i), share), rows.get(i).key()));
            }
        }
        return lines;
    }

    private static BigDecimal price(Document invoice, TaxRow row, Money share) {
        if (invoice.content().pricing().mode() != Totals.PriceMode.NET || row.tax().isZero()) {
            return share.getAmount();
        }
        BigDecimal net = share.getAmount().multiply(HUNDRED).divide(HUNDRED.add(row.key().rate()), MathContext.DECIMAL128);
        return Rounding.HALF_UP.toMoney(net, share.getCurrencyUnit()).getAmount();
    }
}
