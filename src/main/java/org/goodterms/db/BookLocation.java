package org.goodterms.db;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/** Where a book lies. */
public sealed interface BookLocation {
    /** Longer paths fail on some systems, and a book adds names of its own. */
    int LONGEST_PATH = 240;

    /** A folder of this machine with an embedded database, the documents and the log. */
    record Folder(Path path) implements BookLocation {
        public Folder {
            path = path.toAbsolutePath().normalize();
        }

        @Override
        public String shown() {
            return path.toString();
        }
    }

    /** A PostgreSQL database that several desks share. */
    record Shared(String url) implements BookLocation {
        /** Parameters of the address that a person may set; others could load classes or write files. */
        static final Set<String> PARAMETERS = Set.of("user", "password", "ssl", "sslmode", "sslrootcert",
                "currentSchema", "connectTimeout", "options");

        /** Without user and password, fit for a window title and a log. */
        @Override
        public String shown() {
            int query = url.indexOf('?');
            return query < 0 ? url : url.substring(0, query);
        }

        /** The address with its password would be printed by accident otherwise. */
        @Override
        public String toString() {
            return "Shared[" + shown() + "]";
        }
    }

    /** Lives as long as the program runs. */
    record Memory() implements BookLocation {
        @Override
        public String shown() {
            return "in memory";
        }
    }

    /** As told to a person; holds no secret. */
    String shown();

    /**
     * Reads what a person typed: a folder, or {@code jdbc:postgresql://host/database}.
     *
     * <p>A path with {@code ;} or a control character is refused, because the database engine would read what follows
     * as settings; so is a path longer than {@value #LONGEST_PATH} characters.
     */
    static Outcome<BookLocation> parse(String text) {
        String wanted = text.strip();
        if (wanted.isEmpty()) {
            return Outcome.refused(Problem.at("book", "book.location_missing"));
        }
        if (text.chars().anyMatch(Character::isISOControl) || wanted.indexOf(';') >= 0) {
            return Outcome.refused(Problem.at("book", "book.path_characters", visible(wanted)));
        }
        if (wanted.startsWith("jdbc:")) {
            return parseUrl(wanted);
        }
        try {
            Path path = Path.of(wanted).toAbsolutePath().normalize();
            if (path.toString().length() > LONGEST_PATH) {
                return Outcome.refused(Problem.at("book", "book.path_too_long", path.toString().length(), LONGEST_PATH));
            }
            if (Files.exists(path) && !Files.isDirectory(path)) {
                return Outcome.refused(Problem.at("book", "book.not_a_folder", wanted));
            }
            return Outcome.ok(new Folder(path));
        } catch (InvalidPathException e) {
            return Outcome.refused(Problem.at("book", "book.path_characters", visible(wanted)));
        }
    }

    private static Outcome<BookLocation> parseUrl(String url) {
        Problem problem = Problem.at("book", "book.url", new Shared(url).shown());
        if (!url.startsWith("jdbc:postgresql://")) {
            return Outcome.refused(problem);
        }
        try {
            URI parts = new URI(url.substring("jdbc:".length()));
            boolean complete = parts.getHost() != null && parts.getPath() != null && parts.getPath().length() > 1;
            if (!complete || parts.getUserInfo() != null) {
                return Outcome.refused(problem);
            }
            String query = parts.getRawQuery() == null ? "" : parts.getRawQuery();
            boolean known = Arrays.stream(query.split("&")).filter(p -> !p.isEmpty())
                    .allMatch(p -> Shared.PARAMETERS.contains(p.split("=", 2)[0]));
            return known ? Outcome.ok(new Shared(url)) : Outcome.refused(
                    Problem.at("book", "book.url_parameter", String.join(", ", Shared.PARAMETERS.stream().sorted().toList())));
        } catch (URISyntaxException e) {
            return Outcome.refused(problem);
        }
    }

    private static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '\u2423' : c));
        return shown.toString();
    }
}
