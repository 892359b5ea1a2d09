package org.goodterms.report;

import org.goodterms.ledger.Chart;

/** Which accounts hold money: banks, cash and clearing, by their numbers 1000 to 1099. */
final class MoneyAccounts {

    private MoneyAccounts() {
    }

    static boolean isMoney(String account) {
        return account.startsWith("10");
    }

    /** Money, or money of unknown payers: what stands in suspense was received or paid, and counts once it is known. */
    static boolean isMoneyOrSuspense(String account) {
        return isMoney(account) || account.equals(Chart.SUSPENSE);
    }
}
