package org.goodterms.pdf;

/** A word and what it stands for: "Invoice date", "24 Nov 2026". An empty label gives the value the whole width. */
public record Labelled(String label, String value, boolean strong) {

    public static Labelled of(String label, String value) {
        return new Labelled(label, value, false);
    }

    /** One that the eye should find first. */
    public static Labelled strong(String label, String value) {
        return new Labelled(label, value, true);
    }
}
