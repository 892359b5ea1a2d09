package org.goodterms.reminder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The text of a step, with its placeholders.
 *
 * @param shipped what comes with the program
 * @param own     what the firm says instead; null: the shipped text holds
 */
public record StepText(Occasion occasion, Wording shipped, @Nullable Version own) {

    /**
     * A text as it was set once.
     *
     * @param number  from 1, counted for each occasion
     * @param wording null: from then on the shipped text held again
     */
    public record Version(int number, LocalDate on, @Nullable Wording wording) {
    }

    /** What holds. */
    public Wording wording() {
        return own == null || own.wording() == null ? shipped : own.wording();
    }

    /** Whether it differs from what is shipped. */
    public boolean isOwn() {
        return own != null;
    }
}
