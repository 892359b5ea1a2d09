package org.goodterms.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Links over rows that are only ever added: {@code SHA-256(previous hash, sequence number, fields)}, each field behind a
 * separator that no typed text can hold. Changing, removing or inserting a row breaks every link behind it.
 */
public final class HashChain {
    /** The hash before the first row. */
    public static final String START = "0".repeat(64);
    private static final char FIELD = '\u001F';

    /** The last link. */
    public record Head(long seq, String hash) {
        /** Where there is no row yet. */
        public static final Head NONE = new Head(0, START);

        /** The one that follows. */
        public Head next(@Nullable Object... fields) {
            return new Head(seq + 1, link(hash, seq + 1, fields));
        }
    }

    /** Follows a chain from its start and remembers the first link that does not hold. */
    public static final class Proof {
        private Head head = Head.NONE;
        private long broken;

        /** The next row, in the order of its numbers. */
        public void follow(long seq, String previous, String hash, @Nullable Object... fields) {
            Head next = head.next(fields);
            if (broken == 0 && (seq != next.seq() || !previous.equals(head.hash()) || !hash.equals(next.hash()))) {
                broken = next.seq();
            }
            head = new Head(next.seq(), hash);
        }

        /** The head as it is stored: rows taken from the end are missed by it. */
        public Proof ends(Head stored) {
            if (broken == 0 && !stored.equals(head)) {
                broken = head.seq() + 1;
            }
            return this;
        }

        public long links() {
            return head.seq();
        }

        /** The number of the first row that is changed or missing; 0 where all hold. */
        public long broken() {
            return broken;
        }
    }

    private HashChain() {
    }

    /** @param fields in the order of the row; what is missing counts as empty */
    public static String link(String previous, long seq, @Nullable Object... fields) {
        StringBuilder text = new StringBuilder(previous).append(FIELD).append(seq);
        for (Object field : fields) {
            text.append(FIELD).append(field == null ? "" : field);
        }
        return Sha256.of(text.toString());
    }
}
