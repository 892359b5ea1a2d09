package org.goodterms.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Outcome;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * The one place where transactions begin and end. {@link #write} commits only on {@link Outcome.Ok}; {@link #preview}
 * runs the same code and takes everything back.
 */
public final class Database implements AutoCloseable {
    private final Connection connection;
    private final SQLDialect dialect;
    private final InstantSource clock;
    private final Changes changes;
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    private Database(Connection connection, SQLDialect dialect, InstantSource clock, Changes changes) {
        this.connection = connection;
        this.dialect = dialect;
        this.clock = clock;
        this.changes = changes;
    }

    /** An empty book in memory, migrated: for tests and previews of imports. */
    public static Database inMemory(InstantSource clock, Changes changes) {
        try {
            String url = "jdbc:h2:mem:" + java.util.UUID.randomUUID() + ";DB_CLOSE_DELAY=0;" + BookUrl.PORTABLE;
            Connection connection = DriverManager.getConnection(url, "sa", "");
            Flyway.configure().dataSource(url, "sa", "").locations("classpath:db/migration").load().migrate();
            connection.setAutoCommit(false);
            return new Database(connection, SQLDialect.H2, clock, changes);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot open a database in memory", e);
        }
    }

    /** Reads in one consistent transaction. */
    public <T> T read(Function<Tx, T> work) {
        return within(tx -> {
            T result = work.apply(tx);
            rollback();
            return result;
        });
    }

    /** Runs and commits on {@code Ok}; on a refusal or an exception nothing has changed. A nested write throws. */
    public <T> Outcome<T> write(Function<Tx, Outcome<T>> work) {
        return within(tx -> {
            Outcome<T> outcome = work.apply(tx);
            if (outcome.isOk()) {
                commit();
                changes.publish(tx.touchedClasses());
            } else {
                rollback();
            }
            return outcome;
        });
    }

    /** What {@link #write} would answer, taken back at once. */
    public <T> Outcome<T> preview(Function<Tx, Outcome<T>> work) {
        return within(tx -> {
            Outcome<T> outcome = work.apply(tx);
            rollback();
            return outcome;
        });
    }

    private synchronized <T> T within(Function<Tx, T> work) {
        if (inside.get()) {
            throw new IllegalStateException("a transaction inside a transaction: hand the Tx on instead");
        }
        inside.set(true);
        try {
            Settings settings = new Settings().withRenderSchema(false).withExecuteLogging(false)
                    .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED);
            DSLContext sql = DSL.using(connection, dialect, settings);
            return work.apply(new Tx(sql, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        } catch (RuntimeException | Error e) {
            rollback();
            throw e;
        } finally {
            inside.set(false);
        }
    }

    private void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the commit failed", e);
        }
    }

    private void rollback() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("the rollback failed", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the database did not close", e);
        }
    }
}
