package org.goodterms.call;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.goodterms.agreement.PromiseService;
import org.goodterms.agreement.PromiseStanding;
import org.goodterms.customer.Contact;
import org.goodterms.customer.Customer;
import org.goodterms.dispute.Dispute;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What lies ready before the call.
 *
 * @param overdue  debit items past their due date, the oldest first, whole amounts
 * @param disputes that are open
 * @param contacts the last ones, newest first
 * @param told     promises, and how they were kept
 * @param forbidden whether the customer must not be contacted
 */
public record CallCase(Customer customer, CallStage stage, List<OpenItem> overdue, List<Dispute> disputes, List<Contact> contacts,
        Told told, Bounds bounds, boolean forbidden) {

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
        disputes = List.copyOf(disputes);
        contacts = List.copyOf(contacts);
    }

    /** The undisputed rest of what is overdue, by currency: what the call asks for. */
    public Map<CurrencyUnit, Money> asked() {
        Map<CurrencyUnit, Money> sums = overdue.stream().collect(Collectors.toMap(item -> item.open().getCurrencyUnit(),
                OpenItem::open, Money::plus, java.util.TreeMap::new));
        disputes.stream().filter(dispute -> overdue.stream().anyMatch(item -> item.id().equals(dispute.item())))
                .forEach(dispute -> sums.computeIfPresent(dispute.amount().getCurrencyUnit(),
                        (currency, sum) -> sum.minus(dispute.amount())));
        return sums;
    }
}
