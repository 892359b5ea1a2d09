package org.goodterms.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.goodterms.App;
import org.goodterms.BookClock;
import org.goodterms.Bookcase;
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
    private final Bookcase books;
    private @Nullable App app;

    Session(BookClock clock, Bookcase books, Goodterms options, Console console) {
        this.options = options;
        this.console = console;
        this.clock = clock;
        this.books = books;
    }

    int run(Object command, CommandLine line) {
        return switch (command) {
            case BookCommands.Run run -> new Script(this, console, options.json).run(run);
            case Making ignored -> single(command);
            case Act ignored -> single(command);
            default -> console.usage("which command? " + line.getCommandName() + " has: "
                    + String.join(", ", line.getSubcommands().keySet()));
        };
    }

    private int single(Object command) {
        return switch (act(command, options.on)) {
            case Outcome.Ok<Answer>(Answer answer) -> console.answer(answer, options.json);
            case Outcome.Refused<Answer>(List<Problem> problems) -> console.refused(problems, exit(problems));
        };
    }

    /** Runs one command on the business date; opens or makes the book first where that has not happened. */
    Outcome<Answer> act(Object command, @Nullable String on) {
        try {
            clock.standAt(on == null ? null : Read.date("--on", on));
            return App.attempt(() -> command instanceof Making making
                    ? place().then(place -> opened(making.make(books, place))).map(making::made)
                    : command instanceof EInvoiceCommands.ReadFile file ? file.read()
                    : opened().then(open -> ((Act) command).run(open)));
        } catch (Read.Refusal e) {
            return Outcome.refused(e.problem());
        }
    }

    static int exit(List<Problem> problems) {
        return problems.stream().anyMatch(p -> ENVIRONMENT.contains(p.code())) ? Console.ENVIRONMENT : Console.REFUSED;
    }

    private Outcome<String> place() {
        if (!options.books.isEmpty()) {
            return Outcome.ok(options.books.getLast());
        }
        return books.recent().stream().findFirst().map(last -> Outcome.ok(last.location()))
                .orElseGet(() -> Outcome.refused(Problem.at("--book", "book.location_missing")));
    }

    private Outcome<App> opened() {
        App open = app;
        return open != null ? Outcome.ok(open) : place().then(place -> opened(books.open(place)));
    }

    private Outcome<App> opened(Bookcase.Answer answer) {
        return switch (answer) {
            case Bookcase.Opened(App open, String location, List<Problem> notices) -> {
                app = open;
                yield Outcome.ok(open);
            }
            case Bookcase.Refused(List<Problem> problems) -> Outcome.refused(problems);
            case Bookcase.Suspect suspect -> Outcome.refused(suspect.findings());
        };
    }

    /** The business date the clock stands or runs on, {@code yyyy-mm-dd}. */
    String today() {
        App open = app;
        return (open == null ? LocalDate.now(clock) : open.today()).toString();
    }

    @Override
    public void close() {
        App open = app;
        if (open != null) {
            open.close();
        }
    }
}
