package org.goodterms.bank;

import java.util.List;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.payment.Payment;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A good guess of what a line is.
 *
 * @param customer null for an expense
 * @param customerCode likewise
 * @param shares   what would be settled, in order; empty for a credit, a refund or an expense
 * @param payment  the payment that came back, or null
 * @param account  the account of an expense, or null
 * @param reason   why, a key below {@code bank.reason}
 * @param score    0 to 100
 * @param recorded the money that stands in the books already, or null
 */
public record Proposal(Kind kind, @Nullable Id<Customer> customer, @Nullable String customerCode, List<Share> shares,
        @Nullable Id<Payment> payment,
        @Nullable String account, String reason, int score, @Nullable Recorded recorded) {

    /** What a line may be. */
    public enum Kind {
        RECEIPT, RETURN, REFUND, EXPENSE, RECORDED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** An amount for a document; negative for a credit that is used up. */
    public record Share(String number, Money amount) {
    }

    public Proposal {
        shares = List.copyOf(shares);
    }

    Proposal(Kind kind, @Nullable Id<Customer> customer, @Nullable String customerCode, List<Share> shares,
            @Nullable Id<Payment> payment, @Nullable String account, String reason, int score) {
        this(kind, customer, customerCode, shares, payment, account, reason, score, null);
    }

    public List<String> items() {
        return shares.stream().map(Share::number).toList();
    }
}
