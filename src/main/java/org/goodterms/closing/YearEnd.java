package org.goodterms.closing;

import java.time.LocalDate;
import org.goodterms.kernel.Id;
import org.goodterms.ledger.PostedEntry;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A year that was closed.
 *
 * @param date         its last day
 * @param profit       what retained earnings received, negative for a loss, in the book's currency
 * @param entry        the closing entry; null where there was nothing to close
 * @param lockedBefore up to where the books were locked before, or null
 */
public record YearEnd(Id<YearEnd> id, LocalDate date, Money profit, @Nullable Id<PostedEntry> entry,
        @Nullable LocalDate lockedBefore) {
}
