package org.goodterms.recurring;

import java.util.List;
import org.goodterms.kernel.Id;
import org.goodterms.ledger.Entry;
import org.joda.money.Money;

/**
 * An entry by hand that comes back, such as the rent.
 *
 * @param text     of each entry; it may hold {period}, {month}, {year}, {from}, {to}
 * @param postings in the book's currency, adding up to zero; a debit is positive, a credit negative
 */
public record EntryTemplate(Id<EntryTemplate> id, String name, Schedule schedule, String text, List<Entry.Posting> postings,
        Template.State state) {

    public EntryTemplate {
        postings = List.copyOf(postings);
    }

    /** What each entry moves: the sum of its debits. */
    public Money amount() {
        Money zero = Money.zero(postings.getFirst().amount().getCurrencyUnit());
        return postings.stream().map(Entry.Posting::amount).filter(Money::isPositive).reduce(zero, Money::plus);
    }
}
