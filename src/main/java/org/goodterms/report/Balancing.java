package org.goodterms.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goodterms.ledger.Account;
import org.goodterms.ledger.AccountKind;
import org.goodterms.ledger.Balance;
import org.goodterms.ledger.Chart;
import org.joda.money.Money;

/** Makes a balance sheet of account balances. */
final class Balancing {
    private static final Account CREDITS = new Account(Chart.RECEIVABLES, "Customers with a credit balance", AccountKind.LIABILITY);
    private static final Account RESULT = new Account("", "Result not yet closed", AccountKind.EQUITY);

    private Balancing() {
    }

    /** @param credits what customers with a net credit have together, positive, in the book's currency */
    static BalanceSheet sheet(LocalDate asOf, List<Balance> balances, Money credits) {
        Money zero = Money.zero(credits.getCurrencyUnit());
        List<BalanceSheet.Line> lines = new ArrayList<>();
        Money result = zero;
        for (Balance balance : balances) {
            Account account = balance.account();
            switch (account.kind()) {
                case ASSET -> add(lines, account, account.number().equals(Chart.RECEIVABLES)
                        ? balance.amount().plus(credits) : balance.amount());
                case LIABILITY, EQUITY -> add(lines, account, balance.amount().negated());
                case INCOME, EXPENSE -> result = result.minus(balance.amount());
            }
        }
        add(lines, CREDITS, credits);
        add(lines, RESULT, result);
        return new BalanceSheet(asOf, lines, zero);
    }

    private static void add(List<BalanceSheet.Line> lines, Account account, Money amount) {
        if (!amount.isZero()) {
            lines.add(new BalanceSheet.Line(account, amount));
        }
    }
}
