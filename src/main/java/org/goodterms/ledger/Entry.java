package org.goodterms.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goodterms.kernel.Id;
import org.jspecify.annotations.Nullable;
import org.joda.money.Money;

/**
 * A journal entry to be posted.
 *
 * @param effective the date on which it counts
 * @param source    what it rests on
 * @param postings  in the book's currency, adding up to zero, none zero
 * @param taxes     what it means for the tax return, empty where nothing
 * @param reverses  the entry this one takes back, or null
 */
public record Entry(LocalDate effective, String text, Source source, List<Posting> postings, List<TaxLine> taxes,
        @Nullable Id<PostedEntry> reverses) {

    public Entry {
        postings = List.copyOf(postings);
        taxes = List.copyOf(taxes);
    }

    public Entry(LocalDate effective, String text, Source source, List<Posting> postings) {
        this(effective, text, source, postings, List.of(), null);
    }

    /** One line: a debit is positive, a credit negative. */
    public record Posting(String account, Money amount) {

        public static Posting debit(String account, Money amount) {
            return new Posting(account, amount);
        }

        public static Posting credit(String account, Money amount) {
            return new Posting(account, amount.negated());
        }
    }

    /**
     * The share of an entry in the tax return: output tax of one rate.
     *
     * @param kind {@code invoice cash-discount credit-note write-off recovery}
     * @param rate percent
     * @param net  taxable amount in the book's currency; negative where it lowers the turnover
     */
    public record TaxLine(String kind, BigDecimal rate, Money net, Money tax) {
    }

    /**
     * The document or act behind an entry.
     *
     * @param kind a word such as {@code invoice}, {@code payment}, {@code hand}
     * @param id   its row, or null where the entry stands for itself
     */
    public record Source(String kind, @Nullable UUID id) {

        public static Source of(String kind, Id<?> id) {
            return new Source(kind, id.value());
        }
    }

    /** The same entry without zero lines, so that callers need not test each amount. */
    public Entry withoutZeroLines() {
        List<Posting> kept = new ArrayList<>(postings);
        kept.removeIf(posting -> posting.amount().isZero());
        return new Entry(effective, text, source, kept, taxes, reverses);
    }
}
