package org.goodterms.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.goodterms.BookClock;
import org.goodterms.Bookcase;

/** A shell with one book: scripts go in, what the program answers comes out. */
final class Shell {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ObjectMapper mapper = new ObjectMapper();
    private final Path folder;

    Shell(Path folder) {
        this.folder = folder;
    }

    /** Runs these lines to the end, whatever is refused; one answer for each command. */
    List<JsonNode> run(String... lines) {
        try {
            Path file = Files.write(folder.resolve("script.txt"), List.of(lines));
            command("--json", "run", file.toString(), "--keep-going");
            List<JsonNode> nodes = new ArrayList<>();
            for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
                nodes.add(mapper.readTree(line));
            }
            return nodes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last answer of these lines. */
    JsonNode last(String... lines) {
        return run(lines).getLast();
    }

    /** The result of the last of these lines. */
    JsonNode result(String... lines) {
        JsonNode last = last(lines);
        if (last.get("exit").asInt() != 0) {
            throw new AssertionError(last.toString());
        }
        return last.get("result");
    }

    /** The one line by which the last of these lines is refused. */
    String refusal(String... lines) {
        JsonNode last = last(lines);
        if (last.get("exit").asInt() != 1) {
            throw new AssertionError(last.toString());
        }
        return last.get("error").asText();
    }

    int command(String... args) {
        out.reset();
        err.reset();
        BookClock clock = new BookClock(InstantSource.fixed(Instant.parse("2026-03-02T11:00:00Z")), ZoneOffset.UTC);
        List<String> all = new ArrayList<>(List.of("--book", folder.resolve("book").toString()));
        all.addAll(List.of(args));
        return new Console(clock, new Bookcase(folder.resolve("home"), clock, null),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8))
                        .run(all.toArray(String[]::new));
    }

    String said() {
        return err.toString(StandardCharsets.UTF_8).strip();
    }

    String shown() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
