package org.goodterms.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An item to be opened; see {@link OpenItem} for signs and currencies.
 *
 * @param taxes the tax contained in the number's original, per rate; empty for parts after the first
 */
public record NewItem(Id<Customer> customer, ItemKind kind, String number, int part, @Nullable UUID sourceId,
        LocalDate date, @Nullable LocalDate due, Money original, Money carrying, String reference,
        OpenItem.@Nullable Discount discount, List<Tax> taxes) {

    /** Net and tax of one rate (percent) in the item's currency, signed as the item. */
    public record Tax(BigDecimal rate, Money net, Money tax) {
    }

    public NewItem {
        taxes = List.copyOf(taxes);
    }

    /** A credit or charge without due parts, discount or tax. */
    public static NewItem simple(Id<Customer> customer, ItemKind kind, String number, @Nullable UUID sourceId,
            LocalDate date, Money original, Money carrying) {
        return new NewItem(customer, kind, number, 1, sourceId, date, kind.debit() ? date : null, original, carrying,
                "", null, List.of());
    }
}
