package org.goodterms.receivable;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An unpaid document of the time before this book (the domain rules, section 2, row 27).
 *
 * @param item         with its original amount; its date is the day the opening balance counts from
 * @param documentDate the date on the document
 * @param open         what is left of the original, in its currency, signed as it
 * @param openCarrying the same in the book's currency
 * @param settledBy    what settled the rest: money, or the write-off; for credits what used them up
 * @param writtenOff   since when it is written off, or null
 */
public record TakenOver(NewItem item, LocalDate documentDate, Money open, Money openCarrying, ItemKind settledBy,
        @Nullable LocalDate writtenOff) {
}
