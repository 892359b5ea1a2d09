package org.goodterms.invoice;

import java.math.BigDecimal;
import org.goodterms.invoice.Totals.Adjustment;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A discount or charge on the whole document, spread over its tax rates by largest remainder.
 *
 * @param charge added instead of taken off
 * @param reason as printed: {@code Freight}
 * @param percent of the sum of lines; exactly one of percent and amount is given
 * @param amount in the currency and price mode of the document, positive
 */
public record Allowance(boolean charge, String reason, @Nullable BigDecimal percent, @Nullable Money amount) {

    public Allowance {
        percent = percent == null ? null : TaxKey.plain(percent);
    }

    public static Allowance percent(String reason, BigDecimal percent) {
        return new Allowance(false, reason, percent, null);
    }

    public static Allowance amount(String reason, Money amount) {
        return new Allowance(false, reason, null, amount);
    }

    public static Allowance charge(String reason, Money amount) {
        return new Allowance(true, reason, null, amount);
    }

    Adjustment adjustment() {
        return new Adjustment(charge, percent, amount, null);
    }
}
