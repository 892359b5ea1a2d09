package org.goodterms.company;

import org.goodterms.company.Company.Firm;
import org.goodterms.company.Company.Reach;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for when a book is begun.
 *
 * @param currency      ISO 4217 code of the book
 * @param zone          time zone id; null: the country's, or this machine's where the country has several
 * @param payTo         how to pay in the book's currency, as printed; empty: not yet said
 * @param seriesPattern pattern or bare word of the invoice series; empty: {@code {YYYY}-{NNNN}}
 * @param nextNumber    the first number of the invoice series; at least 1
 */
public record Founding(Firm firm, String currency, @Nullable String zone, String payTo, String seriesPattern,
        long nextNumber) {

    /** The least a book needs. */
    public static Founding of(String name, String country, String currency) {
        return new Founding(new Firm(name, Address.in(country), "", "", Reach.NONE), currency, null, "", "", 1);
    }

    public Founding withFirm(Firm changed) {
        return new Founding(changed, currency, zone, payTo, seriesPattern, nextNumber);
    }

    public Founding inZone(String changed) {
        return new Founding(firm, currency, changed, payTo, seriesPattern, nextNumber);
    }

    public Founding paidTo(String details) {
        return new Founding(firm, currency, zone, details, seriesPattern, nextNumber);
    }

    public Founding numbered(String pattern, long next) {
        return new Founding(firm, currency, zone, payTo, pattern, next);
    }
}
