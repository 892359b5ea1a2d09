package org.goodterms.cli;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.goodterms.App;
import org.goodterms.BookClock;
import org.goodterms.db.BookFailure;
import org.goodterms.db.BookLocation;
import org.goodterms.db.Database;
import org.goodterms.db.Opening;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** One book, opened for one command line or for a file of them, and the clock that stands where {@code --on} says. */
final class Session implements AutoCloseable {
    private static final Set<String> ENVIRONMENT = Set.of("book.locked", "book.server_refused",
            "book.server_unreachable", "book.server_away", "book.disk_full", "book.file_failed", "book.read_only",
            "book.no_room", "book.not_opened");
    private final Goodterms options;
    private final Console console;
    private final BookClock clock;
    private @Nullable App app;

    Session(InstantSource system, Goodterms options, Console console) {
        this.options = options;
        this.console = console;
        this.clock = new BookClock(system, ZoneId.systemDefault());
    }

    int run(Object command, CommandLine line) {
        return switch (command) {
            case BookCommands.Run run -> new Script(this, console, options.json).run(run);
            case BookCommands.Init ignored -> single(command);
            case Act ignored -> single(command);
            default -> console.usage("which command? " + line.getCommandName() + " has: "
                    + String.join(", ", line.getSubcommands().keySet()));
        };
    }

    private int single(Object command) {
        try {
            return switch (act(command, options.on)) {
                case Outcome.Ok<Answer>(Answer answer) -> console.answer(answer, options.json);
                case Outcome.Refused<Answer>(List<Problem> problems) -> console.refused(problems, exit(problems));
            };
        } catch (BookFailure e) {
            return console.refused(List.of(e.problem()), Console.ENVIRONMENT);
        }
    }

    /** Runs one command on the business date; opens or makes the book first where that has not happened. */
    Outcome<Answer> act(Object command, @Nullable String on) {
        try {
            LocalDate day = on == null ? null : Read.date("--on", on);
            clock.standAt(day);
            if (command instanceof BookCommands.Init init) {
                return make(init);
            }
            return opened().then(open -> ((Act) command).run(open));
        } catch (Read.Refusal e) {
            return Outcome.refused(e.problem());
        }
    }

    static int exit(List<Problem> problems) {
        return problems.stream().anyMatch(p -> ENVIRONMENT.contains(p.code())) ? Console.ENVIRONMENT : Console.REFUSED;
    }

    private Outcome<BookLocation> location() {
        return options.book == null ? Outcome.refused(Problem.at("--book", "book.location_missing"))
                : BookLocation.parse(options.book);
    }

    private Outcome<App> opened() {
        App open = app;
        if (open != null) {
            return Outcome.ok(open);
        }
        Changes changes = new Changes();
        return location().then(location -> switch (Database.open(location, clock, changes)) {
            case Opening.Opened(Database database, List<Problem> notices) -> Outcome.ok(wire(database, changes));
            case Opening.Refused(List<Problem> problems) -> Outcome.refused(problems);
            case Opening.Suspect(org.goodterms.db.BookSuspect found) -> Outcome.refused(found.findings());
        });
    }

    private App wire(Database database, Changes changes) {
        App wired = new App(database, clock, Ids.timeOrdered(clock), changes);
        app = wired;
        database.read(tx -> {
            if (wired.company().isFounded(tx)) {
                clock.moveTo(wired.company().company(tx).zone());
            }
            return clock;
        });
        return wired;
    }

    /** Makes the book; what was begun is removed where its company is refused, so that nothing is left behind. */
    private Outcome<Answer> make(BookCommands.Init init) {
        Changes changes = new Changes();
        Outcome<Answer> judged = init.judge(clock);
        if (!judged.isOk()) {
            return judged;
        }
        return location().then(location -> Database.create(location, clock, changes).then(database -> {
            App wired = wire(database, changes);
            return init.run(wired).map(answer -> {
                database.read(tx -> {
                    clock.moveTo(wired.company().company(tx).zone());
                    return clock;
                });
                return answer;
            });
        }));
    }


    /** The business date the clock stands or runs on. */
    LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    public void close() {
        App open = app;
        if (open != null) {
            open.close();
        }
    }
}
