package org.goodterms.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** A book on PostgreSQL. Its definitions change inside transactions, so it is migrated where it is. */
final class SharedBook {
    private final BookLocation.Shared location;

    SharedBook(BookLocation.Shared location) {
        this.location = location;
    }

    Outcome<Database> create(InstantSource clock, Changes changes) {
        try (Connection connection = Connections.connect(location.url(), "")) {
            if (Schema.tables(connection).contains("book")) {
                return Outcome.refused(Problem.at("book", "book.exists", location.shown()));
            }
            Schema.CURRENT.migrate(location.url(), "");
            Schema.identify(connection, UUID.randomUUID());
            return Outcome.ok(open(clock, changes));
        } catch (SQLException e) {
            return Outcome.refused(away(e));
        }
    }

    Opening openChecked(InstantSource clock, Changes changes) {
        try (Connection connection = Connections.connect(location.url(), "")) {
            int version = Schema.versionOf(connection);
            if (version == 0) {
                return Opening.refused(Problem.at("book", "book.not_found", location.shown()));
            }
            if (version > Schema.CURRENT.newest()) {
                return Opening.refused(Problem.at("book", "book.newer", version, Schema.CURRENT.newest()));
            }
            if (version < Schema.CURRENT.newest()) {
                Schema.CURRENT.migrate(location.url(), "");
            }
            return new Opening.Opened(open(clock, changes), List.of());
        } catch (SQLException e) {
            return Opening.refused(away(e));
        }
    }

    private Database open(InstantSource clock, Changes changes) {
        return new Database(Connections.shared(location.url()), null, clock, changes);
    }

    private Problem away(SQLException e) {
        @Nullable Problem outside = SqlErrors.outside(e);
        String reason = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
        return outside == null ? Problem.at("book", "book.server_refused", location.shown(), reason)
                : Problem.at("book", "book.server_unreachable", location.shown());
    }
}
