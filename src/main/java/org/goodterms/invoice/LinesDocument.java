package org.goodterms.invoice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.goodterms.einvoice.EInvoice;
import org.goodterms.invoice.Totals.PriceMode;
import org.goodterms.kernel.Rounding;
import org.goodterms.kernel.Split;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Lines, discounts and charges of a document for an e-invoice, such that they add up to the document's own sums. */
final class LinesDocument {
    private static final int PRICE_DECIMALS = 10;

    private LinesDocument() {
    }

    /**
     * The lines. A price that holds tax is given as the line's net divided by its quantity, to ten decimals; a price
     * below zero becomes a quantity below zero (BR-27).
     */
    static List<EInvoice.Line> of(Document document) {
        List<EInvoice.Line> lines = new ArrayList<>();
        for (int i = 0; i < document.content().lines().size(); i++) {
            lines.add(line(document, document.content().lines().get(i), document.lineNets().get(i), i + 1));
        }
        return lines;
    }

    private static EInvoice.Line line(Document document, Line line, Money net, int number) {
        boolean withTax = document.content().pricing().mode() != PriceMode.NET;
        BigDecimal quantity = line.quantity();
        BigDecimal price = withTax && quantity.signum() != 0
                ? net.getAmount().divide(quantity, MathContext.DECIMAL128)
                : line.price().divide(line.per(), MathContext.DECIMAL128);
        price = Rounding.HALF_UP.round(price, PRICE_DECIMALS);
        if (price.signum() < 0) {
            price = price.negate();
            quantity = quantity.negate();
        }
        Money whole = Rounding.HALF_UP.toMoney(quantity.multiply(price), net.getCurrencyUnit());
        Money off = whole.minus(net);
        List<EInvoice.Allowance> allowances = off.isZero() || withTax ? List.of()
                : List.of(new EInvoice.Allowance(off.isNegative(), off.abs().getAmount(), null, null, "Discount", "",
                        BigDecimal.ZERO));
        List<String> text = line.text().lines().toList();
        return new EInvoice.Line(Integer.toString(number), text.isEmpty() ? "-" : text.getFirst(),
                text.size() < 2 ? null : String.join("\n", text.subList(1, text.size())), null, quantity,
                EInvoiceDocument.unit(line.unit()), price, allowances, net.getAmount(), line.tax().category(),
                line.tax().rate(), null);
    }

    /**
     * The discounts and charges of the whole, one for each rate they were spread over. The last one takes what is left
     * between a rate's lines and its base.
     */
    static List<EInvoice.Allowance> extras(Document document) {
        List<Allowance> allowances = document.content().allowances();
        List<Totals.TaxRow> taxes = document.taxes();
        List<EInvoice.Allowance> extras = new ArrayList<>();
        if (allowances.isEmpty() || taxes.isEmpty()) {
            return extras;
        }
        CurrencyUnit currency = document.content().pricing().currency();
        List<Money> lines = taxes.stream().map(tax -> linesOf(document, tax.key(), currency)).toList();
        List<Money> left = new ArrayList<>();
        for (int k = 0; k < taxes.size(); k++) {
            left.add(taxes.get(k).base().minus(lines.get(k)));
        }
        for (int i = 0; i < allowances.size(); i++) {
            Money change = allowances.get(i).charge() ? document.adjusted().get(i) : document.adjusted().get(i).negated();
            List<Money> shares = i == allowances.size() - 1 ? List.copyOf(left) : spread(change, lines);
            for (int k = 0; k < taxes.size(); k++) {
                Money share = shares.get(k);
                left.set(k, left.get(k).minus(share));
                if (!share.isZero()) {
                    extras.add(new EInvoice.Allowance(share.isPositive(), share.abs().getAmount(), null, null,
                            allowances.get(i).reason(), taxes.get(k).key().category(), taxes.get(k).key().rate()));
                }
            }
        }
        return extras;
    }

    private static List<Money> spread(Money change, List<Money> lines) {
        List<BigDecimal> weights = lines.stream().map(Money::getAmount).toList();
        boolean none = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add).signum() == 0;
        return Split.byWeight(change, none ? weights.stream().map(w -> BigDecimal.ONE).toList() : weights);
    }

    private static Money linesOf(Document document, TaxKey key, CurrencyUnit currency) {
        Money sum = Money.zero(currency);
        for (int i = 0; i < document.content().lines().size(); i++) {
            if (document.content().lines().get(i).tax().equals(key)) {
                sum = sum.plus(document.lineNets().get(i));
            }
        }
        return sum;
    }
}
