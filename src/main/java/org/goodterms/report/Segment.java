package org.goodterms.report;

import java.util.Locale;

/**
 * What kind of payer a customer is (the domain rules, section 8.2). That somebody is in hardship or a public body no
 * figure shows: the owner says so.
 */
public enum Segment {
    GOOD_PAYER, FORGETFUL, SLOW_BUT_SURE, STRATEGIC, AT_RISK;

    /** As kept with the customer and named by policies: {@code good-payer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
