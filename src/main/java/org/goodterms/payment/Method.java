package org.goodterms.payment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.goodterms.ledger.Chart;

/** How money came in. Cards and cheques are under way first (account 1060), the rest is on the bank account. */
public enum Method {
    BANK, CASH, CARD, CHEQUE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Method> of(String word) {
        return Arrays.stream(values()).filter(m -> m.word().equals(word.strip().toLowerCase(Locale.ROOT))).findFirst();
    }

    /** The account that receives the money. */
    public String account() {
        return this == CARD || this == CHEQUE ? Chart.CLEARING : Chart.BANK;
    }
}
