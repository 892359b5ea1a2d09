package org.goodterms.db;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.goodterms.kernel.Fault;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What makes a write to a book in a folder last: commit, force the file to disk, then note in the guard how far the
 * book has come. Only after that is anybody told. Its methods are called by the one thread that writes.
 */
final class BookOnDisk {
    /** Milliseconds that the engine may take to write on its own during bulk work. */
    private static final int BULK_DELAY = 500;

    private final BookLock lock;
    private final Guard guard;
    private final Connection owner;
    private final UUID storeId;
    private final int schema;
    private int bulk;
    private Guard.Mark sealed;
    private Guard.@Nullable Mark unsealed;
    private @Nullable Problem broken;

    BookOnDisk(BookLock lock, Guard guard, Connection owner, Guard.Mark stands) {
        this.lock = lock;
        this.guard = guard;
        this.owner = owner;
        this.storeId = stands.storeId();
        this.schema = stands.schema();
        this.sealed = stands;
    }

    /** Commits what {@code writer} has under way and returns when it is on the disk. */
    void commit(Connection writer) throws SQLException, IOException {
        unsealed = count(writer);
        Fault.at("before-commit");
        writer.commit();
        Fault.at("after-commit");
        if (bulk == 0) {
            seal();
        }
    }

    /** Until {@link #endBulk} writes are not forced one by one: none of them is acknowledged before. */
    void beginBulk() throws SQLException {
        if (bulk++ == 0) {
            execute("set write_delay " + BULK_DELAY);
        }
    }

    void endBulk() throws SQLException, IOException {
        if (--bulk == 0) {
            execute("set write_delay 0");
            seal();
        }
    }

    Path documents() {
        return lock.files().documents();
    }

    /** After this nothing more is written: the file no longer takes what it is given. */
    void breakOff(Problem problem) {
        if (broken == null) {
            broken = problem;
        }
    }

    @Nullable Problem broken() {
        return broken;
    }

    private void seal() throws SQLException, IOException {
        Guard.Mark mark = unsealed;
        if (mark == null) {
            return;
        }
        execute("checkpoint sync");
        Fault.at("after-sync");
        guard.write(mark);
        sealed = mark;
        unsealed = null;
        Fault.at("after-guard");
    }

    private Guard.Mark count(Connection writer) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.executeUpdate("update book set writes = writes + 1");
            try (ResultSet rows = statement.executeQuery(
                    "select b.writes, h.seq, h.hash from book b left join ledger_head h on h.id = 1")) {
                rows.next();
                String hash = rows.getString(3);
                return new Guard.Mark(storeId, schema, BookInspection.engine(owner), rows.getLong(1),
                        rows.getLong(2), hash == null ? "" : hash);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Whether the file is much larger than what is in it; asked before the connections are closed. */
    boolean isBloated() {
        try {
            return broken == null && unsealed == null && new BookCompaction(lock.files()).isWorthwhile(owner);
        } catch (SQLException | IOException e) {
            org.slf4j.LoggerFactory.getLogger(BookOnDisk.class).info("the size of the book is not known", e);
            return false;
        }
    }

    /** Makes the file smaller, after the connections are closed; where that fails it stays as it is. */
    void compact() {
        try {
            new BookCompaction(lock.files()).run(sealed);
        } catch (SQLException | IOException e) {
            org.slf4j.LoggerFactory.getLogger(BookOnDisk.class).warn("the book could not be made smaller", e);
        }
    }

    /** After the connections are closed. */
    void close(boolean clean) throws IOException {
        try {
            guard.close();
        } finally {
            lock.release(clean && broken == null);
        }
    }
}
