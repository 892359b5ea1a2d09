package org.goodterms.bank;

import java.util.List;
import java.util.Map;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line with what became of it.
 *
 * @param rule         0 to 7, or null for what a person did
 * @param customer     null where nobody is known
 * @param customerCode likewise
 * @param bookings     accounts it was booked to, debits positive; or what was kept back of a receipt
 * @param proposals    best first; empty for what is matched
 */
public record LineStanding(BankLine line, State state, MatchKind kind, @Nullable Integer rule,
        @Nullable Id<Customer> customer, @Nullable String customerCode, List<Applied> allocated,
        Map<String, Money> bookings, List<Proposal> proposals) {

    /** Where a line stands. */
    public enum State {
        MATCHED, UNAPPLIED, SUSPENSE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * @param amount   in the document's currency; negative for a credit used up or a settlement taken back
     * @param discount cash discount that went with it, or null
     */
    public record Applied(String number, Money amount, @Nullable Money discount) {
    }

    public LineStanding {
        allocated = List.copyOf(allocated);
        bookings = Map.copyOf(bookings);
        proposals = List.copyOf(proposals);
    }
}
