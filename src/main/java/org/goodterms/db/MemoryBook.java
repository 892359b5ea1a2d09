package org.goodterms.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An empty book in memory. The migrations run once in the life of the program; each further book is made from the
 * statements that describe the first.
 */
final class MemoryBook {

    private MemoryBook() {
    }

    /** Describes a migrated database; made when the first book in memory is wanted. */
    private static final class Template {
        static final List<String> STATEMENTS = describe();

        private static List<String> describe() {
            String url = BookUrl.memory();
            try (Connection owner = Connections.connect(url, BookUrl.OWNER);
                    Statement statement = owner.createStatement()) {
                Schema.CURRENT.migrate(url, BookUrl.OWNER);
                Schema.grant(owner);
                List<String> statements = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery("script nopasswords nosettings")) {
                    while (rows.next()) {
                        String line = rows.getString(1);
                        if (!line.startsWith("CREATE USER") && !line.startsWith("--")) {
                            statements.add(onDisk(line));
                        }
                    }
                }
                return List.copyOf(statements);
            } catch (SQLException e) {
                throw new IllegalStateException("no database in memory", e);
            }
        }
    }

    /** A table described from memory would keep its indexes in memory only, and build them anew at each opening. */
    private static String onDisk(String statement) {
        return statement.replaceFirst("^CREATE MEMORY TABLE", "CREATE CACHED TABLE");
    }

    static Connections open() throws SQLException {
        String url = BookUrl.memory();
        Connection owner = Connections.connect(url, BookUrl.OWNER);
        build(owner, UUID.randomUUID());
        return Connections.embedded(url, owner);
    }

    /** Makes all tables, the daily user and the identity in an empty embedded database. */
    static void build(Connection owner, UUID storeId) throws SQLException {
        List<String> statements = Template.STATEMENTS;
        try (Statement statement = owner.createStatement()) {
            statement.execute("create user " + BookUrl.APP + " password ''");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        Schema.identify(owner, storeId);
    }
}
