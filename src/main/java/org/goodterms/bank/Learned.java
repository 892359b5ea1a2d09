package org.goodterms.bank;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that was learned from a match by hand.
 *
 * @param id   of the link, or of the match it was learned from
 * @param of   the account money comes from, or the payer as the bank writes it
 * @param to   the customer's code, or the number of an account of the books
 * @param on   the day it was learned, for a habit the last time
 * @param used whether a link has decided anything yet, and that was told; a habit only ever proposes and is never used
 */
public record Learned(Kind kind, UUID id, String of, String to, LocalDate on, boolean used) {

    /** Who pays from an account, and to what lines of a payer are booked. */
    public enum Kind {
        PAYER, HABIT
    }
}
