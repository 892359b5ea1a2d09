package org.goodterms.pdf;

import java.util.List;

/**
 * The upper part of the first page.
 *
 * @param address  the lines of the reader's address, for the envelope's window; none for a report that nobody posts
 * @param info     number, dates, customer number, contact: the block to the right
 * @param title    what this is: "Invoice 2026-0104"
 * @param subtitle one quieter line below it, or empty
 */
public record Head(List<String> address, List<Labelled> info, String title, String subtitle) {

    public Head {
        address = List.copyOf(address);
        info = List.copyOf(info);
    }

    /** The head of a report: no address, the facts in one row. */
    public static Head report(String title, String subtitle, List<Labelled> info) {
        return new Head(List.of(), info, title, subtitle);
    }

    boolean isReport() {
        return address.isEmpty();
    }
}
