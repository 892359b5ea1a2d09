package org.goodterms.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.goodterms.BookClock;
import org.goodterms.Bookcase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries by hand that come back, as a script sees them. */
class JournalRecurringCommandsTest {
    private static final String INIT = "init --name F --country DE --currency EUR";
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final BookClock clock = new BookClock(InstantSource.fixed(Instant.parse("2026-07-01T11:00:00Z")), ZoneOffset.UTC);
    private final ObjectMapper mapper = new ObjectMapper();
    @TempDir
    Path folder;

    /** The answers to these lines; the last one may be refused. */
    private List<JsonNode> script(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("script.txt"), List.of(lines));
        out.reset();
        new Console(clock, new Bookcase(folder.resolve("home"), clock, null), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))
                .run("--book", folder.resolve("book").toString(), "--json", "run", file.toString());
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
            nodes.add(mapper.readTree(line));
        }
        return nodes;
    }

    private static String text(JsonNode node, String key) {
        return node.get(key).asText();
    }

    @Test
    void entries_that_come_back_wait_and_are_posted_on_their_day_exactly_once() throws IOException {
        String add = "journal recurring add --name Rent --text 'Rent {year}' --every 1m --from 2026-01-31 --line '6000 500.00 0' ";
        List<JsonNode> answers = script(INIT, "--on 2026-03-05 " + add + "--line '1000 0 500.00'", "--on 2026-03-05 journal recurring due",
                "lock --to 2026-01-31", "--on 2026-03-05 journal recurring list");
        assertThat(answers.get(2).at("/result/waiting").findValuesAsText("due")).containsExactly("2026-01-31", "2026-02-28");
        assertThat(text(answers.get(2).at("/result/waiting/1"), "amount")).isEqualTo("500.00");
        assertThat(answers.get(4).at("/result/templates/0/lines/1/credit").asText()).isEqualTo("500.00");
        String template = text(answers.get(1).get("result"), "template");
        JsonNode some = script("--on 2026-03-05 journal recurring approve --all").getLast();
        assertThat(some.at("/result/posted").findValuesAsText("due")).containsExactly("2026-02-28");
        assertThat(some.at("/result/refused").findValuesAsText("error")).containsExactly("ledger.period_locked");
        assertThat(script("--on 2026-03-05 journal recurring approve " + template).getLast().toString()).contains("Jan 31, 2026").contains("unlock with a reason");
        List<JsonNode> more = script("unlock --to 2025-12-31 --reason forgotten", "--on 2026-03-05 journal recurring approve " + template + " --from 2026-01-31",
                "--on 2026-03-05 journal recurring approve --all", "journal list", "--on 2026-03-05 journal recurring end " + template, "journal recurring list");
        assertThat(more.get(2).at("/result/posted")).isEmpty();
        assertThat(more.get(3).at("/result/entries").findValuesAsText("date")).containsExactlyInAnyOrder("2026-01-31", "2026-02-28");
        assertThat(more.get(5).at("/result/templates/0/next").isNull()).isTrue();
        assertThat(more.get(5).at("/result/templates/0/posted").asInt()).isEqualTo(2);
        assertThat(script(add + "--line '1200 0 500.00'").getLast().toString()).contains("1200");
        assertThat(script(add + "--line '1000 500.00'").getLast().toString()).contains("1000 500.00");
        assertThat(script(add.replace("1m", "1d") + "--line '1000 0 500.00'").getLast().toString()).contains("1d");
        assertThat(script("journal recurring approve").getLast().toString()).contains("--all");
        assertThat(script("journal recurring approve " + template + " --from 2026-01-31").getLast().toString()).contains("Rent");
        assertThat(script("journal recurring skip nothing --from 2026-01-31").getLast().toString()).contains("nothing");
    }
}
