package org.goodterms.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.NewItem;
import org.goodterms.receivable.OpenItem;
import org.joda.money.Money;

/**
 * A cash discount or small difference that closes part of an item beside the money.
 *
 * @param carrying what it takes from the item's carrying amount, positive, in the book's currency
 * @param number   of its own credit item
 */
record Reduction(OpenItem of, ItemKind kind, Money amount, Money carrying, String number) {

    /** The reductions that go with these shares; numbered after the receipt. */
    static List<Reduction> of(List<Receiving.Share> shares, String receiptNumber) {
        List<Reduction> result = new ArrayList<>();
        for (Receiving.Share share : shares) {
            if (share.discount().isPositive()) {
                result.add(new Reduction(share.item(), ItemKind.DISCOUNT, share.discount(), share.discountCarrying(),
                        receiptNumber + "-D" + (result.size() + 1)));
            }
            if (share.small().isPositive()) {
                result.add(new Reduction(share.item(), ItemKind.SMALL_DIFFERENCE, share.small(), share.smallCarrying(),
                        receiptNumber + "-S" + (result.size() + 1)));
            }
        }
        return result;
    }

    NewItem item(Id<Customer> customer, UUID payment, LocalDate date) {
        return NewItem.simple(customer, kind, number, payment, date, amount.negated(), carrying.negated());
    }
}
