package org.goodterms.closing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.goodterms.ledger.PostedEntry;
import org.joda.money.Money;

/**
 * What the allowance for doubtful debts should be (row 17).
 *
 * @param buckets  by days past due
 * @param required all buckets together
 * @param balance  what account 1290 holds before, positive where it holds an allowance
 * @param entry    what brought it to the required amount; empty where nothing was posted
 */
public record Estimate(List<Bucket> buckets, Money required, Money balance, Optional<PostedEntry> entry) {

    /** Positive open items of one age, tax included, and what of them is required: {@code rate} percent, half up. */
    public record Bucket(String name, Money open, BigDecimal rate, Money required) {
    }

    public Estimate {
        buckets = List.copyOf(buckets);
    }
}
