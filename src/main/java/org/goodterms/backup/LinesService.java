package org.goodterms.backup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.goodterms.archive.Archive;
import org.goodterms.archive.HashedLines;
import org.goodterms.db.BookTables;
import org.goodterms.db.BookTables.Column;
import org.goodterms.db.Database;
import org.goodterms.db.RowRefused;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.jspecify.annotations.Nullable;

/** A whole book as lines of JSON, out and in; the format is told in the description of this package. */
public final class LinesService {
    static final String FORMAT = "goodterms-book";
    private static final int VERSION = 1;
    private static final int BATCH = 500;
    private static final String ABOUT = "A book of Good Terms. One JSON object a line: this line; archived documents by their"
            + " SHA-256; the rows of each table, each table after those it refers to; a last line with the number of lines before"
            + " it and the SHA-256 of their bytes. Days are yyyy-mm-dd, instants ISO 8601 in UTC, amounts whole minor units of"
            + " their currency, rates and quantities decimal numbers in strings.";
    private static final ObjectMapper JSON = JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

    private final Database db;
    private final Archive archive;

    public LinesService(Database db, Archive archive) {
        this.db = db;
        this.archive = archive;
    }

    /**
     * Writes the book as it stands at one moment; others may go on working.
     *
     * @return how many lines were written; refused where an archived document is missing or damaged
     */
    public Outcome<Long> write(OutputStream out, Progress progress) throws IOException {
        HashedLines lines = new HashedLines(out);
        try {
            lines.add(JSON.writeValueAsString(JSON.createObjectNode().put("format", FORMAT).put("version", VERSION)
                    .put("schema", BookTables.schema()).put("about", ABOUT)));
            for (String hash : archive.hashes()) {
                progress.stopIfCancelled();
                Outcome<byte[]> bytes = archive.get(hash);
                if (!(bytes instanceof Outcome.Ok<byte[]>(byte[] content))) {
                    return Outcome.refused(bytes.problems());
                }
                lines.add(JSON.writeValueAsString(JSON.createObjectNode().put("document", hash)
                        .put("base64", Base64.getEncoder().encodeToString(content))));
            }
            List<String> tables = BookTables.names();
            db.read(tx -> {
                for (int i = 0; i < tables.size(); i++) {
                    progress.stopIfCancelled();
                    progress.at(i, tables.size(), "backup.writing");
                    table(tx, tables.get(i), lines);
                }
                return tables;
            });
            lines.add(JSON.writeValueAsString(JSON.createObjectNode().put("end", true).put("lines", lines.count()).put("sha256", lines.hash())));
            return Outcome.ok(lines.count());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void table(Tx tx, String table, HashedLines lines) {
        List<Column> columns = BookTables.columns(table);
        BookTables.each(tx, table, values -> {
            ObjectNode node = JSON.createObjectNode().put("table", table);
            ObjectNode row = node.putObject("row");
            for (int i = 0; i < values.size(); i++) {
                switch (values.get(i)) {
                    case null -> row.putNull(columns.get(i).name());
                    case Long whole -> row.put(columns.get(i).name(), whole);
                    case Boolean yes -> row.put(columns.get(i).name(), yes);
                    case Object text -> row.put(columns.get(i).name(), text.toString());
                }
            }
            try {
                lines.add(JSON.writeValueAsString(node));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a row is always writable", e);
            }
        });
    }

    /**
     * Brings such a file into this book, which must be empty. All of it or, where it is refused, no row; documents that
     * were kept before the refusal are of no harm.
     *
     * @return how many lines were read
     */
    public Outcome<Long> read(InputStream in, Progress progress) throws IOException {
        HashedLines.Reading lines = new HashedLines.Reading(in);
        try {
            Outcome<JsonNode> next = header(lines).then(known -> documents(lines, progress));
            return next instanceof Outcome.Ok<JsonNode>(JsonNode first)
                    ? db.writeBulk(tx -> new Rows(tx, lines, progress).take(first)) : Outcome.refused(next.problems());
        } catch (LineRefused e) {
            return Outcome.refused(e.problem);
        } catch (RowRefused e) {
            return Outcome.refused(Problem.at("file", "backup.row_refused", lines.count(), shortened(e.getMessage())));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Outcome<JsonNode> header(HashedLines.Reading lines) {
        String first = lines.next();
        JsonNode header = first == null || !first.startsWith("{") ? null : parsed(first, lines);
        if (header == null || !header.path("format").asText().equals(FORMAT)) {
            return Outcome.refused(Problem.at("file", "backup.not_a_book"));
        }
        int schema = header.path("schema").asInt(Integer.MAX_VALUE);
        if (header.path("version").asInt() != VERSION || schema > BookTables.schema()) {
            return Outcome.refused(Problem.at("file", "backup.newer", header.path("version").asInt(), schema, BookTables.schema()));
        }
        return Outcome.ok(header);
    }

    /** @return the first line behind the documents */
    private Outcome<JsonNode> documents(HashedLines.Reading lines, Progress progress) {
        while (true) {
            progress.stopIfCancelled();
            JsonNode node = parsed(lines.next(), lines);
            if (!node.has("document")) {
                return Outcome.ok(node);
            }
            byte[] bytes = decoded(node.path("base64").asText(), lines);
            if (!Archive.hash(bytes).equals(node.path("document").asText())) {
                return Outcome.refused(Problem.at("file", "backup.document_differs", lines.count(), shortened(node.path("document").asText())));
            }
            Outcome<String> kept = archive.put(bytes);
            if (!kept.isOk()) {
                return Outcome.refused(kept.problems());
            }
        }
    }

    private static byte[] decoded(String base64, HashedLines.Reading lines) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new LineRefused(Problem.at("file", "backup.line", lines.count()));
        }
    }

    private static JsonNode parsed(@Nullable String line, HashedLines.Reading lines) {
        if (line == null) {
            throw new LineRefused(Problem.at("file", "backup.cut_off", lines.count()));
        }
        try {
            JsonNode node = JSON.readTree(line);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            org.slf4j.LoggerFactory.getLogger(LinesService.class).debug("not JSON", e);
        }
        throw new LineRefused(Problem.at("file", "backup.line", lines.count()));
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() > 80 ? line.substring(0, 80) + "\u2026" : line;
    }

    private static final class LineRefused extends RuntimeException {
        private final transient Problem problem;

        LineRefused(Problem problem) {
            super(problem.code());
            this.problem = problem;
        }
    }

    /** Rows on their way into the tables, several at a time. */
    private static final class Rows {
        private final Tx tx;
        private final HashedLines.Reading lines;
        private final Progress progress;
        private final List<List<@Nullable Object>> waiting = new ArrayList<>();
        private String table = "";
        private List<String> columns = List.of();

        Rows(Tx tx, HashedLines.Reading lines, Progress progress) {
            this.tx = tx;
            this.lines = lines;
            this.progress = progress;
        }

        Outcome<Long> take(JsonNode first) {
            JsonNode node = first;
            while (!node.path("end").asBoolean()) {
                progress.stopIfCancelled();
                row(node);
                node = parsed(lines.next(), lines);
            }
            flush();
            boolean whole = node.path("lines").asLong(-1) == lines.count() - 1 && node.path("sha256").asText().equals(lines.hashBefore())
                    && lines.next() == null;
            return whole ? Outcome.ok(lines.count()) : Outcome.refused(Problem.at("file", "backup.changed"));
        }

        private void row(JsonNode node) {
            JsonNode row = node.path("row");
            if (!row.isObject() || !node.path("table").isTextual()) {
                throw new LineRefused(Problem.at("file", "backup.line", lines.count()));
            }
            List<String> names = new ArrayList<>();
            List<@Nullable Object> values = new ArrayList<>();
            row.properties().forEach(field -> {
                names.add(field.getKey());
                values.add(value(field.getValue()));
            });
            String to = node.path("table").asText();
            if (!to.equals(table) || !names.equals(columns) || waiting.size() == BATCH) {
                flush();
                table = to;
                columns = names;
            }
            waiting.add(values);
        }

        private @Nullable Object value(JsonNode value) {
            return value.isNull() ? null : value.isBoolean() ? (Object) value.asBoolean()
                    : value.isIntegralNumber() && value.canConvertToLong() ? (Object) value.asLong()
                    : value.isTextual() ? value.asText() : value;
        }

        private void flush() {
            if (!waiting.isEmpty()) {
                BookTables.insert(tx, table, columns, waiting);
                waiting.clear();
            }
        }
    }
}
