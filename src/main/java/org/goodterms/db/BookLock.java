package org.goodterms.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One program at a time. The lock is one of the operating system, so it ends with the process that holds it; beside it
 * lies a note of who holds it, which stays behind when that process dies.
 */
final class BookLock {
    /** Books of this process: the system's lock is not one between parts of one process. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path key;
    private final BookFiles files;
    private final FileChannel channel;
    private final FileLock lock;
    private final boolean leftBehind;

    private BookLock(Path key, BookFiles files, FileChannel channel, FileLock lock, boolean leftBehind) {
        this.key = key;
        this.files = files;
        this.channel = channel;
        this.lock = lock;
        this.leftBehind = leftBehind;
    }

    /** @return null where another program, or another part of this one, has the book open */
    static @Nullable BookLock take(BookFiles files, Instant now) throws IOException {
        Path key = files.folder().toRealPath();
        if (!HELD_HERE.add(key)) {
            return null;
        }
        BookLock taken = null;
        try {
            FileChannel channel = FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lock(channel);
            if (lock == null) {
                return null;
            }
            boolean leftBehind = Files.exists(files.holder());
            Files.writeString(files.holder(), "process " + ProcessHandle.current().pid() + " on " + computer()
                    + ", since " + now.toString().substring(0, 16).replace('T', ' ') + " UTC");
            taken = new BookLock(key, files, channel, lock, leftBehind);
            return taken;
        } finally {
            if (taken == null) {
                HELD_HERE.remove(key);
            }
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        FileLock lock = null;
        try {
            lock = channel.tryLock();
            return lock;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    /** Who has the book open, as told to a person. */
    static String holder(BookFiles files) {
        try {
            String text = Files.readString(files.holder()).strip();
            return text.length() > 200 || text.isEmpty() ? "another program" : text;
        } catch (IOException e) {
            return "another program";
        }
    }

    BookFiles files() {
        return files;
    }

    /** The last program that had the book open did not close it. */
    boolean leftBehind() {
        return leftBehind;
    }

    /** @param clean false keeps the note, so that the next opening looks closely */
    void release(boolean clean) {
        try {
            if (clean) {
                Files.deleteIfExists(files.holder());
            }
            lock.release();
            channel.close();
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(BookLock.class).warn("the lock of the book was not given back", e);
        } finally {
            HELD_HERE.remove(key);
        }
    }

    /** Asking the network for the name can take seconds, so only what is known locally. */
    private static String computer() {
        Map<String, String> environment = System.getenv();
        String named = environment.getOrDefault("COMPUTERNAME", environment.getOrDefault("HOSTNAME", ""));
        if (!named.isBlank()) {
            return named;
        }
        try {
            return Files.readString(Path.of("/etc/hostname")).strip();
        } catch (IOException e) {
            return "this computer";
        }
    }
}
