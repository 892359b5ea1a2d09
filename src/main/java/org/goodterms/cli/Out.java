package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import picocli.CommandLine.Option;

/** The file that a command writes. */
final class Out {
    @Option(names = "--out", required = true, paramLabel = "FILE")
    String file = "";

    /** Writes the page and says so; what it is about stands in the JSON under the key. */
    Outcome<Answer> write(Outcome<byte[]> page, String key, String about) {
        return page.then(pdf -> write(pdf, Json.object().put(key, about)));
    }

    /** Writes the bytes and says so, behind what the JSON says already. */
    Outcome<Answer> write(byte[] bytes, ObjectNode json) {
        return written(file, bytes).map(size ->
                Answer.of(json.put("file", file).put("bytes", size), "Wrote " + file + "."));
    }

    /** How many bytes were written; refused with the name of a file that cannot be. */
    static Outcome<Integer> written(String file, byte[] bytes) {
        try {
            Files.write(Path.of(file), bytes);
            return Outcome.ok(bytes.length);
        } catch (IOException | InvalidPathException e) {
            return Outcome.refused(Problem.at("--out", "cli.file_unwritable", file));
        }
    }
}
