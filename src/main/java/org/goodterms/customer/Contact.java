package org.goodterms.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.kernel.Id;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said between the firm and a customer, or noted about the customer. Never changed.
 *
 * @param outcome   what came of it, a word; what the program notes itself is one of the constants of {@link Contact}
 * @param reference what it was about: a document's number, a task; empty where nothing in particular
 * @param messageId the message it was, where the program sent it
 */
public record Contact(Id<Contact> id, Id<Customer> customer, LocalDate date, Means means, Direction direction,
        String person, String outcome, String note, String reference, @Nullable UUID messageId, Instant recordedAt) {
    public static final String HOLD_SET = "credit-hold-set";
    public static final String HOLD_CLEARED = "credit-hold-cleared";
    public static final String TASK_DONE = "task-done";
    public static final String TASK_REOPENED = "task-reopened";
    public static final String TASK_PUT_OFF = "task-put-off";

    /** By which means; a note was heard by nobody outside. */
    public enum Means {
        PHONE, EMAIL, LETTER, MEETING, NOTE;

        /** As in commands and columns: {@code phone}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Means> of(String word) {
            return Arrays.stream(values()).filter(means -> means.word().equals(word)).findFirst();
        }
    }

    /** Who turned to whom. */
    public enum Direction {
        OUT, IN, INTERNAL
    }

    /**
     * What is said of a new contact.
     *
     * @param date null: today
     */
    public record Saying(@Nullable LocalDate date, Means means, Direction direction, String person, String outcome,
            String note, String reference) {

        /** A note of today. */
        public static Saying note(String outcome, String text, String reference) {
            return new Saying(null, Means.NOTE, Direction.INTERNAL, "", outcome, text, reference);
        }

        /** We turned to them today. */
        public static Saying out(Means means, String outcome, String note) {
            return new Saying(null, means, Direction.OUT, "", outcome, note, "");
        }
    }

    /** All of it, in the order in which it is sealed by the chain over the log. */
    @Nullable Object[] sealed() {
        return new @Nullable Object[] {id, customer, date, means.word(), direction, person, outcome, note, reference, messageId, recordedAt};
    }
}
