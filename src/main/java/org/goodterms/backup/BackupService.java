package org.goodterms.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.goodterms.archive.Archive;
import org.goodterms.check.CheckService;
import org.goodterms.check.Finding;
import org.goodterms.company.CompanyService;
import org.goodterms.company.NumberService;
import org.goodterms.customer.ContactService;
import org.goodterms.db.BookLocation;
import org.goodterms.db.Database;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Fault;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.ledger.LedgerService;
import org.goodterms.outbox.OutboxService;
import org.jspecify.annotations.Nullable;

/** Makes backups, proves each, keeps them by age, and brings one into a new book. */
public final class BackupService {
    private static final String SUFFIX = ".goodterms.zip";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");
    private static final String ABOUT = "about.json";
    private static final String LINES = "book.jsonl";
    private static final int LONGEST_ABOUT = 1 << 20;
    private static final Duration DAY = Duration.ofHours(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database db;
    private final Archive archive;
    private final Clock clock;
    private final LinesService lines;
    private final CheckService checks;
    private final TotalsStore store = new TotalsStore();

    public BackupService(Database db, Archive archive, Clock clock, CheckService checks) {
        this.db = db;
        this.archive = archive;
        this.clock = clock;
        this.checks = checks;
        this.lines = new LinesService(db, archive);
    }

    /** What this book adds up to now. */
    public Totals totals() {
        long documents = archive.hashes().size();
        return db.read(tx -> store.totals(tx, documents));
    }

    /**
     * Copies the book to a file while it is in use. The file gets its name after the copy was brought into an empty book,
     * passed every check and agreed in its totals.
     *
     * @return refused where there is such a file already, where the disk refuses, or where the copy is not sound
     */
    public Outcome<Backup> backup(String file, Progress progress) {
        try {
            Path target = Path.of(file).toAbsolutePath().normalize();
            if (Files.exists(target)) {
                return Outcome.refused(Problem.at("FILE", "backup.exists", file));
            }
            return write(target, progress);
        } catch (InvalidPathException e) {
            return Outcome.refused(Problem.at("FILE", "backup.not_written", file, e.getReason()));
        }
    }

    private Outcome<Backup> write(Path target, Progress progress) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            if (target.getParent() == null || !Files.isDirectory(target.getParent())) {
                return Outcome.refused(Problem.at("FILE", "backup.no_folder", String.valueOf(target.getParent())));
            }
            Totals totals = totals();
            Outcome<Long> written = zip(part, totals, progress);
            if (!written.isOk()) {
                return Outcome.refused(written.problems());
            }
            Fault.at("backup-written");
            Outcome<Totals> proved = proved(part, totals, progress);
            if (!proved.isOk()) {
                return Outcome.refused(proved.problems());
            }
            Fault.at("backup-proved");
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            force(target.getParent(), StandardOpenOption.READ);
            return Outcome.ok(new Backup(target.toString(), clock.instant(), Files.size(target), proved.orThrow()));
        } catch (IOException e) {
            return Outcome.refused(notWritten(target, e));
        } finally {
            deleteQuietly(part);
        }
    }

    private static Problem notWritten(Path target, IOException e) {
        return Problem.at("FILE", "backup.not_written", target.toString(),
                e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().lines().findFirst().orElse(""));
    }

    private Outcome<Long> zip(Path part, Totals totals, Progress progress) throws IOException {
        Outcome<Long> written;
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16))) {
            zip.putNextEntry(new ZipEntry(ABOUT));
            zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(about(totals)));
            zip.putNextEntry(new ZipEntry(LINES));
            OutputStream buffered = new BufferedOutputStream(zip, 1 << 16);
            written = lines.write(buffered, progress);
            buffered.flush();
            zip.closeEntry();
        }
        force(part, StandardOpenOption.WRITE);
        return written;
    }

    private ObjectNode about(Totals totals) {
        ObjectNode about = JSON.createObjectNode().put("format", LinesService.FORMAT + "-backup").put("made", clock.instant().toString())
                .put("name", totals.name()).put("currency", totals.currency()).put("documents", totals.documents())
                .put("turnover", totals.turnover()).put("receivables", totals.receivables()).put("head", totals.head());
        ObjectNode rows = about.putObject("rows");
        new TreeMap<>(totals.rows()).forEach(rows::put);
        return about;
    }

    private Outcome<Totals> proved(Path part, Totals live, Progress progress) throws IOException {
        Path folder = Files.createTempDirectory("goodterms-proof");
        BookLocation location = new BookLocation.Folder(folder.resolve("book"));
        try {
            return Database.create(location, clock, new Changes()).then(scratch -> {
                try (scratch) {
                    Archive papers = Archive.inFolder(java.util.Objects.requireNonNull(scratch.documents()));
                    Ids ids = Ids.timeOrdered(clock);
                    CheckService proof = new CheckService(scratch, new LedgerService(scratch, ids), papers,
                            new ContactService(scratch, ids, new CompanyService(scratch, ids, clock.getZone(), new NumberService(scratch))), new OutboxService(scratch, ids));
                    BackupService copy = new BackupService(scratch, papers, clock, proof);
                    return copy.load(part.toString(), progress).map(totals -> {
                        if (unlike(totals, live)) {
                            throw new IllegalStateException("the copy differs: " + live.differences(totals));
                        }
                        return totals;
                    });
                }
            });
        } finally {
            Database.discard(location);
            Files.deleteIfExists(folder);
        }
    }

    /** A book written to meanwhile may have other totals than the copy. */
    private boolean unlike(Totals copied, Totals live) {
        return !copied.equals(live) && live.equals(totals());
    }

    /** What a backup says of itself. */
    public record Stated(String name, Instant made, Totals totals) {
    }

    /** Reads what a backup says of itself; refused where the file is none. */
    public static Outcome<Stated> stated(String file) {
        try {
            return stated(Path.of(file));
        } catch (InvalidPathException e) {
            return Outcome.refused(Problem.at("FILE", "backup.unreadable", file));
        }
    }

    private static Outcome<Stated> stated(Path file) {
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            ZipEntry entry = zip.getNextEntry();
            if (entry == null || !entry.getName().equals(ABOUT)) {
                return Outcome.refused(Problem.at("FILE", "backup.not_a_backup", file.toString()));
            }
            JsonNode about = JSON.readTree(zip.readNBytes(LONGEST_ABOUT));
            Map<String, Long> rows = new TreeMap<>();
            about.path("rows").properties().forEach(row -> rows.put(row.getKey(), row.getValue().asLong()));
            Totals totals = new Totals(about.path("name").asText(), about.path("currency").asText(), rows, about.path("documents").asLong(),
                    about.path("turnover").asLong(), about.path("receivables").asLong(), about.path("head").asText());
            return Outcome.ok(new Stated(totals.name(), Instant.parse(about.path("made").asText()), totals));
        } catch (JsonProcessingException | DateTimeParseException | ZipException e) {
            return Outcome.refused(Problem.at("FILE", "backup.not_a_backup", file.toString()));
        } catch (IOException e) {
            return Outcome.refused(Problem.at("FILE", "backup.unreadable", file.toString()));
        }
    }

    /**
     * Brings a backup or an exported book into this book, which must be empty, and checks it.
     *
     * @return what the book adds up to then
     */
    public Outcome<Totals> load(String file, Progress progress) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(file)), 1 << 16)) {
            in.mark(4);
            boolean zipped = in.read() == 'P' && in.read() == 'K';
            in.reset();
            return (zipped ? unzipped(file, in, progress) : lines.read(in, progress)).then(count -> sound(file));
        } catch (ZipException | java.io.EOFException e) {
            return Outcome.refused(Problem.at("FILE", "backup.damaged", file));
        } catch (IOException | InvalidPathException e) {
            return Outcome.refused(Problem.at("FILE", "backup.unreadable", file));
        }
    }

    private Outcome<Long> unzipped(String file, InputStream in, Progress progress) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(LINES)) {
                return lines.read(new BufferedInputStream(zip, 1 << 16), progress);
            }
        }
        return Outcome.refused(Problem.at("FILE", "backup.not_a_backup", file));
    }

    private Outcome<Totals> sound(String file) {
        Totals totals = totals();
        if (totals.name().isEmpty() || totals.count("ledger_head") == 0) {
            return Outcome.refused(Problem.at("FILE", "backup.no_firm", file));
        }
        Optional<Finding> wrong = checks.rows().stream().filter(finding -> !finding.ok()).findFirst();
        return wrong.<Outcome<Totals>>map(finding -> Outcome.refused(
                Problem.at("FILE", "backup.check_failed", file, finding.name(), finding.detail()))).orElseGet(() -> Outcome.ok(totals));
    }

    /** Writes the book in the open format. Refused where there is such a file already. */
    public Outcome<Long> export(String file, Progress progress) {
        Path target;
        try {
            target = Path.of(file).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            return Outcome.refused(Problem.at("FILE", "backup.not_written", file, e.getReason()));
        }
        if (Files.exists(target)) {
            return Outcome.refused(Problem.at("FILE", "backup.exists", file));
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Outcome<Long> written;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                written = lines.write(out, progress);
            }
            if (written.isOk()) {
                force(part, StandardOpenOption.WRITE);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return written;
        } catch (IOException e) {
            return Outcome.refused(notWritten(target, e));
        } finally {
            deleteQuietly(part);
        }
    }

    // ---- kept by itself

    /** Where backups are made by themselves; null for a shared book, which its server's keeper saves. */
    public @Nullable Path folder() {
        Path documents = db.documents();
        return documents == null ? null : documents.resolveSibling("backups");
    }

    /** Backups that were made by themselves, the newest first. */
    public List<Backup> kept() {
        Path folder = folder();
        List<Backup> all = new ArrayList<>();
        for (Path file : folder == null ? List.<Path>of() : files(folder).values()) {
            stated(file).ifOk(stated -> all.add(new Backup(file.toString(), stated.made(), size(file), stated.totals())));
        }
        all.sort(Comparator.comparing(Backup::made).reversed());
        return all;
    }

    /** The newest backup that was made by itself; empty where there is none yet. */
    public Optional<Backup> lastBackup() {
        Path folder = folder();
        return folder == null ? Optional.empty() : files(folder).reversed().values().stream()
                .flatMap(file -> stated(file) instanceof Outcome.Ok<Stated>(Stated stated)
                        ? java.util.stream.Stream.of(new Backup(file.toString(), stated.made(), size(file), stated.totals()))
                        : java.util.stream.Stream.empty()).findFirst();
    }

    /**
     * Makes a backup beside the book where it has changed since the last one, and lets go of those that are too old.
     *
     * @return the last backup; empty for a shared book
     */
    public Outcome<Optional<Backup>> automatic(Progress progress) {
        Path folder = folder();
        if (folder == null) {
            return Outcome.ok(Optional.empty());
        }
        Optional<Backup> last = lastBackup();
        if (last.isPresent() && last.get().totals().equals(totals())) {
            return Outcome.ok(last);
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            return Outcome.refused(notWritten(folder, e));
        }
        return write(free(folder), progress).map(made -> {
            Set<LocalDateTime> go = Keeping.superfluous(List.copyOf(files(folder).keySet()));
            files(folder).forEach((time, file) -> {
                if (go.contains(time)) {
                    deleteQuietly(file);
                }
            });
            return Optional.of(made);
        });
    }

    /** Whether a day has gone since the last backup that was made by itself, in a book that has entries. */
    public boolean isDue() {
        return folder() != null && lastBackup().map(last -> last.made().isBefore(clock.instant().minus(DAY)))
                .orElseGet(() -> totals().count("entry") > 0);
    }

    private Path free(Path folder) {
        LocalDateTime time = LocalDateTime.now(clock).withNano(0);
        while (Files.exists(folder.resolve(NAME.format(time) + SUFFIX))) {
            time = time.plusSeconds(1);
        }
        return folder.resolve(NAME.format(time) + SUFFIX);
    }

    private static TreeMap<LocalDateTime, Path> files(Path folder) {
        TreeMap<LocalDateTime, Path> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (var list = Files.list(folder)) {
            for (Path file : list.toList()) {
                String name = file.getFileName().toString();
                if (name.matches("\\d{4}-\\d\\d-\\d\\d-\\d{6}" + java.util.regex.Pattern.quote(SUFFIX))) {
                    files.put(LocalDateTime.parse(name.substring(0, name.length() - SUFFIX.length()), NAME), file);
                }
            }
        } catch (IOException | DateTimeParseException e) {
            org.slf4j.LoggerFactory.getLogger(BackupService.class).info("the folder of backups cannot be read", e);
        }
        return files;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private static void force(Path file, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, how)) {
            channel.force(true);
        } catch (java.nio.file.AccessDeniedException e) {
            org.slf4j.LoggerFactory.getLogger(BackupService.class).debug("a folder cannot be forced here", e);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(BackupService.class).info("a file was not deleted", e);
        }
    }
}
