package org.goodterms.ui.dispute;

import java.time.LocalDate;
import java.util.List;
import org.goodterms.customer.Customer;
import org.goodterms.dispute.Dispute;
import org.goodterms.invoice.Document;
import org.goodterms.kernel.Id;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A dispute in the list.
 *
 * @param open     of the item, contested or not
 * @param contested of the item, by all its disputes, that no credit note has covered
 * @param document null where the item was taken over from elsewhere
 * @param files    names of the evidence
 */
record DisputeRow(Dispute dispute, Id<Customer> customer, String name, Money open, Money contested, @Nullable Id<Document> document,
        List<String> files) {

    boolean isLate(LocalDate today) {
        return dispute.target() != null && dispute.target().isBefore(today);
    }
}
