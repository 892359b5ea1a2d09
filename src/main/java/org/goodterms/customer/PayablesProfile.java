package org.goodterms.customer;

import java.util.List;
import org.goodterms.company.PayWay;
import org.jspecify.annotations.Nullable;

/**
 * How the customer's payables office works: what an invoice must bring along, and when, to be paid.
 *
 * @param portal              where invoices are to be uploaded; empty: by mail or post
 * @param orderNumberRule     how their order numbers look and who gives them
 * @param orderNumberRequired whether an invoice without one comes back
 * @param cutOffDay           1 to 31: what arrives later in the month waits for the next run; null: not known
 * @param paymentRun          when they pay, as they say it: every second Thursday
 * @param approver            who releases our invoices
 * @param ways                in which they pay, the most liked first; empty: in any that is offered
 */
public record PayablesProfile(String portal, String orderNumberRule, boolean orderNumberRequired,
        @Nullable Integer cutOffDay, String paymentRun, String approver, String note, List<PayWay> ways) {
    public static final PayablesProfile UNKNOWN = new PayablesProfile("", "", false, null, "", "", "", List.of());

    public PayablesProfile {
        ways = List.copyOf(ways);
    }
}
