package org.goodterms.report;

import java.time.LocalDate;
import java.util.List;
import org.goodterms.ledger.Account;
import org.goodterms.ledger.AccountKind;
import org.joda.money.Money;

/**
 * What the firm has and owes at the end of a day, in the book's currency. Customers with a net credit stand among the
 * liabilities (row 5: presentation only), the result not yet closed stands in equity.
 *
 * @param lines each on its own side, positive as the side usually is; an allowance is a negative asset
 */
public record BalanceSheet(LocalDate asOf, List<Line> lines, Money zero) {

    /** One account, or the part of it that stands on this side. */
    public record Line(Account account, Money amount) {
    }

    public BalanceSheet {
        lines = List.copyOf(lines);
    }

    public Money assets() {
        return sum(AccountKind.ASSET);
    }

    public Money liabilities() {
        return sum(AccountKind.LIABILITY);
    }

    public Money equity() {
        return sum(AccountKind.EQUITY);
    }

    private Money sum(AccountKind kind) {
        return lines.stream().filter(line -> line.account().kind() == kind).map(Line::amount).reduce(zero, Money::plus);
    }
}
