package org.goodterms.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A look into a database file that leaves each byte of it as it is. The engine opens most files read-only; one with
 * leftovers to clear away it does not, so that one is looked at in a copy.
 */
final class Untouched implements AutoCloseable {
    private final String url;
    private final Connection owner;
    private final @Nullable Path copy;

    private Untouched(String url, Connection owner, @Nullable Path copy) {
        this.url = url;
        this.owner = owner;
        this.copy = copy;
    }

    /** @param spare where a copy may lie while it is looked at; without {@code .mv.db}, like {@code database} */
    static Untouched open(Path database, Path spare) throws SQLException, IOException {
        try {
            String url = BookUrl.readOnly(database);
            return new Untouched(url, Connections.connect(url, BookUrl.OWNER), null);
        } catch (SQLException e) {
            if (e.getMessage() == null || !e.getMessage().contains("read-only")) {
                throw e;
            }
        }
        Path copy = BookFiles.fileOf(spare);
        Files.deleteIfExists(copy);
        Files.copy(BookFiles.fileOf(database), copy);
        String url = BookUrl.existing(spare);
        try {
            return new Untouched(url, Connections.connect(url, BookUrl.OWNER), copy);
        } catch (SQLException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    Connection owner() {
        return owner;
    }

    String url() {
        return url;
    }

    @Override
    public void close() throws SQLException, IOException {
        try {
            owner.close();
        } finally {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        }
    }
}
