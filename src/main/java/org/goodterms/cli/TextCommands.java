package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.goodterms.App;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.reminder.Occasion;
import org.goodterms.reminder.StepText;
import org.goodterms.reminder.TextService;
import org.goodterms.reminder.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What reminders say, for each step, tone and language. */
final class TextCommands {

    private TextCommands() {
    }

    @Command(name = "text", description = "what reminders say", subcommands = {All.class, Show.class, Set.class, Reset.class})
    static final class Group {
    }

    /** Which text. */
    static final class Which {
        @Parameters(index = "0", paramLabel = "STEP", description = "C, D, R1, R2, R3 or F")
        String step = "";
        @Option(names = "--tone", defaultValue = "usual", description = "usual or soft")
        String tone = "usual";
        @Option(names = "--language", defaultValue = "en", description = "en, de, fr or es")
        String language = "en";

        Outcome<Occasion> occasion() {
            return Occasion.read(step, tone, language);
        }
    }

    @Command(name = "list", description = "every text, and which are the firm's own")
    static final class All implements Act {

        @Override
        public Outcome<Answer> run(App app) {
            List<StepText> texts = app.reminders().texts().all();
            ObjectNode json = Json.object();
            Json.array(json, "texts", texts, TextCommands::head);
            return Outcome.ok(Answer.of(json, texts.stream().map(text -> "%-2s  %-5s  %s  %s".formatted(text.occasion().step(),
                    text.occasion().tone().word(), text.occasion().language(), text.isOwn() ? "own text" : "as shipped"))
                    .collect(Collectors.joining("\n"))));
        }
    }

    @Command(name = "show", description = "the text with its placeholders: the subject in the first line")
    static final class Show implements Act {
        @Mixin
        Which which = new Which();

        @Override
        public Outcome<Answer> run(App app) {
            return which.occasion().map(occasion -> answer(app.reminders().texts().text(occasion)));
        }
    }

    @Command(name = "set", description = "puts the text of a file in place of the shipped one: the subject in the first line")
    static final class Set implements Act {
        @Mixin
        Which which = new Which();
        @Option(names = "--file", required = true, paramLabel = "FILE")
        String file = "";

        @Override
        public Outcome<Answer> run(App app) {
            try {
                Wording wording = TextService.read(Files.readString(Path.of(file)));
                return which.occasion().then(occasion -> app.reminders().texts().save(occasion, wording)).map(TextCommands::answer);
            } catch (IOException | InvalidPathException e) {
                return Outcome.refused(Problem.at("--file", "cli.file_unreadable", file));
            }
        }
    }

    @Command(name = "reset", description = "back to the shipped text")
    static final class Reset implements Act {
        @Mixin
        Which which = new Which();

        @Override
        public Outcome<Answer> run(App app) {
            return which.occasion().then(occasion -> app.reminders().texts().reset(occasion)).map(TextCommands::answer);
        }
    }

    private static Answer answer(StepText text) {
        ObjectNode json = head(text);
        Wording wording = text.wording();
        json.put("subject", wording.subject()).put("text", wording.text());
        json.putObject("shipped").put("subject", text.shipped().subject()).put("text", text.shipped().text());
        return Answer.of(json, wording.subject() + "\n\n" + wording.text().stripTrailing());
    }

    private static ObjectNode head(StepText text) {
        ObjectNode node = Json.object().put("step", text.occasion().step().name()).put("tone", text.occasion().tone().word())
                .put("language", text.occasion().language()).put("own", text.isOwn());
        StepText.Version own = text.own();
        return Json.put(node, "since", own == null ? null : own.on());
    }
}
