package org.goodterms.receivable;

import java.util.Arrays;
import java.util.Locale;

/** What an open item is, and on which side it stands (the domain rules, section 1). */
public enum ItemKind {
    INVOICE(true), DEBIT_NOTE(true), FEE(true), INTEREST(true), REVERSAL(true), REFUND(true),
    CREDIT_NOTE(false), RECEIPT(false), DISCOUNT(false), SMALL_DIFFERENCE(false), WRITE_OFF(false);

    private final boolean debit;

    ItemKind(boolean debit) {
        this.debit = debit;
    }

    /** True where the item raises what the customer owes. */
    public boolean debit() {
        return debit;
    }

    /** Fees and interest: settled last, no reminders of their own. */
    public boolean charge() {
        return this == FEE || this == INTEREST;
    }

    /** The word of commands and columns: {@code credit-note}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static ItemKind of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no item kind: " + word));
    }
}
