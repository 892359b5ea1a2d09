package org.goodterms.report;

import java.util.Arrays;
import java.util.Optional;

/** Which program reads the file of the journal. */
public enum JournalFormat {
    HLEDGER, BEANCOUNT, CSV;

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Optional<JournalFormat> of(String word) {
        return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
    }
}
