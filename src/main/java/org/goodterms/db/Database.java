package org.goodterms.db;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.jooq.DSLContext;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

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
    private final @Nullable BookOnDisk disk;
    private final boolean readOnly;
    private final InstantSource clock;
    private final Changes changes;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    Database(Connections connections, @Nullable BookOnDisk disk, InstantSource clock, Changes changes) {
        this(connections, disk, false, clock, changes);
    }

    private Database(Connections connections, @Nullable BookOnDisk disk, boolean readOnly, InstantSource clock,
            Changes changes) {
        this.connections = connections;
        this.disk = disk;
        this.readOnly = readOnly;
        this.clock = clock;
        this.changes = changes;
    }

    /** An empty book in memory, migrated: for tests and previews of imports. */
    public static Database inMemory(InstantSource clock, Changes changes) {
        try {
            return new Database(MemoryBook.open(), null, clock, changes);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot open a database in memory", e);
        }
    }

    /** A book to look at: reads work, each write is refused. */
    static Database readOnly(Connections connections, InstantSource clock, Changes changes) {
        return new Database(connections, null, true, clock, changes);
    }

    /**
     * Makes a new book and opens it. Refused where a book is already: nothing is ever overwritten.
     */
    public static Outcome<Database> create(BookLocation location, InstantSource clock, Changes changes) {
        return switch (location) {
            case BookLocation.Shared shared -> new SharedBook(shared).create(clock, changes);
            case BookLocation.Memory memory -> Outcome.ok(inMemory(clock, changes));
            case BookLocation.Folder folder -> new FolderBook(folder, clock, changes).create();
        };
    }

    /**
     * Takes away what {@link #create} has made just now and that came to nothing, after it was closed. A shared database
     * stays: others may look at it.
     */
    public static void discard(BookLocation made) {
        if (made instanceof BookLocation.Folder(Path path)) {
            new BookFiles(path).discard();
        }
    }

    /** Opens an existing book after looking whether it is whole; an older one is brought up to date. */
    public static Opening open(BookLocation location, InstantSource clock, Changes changes) {
        return switch (location) {
            case BookLocation.Shared shared -> new SharedBook(shared).openChecked(clock, changes);
            case BookLocation.Memory memory -> new Opening.Opened(inMemory(clock, changes), List.of());
            case BookLocation.Folder folder -> new FolderBook(folder, clock, changes).open();
        };
    }

    /** Where a book in a folder keeps its documents; null where they lie in the database itself. */
    public @Nullable Path documents() {
        return disk == null ? null : disk.documents();
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
        if (readOnly) {
            return Outcome.refused(Problem.of("book.only_to_look"));
        }
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

    /**
     * As {@link #write} for one large piece of work (an import): the engine may write behind, and the whole is forced to
     * disk once, before this returns. A crash before that leaves the book as it was or with the whole of it.
     */
    public <T> Outcome<T> writeBulk(Function<Tx, Outcome<T>> work) {
        return bulk(() -> write(work));
    }

    /**
     * Many writes of which none is acknowledged before this returns: they are forced to disk together at the end. A
     * crash may lose the last of them, never half of one.
     */
    public <T> T bulk(Supplier<T> writes) {
        BookOnDisk book = disk;
        if (book == null) {
            return writes.get();
        }
        onDisk(book::beginBulk);
        try {
            return writes.get();
        } finally {
            onDisk(book::endBulk);
        }
    }

    private interface DiskWork {
        void run() throws SQLException, IOException;
    }

    private void onDisk(DiskWork work) {
        writing.lock();
        try {
            work.run();
        } catch (SQLException | IOException e) {
            throw explained(e);
        } finally {
            writing.unlock();
        }
    }

    private record Done<T>(Tx tx, Outcome<T> outcome) {
    }

    private interface Attempt<T> {
        Done<T> run() throws SQLException, IOException;
    }

    private <T> Done<T> alone(Attempt<T> attempt) {
        enter();
        writing.lock();
        try {
            refuseIfBroken();
            return attempt.run();
        } catch (SQLException | IOException | RuntimeException | Error e) {
            throw explained(e);
        } finally {
            writing.unlock();
            inside.remove();
        }
    }

    private <T> Done<T> repeating(Function<Tx, Outcome<T>> work, boolean keep) throws SQLException, IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work, keep);
            } catch (SQLException | IOException | RuntimeException e) {
                if (attempt == ATTEMPTS || !SqlErrors.worthRetrying(e)) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    private <T> Done<T> once(Function<Tx, Outcome<T>> work, boolean keep) throws SQLException, IOException {
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
        } catch (SQLException | IOException | RuntimeException | Error e) {
            if (SqlErrors.outside(e) != null || !rolledBack(writer)) {
                connections.dropWriter();
            }
            throw e;
        }
    }

    private void commit(Connection writer) throws SQLException, IOException {
        if (disk == null) {
            writer.commit();
            return;
        }
        try {
            disk.commit(writer);
        } catch (SQLException | IOException | RuntimeException e) {
            // Whether it happened is known only after the file was read anew: nothing more is written to it.
            Problem problem = SqlErrors.outside(e);
            disk.breakOff(problem == null ? Problem.of("book.file_failed") : problem);
            throw e;
        }
    }

    private void refuseIfBroken() {
        if (disk != null && disk.broken() != null) {
            throw new BookFailure(disk.broken(), null);
        }
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
        if (problem != null && !(error instanceof BookFailure)) {
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
        close(false);
    }

    /** Closes, and makes the file of the book smaller first where it has grown far beyond what is in it. May take a while. */
    public void closeTidily() {
        close(true);
    }

    private void close(boolean tidy) {
        writing.lock();
        try {
            boolean clean = false;
            boolean bloated = tidy && disk != null && disk.isBloated();
            try {
                connections.close();
                clean = true;
                if (bloated && disk != null) {
                    disk.compact();
                }
            } finally {
                if (disk != null) {
                    disk.close(clean);
                }
            }
        } catch (SQLException | IOException e) {
            throw explained(e);
        } finally {
            writing.unlock();
        }
    }
}
