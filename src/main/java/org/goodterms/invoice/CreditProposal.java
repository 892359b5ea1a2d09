package org.goodterms.invoice;

import java.util.List;
import org.goodterms.dispute.Dispute;
import org.goodterms.kernel.Id;
import org.joda.money.Money;

/**
 * What somebody means to credit of an invoice: what they were right to contest.
 *
 * @param amount tax included, in the currency of the invoice
 * @param lines  positions of the lines that make up the amount, from 1; empty where it is an amount
 * @param reason why; printed above the lines
 */
public record CreditProposal(Id<Document> invoice, Money amount, List<Integer> lines, String reason) {
    public CreditProposal {
        lines = List.copyOf(lines);
    }

    /** Whether anything was granted. */
    public static boolean isDue(List<Dispute> closed) {
        return closed.stream().anyMatch(one -> one.accepted().isPositive());
    }

    /** What follows from closed disputes of an invoice, at least one: their lines where all of them was granted. */
    public static CreditProposal of(Id<Document> invoice, List<Dispute> closed) {
        boolean whole = closed.stream().allMatch(one -> one.accepted().isEqual(one.amount()) && !one.lines().isEmpty());
        return new CreditProposal(invoice, closed.stream().map(Dispute::accepted).reduce(Money::plus).orElseThrow(),
                whole ? closed.stream().flatMap(one -> one.lines().stream()).distinct().sorted().toList() : List.of(),
                closed.getFirst().reason());
    }
}
