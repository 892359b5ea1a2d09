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
import java.util.ArrayList;
import java.util.List;
import org.goodterms.BookClock;
import org.goodterms.Bookcase;
import org.goodterms.fixture.ScriptedSmtpServer;
import org.goodterms.fixture.ScriptedSmtpServer.Action;
import org.goodterms.fixture.ScriptedSmtpServer.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worklist and its run, as scripts see them. */
class RemindCommandsTest {
    private static final List<String> BEGINNING = List.of(
            "init --name Muster --country DE --currency EUR --street Weg --postcode 1 --city Berlin --tax-id DE123456789"
                    + " --email me@example.org --pay-to 'IBAN DE89 3704 0044 0532 0130 00'",
            "customer add A --name Alpha --email a@example.org", "customer add B --name Beta --email b@example.org");
    @TempDir
    private Path folder;
    private int scripts;

    private List<JsonNode> run(String... lines) throws IOException {
        List<String> script = new ArrayList<>(scripts == 0 ? BEGINNING : List.of());
        int skipped = script.size();
        script.addAll(List.of(lines));
        Path file = folder.resolve("script" + scripts++ + ".txt");
        Files.writeString(file, String.join("\n", script), StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BookClock clock = new BookClock(Clock.fixed(Instant.parse("2026-03-02T11:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);
        new Console(clock, new Bookcase(folder, clock, null), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)).run(new String[] {"--book",
                    folder.resolve("book").toString(), "--json", "run", file.toString(), "--keep-going"});
        return out.toString(StandardCharsets.UTF_8).lines().skip(skipped).map(RemindCommandsTest::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String invoice(String customer, String due, String net) {
        return "--on 2026-02-01 invoice issue --customer " + customer + " --due " + due + " --line 'Work | 1 | " + net + " | 19'";
    }

    @Test
    void a_month_of_runs_walks_the_ladder_and_sends_files() throws IOException {
        String run = " remind run --approve-all --deliver 'eml:" + folder.resolve("out") + "'";
        List<JsonNode> lines = run(invoice("A", "2026-02-20", "100.00"), "--on 2026-02-20 worklist", "--on 2026-02-20" + run,
                "--on 2026-02-20" + run, "--on 2026-02-22 worklist", "--on 2026-02-23" + run, "--on 2026-03-16 worklist",
                "--on 2026-03-16" + run, "--on 2026-03-17 worklist", "--on 2026-03-23" + run, "--on 2026-03-30" + run,
                "--on 2026-04-07 worklist", "--on 2026-04-07" + run, "--on 2026-04-07 task list", "--on 2026-04-08 customer show A");
        JsonNode first = lines.get(1).at("/result");
        assertThat(first.at("/on").asText()).isEqualTo("2026-02-20");
        assertThat(first.at("/messages/0")).hasToString("{\"customer\":\"A\",\"step\":\"D\",\"currency\":\"EUR\",\"asked\":\"119.00\","
                + "\"items\":[{\"number\":\"2026-0001\",\"step\":\"D\",\"asked\":\"119.00\"}],\"listed\":[]}");
        assertThat(first.at("/tasks")).isEmpty();
        assertThat(first.at("/stopped")).isEmpty();
        Path mail = Path.of(lines.get(2).at("/result/sent/0/file").asText());
        assertThat(Files.readAllLines(mail)).contains("Subject: Rechnung 2026-0001 von Muster", "To: \"Alpha\" <a@example.org>",
                "Content-Type: application/pdf; name=Rechnung-2026-0001.pdf");
        assertThat(lines.get(3).at("/result/sent")).isEmpty();
        assertThat(lines.get(4).at("/result/messages")).isEmpty();
        assertThat(lines.get(5).at("/result/sent/0/step").asText()).isEqualTo("R1");
        assertThat(Files.readAllLines(Path.of(lines.get(5).at("/result/sent/0/file").asText()))).anyMatch(line -> line.startsWith("In-Reply-To: <"));
        assertThat(lines.get(6).at("/result/messages/0/step").asText()).isEqualTo("R2");
        assertThat(lines.get(7).at("/result/sent/0/step").asText()).isEqualTo("R2");
        assertThat(lines.get(8).at("/result/stopped/0")).hasToString(
                "{\"customer\":\"A\",\"number\":\"2026-0001\",\"step\":\"R3\",\"reason\":\"cap\"}");
        assertThat(lines.get(9).at("/result/sent/0/step").asText()).isEqualTo("R3");
        assertThat(lines.get(10).at("/result/sent/0/step").asText()).isEqualTo("F");
        assertThat(lines.get(11).at("/result/tasks/0")).hasToString("{\"customer\":\"A\",\"kind\":\"call\",\"items\":[\"2026-0001\"]}");
        assertThat(lines.get(12).at("/result/tasks/0/kind").asText()).isEqualTo("call");
        assertThat(lines.get(13).at("/result/tasks/0/kind").asText()).isEqualTo("call");
        assertThat(lines.get(14).at("/result/creditHold").asBoolean()).isTrue();
    }

    @Test
    void C36_nothing_leaves_before_a_first_list_was_confirmed() throws IOException {
        List<JsonNode> lines = run(invoice("A", "2026-02-20", "100.00"),
                "--on 2026-02-23 remind run --deliver 'eml:" + folder.resolve("out") + "'", "--on 2026-02-23 remind run --approve-all",
                "--on 2026-02-23 worklist", "--on 2026-02-23 remind run --deliver 'eml:" + folder.resolve("out") + "'",
                "--on 2026-02-23 remind run --approve-all --deliver 'eml:" + folder.resolve("out") + "'");
        assertThat(lines.get(4).at("/result/waiting/0/reason").asText()).as("a refused run confirms nothing").isEqualTo("waits-first-list");
        assertThat(lines.get(1).at("/result/waiting/0/reason").asText()).isEqualTo("waits-first-list");
        assertThat(lines.get(1).at("/result/sent")).isEmpty();
        assertThat(lines.get(2).at("/error").asText()).contains("mail account");
        assertThat(lines.get(3).at("/result/messages")).hasSize(1);
        assertThat(lines.get(5).at("/result/sent/0/step").asText()).isEqualTo("R1");
    }

    @Test
    void who_is_left_alone_is_told_with_the_first_reason() throws IOException {
        List<JsonNode> lines = run(invoice("A", "2026-02-20", "100.00"), invoice("B", "2026-02-20", "100.00"),
                "--on 2026-02-23 hold add --item 2026-0001 --reason 'on holiday' --until 2026-02-24", "--on 2026-02-23 dnc set --customer B",
                "--on 2026-02-23 worklist", "--on 2026-02-24 hold lift --item 2026-0001", "--on 2026-02-24 dnc clear --customer B",
                "--on 2026-02-24 payment record --customer B --date 2026-02-24 --amount 119.00", "--on 2026-02-24 worklist",
                "--on 2026-02-24 promise add --customer A --items 2026-0001 --amount 119.00 --by 2026-02-25", "--on 2026-02-25 worklist",
                "--on 2026-02-26 remind run", "--on 2026-02-26 worklist", "--on 2026-02-27 worklist");
        assertThat(lines.get(4).at("/result/stopped")).hasToString("[{\"customer\":\"A\",\"number\":\"2026-0001\",\"step\":\"R1\",\"reason\":\"hold\"},"
                + "{\"customer\":\"B\",\"number\":\"2026-0002\",\"step\":\"R1\",\"reason\":\"do-not-contact\"}]");
        assertThat(lines.get(8).at("/result/stopped/0/reason").asText()).isEqualTo("unapplied-credit");
        assertThat(lines.get(8).at("/result/tasks/0")).hasToString("{\"customer\":\"B\",\"kind\":\"allocate-first\",\"items\":[\"2026-0002\"]}");
        assertThat(lines.get(10).at("/result/stopped/0/reason").asText()).isEqualTo("promise-pending");
        assertThat(lines.get(11).at("/result/tasks").toString()).contains("broken-promise", "allocate-first");
        assertThat(lines.get(12).at("/result/stopped/0/reason").asText()).isEqualTo("broken-today");
        assertThat(lines.get(12).at("/result/tasks")).isEmpty();
        assertThat(lines.get(13).at("/result/messages/0/step").asText()).isEqualTo("R1");
    }

    @Test
    void C4_a_line_lost_after_the_message_leaves_it_unknown_until_a_person_settles_it() throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            server.on(Step.DOT, Action.drop());
            String run = " remind run --approve-all --deliver smtp://localhost:" + server.port();
            List<JsonNode> lines = run(invoice("A", "2026-02-20", "100.00"), "--on 2026-02-23" + run, "--on 2026-02-24" + run,
                    "--on 2026-02-24 outbox list --state unknown", "--on 2026-02-24 task list");
            assertThat(lines.get(1).at("/result/unknown/0/step").asText()).isEqualTo("R1");
            assertThat(lines.get(1).at("/result/tasks/0/kind").asText()).isEqualTo("unknown-send");
            assertThat(lines.get(2).at("/result/unknown/0/step").asText()).isEqualTo("R1");
            assertThat(lines.get(2).at("/result/sent")).isEmpty();
            assertThat(lines.get(3).at("/result/messages/0/step").asText()).isEqualTo("R1");
            assertThat(lines.get(4).at("/result/tasks/0/kind").asText()).isEqualTo("unknown-send");
        }
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            List<JsonNode> later = run("--on 2026-02-24 outbox settle A/2026-02-23 not-sent", "--on 2026-02-24 task list",
                    "--on 2026-02-24 remind run --approve-all --deliver smtp://localhost:" + server.port(), "--on 2026-02-24 remind run --approve-all");
            assertThat(later.get(1).at("/result/tasks")).isEmpty();
            assertThat(later.get(2).at("/result/sent/0/step").asText()).isEqualTo("R1");
            assertThat(later.get(2).at("/result/sent/0/messageId").asText()).startsWith("<");
            assertThat(later.get(2).at("/result/unknown")).isEmpty();
            assertThat(later.get(3).at("/result/sent")).isEmpty();
        }
    }

    @Test
    void C40_what_the_server_refuses_is_failed_and_is_tried_anew() throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            server.on(Step.RCPT, Action.reply("550 no such mailbox"));
            String run = " remind run --approve-all --deliver smtp://localhost:" + server.port();
            List<JsonNode> lines = run(invoice("A", "2026-02-20", "100.00"), "--on 2026-02-23" + run, "--on 2026-02-23 worklist");
            assertThat(lines.get(1).at("/result/failed/0/step").asText()).isEqualTo("R1");
            assertThat(lines.get(1).at("/result/sent")).isEmpty();
            assertThat(lines.get(1).at("/result/tasks/0/kind").asText()).isEqualTo("failed-send");
            assertThat(lines.get(2).at("/result/messages/0/step").asText()).isEqualTo("R1");
        }
    }

    @Test
    void C30_C31_without_a_text_or_a_way_to_pay_nothing_is_sent_and_the_others_go() throws IOException {
        List<JsonNode> lines = run("customer add J --name Jp --email j@example.org --language ja", invoice("A", "2026-02-20", "100.00"),
                invoice("J", "2026-02-20", "100.00"), "--on 2026-02-01 invoice issue --customer B --due 2026-02-20 --currency USD --rate 1.10 --line 'Work | 1 | 5.00 | 19'",
                "--on 2026-02-23 remind run --approve-all --deliver 'eml:" + folder.resolve("out") + "'");
        JsonNode result = lines.getLast().at("/result");
        assertThat(result.at("/sent")).hasSize(1);
        assertThat(result.at("/sent/0/customer").asText()).isEqualTo("A");
        assertThat(result.at("/waiting").findValuesAsText("reason")).containsExactlyInAnyOrder("no-pay-to", "no-text");
    }

    @Test
    void C9_debt_brought_from_another_program_waits_under_review_and_the_owner_may_say_what_else_reminds() throws IOException {
        List<JsonNode> lines = run("--on 2026-02-23 open-item add --customer A --number OLD-1 --date 2026-01-02 --due 2026-01-16"
                + " --original 100.00 --open 100.00", "--on 2026-02-23 worklist", invoice("B", "2026-02-20", "100.00"),
                "--on 2026-02-23 remind elsewhere 'the web shop'", "--on 2026-02-23 worklist", "--on 2026-02-23 hold lift --item OLD-1",
                "--on 2026-02-23 worklist", "--on 2026-02-23 remind elsewhere");
        assertThat(lines.get(1).at("/result/stopped")).hasToString("[{\"customer\":\"A\",\"number\":\"OLD-1\",\"step\":\"R1\",\"reason\":\"hold\"}]");
        assertThat(lines.get(3).at("/result/held").asInt()).isEqualTo(1);
        assertThat(lines.get(4).at("/result/messages")).isEmpty();
        assertThat(lines.get(4).at("/result/stopped")).hasSize(2);
        assertThat(lines.get(6).at("/result/messages/0/items/0/number").asText()).isEqualTo("OLD-1");
        assertThat(lines.get(7).at("/result/held").asInt()).isZero();
    }

    @Test
    void the_firm_writes_a_text_of_its_own_and_a_run_sends_it() throws IOException {
        Path own = folder.resolve("r1.txt");
        Files.writeString(own, "Rechnung {{number}}\n\nDas Papier ist wohl untergegangen.\n\n{{>items}}\n{{>pay}}\n");
        Path bad = folder.resolve("bad.txt");
        Files.writeString(bad, "Mahnung\n\n{{nummer}}");
        String at = " R1 --language de";
        List<JsonNode> lines = run(invoice("A", "2026-02-20", "100.00"), "remind text set" + at + " --file '" + own + "'",
                "remind text set" + at + " --file '" + bad + "'", "remind text set R1 --file '" + folder.resolve("none") + "'", "remind text list",
                "--on 2026-02-23 remind run --approve-all --deliver 'eml:" + folder.resolve("out") + "'", "remind text reset" + at,
                "remind text show r1 --tone soft --language fr", "remind text show K");
        assertThat(lines.get(1).at("/result/own").asBoolean()).isTrue();
        assertThat(lines.get(1).at("/result/since").asText()).isEqualTo("2026-03-02");
        assertThat(lines.get(1).at("/result/subject").asText()).isEqualTo("Rechnung {{number}}");
        assertThat(lines.get(1).at("/result/shipped/text").asText()).contains("vermutlich untergegangen");
        assertThat(lines.get(2).toString()).contains("{{nummer}} cannot be filled in here", "must not stand in the subject");
        assertThat(lines.get(3).toString()).contains("cannot be read");
        assertThat(lines.get(4).at("/result/texts")).hasSize(48);
        assertThat(lines.get(4).at("/result/texts").findValuesAsText("own")).containsOnlyOnce("true");
        assertThat(Files.readString(Path.of(lines.get(5).at("/result/sent/0/file").asText()))).contains("Subject: Rechnung 2026-0001",
                "Das Papier ist wohl untergegangen.");
        assertThat(lines.get(6).at("/result/own").asBoolean()).isFalse();
        assertThat(lines.get(6).at("/result/since").isNull()).isTrue();
        assertThat(lines.get(7).at("/result/text").asText()).contains("nous savons que nous pouvons compter sur vous");
        assertThat(lines.get(8).toString()).contains("no step that is written");
    }

    @Test
    void C20_list_badge_worklist_run_report_and_policy_say_the_same_of_an_item() throws IOException {
        List<JsonNode> said = run(invoice("A", "2026-02-20", "100.00"), "hold add --customer A --reason 'they asked'", "worklist",
                "remind run --approve-all --deliver eml:" + folder, "open-items", "policy show --customer A");
        assertThat(said.get(2).get("result").get("stopped")).hasSize(1);
        assertThat(said.get(2).get("result").get("stopped").get(0).get("reason").asText()).isEqualTo("hold");
        assertThat(said.get(3).get("result").get("stopped")).as("the run says what the worklist said").isEqualTo(said.get(2).get("result").get("stopped"));
        assertThat(said.get(4).get("result").get("items").get(0).get("flags").toString()).as("the badge of the item").contains("hold");
        assertThat(said.get(5).get("result").get("next").get(0).get("next").asText()).isEqualTo("First reminder, stopped: on hold");
    }

    @Test
    void the_policy_says_itself_in_sentences_with_the_days_of_real_invoices() throws IOException {
        List<JsonNode> said = run(invoice("A", "2026-02-20", "100.00"), "policy show");
        String number = said.get(0).get("result").get("number").asText();
        JsonNode second = said.get(1).get("result").get("steps").get(3);
        assertThat(second.get("step").asText()).isEqualTo("R2");
        assertThat(second.get("text").asText()).startsWith("Second reminder: 10 days after the due date");
        assertThat(second.get("dates").toString()).isEqualTo("[{\"number\":\"" + number + "\",\"due\":\"2026-02-20\",\"on\":\"2026-03-02\"}]");
        List<JsonNode> others = run("policy show --invoice " + number, "policy show --customer B", "policy show --invoice NONE", "policy show --customer ZZ");
        assertThat(others.get(0).get("result").get("from").asText()).isEqualTo("company");
        assertThat(others.get(0).get("result").get("next").get(0).get("number").asText()).isEqualTo(number);
        assertThat(others.get(1).get("result").get("steps").get(0).get("dates")).isEmpty();
        assertThat(others.get(2).at("/result").has("steps") || others.get(3).at("/result").has("steps")).as("refused").isFalse();
    }
}
