package org.goodterms.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The five kinds of accounts. Assets and expenses carry debit balances, the others credit balances. */
public enum AccountKind {
    ASSET, LIABILITY, EQUITY, INCOME, EXPENSE;

    /** The word of commands and files: {@code asset}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AccountKind> of(String word) {
        return Arrays.stream(values()).filter(k -> k.word().equals(word.strip().toLowerCase(Locale.ROOT))).findFirst();
    }
}
