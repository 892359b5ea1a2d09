package org.goodterms.closing;

import java.time.LocalDate;
import java.util.List;
import org.goodterms.ledger.Entry.Posting;
import org.joda.money.Money;

/**
 * What closing a year would post; nothing is posted.
 *
 * @param profit   what retained earnings would receive, negative for a loss, in the book's currency
 * @param postings empty where every income and expense account is zero already
 */
public record YearProposal(LocalDate date, Money profit, List<Posting> postings) {

    public YearProposal {
        postings = List.copyOf(postings);
    }
}
