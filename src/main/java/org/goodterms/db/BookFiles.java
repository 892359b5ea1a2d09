package org.goodterms.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The files of a book in a folder, and the moves that survive a power cut. */
record BookFiles(Path folder) {
    private static final String SUFFIX = ".mv.db";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
    private static final Duration KEEP = Duration.ofDays(30);

    /** The database as its engine names it, without suffix. */
    Path database() {
        return folder.resolve("book");
    }

    Path databaseFile() {
        return fileOf(database());
    }

    static Path fileOf(Path database) {
        return database.resolveSibling(database.getFileName() + SUFFIX);
    }

    /** Locked while a program has the book open; always empty. */
    Path lock() {
        return folder.resolve("book.lock");
    }

    /** Says who has the book open; stays behind when that program dies. */
    Path holder() {
        return folder.resolve("book.open");
    }

    Path guard() {
        return folder.resolve("book.guard");
    }

    /** Copies of earlier states of the database. */
    Path kept() {
        return folder.resolve("kept");
    }

    /** Archived documents, each named by its content. */
    Path documents() {
        return folder.resolve("documents");
    }

    /** Work in progress of creating or migrating; never the book. */
    Path draft() {
        return folder.resolve("draft");
    }

    /** A copy that is only looked at, for as long as that takes. */
    Path spare() {
        return folder.resolve("spare");
    }

    boolean hasBook() {
        return Files.exists(databaseFile()) || Files.exists(guard());
    }

    /** Copies the database as it is, before anything may change it. */
    Path keepCopy(String why, Instant now) throws IOException {
        Files.createDirectories(kept());
        for (Path earlier : copies()) {
            if (Files.mismatch(earlier, databaseFile()) < 0) {
                return earlier;
            }
        }
        Path copy = kept().resolve(why + "-" + STAMP.format(now) + SUFFIX);
        Files.copy(databaseFile(), copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        force(copy);
        forceFolder(kept());
        return copy;
    }

    /** Makes the draft the book, in one step that either has happened or has not. */
    void promoteDraft() throws IOException {
        force(fileOf(draft()));
        Files.move(fileOf(draft()), databaseFile(), StandardCopyOption.ATOMIC_MOVE);
        forceFolder(folder);
    }

    void dropDraft() throws IOException {
        Files.deleteIfExists(fileOf(draft()));
        for (String rest : List.of("draft.trace.db", "draft.mv.db.tempFile", "draft.mv.db.newFile")) {
            Files.deleteIfExists(folder.resolve(rest));
        }
    }

    /** Takes away everything that a new book consists of, and its folder where nothing else is in it. */
    void discard() {
        try {
            for (Path file : List.of(databaseFile(), guard(), holder(), lock(), fileOf(draft()))) {
                Files.deleteIfExists(file);
            }
            if (Files.isDirectory(documents())) {
                try (var kept = Files.walk(documents())) {
                    for (Path file : kept.sorted(java.util.Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            Files.deleteIfExists(folder);
        } catch (java.nio.file.DirectoryNotEmptyException e) {
            org.slf4j.LoggerFactory.getLogger(BookFiles.class).debug("other things lie in the folder", e);
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(BookFiles.class).warn("a book that was not finished is left behind", e);
        }
    }

    /** Copies older than thirty days go, but never the last two. */
    void tidyKept(Instant now) throws IOException {
        String oldest = STAMP.format(now.minus(KEEP));
        for (Path copy : copies().stream().skip(2).toList()) {
            if (stampOf(copy).compareTo(oldest) < 0) {
                Files.delete(copy);
            }
        }
    }

    /** Kept copies, the newest first. */
    private List<Path> copies() throws IOException {
        if (!Files.isDirectory(kept())) {
            return List.of();
        }
        try (var list = Files.list(kept())) {
            return list.filter(f -> f.toString().endsWith(SUFFIX))
                    .sorted((a, b) -> stampOf(b).compareTo(stampOf(a))).toList();
        }
    }

    private static String stampOf(Path copy) {
        String name = copy.getFileName().toString().replace(SUFFIX, "");
        return name.substring(Math.max(0, name.length() - "yyyyMMdd-HHmmss-SSS".length()));
    }

    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes a rename last. Not every system can do it for a folder; those that cannot do not need it. */
    static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(BookFiles.class).debug("a folder cannot be forced here", e);
        }
    }
}
