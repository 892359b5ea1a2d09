package org.goodterms.claim;

import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What the law of a place leaves of flat fees for reminders (the domain rules, sections 7.2 and 7.3): in the European Union
 * and the United Kingdom a creditor has the flat sum of Directive 2011/7/EU, article 6, or of its national law, and fees
 * come out of that; of consumers nothing flat can be claimed. Elsewhere a fee is a matter of what was agreed.
 */
public final class FeeLaw {
    private static final String CONSUMER = "CONSUMER";

    private FeeLaw() {
    }

    /**
     * The most that all fees for one claim may come to.
     *
     * @param regime what holds for the debtor
     * @param place  what the law of the firm's country grants between businesses
     * @param union  whether that country applies the directive
     * @return in the book's currency, the sum for the smallest debt, nothing where the law names it in another currency;
     *         empty where the law sets no bound
     */
    static Optional<Money> most(Regime regime, Regime place, boolean union, CurrencyUnit book) {
        if (regime.word().endsWith(CONSUMER)) {
            return Optional.of(Money.zero(book));
        }
        Regime.Flat flat = place.flat();
        boolean bound = union || !flat.sums().isEmpty();
        boolean known = !flat.sums().isEmpty() && flat.currency().equals(book.getCode());
        return !bound ? Optional.empty() : Optional.of(known ? Money.of(book, flat.sums().firstEntry().getValue()) : Money.zero(book));
    }
}
