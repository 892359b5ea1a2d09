package org.goodterms.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.goodterms.kernel.Texts;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened with a customer.
 *
 * @param what      the sort of it within its kind, a word of the room it comes from ({@code credit-note},
 *                  {@code sent})
 * @param date      the day on which it counts
 * @param at        the instant it was recorded
 * @param text      words about it: a subject, a note, a title; empty where there are none
 * @param detail    one word more: outcome of a call, reason of a dispute; empty where there is none
 * @param reference the number of the document it is about; empty where there is none
 * @param amount    in its own currency; null where no money is involved
 * @param source    id of the row behind it, in the table of its kind
 */
public record TimelineEvent(Kind kind, String what, LocalDate date, Instant at, String text, String detail,
        String reference, @Nullable Money amount, UUID source) {

    /** By what a timeline can be narrowed down. */
    public enum Kind {
        DOCUMENT, PAYMENT, RETURN, MESSAGE, CONTACT, NOTE, TASK, DISPUTE, HOLD, ATTACHMENT, SETTLEMENT;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The event as a sentence; where there is none for its sort, the sort and what is known. */
    public String sentence(Texts texts) {
        String key = "timeline." + kind.word() + "_" + what.replace('-', '_');
        Object money = amount == null ? "" : amount;
        String result = "call.result." + detail;
        return texts.has(key) ? texts.get(key, reference, money, text, kind == Kind.CONTACT && texts.has(result) ? texts.get(result) + "." : detail)
                : texts.get("timeline.other", what, reference, money, text);
    }
}
