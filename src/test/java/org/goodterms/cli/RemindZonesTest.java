package org.goodterms.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.goodterms.fixture.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One book, written by programs on machines in whatever zone. */
@Tag("fault")
class RemindZonesTest {
    @TempDir
    private Path folder;

    /** The console of a machine in the zone that the first argument names. */
    static final class Machine {
        private Machine() {
        }

        public static void main(String[] args) throws Exception {
            TimeZone.setDefault(TimeZone.getTimeZone(args[0]));
            RemindChild.main(Arrays.copyOfRange(args, 1, args.length));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Etc/GMT+12", "Pacific/Kiritimati"})
    void C26_the_due_day_in_the_mail_is_that_of_the_ledger_in_whatever_zone_the_machine_runs(String zone) throws Exception {
        Shell shell = new Shell(folder);
        shell.run("init --name Muster --country DE --currency EUR --street Weg --postcode 1 --city Berlin --tax-id DE1"
                + " --email me@example.org --pay-to 'IBAN DE89 3704 0044 0532 0130 00'",
                "customer add A --name A --email a@example.org --language en",
                "--on 2026-02-01 invoice issue --customer A --due 2026-02-20 --line 'Work | 1 | 100.00 | 19'");
        List<String> command = new ArrayList<>(List.of(zone, folder.toString(), "--book", folder.resolve("book").toString(), "--on", "2026-02-23",
                "remind", "run", "--approve-all", "--deliver", "eml:" + folder.resolve("out")));
        try (ChildJvm child = ChildJvm.start(Machine.class, "", command.toArray(String[]::new))) {
            assertThat(child.awaitEnd()).as(child.said()).isZero();
        }
        try (Stream<Path> mails = Files.list(folder.resolve("out"))) {
            String mail = Files.readString(mails.findFirst().orElseThrow(), java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThat(mail).contains("20 February 2026").doesNotContain("19 February 2026", "21 February 2026");
        }
        assertThat(shell.run("--on 2026-02-23 open-items").getFirst().at("/result/items/0/due").asText()).isEqualTo("2026-02-20");
    }
}
