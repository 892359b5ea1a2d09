package org.goodterms.bankfile;

/** The formats of bank files. */
public enum Format {
    CAMT_052("camt.052"), CAMT_053("camt.053"), CAMT_054("camt.054"), MT940("mt940"), OFX("ofx"), QIF("qif");

    private final String word;

    Format(String word) {
        this.word = word;
    }

    /** The word of commands and columns: {@code camt.053}. */
    public String word() {
        return word;
    }
}
