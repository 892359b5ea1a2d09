package org.goodterms.invoice;

import java.math.BigDecimal;
import java.util.List;
import org.goodterms.invoice.Totals.Adjustment;
import org.goodterms.invoice.Totals.Priced;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a document.
 *
 * @param quantity     up to 6 decimals
 * @param unit         as printed: {@code h}, {@code pcs}; may be empty
 * @param price        of {@code per} units, up to 6 decimals, in the price mode of the document
 * @param per          price base quantity (BT-149), usually 1
 * @param discount     off this line, a percent or an amount; null for none
 * @param account      income account; empty: 4000
 */
public record Line(String text, BigDecimal quantity, String unit, BigDecimal price, BigDecimal per,
        @Nullable Discount discount, TaxKey tax, String account) {

    public Line {
        quantity = TaxKey.plain(quantity);
        price = TaxKey.plain(price);
        per = TaxKey.plain(per);
    }

    /** Off a line: exactly one of percent and amount is given. */
    public record Discount(@Nullable BigDecimal percent, @Nullable Money amount) {
        public Discount {
            percent = percent == null ? null : TaxKey.plain(percent);
        }
    }

    /** A line without unit, discount or account of its own. */
    public static Line of(String text, BigDecimal quantity, BigDecimal price, TaxKey tax) {
        return new Line(text, quantity, "", price, BigDecimal.ONE, null, tax, "");
    }

    /** The same taxed otherwise. */
    public Line taxed(TaxKey key) {
        return new Line(text, quantity, unit, price, per, discount, key, account);
    }

    public Line discounted(Discount off) {
        return new Line(text, quantity, unit, price, per, off, tax, account);
    }

    Priced priced() {
        Discount off = discount;
        return new Priced(quantity, price, per,
                off == null ? List.of() : List.of(new Adjustment(false, off.percent(), off.amount(), null)), tax);
    }
}
