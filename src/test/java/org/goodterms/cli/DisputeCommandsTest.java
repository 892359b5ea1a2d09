package org.goodterms.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.goodterms.archive.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What customers contest, as a script sees it: by amount or by line, with evidence, and how it ended. */
class DisputeCommandsTest {
    @TempDir
    Path folder;

    private Shell book() {
        Shell shell = new Shell(folder);
        shell.result("init --name Firm --country DE --currency EUR", "customer add A --name Alpha --email a@alpha.example",
                "--on 2026-04-15 invoice issue --customer A --line 'Desk | 2 | 500.00 | 19' --line 'Delivery | 1 | 100.00 | 7' --due 2026-05-15");
        return shell;
    }

    @Test
    void a_dispute_over_a_line_is_over_what_that_line_comes_to_with_its_tax() {
        Shell shell = book();
        JsonNode opened = shell.result("--on 2026-05-20 dispute open --item 2026-0001 --line 2 --reason 'never delivered' --owner Mira --target 2026-06-01");
        assertThat(opened.get("amount").asText()).isEqualTo("107.00");
        assertThat(opened.get("lines").toString()).isEqualTo("[2]");
        assertThat(opened.get("owner").asText()).isEqualTo("Mira");
        assertThat(opened.get("target").asText()).isEqualTo("2026-06-01");
        assertThat(shell.result("--on 2026-05-21 worklist").get("messages").get(0).get("asked").asText()).as("the rest goes on being asked for")
                .isEqualTo("1190.00");
        assertThat(shell.refusal("--on 2026-05-21 dispute open --item 2026-0001 --line 3 --reason x")).contains("no line 3", "2");
        assertThat(shell.refusal("--on 2026-05-21 dispute open --item 2026-0001 --line 1 --amount 5 --reason x")).contains("either");
        assertThat(shell.result("--on 2026-05-21 dispute close --item 2026-0001 --outcome accepted").get("disputes").get(0)
                .get("accepted").asText()).isEqualTo("107.00");
        assertThat(shell.result("check").get("ok").asBoolean()).isTrue();
    }

    @Test
    void what_a_credit_note_covers_is_neither_contested_nor_asked_for() {
        Shell shell = book();
        shell.result("--on 2026-05-20 dispute open --item 2026-0001 --amount 300.00 --reason damaged");
        String before = asked(shell, "2026-05-20");
        shell.result("--on 2026-05-21 credit-note issue --invoice 2026-0001 --line 'Delivery | 1 | 93.46 | 7'");
        JsonNode item = shell.result("open-items --as-of 2026-05-21").get("items").get(0);
        assertThat(asked(shell, "2026-05-21")).as("the credit took from what was contested").isEqualTo(before);
        assertThat(shell.result("aging --as-of 2026-05-21").get("total").get("disputed").asText()).isEqualTo("200.00");
        assertThat(shell.result("aging --as-of 2026-05-20").get("total").get("disputed").asText()).as("as it was that day").isEqualTo("300.00");
        assertThat(item.get("flags").toString()).contains("disputed");
        assertThat(shell.refusal("--on 2026-05-21 dispute close --item 2026-0001 --outcome partly-accepted --amount 200.00")).contains("200.00");
        assertThat(shell.result("--on 2026-05-22 dispute close --item 2026-0001 --outcome accepted").get("disputes").get(0)
                .get("accepted").asText()).as("what no credit note has covered").isEqualTo("200.00");
    }

    private static String asked(Shell shell, String day) {
        return shell.result("--on " + day + " worklist").get("messages").get(0).get("asked").asText();
    }

    @Test
    void a_line_is_contested_once_at_a_time() {
        Shell shell = book();
        shell.result("--on 2026-05-20 dispute open --item 2026-0001 --line 2 --reason 'never delivered'");
        assertThat(shell.refusal("--on 2026-05-20 dispute open --item 2026-0001 --line 1 --line 2 --reason again"))
                .contains("Line 2 of 2026-0001 is contested already");
        assertThat(shell.result("--on 2026-05-21 worklist").get("messages").get(0).get("asked").asText()).isEqualTo("1190.00");
        shell.result("--on 2026-05-22 dispute close --item 2026-0001 --outcome withdrawn");
        assertThat(shell.result("--on 2026-05-23 dispute open --item 2026-0001 --line 2 --reason again").get("amount").asText())
                .as("closed, so it may be contested anew").isEqualTo("107.00");
    }

    @Test
    void evidence_lies_with_the_dispute_itself() throws IOException {
        Shell shell = book();
        Path photo = Files.writeString(folder.resolve("photo.txt"), "a dent");
        assertThat(shell.refusal("dispute evidence --item 2026-0001 '" + photo + "'")).contains("No dispute is open on 2026-0001");
        shell.result("--on 2026-05-20 dispute open --item 2026-0001 --amount 90.00 --reason damaged");
        JsonNode kept = shell.result("dispute evidence --item 2026-0001 '" + photo + "' '" + photo + "'");
        assertThat(kept.get("files")).as("the same bytes once").hasSize(1);
        assertThat(kept.get("files").get(0).get("sha256").asText()).isEqualTo(Archive.hash(Files.readAllBytes(photo)));
        assertThat(shell.refusal("dispute evidence --item 2026-0001 '" + folder.resolve("none.txt") + "'")).contains("none.txt");
        shell.result("--on 2026-05-22 dispute close --item 2026-0001 --outcome withdrawn");
        assertThat(shell.result("dispute list --item 2026-0001").get("disputes").get(0).get("files")).as("and stays there").hasSize(1);
    }

    @Test
    void partly_accepted_says_how_much_and_the_rest_is_asked_for_after_a_quiet_week() {
        Shell shell = book();
        shell.result("--on 2026-06-01 dispute open --item 2026-0001 --reason 'not as agreed'");
        String close = "--on 2026-06-15 dispute close --item 2026-0001 --outcome ";
        assertThat(shell.refusal(close + "partly-accepted")).contains("above zero", "1,297.00");
        assertThat(shell.refusal(close + "partly-accepted --amount 1297.00")).contains("below");
        assertThat(shell.refusal(close + "rejected --amount 10.00")).contains("any other outcome takes none");
        assertThat(shell.refusal(close + "maybe")).contains("maybe", "partly-accepted");
        JsonNode closed = shell.result(close + "partly-accepted --amount 97.00").get("disputes").get(0);
        assertThat(closed.get("accepted").asText()).isEqualTo("97.00");
        assertThat(closed.get("outcome").asText()).isEqualTo("partly-accepted");
        assertThat(closed.get("closed").asText()).isEqualTo("2026-06-15");
        shell.result("--on 2026-06-15 credit-note issue --invoice 2026-0001 --line 'Discount | 1 | 81.51 | 19'");
        assertThat(shell.result("--on 2026-06-22 worklist").get("stopped").get(0).get("reason").asText()).as("day 7").isEqualTo("quiet-after-dispute");
        assertThat(shell.result("--on 2026-06-23 worklist").get("messages").get(0).get("asked").asText()).as("day 8").isEqualTo("1200.00");
    }
}
