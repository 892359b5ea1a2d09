package org.goodterms.agreement;

import java.time.LocalDate;
import java.util.Optional;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Problem;
import org.goodterms.receivable.OpenItem;

/**
 * An agreed later due day of one item (the domain rules, section 4). Days past due count anew, a new cycle of reminders
 * begins; reports of days before {@code agreedOn} go on showing the old one.
 *
 * @param by           who agreed to it; may be empty
 * @param interestRuns whether interest runs on between; the default is that it rests until the new due day
 */
public record Extension(Id<Extension> id, Id<OpenItem> item, String number, LocalDate agreedOn, LocalDate oldDue,
        LocalDate newDue, String by, String note, boolean interestRuns) {

    /** Why this item's due day cannot be moved there. */
    static Optional<Problem> problem(OpenItem item, LocalDate to) {
        LocalDate due = item.due();
        if (!item.kind().debit() || due == null || !item.open().isPositive()) {
            return Optional.of(Problem.at("item", "agreement.nothing_open", item.number()));
        }
        return to.isAfter(due) ? Optional.empty()
                : Optional.of(Problem.at("to", "agreement.not_later", to, item.number(), due));
    }
}
