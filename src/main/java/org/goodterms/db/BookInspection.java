package org.goodterms.db;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a database file that nothing may change yet, and says what is wrong with it. Opening a damaged file for work
 * would repair it, which destroys the evidence and whatever could still be saved.
 */
final class BookInspection {
    private static final Pattern RUNS_CODE =
            Pattern.compile("CREATE (OR REPLACE )?(FORCE )?(ALIAS|TRIGGER|AGGREGATE|([A-Z]+ )*LINKED TABLE)\\b");

    private final BookFiles files;
    private final Guard.Reading guard;
    private final int newest;
    private final List<Problem> findings = new ArrayList<>();
    private final List<Problem> refusals = new ArrayList<>();
    private Guard.@Nullable Mark mark;

    private BookInspection(BookFiles files, Guard.Reading guard, int newest) {
        this.files = files;
        this.guard = guard;
        this.newest = newest;
    }

    /** @param newest the newest schema that may be opened */
    static BookInspection of(BookFiles files, Guard.Reading guard, int newest) throws IOException {
        BookInspection inspection = new BookInspection(files, guard, newest);
        inspection.look();
        return inspection;
    }

    /** Damage or loss: a person has to decide. */
    List<Problem> findings() {
        return List.copyOf(findings);
    }

    /** A sound file that this program must not open. */
    List<Problem> refusals() {
        return List.copyOf(refusals);
    }

    /** Where the book really stands; null where the file cannot be read. */
    Guard.@Nullable Mark mark() {
        return mark;
    }

    private void look() throws IOException {
        if (!Files.exists(files.databaseFile())) {
            findings.add(Problem.of("book.file_missing", files.databaseFile().toString()));
            return;
        }
        if (Files.size(files.databaseFile()) == 0) {
            findings.add(Problem.of("book.file_empty", files.databaseFile().toString()));
            return;
        }
        try (Untouched file = Untouched.open(files.database(), files.spare())) {
            lookInside(file.owner());
        } catch (SQLException e) {
            findings.add(Problem.of("book.file_unreadable", firstLine(e)));
        }
    }

    private void lookInside(Connection owner) throws SQLException {
        int version = Schema.versionOf(owner);
        if (version > newest) {
            refusals.add(Problem.at("book", "book.newer", version, newest));
            return;
        }
        if (foreignCode(owner)) {
            refusals.add(Problem.at("book", "book.foreign_code", files.folder().toString()));
            return;
        }
        Guard.Mark stands = read(owner, version);
        if (stands == null) {
            findings.add(Problem.of("book.emptied"));
            return;
        }
        mark = stands;
        compare(owner, stands);
        proveLedger(owner, stands);
    }

    static Guard.@Nullable Mark read(Connection owner, int version) throws SQLException {
        if (version == 0 || !Schema.tables(owner).contains("book")) {
            return null;
        }
        try (Statement statement = owner.createStatement(); ResultSet rows = statement.executeQuery(
                "select b.store_id, b.writes, h.seq, h.hash from book b left join ledger_head h on h.id = 1")) {
            if (!rows.next()) {
                return null;
            }
            String hash = rows.getString(4);
            return new Guard.Mark(rows.getObject(1, UUID.class), version, engine(owner), rows.getLong(2),
                    rows.getLong(3), hash == null ? "" : hash);
        }
    }

    private void compare(Connection owner, Guard.Mark stands) throws SQLException {
        Guard.Mark seen = guard.mark();
        if (seen == null) {
            return;
        }
        if (!seen.storeId().equals(stands.storeId())) {
            findings.add(Problem.of("book.other_book"));
            return;
        }
        if (stands.writes() < seen.writes() || stands.seq() < seen.seq() || stands.schema() < seen.schema()) {
            findings.add(Problem.of("book.older_than_seen", seen.writes() - stands.writes(), seen.seq(), stands.seq()));
            return;
        }
        if (seen.seq() > 0 && number(owner, "select count(*) from entry where seq = " + seen.seq()
                + " and hash = '" + seen.hash().replace("'", "") + "'") != 1) {
            findings.add(Problem.of("book.chain_differs", seen.seq()));
        }
    }

    private void proveLedger(Connection owner, Guard.Mark stands) throws SQLException {
        long entries = number(owner, "select count(*) from entry");
        if (entries != stands.seq()) {
            findings.add(Problem.of("book.entries_missing", stands.seq(), entries));
        }
        if (number(owner, "select coalesce(sum(amount), 0) from posting") != 0) {
            findings.add(Problem.of("book.unbalanced"));
        }
    }

    /**
     * Triggers, functions and links run code when a file is used. We make none, so a file with one is not ours. Asked of
     * the definitions themselves: the catalogue does not list what could not be loaded.
     */
    private static boolean foreignCode(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("script nodata nopasswords nosettings")) {
            while (rows.next()) {
                if (RUNS_CODE.matcher(rows.getString(1)).lookingAt()) {
                    return true;
                }
            }
            return false;
        }
    }

    static String engine(Connection connection) throws SQLException {
        String version = connection.getMetaData().getDatabaseProductVersion();
        int end = version.indexOf(' ');
        return end < 0 ? version : version.substring(0, end);
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String firstLine(SQLException e) {
        return e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
    }
}
