package org.goodterms.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.goodterms.kernel.Rounding;
import org.goodterms.receivable.NewItem;
import org.joda.money.Money;

/** Finds net and tax per rate of a document of which only the tax is known. */
final class TaxContained {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private TaxContained() {
    }

    /**
     * The net of a rate is what its tax was taken on; what rounding leaves is on the last rate, and what no rate explains
     * bears no tax.
     *
     * @param original tax included, positive
     * @return empty where the taxes are more than the original can hold
     */
    static Optional<List<NewItem.Tax>> rows(Money original, Map<BigDecimal, Money> taxes) {
        List<NewItem.Tax> rows = new ArrayList<>();
        Money rest = original;
        long tolerance = 0;
        for (Map.Entry<BigDecimal, Money> one : new TreeMap<>(taxes).descendingMap().entrySet()) {
            Money tax = one.getValue();
            boolean free = one.getKey().signum() == 0;
            Money net = free ? Money.zero(original.getCurrencyUnit()) : Rounding.HALF_UP.toMoney(
                    tax.getAmount().multiply(HUNDRED).divide(one.getKey(), MathContext.DECIMAL128), original.getCurrencyUnit());
            tolerance += free ? 0 : HUNDRED.divide(one.getKey(), 0, RoundingMode.UP).longValueExact();
            rows.add(new NewItem.Tax(one.getKey(), net, tax));
            rest = rest.minus(net).minus(tax);
        }
        if (rows.isEmpty() || rest.isZero()) {
            return Optional.of(rows);
        }
        NewItem.Tax last = rows.getLast();
        if (Math.abs(rest.getAmountMinorLong()) <= tolerance || last.rate().signum() == 0 && rest.isPositive()) {
            rows.set(rows.size() - 1, new NewItem.Tax(last.rate(), last.net().plus(rest), last.tax()));
            return Optional.of(rows);
        }
        rows.add(new NewItem.Tax(BigDecimal.ZERO, rest, Money.zero(rest.getCurrencyUnit())));
        return rest.isNegative() ? Optional.empty() : Optional.of(rows);
    }
}
