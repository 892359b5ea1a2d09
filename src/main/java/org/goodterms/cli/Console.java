package org.goodterms.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.goodterms.BookClock;
import org.goodterms.Bookcase;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import picocli.CommandLine;

/** Parses a command, runs it on its book, prints its answer, and says how it went as an exit code. */
public final class Console {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int USAGE = 2;
    static final int ENVIRONMENT = 3;
    private final BookClock clock;
    private final Bookcase books;
    private final PrintStream out;
    private final PrintStream err;
    private final Texts texts = Texts.of(Locale.ENGLISH);
    private final ObjectMapper mapper = new ObjectMapper();

    public Console(BookClock clock, Bookcase books, PrintStream out, PrintStream err) {
        this.clock = clock;
        this.books = books;
        this.out = out;
        this.err = err;
        mapper.getFactory().setCharacterEscapes(new OneLine());
    }

    /** Runs one command line, as the shell hands it over. */
    public int run(String... args) {
        CommandLine line = Goodterms.commandLine();
        CommandLine.ParseResult parsed;
        try {
            parsed = line.parseArgs(args);
        } catch (CommandLine.ParameterException e) {
            return usage(e.getMessage());
        }
        CommandLine asked = parsed.asCommandLineList().getLast();
        if (parsed.isUsageHelpRequested() || asked.isUsageHelpRequested()) {
            asked.usage(out);
            return DONE;
        }
        if (parsed.isVersionHelpRequested() || asked.isVersionHelpRequested()) {
            line.printVersionHelp(out);
            return DONE;
        }
        Goodterms options = line.getCommand();
        try (Session session = new Session(clock, books, options, this)) {
            return session.run(asked.getCommand(), asked);
        } catch (RuntimeException e) {
            return refused(List.of(Problem.of("cli.fault", books.note(e))), ENVIRONMENT);
        }
    }

    int usage(String message) {
        err.println("goodterms: " + oneLine(message) + " (see goodterms --help)");
        return USAGE;
    }

    int answer(Answer answer, boolean json) {
        out.println(json ? document(answer) : answer.text());
        out.flush();
        return answer.ok() ? DONE : REFUSED;
    }

    /** One JSON document on one line. */
    String document(Answer answer) {
        try {
            return mapper.writeValueAsString(answer.json());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is always writable", e);
        }
    }

    void line(com.fasterxml.jackson.databind.node.ObjectNode json) {
        out.println(document(Answer.of(json, "")));
        out.flush();
    }

    void text(String text) {
        out.println(text);
        out.flush();
    }

    int refused(List<Problem> problems, int exit) {
        err.println("goodterms: " + sentence(problems));
        return exit;
    }

    /** All reasons in one line. */
    String sentence(List<Problem> problems) {
        return oneLine(problems.stream().map(texts::of).collect(Collectors.joining(" ")));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R+", " ").strip();
    }
}
