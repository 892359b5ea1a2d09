package org.goodterms.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.goodterms.invoice.Totals.TaxRow;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Terms.Due;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or credit note as it is stored. Amounts of a credit note are positive too: its kind says the direction.
 *
 * @param number  empty for a draft
 * @param credits the number of the invoice that a credit note, or a corrected invoice, refers to; empty for other invoices
 * @param lineNets net of each line of {@code content}
 * @param adjusted net of each allowance of {@code content}
 * @param dues    what is due when; empty for drafts and credit notes
 * @param discount for early payment, or null
 * @param parties who wrote to whom, frozen at issue; null for a draft
 */
public record Document(Id<Document> id, Kind kind, String number, Draft content, String credits, Sums sums,
        List<Money> lineNets, List<Money> adjusted, List<TaxRow> taxes, List<Due> dues, @Nullable Discount discount,
        @Nullable Parties parties, Trace trace) {

    public enum Kind {
        INVOICE, CREDIT_NOTE
    }

    /**
     * In the currency of the document but for {@code baseTotal}.
     *
     * @param payable   {@code total} less a deposit already invoiced
     * @param baseTotal {@code payable} in the book's currency, as posted to 1200
     */
    public record Sums(Money net, Money tax, Money total, Money payable, Money baseTotal) {
    }

    /** {@code amount} less if paid by {@code until}, that day included. */
    public record Discount(LocalDate until, Money amount) {
    }

    /**
     * How it came about.
     *
     * @param override why it was issued although the customer is on credit hold; empty where it was not
     * @param pdfHash  the page in the archive; null until it was made
     * @param version  counts changes of a draft
     */
    public record Trace(String override, @Nullable String contentHash, @Nullable String pdfHash, Instant createdAt,
            @Nullable Instant issuedAt, int version) {
    }

    public Document {
        lineNets = List.copyOf(lineNets);
        adjusted = List.copyOf(adjusted);
        taxes = List.copyOf(taxes);
        dues = List.copyOf(dues);
    }

    Document sealed(String hash) {
        return traced(new Trace(trace.override, hash, trace.pdfHash, trace.createdAt, trace.issuedAt, trace.version));
    }

    /** The same with its page in the archive. */
    Document paged(String hash) {
        return traced(new Trace(trace.override, trace.contentHash, hash, trace.createdAt, trace.issuedAt, trace.version));
    }

    private Document traced(Trace changed) {
        return new Document(id, kind, number, content, credits, sums, lineNets, adjusted, taxes, dues, discount, parties, changed);
    }

    public boolean isDraft() {
        return number.isEmpty();
    }

    public boolean isCredit() {
        return kind == Kind.CREDIT_NOTE;
    }

    /** Whether it takes the place of an invoice that was wrong. */
    public boolean isCorrection() {
        return kind == Kind.INVOICE && !credits.isEmpty();
    }

    /** The last due date; null for drafts, credit notes and where nothing is to pay. */
    public @Nullable LocalDate due() {
        return dues.isEmpty() ? null : dues.getLast().date();
    }
}
