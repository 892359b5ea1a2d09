package org.goodterms.outbox;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.kernel.Id;
import org.jspecify.annotations.Nullable;

/**
 * One message to one recipient.
 *
 * @param createdAt when it was written
 * @param version   counts changes
 */
public record Message(Id<Message> id, About about, Parcel parcel, State state, Course course, Instant createdAt,
                      int version) {

    /** Where a message stands. */
    public enum State {
        /** Written, not yet released by a person. */
        DRAFT,
        /** Released, to be carried by hand: a letter to print. */
        APPROVED,
        /** Released, waits for the dispatcher. */
        QUEUED,
        /** A dispatcher has it in hand. */
        SENDING,
        /** Taken over by the server, put into a folder, or handed over by a person. */
        SENT,
        /** Not taken over yet; tried again by itself. */
        DEFERRED,
        /** Not taken over; a person decides whether to try again. */
        FAILED,
        /** Perhaps arrived, perhaps not; a person decides. */
        UNKNOWN,
        /** Will not be sent. */
        CANCELLED;

        /** As it is stored and as the command line says it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<State> of(String word) {
            for (State state : values()) {
                if (state.word().equals(word.strip().toLowerCase(Locale.ROOT))) {
                    return Optional.of(state);
                }
            }
            return Optional.empty();
        }

        /** Whether nothing more can become of it by itself or by a dispatcher. */
        public boolean isFinal() {
            return this == SENT || this == CANCELLED;
        }
    }

    /** How it travels. */
    public enum Channel {
        EMAIL, LETTER;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Channel of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What it is about.
     *
     * @param customer     or null where it concerns none
     * @param customerCode as people know it; filled in from the book, empty in what is handed in
     * @param kind         such as {@code invoice}, {@code reminder}, {@code statement}
     * @param step         of the reminder policy, or empty
     * @param reference    what it speaks of, such as an invoice number; may be empty
     * @param uniqueKey    no two messages that are not cancelled share it; null where there is no such rule
     * @param date         the business date
     */
    public record About(@Nullable UUID customer, String customerCode, String kind, String step, String reference,
                        @Nullable String uniqueKey, LocalDate date) {
        public About(@Nullable UUID customer, String kind, String step, String reference, @Nullable String uniqueKey,
                     LocalDate date) {
            this(customer, "", kind, step, reference, uniqueKey, date);
        }
    }

    /**
     * What travels.
     *
     * @param sender      address in the envelope; of a letter empty
     * @param recipient   address in the envelope; of a letter the name
     * @param label       name of the file where it is put into a folder, without ending; see {@link #label}
     * @param contentHash SHA-256 of the archived bytes, 64 hex digits
     * @param mailId      Message-ID with its brackets; of a letter empty
     */
    public record Parcel(Channel channel, String sender, String recipient, String subject, String label,
                         String contentHash, String mailId) {
        private static final int LONGEST_LABEL = 100;

        /** A file name of letters, digits and hyphens from any texts: {@code label("C 7", "R2")} is {@code c-7-r2}. */
        public static String label(String... parts) {
            String plain = Normalizer.normalize(String.join("-", parts), Normalizer.Form.NFKD)
                    .toLowerCase(Locale.ROOT).replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("^-+|-+$", "");
            String cut = plain.substring(0, Math.min(plain.length(), LONGEST_LABEL));
            return cut.isEmpty() ? "message" : cut;
        }
    }

    /**
     * How it fared.
     *
     * @param attempts      how often it was taken in hand
     * @param firstTriedAt  when first, or null
     * @param nextAttemptAt when next, for a deferred one, or null
     * @param replyCode     of the server, or null
     * @param replyText     what the server said, the path of the file, or why it was cancelled
     */
    public record Course(@Nullable Instant approvedAt, int attempts, @Nullable Instant firstTriedAt,
                         @Nullable Instant nextAttemptAt, @Nullable Instant sentAt, @Nullable Integer replyCode,
                         String replyText) {
        static final Course NEW = new Course(null, 0, null, null, null, null, "");
    }

    /** One change of state. */
    public record Event(State state, String detail, Instant recordedAt) {
    }
}
