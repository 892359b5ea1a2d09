package org.goodterms.invoice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credit note to be issued.
 *
 * @param invoice     number of the invoice, or of an item taken over from elsewhere
 * @param date        null: today
 * @param lines       what is credited, priced as the invoice is; empty: all that is left of it
 * @param unallocated leave it as a credit of the customer instead of settling the invoice with it
 * @param reason      why; printed above the lines, may be empty
 */
public record CreditRequest(String invoice, @Nullable LocalDate date, List<Line> lines, boolean unallocated, String reason) {
    public CreditRequest {
        lines = List.copyOf(lines);
    }

    public static CreditRequest full(String invoice) {
        return new CreditRequest(invoice, null, List.of(), false, "");
    }

    public static CreditRequest of(String invoice, List<Line> lines) {
        return new CreditRequest(invoice, null, lines, false, "");
    }

    public CreditRequest on(LocalDate day) {
        return new CreditRequest(invoice, day, lines, unallocated, reason);
    }

    public CreditRequest leftUnallocated() {
        return new CreditRequest(invoice, date, lines, true, reason);
    }
}
