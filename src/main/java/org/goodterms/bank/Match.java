package org.goodterms.bank;

import java.time.LocalDate;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.payment.Payment;
import org.jspecify.annotations.Nullable;

/**
 * What a line was matched with; never changed, another takes its place.
 *
 * @param rule     0 to 7, or null for what a person did
 * @param payment  the receipt or refund made of it, or the payment that came back
 * @param entry    the entry that booked it, where no payment did
 * @param item     the debt recovered, "" otherwise
 * @param effective from when it counts
 */
record Match(UUID id, Id<BankLine> line, MatchKind kind, @Nullable Integer rule, @Nullable Id<Customer> customer,
        @Nullable Id<Payment> payment, @Nullable Id<PostedEntry> entry, String item, LocalDate effective) {

    static Match suspense(UUID id, Id<BankLine> line, @Nullable Integer rule, @Nullable Id<PostedEntry> entry,
            LocalDate effective) {
        return new Match(id, line, MatchKind.SUSPENSE, rule, null, null, entry, "", effective);
    }
}
