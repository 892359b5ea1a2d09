package org.goodterms.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.jspecify.annotations.Nullable;

/**
 * A task.
 *
 * @param whom      null where it concerns no customer
 * @param title     what is to be done, in a person's words; empty for tasks the program makes: their kind says it
 * @param items     numbers of the documents it is about
 * @param due       the day by which it is to be done; from the next day on it is overdue
 * @param createdOn the business date on which it was made
 * @param doneOn    null while it is open
 * @param result    what came of it; empty while it is open
 */
public record FollowUp(Id<FollowUp> id, @Nullable Whom whom, Kind kind, String title, String note, List<String> items,
        LocalDate due, LocalDate createdOn, Instant createdAt, @Nullable LocalDate doneOn, String result) {

    public FollowUp {
        items = List.copyOf(items);
    }

    /** The customer it concerns, as lists show it. */
    public record Whom(Id<Customer> id, String code, String name) {
    }

    /** Why there is a task. All but the first are made by the program. */
    public enum Kind {
        FOLLOW_UP, CALL, DECIDE, BROKEN_PROMISE, BROKEN_PLAN, ALLOCATE_FIRST, FAILED_SEND, UNKNOWN_SEND, MISSING_ADDRESS;

        /** As in commands and files: {@code broken-promise}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
        }
    }

    /** Which tasks of a list. */
    public enum Filter {
        /** Not done. */
        OPEN,
        /** Not done, and due today or before. */
        DUE,
        /** Not done, and due before today. */
        OVERDUE,
        /** Done and not. */
        ALL
    }

    /**
     * A task to be made.
     *
     * @param due null: today
     */
    public record Plan(@Nullable Id<Customer> customer, Kind kind, String title, String note, List<String> items,
            @Nullable LocalDate due) {

        public Plan {
            items = List.copyOf(items);
        }
    }

    public boolean isOpen() {
        return doneOn == null;
    }

    public boolean isOverdue(LocalDate today) {
        return isOpen() && due.isBefore(today);
    }
}
