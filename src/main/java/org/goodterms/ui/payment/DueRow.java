package org.goodterms.ui.payment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.goodterms.payment.SmallDifference;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.OpenItem;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An open number of a customer and what of the money is for it; several due dates of one invoice are one row. */
final class DueRow {
    final String number;
    final ItemKind kind;
    final @Nullable LocalDate due;
    final Money open;
    /** What of the money goes here; null for nothing. */
    final ObjectProperty<@Nullable Money> pay = new SimpleObjectProperty<>();
    /** Whether the cash discount is granted. */
    final BooleanProperty discounted = new SimpleBooleanProperty();
    private final Money last;
    private final OpenItem.@Nullable Discount discount;

    /** @param parts the open parts of one number, at least one */
    DueRow(List<OpenItem> parts) {
        List<OpenItem> byDue = parts.stream().sorted(Comparator.comparing(
                item -> Objects.requireNonNullElse(item.due(), item.date()))).toList();
        OpenItem first = byDue.getFirst();
        number = first.number();
        kind = first.kind();
        due = first.due();
        open = parts.stream().map(OpenItem::open).reduce(Money::plus).orElseThrow();
        last = byDue.getLast().original();
        discount = byDue.stream().map(OpenItem::discount).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** The discount that money of that day earns; zero where there is none any more. */
    Money earned(LocalDate on) {
        return discount == null || on.isAfter(discount.until()) || discount.amount().isGreaterThan(open) ? zero()
                : discount.amount();
    }

    @Nullable LocalDate discountUntil() {
        return discount == null ? null : discount.until();
    }

    Money paid() {
        return Objects.requireNonNullElse(pay.get(), zero());
    }

    Money taken(LocalDate on) {
        return discounted.get() ? earned(on) : zero();
    }

    /** What stays open, before a small difference is given up. */
    Money rest(LocalDate on) {
        return open.minus(paid()).minus(taken(on));
    }

    /** Whether so little is left that it is given up, once the money is used up. */
    boolean isSmall(LocalDate on) {
        return paid().isPositive() && SmallDifference.isSmall(rest(on), last);
    }

    private Money zero() {
        return Money.zero(open.getCurrencyUnit());
    }
}
