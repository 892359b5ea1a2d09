package org.goodterms;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The shared examples that lie beside the project; tests over them are skipped where they are absent. */
public final class SharedData {
    private static final Path ROOT = Path.of(System.getProperty("goodterms.shared", "../shared/data"));

    private SharedData() {
    }

    /** A file or folder of the examples; the test is skipped where it is not there. */
    public static Path path(String name) {
        Path path = ROOT.resolve(name);
        assumeTrue(Files.exists(path), "the shared example data is not beside the project: " + name);
        return path;
    }

    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files below a folder with that ending, sorted. */
    public static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(path(folder))) {
            return files.filter(f -> f.toString().endsWith(ending) && Files.isRegularFile(f)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
