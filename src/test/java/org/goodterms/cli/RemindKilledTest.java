package org.goodterms.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.goodterms.fixture.ChildJvm;
import org.goodterms.fixture.ScriptedSmtpServer;
import org.goodterms.kernel.Fault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that dies between two steps sends nothing twice and loses nothing; of what it had in hand nobody knows. */
@Tag("fault")
class RemindKilledTest {
    private static final List<String> ALL = List.of("a@example.org", "b@example.org", "c@example.org");
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"reminder-rendered:halt:2", "reminder-claimed:halt", "outbox-claiming:halt:2", "outbox-claimed:halt:2",
        "outbox-delivered:halt:2", "outbox-recorded:halt:2", "reminder-concluded:halt"})
    void after_a_death_at_any_step_each_customer_has_one_message_or_is_shown_as_unknown(String fault) throws Exception {
        Shell shell = new Shell(folder);
        shell.run("init --name Muster --country DE --currency EUR --street Weg --postcode 1 --city Berlin --tax-id DE1"
                + " --email me@example.org --pay-to 'IBAN DE89 3704 0044 0532 0130 00'",
                "customer add A --name A --email a@example.org", "customer add B --name B --email b@example.org",
                "customer add C --name C --email c@example.org",
                "--on 2026-02-01 invoice issue --customer A --due 2026-02-20 --line 'Work | 1 | 100.00 | 19'",
                "--on 2026-02-01 invoice issue --customer B --due 2026-02-20 --line 'Work | 1 | 200.00 | 19'",
                "--on 2026-02-01 invoice issue --customer C --due 2026-02-20 --line 'Work | 1 | 300.00 | 19'");
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            String[] run = {"--on", "2026-02-23", "remind", "run", "--approve-all", "--deliver", "smtp://localhost:" + server.port()};
            List<String> command = new ArrayList<>(List.of(folder.toString(), "--book", folder.resolve("book").toString()));
            command.addAll(List.of(run));
            try (ChildJvm child = ChildJvm.start(RemindChild.class, fault, command.toArray(String[]::new))) {
                assertThat(child.awaitEnd()).as(child.said()).isEqualTo(Fault.HALTED);
            }
            List<String> known = new ArrayList<>(recipients(server));
            assertThat(known).doesNotHaveDuplicates();
            List<JsonNode> after = shell.run("--on 2026-02-23 " + line(run), "--on 2026-02-23 " + line(run), "--on 2026-02-24 worklist");
            assertThat(recipients(server)).as("nothing twice").doesNotHaveDuplicates();
            List<String> seen = new ArrayList<>(recipients(server));
            after.get(1).at("/result/unknown").forEach(unknown -> seen.add(unknown.get("to").asText()));
            assertThat(seen).as("nobody lost").containsAll(ALL);
            assertThat(after.get(1).at("/result/sent")).as("a second run changes nothing").isEmpty();
            assertThat(after.get(2).at("/result/messages")).isEmpty();
        }
    }

    private static String line(String[] run) {
        return String.join(" ", List.of(run).subList(2, run.length));
    }

    private static List<String> recipients(ScriptedSmtpServer server) {
        return server.received().stream().map(received -> received.to().replaceAll("[<>]", "").replace("RCPT TO:", "")).toList();
    }
}
