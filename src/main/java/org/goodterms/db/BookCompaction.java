package org.goodterms.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.goodterms.kernel.Fault;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;

/**
 * Makes a database file as small as what is in it: each write goes to the end of the file, so it grows far beyond that. A
 * copy is made, compared with the original row count by row count, sum by sum and with the guard, and only then put in its
 * place in one step. The file itself is never rewritten, and a death at any moment leaves the one or the other.
 */
final class BookCompaction {
    /** Smaller files are left as they are, in bytes. */
    private static final long WORTHWHILE = Long.getLong("goodterms.compact", 8L << 20);
    /** Percent of the file that is in use; above it is left as it is. */
    private static final int DENSE = 34;

    private final BookFiles files;

    BookCompaction(BookFiles files) {
        this.files = files;
    }

    /** Asked while the book is still open. */
    boolean isWorthwhile(Connection owner) throws SQLException, IOException {
        if (Files.size(files.databaseFile()) < WORTHWHILE) {
            return false;
        }
        try (Statement statement = owner.createStatement(); ResultSet rows = statement.executeQuery(
                "select setting_value from information_schema.settings where setting_name = 'info.CHUNKS_FILL_RATE'")) {
            return rows.next() && Integer.parseInt(rows.getString(1)) < DENSE;
        }
    }

    /**
     * After the engine has closed the file and while the book is still locked.
     *
     * @param stands what the guard says
     * @return false where the copy was thrown away; the book is as it was then
     */
    boolean run(Guard.Mark stands) throws IOException, SQLException {
        files.dropDraft();
        try {
            copy();
            Fault.at("compaction-copied");
            Map<String, Long> before = BookMigration.totals(files.database(), files.spare());
            Map<String, Long> after = BookMigration.totals(files.draft(), files.spare());
            if (!before.equals(after) || !same(stands)) {
                org.slf4j.LoggerFactory.getLogger(BookCompaction.class).warn("a smaller copy of the book differs and was thrown away");
                return false;
            }
            Fault.at("compaction-compared");
            files.promoteDraft();
            Fault.at("compaction-swapped");
            return true;
        } catch (MVStoreException e) {
            org.slf4j.LoggerFactory.getLogger(BookCompaction.class).warn("the book could not be made smaller", e);
            return false;
        } finally {
            files.dropDraft();
        }
    }

    private void copy() throws IOException {
        Path draft = BookFiles.fileOf(files.draft());
        Files.copy(files.databaseFile(), draft);
        MVStoreTool.compact(draft.toString(), true);
    }

    private boolean same(Guard.Mark stands) throws SQLException, IOException {
        try (Untouched copy = Untouched.open(files.draft(), files.spare())) {
            Guard.Mark found = BookInspection.read(copy.owner(), stands.schema());
            return found != null && found.storeId().equals(stands.storeId()) && found.writes() == stands.writes()
                    && found.seq() == stands.seq() && found.hash().equals(stands.hash());
        }
    }
}
