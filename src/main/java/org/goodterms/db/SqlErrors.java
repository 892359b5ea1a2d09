package org.goodterms.db;

import java.sql.SQLException;
import java.util.Locale;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** What an error of the database means for whoever uses the book. */
final class SqlErrors {
    private SqlErrors() {
    }

    /** Two transactions of different desks met: the same work, begun again, will most likely succeed. */
    static boolean worthRetrying(Throwable error) {
        SQLException cause = find(error);
        return cause != null && ("40001".equals(cause.getSQLState()) || "40P01".equals(cause.getSQLState()));
    }

    /** The problem to tell of, where the world outside is to blame; null where our own code is. */
    static @Nullable Problem outside(Throwable error) {
        if (diskIsFull(error)) {
            return Problem.of("book.disk_full");
        }
        if (error instanceof java.io.IOException) {
            return Problem.of("book.file_failed");
        }
        SQLException cause = find(error);
        if (cause == null || cause.getSQLState() == null) {
            return null;
        }
        String state = cause.getSQLState();
        return switch (cause.getErrorCode()) {
            // H2: I/O error, database closed, broken connection, file corrupted
            case 90028, 90031, 90098, 90121, 90067, 90030, 50000 -> Problem.of("book.file_failed");
            default -> state.startsWith("08") || state.startsWith("57P") ? Problem.of("book.server_away") : null;
        };
    }

    static boolean diskIsFull(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            String text = e.getMessage() == null ? "" : e.getMessage().toLowerCase(Locale.ROOT);
            if (text.contains("no space left") || text.contains("not enough space on the disk")
                    || text.contains("disk quota exceeded")) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable SQLException find(Throwable error) {
        SQLException found = null;
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof SQLException sql) {
                found = sql;
            }
        }
        return found;
    }
}
