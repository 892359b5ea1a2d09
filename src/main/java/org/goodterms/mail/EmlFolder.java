package org.goodterms.mail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.goodterms.kernel.Problem;

/**
 * Puts messages as {@code .eml} files into a folder, for those who have no server or want to look first. A file is never
 * overwritten; the same message a second time is the same file.
 */
public final class EmlFolder implements Carrier {
    private static final int MOST_NAMES = 10_000;
    private final Path folder;

    /** @param folder made when the first message comes */
    public EmlFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Delivery deliver(Envelope envelope, byte[] bytes) {
        try {
            return new Delivery.Sent(write(envelope.label(), bytes).toString());
        } catch (IOException e) {
            return new Delivery.Failed(0, folder + ": " + e.getClass().getSimpleName(), Trouble.FOLDER);
        }
    }

    /** Writes beside, forces, then gives it its name: a file with that name is always whole. */
    Path write(String label, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        Path partial = Files.createTempFile(folder, "." + label, ".part");
        try {
            try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            return name(label, bytes, partial);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private Path name(String label, byte[] bytes, Path partial) throws IOException {
        for (int i = 1; i < MOST_NAMES; i++) {
            Path file = folder.resolve(i == 1 ? label + ".eml" : label + "-" + i + ".eml");
            try {
                return Files.move(partial, file);
            } catch (FileAlreadyExistsException e) {
                if (Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes)) {
                    return file;
                }
            }
        }
        throw new IOException("too many files of one name");
    }

    @Override
    public Problem problem(Delivery failure) {
        return Problem.of(Trouble.FOLDER.code(), folder.toString(), 0, failure.text(), "");
    }

    @Override
    public void abort() {
        // a file is written in an instant
    }

    @Override
    public void close() {
        // nothing is held between two messages
    }
}
