package org.goodterms.call;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.goodterms.agreement.PromiseStanding;
import org.goodterms.customer.Contact;
import org.goodterms.customer.Customer;
import org.goodterms.dispute.Dispute;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What lies ready before the call.
 *
 * @param overdue  debit items past their due date, the oldest first, whole amounts
 * @param contested what the customer disputes
 * @param contacts the last ones, newest first
 * @param told     promises, and how they were kept
 * @param forbidden whether the customer must not be contacted
 */
public record CallCase(Customer customer, CallStage stage, List<OpenItem> overdue, Contested contested, List<Contact> contacts,
        Told told, Bounds bounds, boolean forbidden) {

    /** Disputes that are open, and what is contested of each item by them. */
    public record Contested(List<Dispute> disputes, Map<Id<OpenItem>, Money> amounts) {
        public Contested {
            disputes = List.copyOf(disputes);
            amounts = Map.copyOf(amounts);
        }

        /** The rest of an item that nobody disputes; never below zero. */
        Money undisputed(OpenItem item) {
            Money amount = amounts.getOrDefault(item.id(), Money.zero(item.open().getCurrencyUnit()));
            return amount.isGreaterThan(item.open()) ? Money.zero(amount.getCurrencyUnit()) : item.open().minus(amount);
        }
    }

    /** Promises by their dates, and how many of those that fell due were kept. */
    public record Told(List<PromiseStanding> promises, int due, int kept) {
        public Told {
            promises = List.copyOf(promises);
        }

        /** Those that were not kept. */
        public long broken() {
            return promises.stream().filter(one -> one.state().failed()).count();
        }
    }

    /** The limits of calling, and what time it is there. */
    public record Bounds(Calling.Limits limits, Calling.Hours hours) {
    }

    public CallCase {
        overdue = List.copyOf(overdue);
        contacts = List.copyOf(contacts);
    }

    /** The undisputed rest of what is overdue, by currency: what the call asks for. */
    public Map<CurrencyUnit, Money> asked() {
        return overdue.stream().collect(Collectors.toMap(item -> item.open().getCurrencyUnit(),
                contested::undisputed, Money::plus, java.util.TreeMap::new));
    }
}
