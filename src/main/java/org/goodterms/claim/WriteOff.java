package org.goodterms.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.NewItem;
import org.goodterms.receivable.OpenItem;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An item removed from account 1200 as uncollectible. The claim itself may go on.
 *
 * @param account  6200, or 1290 where the allowance bears it
 * @param amount   in the book's currency, tax included
 * @param taxes    net and tax per rate in the book's currency; net and tax together are the amount
 * @param relief   whether the tax in it comes back now, later or not at all
 * @param reliefOn the day on which pending relief was claimed, or null
 */
public record WriteOff(Id<WriteOff> id, Id<OpenItem> item, String number, LocalDate on, String account, Money amount,
        List<NewItem.Tax> taxes, ReliefTime relief, @Nullable LocalDate reliefOn) {

    /** When the tax in it comes back. */
    public enum ReliefTime {
        NOW, LATER, NONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public WriteOff {
        taxes = List.copyOf(taxes);
    }

    public Money tax() {
        return taxes.stream().map(NewItem.Tax::tax).reduce(Money.zero(amount.getCurrencyUnit()), Money::plus);
    }

    /** What is expense: the amount without the tax that comes back. */
    public Money net() {
        return amount.minus(tax());
    }

    /** Whether the tax has come back. */
    public boolean relieved() {
        return relief == ReliefTime.NOW || reliefOn != null;
    }
}
