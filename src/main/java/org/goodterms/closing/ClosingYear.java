package org.goodterms.closing;

import java.util.ArrayList;
import java.util.List;
import org.goodterms.ledger.AccountKind;
import org.goodterms.ledger.Balance;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry.Posting;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The closing entry: every income and expense account to zero, the rest to retained earnings (row 28). */
final class ClosingYear {

    private ClosingYear() {
    }

    /** @return no lines where every income and expense account is zero already */
    static List<Posting> postings(List<Balance> balances, CurrencyUnit book) {
        List<Posting> postings = new ArrayList<>();
        for (Balance balance : balances) {
            boolean result = balance.account().kind() == AccountKind.INCOME || balance.account().kind() == AccountKind.EXPENSE;
            if (result && !balance.amount().isZero()) {
                postings.add(Posting.credit(balance.account().number(), balance.amount()));
            }
        }
        if (!postings.isEmpty()) {
            Money profit = profit(balances, book);
            if (!profit.isZero()) {
                postings.add(Posting.credit(Chart.RETAINED_EARNINGS, profit));
            }
        }
        return postings;
    }

    /** Income less expenses; negative for a loss. */
    static Money profit(List<Balance> balances, CurrencyUnit book) {
        return balances.stream()
                .filter(b -> b.account().kind() == AccountKind.INCOME || b.account().kind() == AccountKind.EXPENSE)
                .map(b -> b.amount().negated()).reduce(Money.zero(book), Money::plus);
    }
}
