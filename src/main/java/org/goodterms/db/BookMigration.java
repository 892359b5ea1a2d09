package org.goodterms.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.api.FlywayException;
import org.goodterms.kernel.Fault;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/**
 * Brings an older book up to date. The embedded engine cannot take back a change of tables, so a copy is changed,
 * compared with the original row count by row count and sum by sum, and only then put in its place; the original stays.
 */
final class BookMigration {
    private final BookFiles files;
    private final Schema schema;

    BookMigration(BookFiles files, Schema schema) {
        this.files = files;
        this.schema = schema;
    }

    /** @return the kept original, or why the copy was thrown away; the book is untouched then */
    Outcome<Path> run(Instant now) throws IOException, SQLException {
        files.dropDraft();
        try {
            Map<String, Long> before = totals(files.database(), files.spare());
            Files.copy(files.databaseFile(), BookFiles.fileOf(files.draft()));
            Fault.at("migration-copied");
            String url = BookUrl.existing(files.draft());
            schema.migrate(url, BookUrl.OWNER);
            Fault.at("migration-migrated");
            try (Connection owner = Connections.connect(url, BookUrl.OWNER)) {
                Schema.grant(owner);
            }
            Map<String, Long> after = totals(files.draft(), files.spare());
            List<String> differing = before.keySet().stream()
                    .filter(name -> !Objects.equals(before.get(name), after.get(name))).toList();
            if (!differing.isEmpty()) {
                return Outcome.refused(Problem.at("book", "book.migration_differs", String.join(", ", differing)));
            }
            Path original = files.keepCopy("before-update", now);
            Fault.at("migration-kept");
            files.promoteDraft();
            Fault.at("migration-swapped");
            return Outcome.ok(original);
        } catch (FlywayException e) {
            org.slf4j.LoggerFactory.getLogger(BookMigration.class).info("the update failed", e);
            return Outcome.refused(Problem.at("book", "book.migration_failed"));
        } finally {
            files.dropDraft();
        }
    }

    /** Row counts of all tables and the control totals of the ledger and the open items. */
    static Map<String, Long> totals(Path database, Path spare) throws SQLException, IOException {
        Map<String, Long> totals = new LinkedHashMap<>();
        try (Untouched file = Untouched.open(database, spare)) {
            Connection owner = file.owner();
            List<String> tables = Schema.tables(owner);
            for (String table : tables) {
                if (!table.equals(Schema.HISTORY)) {
                    totals.put(table, BookInspection.number(owner, "select count(*) from " + table));
                }
            }
            if (tables.contains("posting")) {
                totals.put("sum of postings", BookInspection.number(owner,
                        "select coalesce(sum(case when amount > 0 then amount else 0 end), 0) from posting"));
            }
            if (tables.contains("open_item")) {
                totals.put("sum of open items", BookInspection.number(owner,
                        "select coalesce(sum(open_amount), 0) from open_item"));
            }
        }
        return totals;
    }
}
