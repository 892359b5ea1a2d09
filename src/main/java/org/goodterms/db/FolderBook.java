package org.goodterms.db;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Fault;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** A book in a folder: made once, opened only after it was found whole. */
final class FolderBook {
    private final BookLocation.Folder location;
    private final BookFiles files;
    private final InstantSource clock;
    private final Changes changes;
    private final Schema schema;

    FolderBook(BookLocation.Folder location, InstantSource clock, Changes changes) {
        this(location, clock, changes, Schema.CURRENT);
    }

    FolderBook(BookLocation.Folder location, InstantSource clock, Changes changes, Schema schema) {
        this.location = location;
        this.files = new BookFiles(location.path());
        this.clock = clock;
        this.changes = changes;
        this.schema = schema;
    }

    Outcome<Database> create() {
        Problem place = place();
        if (place != null) {
            return Outcome.refused(place);
        }
        BookLock lock = null;
        Database made = null;
        try {
            Files.createDirectories(files.folder());
            lock = BookLock.take(files, clock.instant());
            if (lock == null) {
                return Outcome.refused(locked());
            }
            if (files.hasBook()) {
                return Outcome.refused(Problem.at("book", "book.exists", location.shown()));
            }
            UUID storeId = draft();
            Fault.at("create-drafted");
            files.promoteDraft();
            made = start(lock, new Guard.Mark(storeId, schema.newest(), "", 0, 0, ""), true);
            return Outcome.ok(made);
        } catch (SQLException | IOException e) {
            return Outcome.refused(outside(e));
        } finally {
            if (lock != null && made == null) {
                lock.release(true);
            }
        }
    }

    Opening open() {
        return open(false);
    }

    /** Opens the book as it stands: what the guard says otherwise is forgotten. A person has decided so. */
    Opening accept() {
        return open(true);
    }

    private Opening open(boolean accepting) {
        Problem place = place();
        if (place != null) {
            return Opening.refused(place);
        }
        if (!files.hasBook()) {
            return Opening.refused(Problem.at("book", "book.not_found", location.shown()));
        }
        BookLock lock = null;
        Opening opening = null;
        try {
            lock = BookLock.take(files, clock.instant());
            opening = lock == null ? Opening.refused(locked()) : checked(lock, accepting);
            return opening;
        } catch (SQLException | IOException e) {
            return Opening.refused(outside(e));
        } finally {
            if (lock != null && !(opening instanceof Opening.Opened)) {
                lock.release(!lock.leftBehind());
            }
        }
    }

    private Opening checked(BookLock lock, boolean accepting) throws IOException, SQLException {
        List<Problem> notices = new ArrayList<>();
        Path copy = null;
        if (lock.leftBehind() && Files.exists(files.databaseFile())) {
            copy = files.keepCopy("not-closed", clock.instant());
            notices.add(Problem.of("book.was_not_closed", copy.toString()));
        }
        Guard.Reading guard = Guard.read(files.guard());
        BookInspection inspection = BookInspection.of(files, guard, schema.newest());
        if (!inspection.refusals().isEmpty()) {
            return new Opening.Refused(inspection.refusals());
        }
        Guard.Mark stands = inspection.mark();
        if (stands == null || !accepting && !inspection.findings().isEmpty()) {
            if (copy == null && Files.exists(files.databaseFile())) {
                copy = files.keepCopy("suspect", clock.instant());
            }
            return new Opening.Suspect(new BookSuspect(location, inspection.findings(), copy, stands != null));
        }
        if (stands.schema() < schema.newest()) {
            Outcome<Path> updated = new BookMigration(files, schema).run(clock.instant());
            if (!updated.isOk()) {
                return new Opening.Refused(updated.problems());
            }
            updated.ifOk(original -> notices.add(Problem.of("book.updated", original.toString())));
        }
        if (guard.mark() == null) {
            notices.add(Problem.of(guard.exists() ? "book.guard_damaged" : "book.guard_missing"));
        }
        files.dropDraft();
        Database database = start(lock, stands, accepting || guard.mark() == null);
        files.tidyKept(clock.instant());
        return new Opening.Opened(database, notices);
    }

    private Database start(BookLock lock, Guard.Mark stands, boolean renewGuard) throws SQLException, IOException {
        String url = BookUrl.existing(files.database());
        Connection owner = Connections.connect(url, BookUrl.OWNER);
        try {
            Guard.Mark mark = new Guard.Mark(stands.storeId(), schema.newest(), BookInspection.engine(owner),
                    stands.writes(), stands.seq(), stands.hash());
            Guard guard = renewGuard ? Guard.renew(files.guard(), mark) : Guard.resume(files.guard());
            guard.write(mark);
            BookOnDisk disk = new BookOnDisk(lock, guard, owner, mark);
            return new Database(Connections.embedded(url, owner), disk, clock, changes);
        } catch (SQLException | IOException e) {
            Connections.closeQuietly(owner);
            throw e;
        }
    }

    private UUID draft() throws SQLException, IOException {
        files.dropDraft();
        UUID storeId = UUID.randomUUID();
        try (Connection owner = Connections.connect(BookUrl.creating(files.draft()), BookUrl.OWNER)) {
            MemoryBook.build(owner, storeId);
        }
        return storeId;
    }

    private Problem locked() {
        return Problem.at("book", "book.locked", location.shown(), BookLock.holder(files));
    }

    private @Nullable Problem place() {
        Problem sync = SyncFolders.serviceOf(files.folder())
                .map(service -> Problem.at("book", "book.sync_folder", location.shown(), service)).orElse(null);
        if (sync != null) {
            return sync;
        }
        boolean readOnly = Files.isDirectory(files.folder()) && !Files.isWritable(files.folder())
                || Files.exists(files.databaseFile()) && !Files.isWritable(files.databaseFile());
        return readOnly ? Problem.at("book", "book.read_only", location.shown()) : null;
    }

    private Problem outside(Exception e) {
        org.slf4j.LoggerFactory.getLogger(FolderBook.class).info("the book did not open", e);
        if (SqlErrors.diskIsFull(e)) {
            return Problem.at("book", "book.no_room", location.shown());
        }
        boolean denied = e instanceof AccessDeniedException
                || e instanceof FileSystemException f && f.getReason() != null && f.getReason().contains("ead-only")
                || e.getCause() instanceof ReadOnlyFileSystemException;
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().lines().findFirst().orElse("");
        return denied ? Problem.at("book", "book.read_only", location.shown())
                : Problem.at("book", "book.not_opened", location.shown(), reason);
    }
}
