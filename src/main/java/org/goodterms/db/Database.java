package org.goodterms.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.jooq.DSLContext;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * The one place where transactions begin and end. {@link #write} commits only on {@link Outcome.Ok}; {@link #preview}
 * runs the same code and takes everything back.
 *
 * <p>Writes of one program follow each other; reads run beside them, each on one consistent state. On PostgreSQL several
 * programs write at once: where two meet, the work of one is begun again, at most {@value #ATTEMPTS} times, so work
 * handed in must do nothing but SQL and pure computing.
 */
public final class Database implements AutoCloseable {
    private static final int ATTEMPTS = 5;
    private static final Settings SETTINGS = new Settings().withRenderSchema(false).withExecuteLogging(false)
            .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED);

    private final Connections connections;
    private final InstantSource clock;
    private final Changes changes;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    Database(Connections connections, InstantSource clock, Changes changes) {
        this.connections = connections;
        this.clock = clock;
        this.changes = changes;
    }

    /** An empty book in memory, migrated: for tests and previews of imports. */
    public static Database inMemory(InstantSource clock, Changes changes) {
        try {
            return new Database(MemoryBook.open(), clock, changes);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot open a database in memory", e);
        }
    }

    /**
     * Makes a new book and opens it. Refused where a book is already: nothing is ever overwritten.
     */
    public static Outcome<Database> create(BookLocation location, InstantSource clock, Changes changes) {
        return switch (location) {
            case BookLocation.Shared shared -> new SharedBook(shared).create(clock, changes);
            case BookLocation.Memory memory -> Outcome.ok(inMemory(clock, changes));
            case BookLocation.Folder folder -> Outcome.refused(Problem.at("book", "book.not_found", folder.shown()));
        };
    }

    /** Opens an existing book after looking whether it is whole; an older one is brought up to date. */
    public static Opening open(BookLocation location, InstantSource clock, Changes changes) {
        return switch (location) {
            case BookLocation.Shared shared -> new SharedBook(shared).openChecked(clock, changes);
            case BookLocation.Memory memory -> new Opening.Opened(inMemory(clock, changes));
            case BookLocation.Folder folder -> Opening.refused(Problem.at("book", "book.not_found", folder.shown()));
        };
    }

    /** Reads in one consistent transaction. */
    public <T> T read(Function<Tx, T> work) {
        enter();
        boolean sound = false;
        Connection reader = borrow();
        try {
            T result = work.apply(transaction(reader));
            reader.rollback();
            sound = true;
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            sound = SqlErrors.outside(e) == null && rolledBack(reader);
            throw explained(e);
        } finally {
            connections.giveBack(reader, sound);
            inside.remove();
        }
    }

    /** Runs and commits on {@code Ok}; on a refusal or an exception nothing has changed. A nested write throws. */
    public <T> Outcome<T> write(Function<Tx, Outcome<T>> work) {
        Done<T> done = alone(() -> repeating(work, true));
        if (done.outcome().isOk()) {
            changes.publish(done.tx().touchedClasses());
        }
        return done.outcome();
    }

    /** What {@link #write} would answer, taken back at once. */
    public <T> Outcome<T> preview(Function<Tx, Outcome<T>> work) {
        return alone(() -> repeating(work, false)).outcome();
    }

    private record Done<T>(Tx tx, Outcome<T> outcome) {
    }

    private interface Attempt<T> {
        Done<T> run() throws SQLException;
    }

    private <T> Done<T> alone(Attempt<T> attempt) {
        enter();
        writing.lock();
        try {
            return attempt.run();
        } catch (SQLException | RuntimeException | Error e) {
            throw explained(e);
        } finally {
            writing.unlock();
            inside.remove();
        }
    }

    private <T> Done<T> repeating(Function<Tx, Outcome<T>> work, boolean keep) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work, keep);
            } catch (SQLException | RuntimeException e) {
                if (attempt == ATTEMPTS || !SqlErrors.worthRetrying(e)) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    private <T> Done<T> once(Function<Tx, Outcome<T>> work, boolean keep) throws SQLException {
        Connection writer = connections.writer();
        try {
            Tx tx = transaction(writer);
            Outcome<T> outcome = work.apply(tx);
            if (keep && outcome.isOk()) {
                commit(writer);
            } else {
                writer.rollback();
            }
            return new Done<>(tx, outcome);
        } catch (SQLException | RuntimeException | Error e) {
            if (SqlErrors.outside(e) != null || !rolledBack(writer)) {
                connections.dropWriter();
            }
            throw e;
        }
    }

    private void commit(Connection writer) throws SQLException {
        writer.commit();
    }

    private Tx transaction(Connection connection) {
        DSLContext sql = DSL.using(connection, connections.dialect(), SETTINGS);
        return new Tx(sql, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private void enter() {
        if (inside.get()) {
            throw new IllegalStateException("a transaction inside a transaction: hand the Tx on instead");
        }
        inside.set(true);
    }

    private Connection borrow() {
        try {
            return connections.borrowReader();
        } catch (SQLException | RuntimeException e) {
            inside.remove();
            throw explained(e);
        }
    }

    private static boolean rolledBack(Connection connection) {
        try {
            connection.rollback();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(10, 40) * attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same error as something to throw; a named failure where the world outside is to blame. */
    private static RuntimeException explained(Throwable error) {
        var problem = SqlErrors.outside(error);
        if (problem != null) {
            return new BookFailure(problem, error);
        }
        return switch (error) {
            case Error fault -> throw fault;
            case RuntimeException fault -> fault;
            default -> new IllegalStateException("the database refused", error);
        };
    }

    @Override
    public void close() {
        writing.lock();
        try {
            connections.close();
        } catch (SQLException e) {
            throw explained(e);
        } finally {
            writing.unlock();
        }
    }
}
