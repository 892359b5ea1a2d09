package org.goodterms.report;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goodterms.followup.FollowUp;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is to be done today.
 *
 * @param sort   what kind of act it takes
 * @param id     of the task or message; of {@link Sort#SEND}, REMIND, RECURRING and STATEMENTS nobody's
 * @param day    since when it waits or by when it is due
 * @param late   whether that day has passed
 * @param whom   the customer it concerns; null for none
 * @param what   a person's words: the title of a task, the subject of a message; may be empty
 * @param kind   of a task its kind, of a message its sort ({@code invoice}, {@code reminder}), as a word
 * @param items  numbers of the documents it is about
 * @param count  how many messages it stands for (reminders: also tasks of the plan); 1 for a single thing
 */
public record TodayEntry(Sort sort, UUID id, LocalDate day, boolean late, FollowUp.@Nullable Whom whom, String what,
        String kind, List<String> items, int count) {

    /** What kind of act it takes, the most pressing first. */
    public enum Sort {
        /** A person finds out whether a message arrived. */
        UNKNOWN,
        /** A message was not taken over: try again, or take it back. */
        FAILED,
        /** A person does something and says what came of it. */
        TASK,
        /** A claim can soon be enforced no more: decide before that day. */
        LIMIT,
        /** The reminders of the day wait to be gone through. */
        REMIND,
        /** Recurring invoices and journal entries wait to be written. */
        RECURRING,
        /** Statements of the month wait to be sent. */
        STATEMENTS,
        /** A message waits for a person to read it. */
        APPROVE,
        /** A letter waits to be printed. */
        PRINT,
        /** Messages that are released wait to be sent. */
        SEND
    }

    public TodayEntry {
        items = List.copyOf(items);
    }

    /** By what it is known again: the same thing on the same day. */
    public String key() {
        return switch (sort) {
            case SEND, REMIND, RECURRING, STATEMENTS -> sort.name().toLowerCase(java.util.Locale.ROOT);
            default -> id.toString();
        };
    }
}
