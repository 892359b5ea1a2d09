package org.goodterms.report;

import java.util.List;

/** From which date age is counted, and the limits of the buckets (the domain rules, section 5). */
public enum AgingBasis {
    DUE_DATE("due-date", List.of("current", "1-30", "31-60", "61-90", "90+"), List.of(0L, 30L, 60L, 90L)),
    INVOICE_DATE("invoice-date", List.of("0-30", "31-60", "61-90", "91-120", "121+"), List.of(30L, 60L, 90L, 120L));

    private final String word;
    private final List<String> buckets;
    private final List<Long> upTo;

    AgingBasis(String word, List<String> buckets, List<Long> upTo) {
        this.word = word;
        this.buckets = buckets;
        this.upTo = upTo;
    }

    public String word() {
        return word;
    }

    /** Names of the buckets, youngest first. */
    public List<String> buckets() {
        return buckets;
    }

    /** The bucket of an age in days; every age falls into exactly one. */
    public int bucketOf(long days) {
        int bucket = 0;
        while (bucket < upTo.size() && days > upTo.get(bucket)) {
            bucket++;
        }
        return bucket;
    }
}
