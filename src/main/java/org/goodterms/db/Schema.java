package org.goodterms.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/**
 * The tables: their version, their migration, and who may do what with them.
 *
 * @param newest    the newest migration this program has
 * @param locations where its migrations lie
 */
record Schema(int newest, List<String> locations) {
    /** What this program brings along. */
    static final Schema CURRENT = new Schema(NewestSchema.VERSION, List.of("classpath:db/migration"));

    /** Rows of these are added and never changed; the daily user has no right to. */
    static final Set<String> APPEND_ONLY = Set.of("entry", "posting", "tax_movement", "allocation", "contact",
            "message_event", "payment", "payment_return", "archived");
    static final String HISTORY = "flyway_schema_history";

    Schema {
        locations = List.copyOf(locations);
    }

    /** The newest migration a database has; 0 where it has none. Read without the migration tool, which is slow to load. */
    static int versionOf(Connection connection) throws SQLException {
        if (!tables(connection).contains(HISTORY)) {
            return 0;
        }
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(
                "select max(cast(version as integer)) from " + HISTORY + " where success and version is not null")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Brings a database to {@link #newest()}. */
    void migrate(String url, String user) {
        var settings = Flyway.configure();
        (user.isEmpty() ? settings.dataSource(url, null, null) : settings.dataSource(url, user, ""))
                .locations(locations.toArray(String[]::new)).load().migrate();
    }

    /** Makes the daily user of an embedded database and gives it what it needs, and no more. */
    static void grant(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("create user if not exists " + BookUrl.APP + " password ''");
            for (String table : tables(owner)) {
                String rights = table.equals(HISTORY) ? "select"
                        : APPEND_ONLY.contains(table) ? "select, insert" : "select, insert, update, delete";
                statement.execute("grant " + rights + " on " + table + " to " + BookUrl.APP);
            }
        }
    }

    /** The first row of a new book; the book has its identity from then on. */
    static void identify(Connection connection, UUID storeId) throws SQLException {
        try (var insert = connection.prepareStatement("insert into book (id, store_id, writes) values (1, ?, 0)")) {
            insert.setObject(1, storeId);
            insert.executeUpdate();
        }
    }

    /** Names of all tables, sorted. */
    static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(
                "select table_name from information_schema.tables where table_schema = "
                        + "current_schema and table_type = 'BASE TABLE' order by table_name")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
