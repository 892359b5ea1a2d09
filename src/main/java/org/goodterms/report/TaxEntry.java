package org.goodterms.report;

import java.util.List;
import java.util.Set;
import org.goodterms.ledger.AccountKind;
import org.goodterms.ledger.Chart;

/** An entry that touches the tax accounts without being a document of ours; amounts in minor units, debit positive. */
record TaxEntry(List<Line> lines) {
    private static final Set<String> SETTLING =
            Set.of(Chart.OUTPUT_TAX, Chart.INPUT_TAX, Chart.SUSPENSE, Chart.PAYABLES, Chart.TAX_RELIEF_PENDING);

    /** One line. */
    record Line(String account, AccountKind kind, long amount) {
    }

    TaxEntry {
        lines = List.copyOf(lines);
    }

    long sum(String account) {
        return lines.stream().filter(line -> line.account().equals(account)).mapToLong(Line::amount).sum();
    }

    /** What the income accounts are credited with. */
    long turnover() {
        return -lines.stream().filter(line -> line.kind() == AccountKind.INCOME).mapToLong(Line::amount).sum();
    }

    /**
     * True for the payment of the tax itself (2200 against 1400 or a bank), its refund, and for opening balances: they
     * are no turnover of the period.
     */
    boolean settles() {
        boolean opening = lines.stream().anyMatch(line -> line.account().equals(Chart.OPENING_BALANCE));
        boolean onlyTax = lines.stream().allMatch(line -> SETTLING.contains(line.account()) || MoneyAccounts.isMoney(line.account()));
        boolean paid = lines.stream().anyMatch(line -> line.account().equals(Chart.OUTPUT_TAX)) || sum(Chart.INPUT_TAX) < 0;
        return opening || onlyTax && paid;
    }
}
