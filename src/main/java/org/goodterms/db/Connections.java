package org.goodterms.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one open book: one for writing, a few for reading, so that a screen never waits for a long write;
 * embedded books keep one more, of the owner, open to the end.
 */
final class Connections implements AutoCloseable {
    private static final int READERS = 4;
    private final String url;
    private final String user;
    private final SQLDialect dialect;
    private final @Nullable Connection owner;
    private final Semaphore readers = new Semaphore(READERS);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private @Nullable Connection writer;
    private boolean closed;

    private Connections(String url, String user, SQLDialect dialect, @Nullable Connection owner) {
        this.url = url;
        this.user = user;
        this.dialect = dialect;
        this.owner = owner;
    }

    /** Of an embedded database whose owner is connected already. */
    static Connections embedded(String url, Connection owner) {
        return new Connections(BookUrl.joining(url), BookUrl.APP, SQLDialect.H2, owner);
    }

    /** Of a shared book: user and password stand in the address or in the environment. */
    static Connections shared(String url) {
        return new Connections(url, "", SQLDialect.POSTGRES, null);
    }

    static Connection connect(String url, String user) throws SQLException {
        return user.isEmpty() ? DriverManager.getConnection(url) : DriverManager.getConnection(url, user, "");
    }

    SQLDialect dialect() {
        return dialect;
    }

    /** The admin connection of an embedded book. */
    Connection owner() {
        if (owner == null) {
            throw new IllegalStateException("a shared book has no owner connection");
        }
        return owner;
    }

    /**
     * The one connection that writes, at the start of a transaction. Its caller holds the lock of the writer. On PostgreSQL
     * it waits here until no other desk writes: locking a table takes no snapshot, so what is read afterwards is the newest
     * and busy desks do not make each other start again for ever.
     */
    Connection writer() throws SQLException {
        Connection current = writer;
        if (current == null) {
            current = prepared();
            // On PostgreSQL other desks write too: a conflict makes one of them start again, never both go wrong.
            current.setTransactionIsolation(dialect == SQLDialect.H2
                    ? Connection.TRANSACTION_READ_COMMITTED : Connection.TRANSACTION_SERIALIZABLE);
            writer = current;
        }
        if (dialect == SQLDialect.POSTGRES) {
            takeTurn(current);
        }
        return current;
    }

    private void takeTurn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table ledger_head in exclusive mode");
        } catch (SQLException e) {
            dropWriter();
            throw e;
        }
    }

    /** After a failure of the connection itself: the next write connects anew. */
    void dropWriter() {
        Connection current = writer;
        writer = null;
        if (current != null) {
            closeQuietly(current);
        }
    }

    Connection borrowReader() throws SQLException {
        readers.acquireUninterruptibly();
        try {
            synchronized (idle) {
                Connection known = idle.poll();
                if (known != null) {
                    return known;
                }
            }
            Connection fresh = prepared();
            fresh.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            if (dialect != SQLDialect.H2) {
                fresh.setReadOnly(true);
            }
            return fresh;
        } catch (SQLException | RuntimeException e) {
            readers.release();
            throw e;
        }
    }

    /** @param sound false after an error: the connection is not used again */
    void giveBack(Connection reader, boolean sound) {
        boolean keep;
        synchronized (idle) {
            keep = sound && !closed;
            if (keep) {
                idle.push(reader);
            }
        }
        readers.release();
        if (!keep) {
            closeQuietly(reader);
        }
    }

    private Connection prepared() throws SQLException {
        Connection fresh = connect(url, user);
        fresh.setAutoCommit(false);
        return fresh;
    }

    @Override
    public void close() throws SQLException {
        readers.acquireUninterruptibly(READERS);
        dropWriter();
        synchronized (idle) {
            closed = true;
            idle.forEach(Connections::closeQuietly);
            idle.clear();
        }
        readers.release(READERS);
        if (owner != null) {
            owner.close();
        }
    }

    static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            org.slf4j.LoggerFactory.getLogger(Connections.class).info("a broken connection did not close", e);
        }
    }
}
