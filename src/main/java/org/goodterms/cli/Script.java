package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Runs a file of commands, one a line, each in its own transaction. */
final class Script {
    private final Session session;
    private final Console console;
    private final boolean json;

    /** What a line of the file led to. */
    private record Done(int exit, String error, @Nullable Answer answer, String command, @Nullable String on) {
    }

    Script(Session session, Console console, boolean json) {
        this.session = session;
        this.console = console;
        this.json = json;
    }

    int run(BookCommands.Run run) {
        try (Reader source = open(run.file); BufferedReader lines = new BufferedReader(source)) {
            int worst = Console.DONE;
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                Done done = line(line);
                if (done == null) {
                    continue;
                }
                print(number, done);
                if (done.exit() != Console.DONE) {
                    worst = Math.max(worst, done.exit() == Console.USAGE ? Console.REFUSED : done.exit());
                    if (!run.keepGoing || done.exit() == Console.ENVIRONMENT) {
                        return worst;
                    }
                }
            }
            return worst;
        } catch (IOException e) {
            return console.refused(List.of(Problem.at("FILE", "cli.file_unreadable", run.file)), Console.REFUSED);
        }
    }

    private static Reader open(String file) throws IOException {
        return file.equals("-") ? new InputStreamReader(System.in, StandardCharsets.UTF_8)
                : Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8);
    }

    /** Null for an empty line or a comment. */
    private @Nullable Done line(String line) {
        try {
            List<String> words = Words.of(line);
            return words.isEmpty() ? null : one(words);
        } catch (Read.Refusal e) {
            return new Done(Console.USAGE, console.sentence(List.of(e.problem())), null, "", null);
        }
    }

    private Done one(List<String> words) {
        CommandLine line = Goodterms.commandLine();
        try {
            CommandLine asked = line.parseArgs(words.toArray(String[]::new)).asCommandLineList().getLast();
            Goodterms own = line.getCommand();
            String name = name(asked);
            Object command = asked.getCommand();
            if (!(command instanceof Act) && !(command instanceof Making)) {
                return new Done(Console.USAGE, "no command to run: " + String.join(" ", words), null, name, own.on);
            }
            return switch (session.act(command, own.on)) {
                case Outcome.Ok<Answer>(Answer answer) ->
                    new Done(answer.ok() ? Console.DONE : Console.REFUSED, "", answer, name, own.on);
                case Outcome.Refused<Answer>(List<Problem> problems) ->
                    new Done(Session.exit(problems), console.sentence(problems), null, name, own.on);
            };
        } catch (CommandLine.ParameterException e) {
            return new Done(Console.USAGE, e.getMessage().replaceAll("\\R+", " "), null,
                    name(e.getCommandLine()).isEmpty() ? words.getFirst() : name(e.getCommandLine()), null);
        }
    }

    private static String name(CommandLine asked) {
        List<String> names = new ArrayList<>();
        for (CommandLine at = asked; at.getParent() != null; at = at.getParent()) {
            names.addFirst(at.getCommandName());
        }
        return String.join(" ", names);
    }

    private void print(int number, Done done) {
        if (!json) {
            if (done.answer() != null) {
                console.text(done.answer().text());
            }
            if (done.exit() != Console.DONE) {
                console.refused(List.of(Problem.of("cli.line_refused", number,
                        done.error().isEmpty() ? done.command() : done.error())), done.exit());
            }
            return;
        }
        ObjectNode node = Json.object().put("line", number);
        node.put("on", done.on() == null ? session.today() : done.on()).put("command", done.command());
        node.put("exit", done.exit());
        if (done.answer() != null) {
            node.set("result", done.answer().json());
        } else {
            node.put("error", done.error());
        }
        console.line(node);
    }
}
