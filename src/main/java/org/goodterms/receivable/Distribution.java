package org.goodterms.receivable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;

/** Spreads money over debit items in the order of the book, oldest due date first (the domain rules, section 1). */
public final class Distribution {
    private static final Comparator<OpenItem> OLDEST = Comparator.comparing((OpenItem item) -> Objects.requireNonNullElse(item.due(), LocalDate.MAX))
            .thenComparing(OpenItem::date).thenComparing(OpenItem::number).thenComparing(OpenItem::part);

    /** What one item gets. */
    public record Share(OpenItem item, Money amount) {
    }

    private Distribution() {
    }

    /**
     * @param items of one currency; credits and settled ones are passed over
     * @return shares that together take all of {@code amount}, or all that is open where that is less
     */
    public static List<Share> of(List<OpenItem> items, Money amount, SettlingOrder order) {
        List<Share> shares = new ArrayList<>();
        Money left = amount;
        for (OpenItem item : items.stream().sorted(order.comparator().thenComparing(OLDEST)).toList()) {
            if (!left.isPositive()) {
                break;
            }
            if (item.kind().debit() && item.open().isPositive()
                    && item.open().getCurrencyUnit().equals(amount.getCurrencyUnit())) {
                Money share = item.open().isLessThan(left) ? item.open() : left;
                shares.add(new Share(item, share));
                left = left.minus(share);
            }
        }
        return shares;
    }
}
