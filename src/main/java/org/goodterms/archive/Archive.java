package org.goodterms.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.kernel.Sha256;
import org.jspecify.annotations.Nullable;

/** Keeps bytes by their hash. To be used outside of a transaction. */
public final class Archive {
    private final Shelf shelf;

    private sealed interface Shelf {
        record Folder(DocumentFolder documents) implements Shelf {
        }

        record Table(Function<String, byte @Nullable []> find, BiConsumer<String, byte[]> keep, Supplier<List<String>> all)
                implements Shelf {
        }
    }

    private Archive(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Files under {@code documents}: {@code ab/cdef…} for the hash {@code abcdef…}. */
    public static Archive inFolder(Path documents) {
        return new Archive(new Shelf.Folder(new DocumentFolder(documents)));
    }

    /** A table, reached by what finds the bytes of a hash (or null), what keeps them, and what names them all. */
    public static Archive inTable(Function<String, byte @Nullable []> find, BiConsumer<String, byte[]> keep,
            Supplier<List<String>> all) {
        return new Archive(new Shelf.Table(find, keep, all));
    }

    /** The hash of {@code bytes}: SHA-256, 64 lower-case hex digits. */
    public static String hash(byte[] bytes) {
        return Sha256.of(bytes);
    }

    /**
     * Keeps {@code bytes} and returns their hash after they are on the disk; what is kept already is not kept twice.
     * Refused ({@code archive.not_written}) where the disk does not take them.
     */
    public Outcome<String> put(byte[] bytes) {
        String hash = hash(bytes);
        byte[] known = found(hash);
        if (known != null && Arrays.equals(known, bytes)) {
            return Outcome.ok(hash);
        }
        try {
            switch (shelf) {
                case Shelf.Folder(DocumentFolder documents) -> documents.write(hash, bytes);
                case Shelf.Table table -> table.keep().accept(hash, bytes);
            }
            return Outcome.ok(hash);
        } catch (IOException e) {
            return Outcome.refused(Problem.of("archive.not_written", reason(e)));
        }
    }

    /**
     * The bytes of {@code hash}. Refused where there are none ({@code archive.missing}) or where they are no longer
     * those that were kept ({@code archive.damaged}).
     */
    public Outcome<byte[]> get(String hash) {
        if (!hash.matches("[0-9a-f]{64}")) {
            return Outcome.refused(Problem.of("archive.missing", hash));
        }
        byte[] bytes = found(hash);
        if (bytes == null) {
            return Outcome.refused(Problem.of("archive.missing", hash));
        }
        return hash(bytes).equals(hash) ? Outcome.ok(bytes) : Outcome.refused(Problem.of("archive.damaged", hash));
    }

    /** The hashes of all that is kept, sorted. */
    public List<String> hashes() {
        return switch (shelf) {
            case Shelf.Folder(DocumentFolder documents) -> documents.hashes();
            case Shelf.Table table -> table.all().get().stream().sorted().toList();
        };
    }

    /** Reads each of {@code hashes} anew. @return what is missing or damaged */
    public List<Problem> verify(Collection<String> hashes, Progress progress) {
        List<Problem> problems = new ArrayList<>();
        long done = 0;
        for (String hash : hashes) {
            progress.stopIfCancelled();
            problems.addAll(get(hash).problems());
            progress.at(++done, hashes.size(), "archive.verifying");
        }
        return problems;
    }

    private byte @Nullable [] found(String hash) {
        return switch (shelf) {
            case Shelf.Folder(DocumentFolder documents) -> documents.read(hash);
            case Shelf.Table table -> table.find().apply(hash);
        };
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
