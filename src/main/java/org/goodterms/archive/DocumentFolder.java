package org.goodterms.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.goodterms.kernel.Fault;
import org.jspecify.annotations.Nullable;

/** Files named by their content. A file is there whole or not at all, whatever happens while it is written. */
final class DocumentFolder {
    private static final int FAN_OUT = 2;
    private final Path folder;

    DocumentFolder(Path folder) {
        this.folder = folder;
    }

    byte @Nullable [] read(String hash) {
        try {
            Path file = fileOf(hash);
            return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** All hashes, sorted. */
    java.util.List<String> hashes() {
        if (!Files.isDirectory(folder)) {
            return java.util.List.of();
        }
        try (var files = Files.walk(folder, 2)) {
            return files.map(file -> file.getParent().getFileName() + "" + file.getFileName())
                    .filter(name -> name.matches("[0-9a-f]{64}")).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void write(String hash, byte[] bytes) throws IOException {
        Path file = fileOf(hash);
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "new-", ".part");
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Fault.at("document-written");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder(file.getParent());
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Path fileOf(String hash) {
        return folder.resolve(hash.substring(0, FAN_OUT)).resolve(hash.substring(FAN_OUT));
    }

    /** Makes the rename last; systems that cannot open a folder do not need it. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(DocumentFolder.class).debug("a folder cannot be forced here", e);
        }
    }
}
