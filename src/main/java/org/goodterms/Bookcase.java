package org.goodterms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.goodterms.backup.BackupService;
import org.goodterms.backup.Restored;
import org.goodterms.company.Founding;
import org.goodterms.db.BookLocation;
import org.goodterms.db.BookSuspect;
import org.goodterms.db.Database;
import org.goodterms.db.Opening;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.sample.SampleService;
import org.jspecify.annotations.Nullable;

/** The books of this user: made, opened, and remembered with the last one first. Every face of the program opens them here. */
public final class Bookcase {
    private static final int REMEMBERED = 10;
    private static final ZoneId SAMPLE_ZONE = ZoneId.of("Europe/Berlin");

    /** What came of opening a book. */
    public sealed interface Answer {
    }

    /**
     * It is open; the caller closes it.
     *
     * @param notices what its user should know: it was not closed last time, it was updated
     */
    public record Opened(App app, String location, List<Problem> notices) implements Answer {
    }

    /** It is not open: locked by another program, not there, newer than this program. Nothing was touched. */
    public record Refused(List<Problem> problems) implements Answer {
    }

    /**
     * The book is not what it was when it was last seen. Nothing was touched; a person decides.
     *
     * @param findings what is wrong, most telling first
     * @param copy     where the file lies as it was found; null where there is none
     * @param readable whether it can be looked at or gone on with
     */
    public record Suspect(String location, List<Problem> findings, @Nullable Path copy, boolean readable,
            BookSuspect found) implements Answer {
    }

    /** A book that was open before. */
    public record Recent(String location, String name) {
    }

    /** Fills a book that has nothing in it with the years up to today, moving the clock from day to day. */
    @FunctionalInterface
    public interface Filling {
        Outcome<?> fill(App app, LocalDate today, Consumer<LocalDate> clock, Progress progress);
    }

    /** The sample firm. */
    static final Filling SAMPLE = (app, today, clock, progress) -> app.sample().fill(SampleService.SEED, today, clock, progress);

    private final Path home;
    private final Path settings;
    private final Clock clock;
    private final @Nullable Filling sample;

    /**
     * @param home   the user's home, in which new books are proposed to lie
     * @param sample fills the sample book; null where there is none
     */
    public Bookcase(Path home, Clock clock, @Nullable Filling sample) {
        this.home = home;
        this.settings = UserFolder.in(home);
        this.clock = clock;
        this.sample = sample;
    }

    /** Where what this user likes is kept: recent books, the window. Nothing of the books is there. */
    public Path settings() {
        return settings;
    }

    /**
     * Writes a fault of ours into the log of the open book or, without one, of this user, for whoever is asked for help; the
     * terminal gets one sentence.
     *
     * @return where it was written
     */
    public String note(Throwable fault) {
        Optional<String> noted = BookLog.note(fault);
        if (noted.isPresent()) {
            return noted.get();
        }
        Path log = settings.resolve("faults.log");
        new FaultLog(log, clock).write(fault);
        return log.toString();
    }

    /** Today on this machine. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The time zone of this machine. */
    public String zone() {
        return clock.getZone().getId();
    }

    /** A folder for a book of that name, where nothing is yet. */
    public String proposedPlace(String name) {
        String plain = name.strip().replaceAll("[^\\p{L}\\p{N} .&_-]", "").replaceAll("[. ]+$", "");
        Path folder = home.resolve("Good Terms").resolve(plain.isEmpty() ? "My book" : plain);
        Path free = folder;
        for (int i = 2; Files.exists(free); i++) {
            free = folder.resolveSibling(folder.getFileName() + " " + i);
        }
        return free.toString();
    }

    /** Opens the book at a place as typed: a folder, or the address of a shared one. */
    public Answer open(String place) {
        Outcome<BookLocation> location = BookLocation.parse(place);
        return location instanceof Outcome.Ok<BookLocation>(BookLocation where)
                ? answer(where.shown(), changes -> Database.open(where, clock, changes)) : new Refused(location.problems());
    }

    private Answer answer(String shown, Function<Changes, Opening> open) {
        Changes changes = new Changes();
        return switch (open.apply(changes)) {
            case Opening.Opened(Database db, List<Problem> notices) -> opened(shown, db, changes, notices);
            case Opening.Refused(List<Problem> problems) -> new Refused(problems);
            case Opening.Suspect(BookSuspect found) -> new Suspect(shown, found.findings(), found.copy(),
                    found.readable(), found);
        };
    }

    private Answer opened(String shown, Database db, Changes changes, List<Problem> notices) {
        Answer answer = unremembered(shown, db, changes, notices);
        if (answer instanceof Opened(App app, String location, List<Problem> ignored)) {
            remember(new Recent(location, app.company().company().name()));
        }
        return answer;
    }

    private Answer unremembered(String shown, Database db, Changes changes, List<Problem> notices) {
        App here = new App(db, clock, Ids.timeOrdered(clock), changes);
        if (!db.read(here.company()::isFounded)) {
            here.close();
            return new Refused(List.of(Problem.at("book", "book.not_begun", shown)));
        }
        Path documents = db.documents();
        if (documents != null) {
            BookLog.into(documents.toAbsolutePath().getParent());
        }
        Clock there = clock.withZone(here.company().company().zone());
        return new Opened(new App(db, there, Ids.timeOrdered(there), changes), shown, notices);
    }

    /**
     * Makes a book at a place as typed, and opens it. What is said of the firm is judged on a book in memory first, so
     * that nothing is left behind where it is refused.
     */
    public Answer make(String place, Founding founding) {
        Outcome<BookLocation> location = BookLocation.parse(place);
        List<Problem> problems = new ArrayList<>(trial(founding));
        location.problems().forEach(problem -> problems.add(problem.under("book")));
        if (!(location instanceof Outcome.Ok<BookLocation>(BookLocation where)) || !problems.isEmpty()) {
            return new Refused(problems);
        }
        Changes changes = new Changes();
        Outcome<Database> made = Database.create(where, clock, changes);
        if (!(made instanceof Outcome.Ok<Database>(Database db))) {
            return new Refused(made.problems());
        }
        new App(db, clock, Ids.timeOrdered(clock), changes).begin(founding).orThrow();
        return opened(where.shown(), db, changes, List.of());
    }

    private List<Problem> trial(Founding founding) {
        Changes changes = new Changes();
        try (App app = new App(Database.inMemory(clock, changes), clock, Ids.timeOrdered(clock), changes)) {
            return app.begin(founding).problems();
        }
    }

    /** Looks at the copy of a suspect book: every write is refused. */
    public Answer look(Suspect suspect) {
        return answer(suspect.location(), changes -> suspect.found().look(clock, changes));
    }

    /** Goes on with a suspect book as it is; its copy is kept. */
    public Answer accept(Suspect suspect) {
        return answer(suspect.location(), changes -> suspect.found().accept(clock, changes));
    }

    public boolean hasSample() {
        return sample != null;
    }

    /** Opens the sample book; makes and fills it where it is not there yet. */
    public Answer sample(Progress progress) {
        Path folder = home.resolve("Good Terms").resolve("Sample book");
        return Files.exists(folder) ? open(folder.toString()) : makeSample(folder.toString(), progress);
    }

    /**
     * Makes the sample book at a place as typed, with two years of the firm up to today, and opens it. Where it is not
     * finished, a book in a folder is taken away again.
     */
    public Answer makeSample(String place, Progress progress) {
        Filling firm = sample;
        BookClock past = new BookClock(clock, SAMPLE_ZONE);
        return firm == null ? new Refused(List.of(Problem.at("book", "book.no_sample"))) : filled(place, past, (db, changes) -> {
            Outcome<?> made = firm.fill(new App(db, past, Ids.seeded(past, SampleService.SEED), changes), LocalDate.now(past), past::standAt,
                    progress);
            past.standAt(null);
            return made;
        }, this::opened);
    }

    /** Makes a book of an exported one, at a place as typed, and opens it. Where it is refused nothing is left behind. */
    public Answer bringIn(String file, String place, Progress progress) {
        return loaded(file, place, progress, this::opened);
    }

    /** As {@link #bringIn}, beside the book that is in use: the new one does not become the last one opened. */
    public Answer restore(String file, String place, Progress progress) {
        return loaded(file, place, progress, this::unremembered);
    }

    /** Restores to a free folder beside the other books of this user, and tells what is in it. */
    public Outcome<Restored> beside(String file, Progress progress) {
        return BackupService.stated(file).then(stated -> {
            String place = proposedPlace(stated.name() + " restored " + LocalDate.ofInstant(stated.made(), clock.getZone()));
            return switch (restore(file, place, progress)) {
                case Opened(App app, String location, List<Problem> ignored) -> {
                    try (app) {
                        yield Outcome.ok(new Restored(location, app.backups().totals()));
                    }
                }
                case Refused(List<Problem> problems) -> Outcome.refused(problems);
                case Suspect suspect -> Outcome.refused(suspect.findings());
            };
        });
    }

    private Answer loaded(String file, String place, Progress progress, Finish finish) {
        return filled(place, clock, (db, changes) -> new App(db, clock, Ids.timeOrdered(clock), changes).backups().load(file, progress), finish);
    }

    /** What a new book is filled with. */
    private interface Content {
        Outcome<?> into(Database db, Changes changes);
    }

    private interface Finish {
        Answer open(String shown, Database db, Changes changes, List<Problem> notices);
    }

    /** A shared database cannot be taken away again, so what goes into one is tried in memory first. */
    private Answer filled(String place, Clock at, Content content, Finish finish) {
        Outcome<BookLocation> location = BookLocation.parse(place);
        if (!(location instanceof Outcome.Ok<BookLocation>(BookLocation where))) {
            return new Refused(location.problems());
        }
        if (where instanceof BookLocation.Shared) {
            Changes nobody = new Changes();
            try (Database trial = Database.inMemory(at, nobody)) {
                Outcome<?> tried = content.into(trial, nobody);
                if (!tried.isOk()) {
                    return new Refused(tried.problems());
                }
            }
        }
        Changes changes = new Changes();
        Outcome<Database> made = Database.create(where, at, changes);
        if (!(made instanceof Outcome.Ok<Database>(Database db))) {
            return new Refused(made.problems());
        }
        boolean whole = false;
        try {
            Outcome<?> into = content.into(db, changes);
            whole = into.isOk();
            return whole ? finish.open(where.shown(), db, changes, List.of()) : new Refused(into.problems());
        } finally {
            if (!whole) {
                db.close();
                Database.discard(where);
            }
        }
    }

    /** The books opened before, the last one first. */
    public List<Recent> recent() {
        try {
            return Files.readAllLines(settings.resolve("recent"), StandardCharsets.UTF_8).stream()
                    .map(line -> line.split("\t", 2)).filter(part -> part.length == 2 && isThere(part[0]))
                    .map(part -> new Recent(part[0], part[1])).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isThere(String location) {
        try {
            return location.startsWith("jdbc:") || Files.isDirectory(Path.of(location));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Forgotten where the disk refuses: the book itself is open all the same. */
    private void remember(Recent book) {
        List<Recent> all = new ArrayList<>(List.of(new Recent(book.location(), book.name().replaceAll("\\s", " "))));
        recent().stream().filter(other -> !other.location().equals(book.location())).forEach(all::add);
        List<String> lines = all.stream().limit(REMEMBERED).map(one -> one.location() + "\t" + one.name()).toList();
        try {
            Files.createDirectories(settings);
            Path fresh = settings.resolve("recent.new");
            Files.write(fresh, lines, StandardCharsets.UTF_8);
            Files.move(fresh, settings.resolve("recent"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            return;
        }
    }
}
