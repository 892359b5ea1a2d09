package org.goodterms.payment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.goodterms.kernel.Rounding;
import org.goodterms.kernel.Split;
import org.goodterms.receivable.NewItem;
import org.joda.money.Money;

/** A cash discount taken: how much of it is turnover, how much is tax (the domain rules, section 2, rows 8 to 8d). */
public final class CashDiscount {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private CashDiscount() {
    }

    /**
     * @param discount    tax included, positive
     * @param taxes       net and tax of the invoice per rate
     * @param correctsTax true where the tax follows the price paid; false where it stays as invoiced
     * @return per rate the net and tax of the discount; together exactly {@code discount}
     */
    public static List<NewItem.Tax> split(Money discount, List<NewItem.Tax> taxes, boolean correctsTax) {
        Money zero = Money.zero(discount.getCurrencyUnit());
        if (!correctsTax || taxes.isEmpty()) {
            return List.of(new NewItem.Tax(BigDecimal.ZERO, discount, zero));
        }
        List<Money> shares = Split.byWeight(discount,
                taxes.stream().map(t -> t.net().plus(t.tax()).getAmount()).toList());
        List<NewItem.Tax> result = new ArrayList<>();
        for (int i = 0; i < taxes.size(); i++) {
            BigDecimal rate = taxes.get(i).rate();
            BigDecimal exact = shares.get(i).getAmount().multiply(rate).divide(HUNDRED.add(rate), MathContext.DECIMAL128);
            Money tax = taxes.get(i).tax().isZero() ? zero
                    : Rounding.HALF_UP.toMoney(exact, discount.getCurrencyUnit());
            result.add(new NewItem.Tax(rate, shares.get(i).minus(tax), tax));
        }
        return result;
    }
}
