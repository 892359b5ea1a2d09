package org.goodterms.bank;

import java.util.Locale;

/** What became of a line. */
public enum MatchKind {
    /** Stands on 1990 until somebody knows. */
    SUSPENSE,
    /** Money of a customer. */
    RECEIPT,
    /** Paid back to a customer. */
    REFUND,
    /** An earlier payment that came back. */
    RETURN,
    /** Money on a debt written off. */
    RECOVERY,
    /** Money that a person had recorded before: the line posts nothing of its own. */
    RECORDED,
    /** Booked to accounts. */
    BOOKED;

    /** The word of columns. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MatchKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
