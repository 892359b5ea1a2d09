package org.goodterms.db;

import java.nio.file.Path;
import java.util.UUID;

/** Builds every connection address of an embedded book; no other class does. */
final class BookUrl {
    /** Admin of an embedded database: migrates, forces to disk, dumps. */
    static final String OWNER = "owner";
    /** Does the daily work; may not change what is append-only. */
    static final String APP = "app";

    /** What keeps SQL portable to PostgreSQL, and the answer to stale reads inside a transaction. */
    private static final String PORTABLE = "DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;"
            + "DEFAULT_NULL_ORDERING=HIGH;OPTIMIZE_REUSE_RESULTS=FALSE;QUERY_CACHE_SIZE=128;TRACE_LEVEL_FILE=0";
    /**
     * Each write goes to the end of the file: a start after a crash finds the last one by the file's end. Written into
     * freed space it is found by the file's header only, which H2 2.5.252 renews too late after a reopening: acknowledged
     * writes were lost when a program died soon after its start.
     */
    private static final String DURABLE = "WRITE_DELAY=0;REUSE_SPACE=FALSE;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;"
            + PORTABLE;

    /** System property: the file system under the database file; fault tests put one of their own in between. */
    private static final String DISK = "goodterms.disk";

    static {
        // Read by the engine when it starts: no class of ours or anybody's is run from within a database file.
        if (System.getProperty("h2.allowedClasses") == null) {
            System.setProperty("h2.allowedClasses", "none");
        }
    }

    private BookUrl() {
    }

    /** An existing file, for work. {@code file} is the path without {@code .mv.db}. */
    static String existing(Path file) {
        return at(file) + ";IFEXISTS=TRUE;" + DURABLE;
    }

    /** A further connection to a database that the owner has open: what the owner set holds for it too. */
    static String joining(String url) {
        return url.substring(0, url.indexOf(';')) + ";IFEXISTS=TRUE;LOCK_TIMEOUT=10000";
    }

    /** An existing file that nothing may change. */
    static String readOnly(Path file) {
        return at(file) + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r;" + DURABLE;
    }

    /** A file that does not exist yet. */
    static String creating(Path file) {
        return at(file) + ";" + DURABLE;
    }

    /** A new database in memory; it goes with its last connection. */
    static String memory() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE;" + PORTABLE;
    }

    private static String at(Path file) {
        String path = file.toString();
        if (path.indexOf(';') >= 0 || path.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a path that would be read as settings");
        }
        return "jdbc:h2:" + System.getProperty(DISK, "file") + ":" + path;
    }
}
