package org.goodterms.report;

import java.time.LocalDate;
import java.util.List;
import org.goodterms.ledger.Account;
import org.goodterms.ledger.AccountKind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Income and expenses of a period in the book's currency; closing entries do not count.
 *
 * @param lines by account number; an amount is positive where it raises the profit
 * @param tax   contained in the receipts of the period (cash basis); zero on the accrual basis
 */
public record IncomeStatement(Basis basis, LocalDate from, LocalDate to, List<Line> lines, Money tax) {

    /** When something counts: when it is earned or owed, or when money moves (the domain rules, section 2). */
    public enum Basis {
        ACCRUAL, CASH;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What one account adds to the profit. */
    public record Line(Account account, Money amount) {
    }

    public IncomeStatement {
        lines = List.copyOf(lines);
    }

    public Money income() {
        return sum(AccountKind.INCOME);
    }

    /** Positive where there are expenses. */
    public Money expenses() {
        return sum(AccountKind.EXPENSE).negated();
    }

    public Money profit() {
        return income().minus(expenses());
    }

    private Money sum(AccountKind kind) {
        CurrencyUnit book = tax.getCurrencyUnit();
        return lines.stream().filter(line -> line.account().kind() == kind).map(Line::amount)
                .reduce(Money.zero(book), Money::plus);
    }
}
