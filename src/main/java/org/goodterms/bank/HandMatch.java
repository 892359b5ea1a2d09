package org.goodterms.bank;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.payment.Payment;
import org.goodterms.payment.Settlement;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a person says a line is. */
public sealed interface HandMatch {

    /**
     * Money of a customer; an outgoing line is paid back to the customer out of unapplied credits.
     *
     * @param discounts cash discounts taken
     * @param paid      what the customer paid in another currency, or null
     * @param less      kept back on the way and borne by us, by account, in the book's currency
     */
    record OfCustomer(Id<Customer> customer, Settlement settlement, List<Settlement.Part> discounts,
            @Nullable Foreign paid, Map<String, Money> less) implements HandMatch {
        public OfCustomer {
            discounts = List.copyOf(discounts);
            less = Map.copyOf(less);
        }

        /** Nothing but the customer and what is settled. */
        public static OfCustomer plain(Id<Customer> customer, Settlement settlement) {
            return new OfCustomer(customer, settlement, List.of(), null, Map.of());
        }
    }

    /** @param rate units of the amount's currency for one of the book's */
    record Foreign(Money amount, BigDecimal rate) {
    }

    /**
     * The return of an earlier payment; what the line is beyond it is the bank's fee.
     *
     * @param recharge what of it the customer shall pay, zero if nothing
     */
    record CameBack(Id<Payment> payment, Money recharge, boolean chargeback) implements HandMatch {
    }

    /** Booked to accounts: amounts with the sign of the line, adding up to it. */
    record Booked(Map<String, Money> accounts) implements HandMatch {
        public Booked {
            accounts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(accounts));
        }
    }

    /** Money that stands in the books already. @param entry by which it does */
    record Already(Id<PostedEntry> entry) implements HandMatch {
    }

    /** Money on a debt that was written off. @param number of the debt */
    record Recovered(String number) implements HandMatch {
    }
}
