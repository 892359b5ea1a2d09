package org.goodterms.ui.report;

/** The reports of the general ledger that are shown on one screen. */
enum ReportKind {
    TRIAL_BALANCE, INCOME, BALANCE_SHEET, TAX, METRICS, RECONCILIATION, JOURNAL;

    /** True where it speaks of one day, not of a period. */
    boolean ofOneDay() {
        return this == TRIAL_BALANCE || this == BALANCE_SHEET || this == RECONCILIATION;
    }

    /** True where it can be asked as known on a day. */
    boolean knowsThen() {
        return this != METRICS && this != RECONCILIATION && this != JOURNAL;
    }
}
