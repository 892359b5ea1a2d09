package org.goodterms.agreement;

import java.time.LocalDate;
import java.util.Locale;
import org.goodterms.kernel.BusinessDays;
import org.joda.money.Money;

/**
 * Where a promise stands (the domain rules, section 8.1 rule 5): it is tested on the first business day after its date
 * and kept if the receipts for its items up to then, that day included, reach the promised amount. Until then it is
 * pending, also where the money came early. What comes later changes nothing any more.
 */
public enum PromiseState {
    PENDING, KEPT, PARTLY_KEPT, BROKEN, REPLACED;

    /**
     * @param receipts of the promise's items
     * @param settled  true where nothing is open of its items any more: then nothing is left to be broken
     */
    public static PromiseState of(Promise promise, Receipts receipts, boolean settled, LocalDate today,
            BusinessDays days) {
        LocalDate replaced = promise.replacedOn();
        if (replaced != null && !replaced.isAfter(today)) {
            return REPLACED;
        }
        LocalDate test = promise.testDay(days);
        if (today.isBefore(test)) {
            return PENDING;
        }
        Money came = receipts.upTo(test);
        if (settled || !came.isLessThan(promise.amount())) {
            return KEPT;
        }
        return came.isPositive() ? PARTLY_KEPT : BROKEN;
    }

    /**
     * True on the day on which a run finds it not kept: a person calls that day, reminders go on with the next business
     * day. After days without a run it is the day of the first run.
     */
    public boolean failsToday(Promise promise, LocalDate today) {
        return failed() && (promise.testedOn() == null || today.equals(promise.testedOn()));
    }

    /** Not kept, or only in part. */
    public boolean failed() {
        return this == PARTLY_KEPT || this == BROKEN;
    }

    /** As in commands and lists: {@code partly-kept}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
