package org.goodterms.ui.invoice;

import java.math.BigDecimal;
import org.goodterms.invoice.Line;
import org.goodterms.kernel.Rounding;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A discount or charge as it is typed: {@code 5%}, or {@code 12.50} in the currency of the invoice, whichever that is.
 *
 * @param number of percent or of units of the currency
 */
record Off(BigDecimal number, boolean percent) {

    static @Nullable Off of(@Nullable BigDecimal percent, @Nullable Money amount) {
        return percent != null ? new Off(percent, true) : amount == null ? null : new Off(amount.getAmount(), false);
    }

    Line.Discount discount(CurrencyUnit currency) {
        return new Line.Discount(share(), amount(currency));
    }

    @Nullable BigDecimal share() {
        return percent ? number : null;
    }

    @Nullable Money amount(CurrencyUnit currency) {
        return percent ? null : Rounding.HALF_UP.toMoney(number, currency);
    }
}
