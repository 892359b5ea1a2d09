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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.goodterms.BookClock;
import org.goodterms.Bookcase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages and mails of documents from the command line. */
class PaperCommandsTest {
    private static final List<String> BEGINNING = List.of(
            "init --name Muster --country DE --currency EUR --street Weg --postcode 1 --city Berlin --tax-id DE123456789"
                    + " --email me@example.org --pay-to 'IBAN DE89 3704 0044 0532 0130 00'",
            "customer add A --name 'Alpha & Söhne' --email a@example.org",
            "invoice issue --customer A --line 'Work | 2 | 500.00 | 19'");
    @TempDir
    private Path folder;

    private List<JsonNode> run(String... more) throws IOException {
        Path script = folder.resolve("script.txt");
        Files.writeString(script, String.join("\n", BEGINNING) + "\n" + String.join("\n", more), StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BookClock clock = new BookClock(Clock.fixed(Instant.parse("2026-03-02T11:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);
        new Console(clock, new Bookcase(folder, clock, null), new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(new ByteArrayOutputStream(), true,
                StandardCharsets.UTF_8)).run(new String[] {"--book", folder.resolve("book").toString(), "--json", "run", script.toString(),
                    "--keep-going"});
        return out.toString(StandardCharsets.UTF_8).lines().skip(BEGINNING.size() - 1L).map(PaperCommandsTest::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_waits_is_listed_sent_as_files_and_not_sent_again() throws IOException {
        List<JsonNode> lines = run("invoice send 2026-0001", "outbox list --state queued",
                "outbox send --deliver 'eml:" + folder.resolve("out") + "'", "outbox list --state sent", "outbox send --deliver eml:x",
                "outbox settle A/2026-03-02 sent", "outbox list --state gone", "outbox settle A/2026-03-02 perhaps", "outbox send");
        assertThat(lines.get(2).at("/result/messages/0/customer").asText()).isEqualTo("A");
        assertThat(Path.of(lines.get(3).at("/result/sent/0/reply").asText())).exists();
        assertThat(lines.get(4).at("/result/messages/0/to").asText()).isEqualTo("a@example.org");
        assertThat(lines.get(5).at("/result/sent")).isEmpty();
        assertThat(lines.get(6).at("/error").asText()).contains("a@example.org", "sent");
        assertThat(lines.get(7).at("/error").asText()).contains("gone", "unknown");
        assertThat(lines.get(8).at("/error").asText()).contains("perhaps", "not-sent");
        assertThat(lines.get(9).at("/error").asText()).contains("mail account");
    }

    @Test
    void a_page_is_written_and_a_document_waits_in_the_outbox() throws IOException {
        Path file = folder.resolve("invoice.pdf");
        List<JsonNode> lines = run("invoice pdf 2026-0001 --out '" + file + "'", "invoice send 2026-0001");
        assertThat(lines.get(0).at("/result/warnings/0").asText()).contains("Alpha & Söhne");
        assertThat(Files.readAllBytes(file)).startsWith('%', 'P', 'D', 'F').hasSize(lines.get(1).at("/result/bytes").asInt());
        assertThat(lines.get(2).at("/result/messages/0/to").asText()).isEqualTo("a@example.org");
        assertThat(lines.get(2).at("/result/messages/0/state").asText()).isEqualTo("queued");
    }

    @Test
    void what_cannot_be_written_or_found_is_refused_in_one_line() throws IOException {
        String nowhere = folder.resolve("no-such-folder").resolve("i.pdf").toString();
        List<JsonNode> lines = run("invoice pdf 2026-0001 --out '" + nowhere + "'", "invoice pdf 2026-0099 --out x.pdf");
        assertThat(lines.get(1).get("exit").asInt()).isEqualTo(1);
        assertThat(lines.get(1).get("error").asText()).contains(nowhere);
        assertThat(lines.get(2).get("error").asText()).contains("2026-0099");
    }

    @Test
    void a_due_date_of_its_own_stands_in_place_of_the_customers_terms() throws IOException {
        List<JsonNode> lines = run("customer add B --name Beta --terms '2/10 net 30'",
                "invoice issue --customer B --due 2026-03-20 --line 'Work | 1 | 100.00 | 19'",
                "invoice issue --customer B --line 'Work | 1 | 100.00 | 19'");
        assertThat(lines.get(2).at("/result/due").asText()).isEqualTo("2026-03-20");
        assertThat(lines.get(2).at("/result/discount").isMissingNode()).isTrue();
        assertThat(lines.get(3).at("/result/discount/amount").asText()).isEqualTo("2.38");
    }
}
