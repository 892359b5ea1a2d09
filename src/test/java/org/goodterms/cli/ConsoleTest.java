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
import java.util.Map;
import org.goodterms.BookClock;
import org.goodterms.Bookcase;
import org.goodterms.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a script sees it: what it prints, and with which exit code. */
class ConsoleTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final BookClock clock = new BookClock(InstantSource.fixed(Instant.parse("2026-03-02T11:00:00Z")), ZoneOffset.UTC);
    private final ObjectMapper mapper = new ObjectMapper();
    @TempDir
    Path folder;

    private int run(String... args) {
        out.reset();
        err.reset();
        List<String> all = new ArrayList<>(List.of("--book", folder.resolve("book").toString()));
        all.addAll(List.of(args));
        return new Console(clock, books(), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)).run(all.toArray(String[]::new));
    }

    private int script(boolean json, String... lines) throws IOException {
        Path file = Files.write(folder.resolve("script.txt"), List.of(lines));
        return json ? run("--json", "run", file.toString()) : run("run", file.toString());
    }

    private List<JsonNode> answers() throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
            nodes.add(mapper.readTree(line));
        }
        return nodes;
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void from_invoice_to_part_payment_to_aging() throws IOException {
        int exit = script(true, "# a first day",
                "init --name 'Beispiel GmbH' --country DE --currency EUR",
                "customer add A --name \"Käufer & Söhne\" --terms 'net 30'",
                "--on 2026-03-02 invoice issue --customer A --line 'Work | 8 | 125.00 | 19' --line 'Book | 1 | 20 | 7'",
                "--on 2026-03-10 payment record --customer A --amount 500.00 --auto",
                "--on 2026-05-01 aging", "trial-balance", "check");
        assertThat(exit).as(said()).isZero();
        List<JsonNode> answers = answers();
        assertThat(answers).hasSize(7);
        assertThat(answers.get(2).get("line").asInt()).isEqualTo(4);
        assertThat(answers.get(2).get("command").asText()).isEqualTo("invoice issue");
        JsonNode invoice = answers.get(2).get("result");
        assertThat(invoice.get("number").asText()).isEqualTo("2026-0001");
        assertThat(invoice.get("net").asText()).isEqualTo("1020.00");
        assertThat(invoice.get("tax").asText()).isEqualTo("191.40");
        assertThat(invoice.get("due").asText()).isEqualTo("2026-04-01");
        JsonNode total = answers.get(4).get("result").get("total");
        assertThat(total.get("1-30").asText()).isEqualTo("711.40");
        assertThat(total.get("unapplied").asText()).isEqualTo("0.00");
        JsonNode trial = answers.get(5).get("result");
        assertThat(trial.get("debit")).isEqualTo(trial.get("credit"));
        assertThat(answers.get(6).get("result").get("ok").asBoolean()).isTrue();
    }

    @Test
    void a_customer_is_shown_with_what_is_open_and_what_happened() throws IOException {
        int exit = script(true, "init --name Firm --country DE --currency EUR",
                "customer add A --name Alpha --courtesy",
                "invoice issue --customer A --date 2026-03-02 --line 'Work | 1 | 100 | 19' --terms 'net 0'",
                "payment record --customer A --date 2026-03-02 --amount 19.00 --auto",
                "customer set A --no-courtesy --exempt", "--on 2026-03-12 customer show A");
        assertThat(exit).as(said()).isZero();
        JsonNode shown = answers().getLast().path("result");
        assertThat(shown.path("balance").asText()).isEqualTo("100.00");
        assertThat(shown.path("overdue").asText()).isEqualTo("100.00");
        assertThat(shown.path("courtesy").asBoolean()).isFalse();
        assertThat(shown.path("exempt").asBoolean()).isTrue();
        assertThat(shown.path("openItems").get(0).path("dpd").asInt()).isEqualTo(10);
        assertThat(shown.path("timeline").findValuesAsText("kind")).containsExactlyInAnyOrder("payment", "document");
        assertThat(shown.path("timeline").findValuesAsText("amount")).containsExactlyInAnyOrder("19.00", "119.00");
    }

    @Test
    void a_refused_line_is_named_and_changes_nothing() throws IOException {
        assertThat(script(false, "init --name F --country DE --currency EUR",
                "journal post --text try --debit 1200=5 --credit 1000=5")).isEqualTo(1);
        assertThat(said()).startsWith("goodterms: line 2: ").contains("1200").doesNotContain("\n");
        run("--json", "journal", "list");
        assertThat(answers().getFirst().get("entries")).isEmpty();
    }

    @Test
    void keep_going_does_the_rest_and_ends_with_one() throws IOException {
        Path file = Files.write(folder.resolve("s.txt"), List.of("init --name F --country DE --currency EUR",
                "customer add A --name A --email nonsense", "customer add B --name B"));
        assertThat(run("--json", "run", "--keep-going", file.toString())).isEqualTo(1);
        assertThat(answers()).extracting(n -> n.get("exit").asInt()).containsExactly(0, 1, 0);
        assertThat(answers().get(1).get("error").asText()).contains("nonsense");
    }

    @Test
    void bad_input_is_named_with_what_would_be_accepted() {
        run("init", "--name", "F", "--country", "DE", "--currency", "EUR");
        Map<List<String>, String> wrong = Map.of(
                List.of("--on", "2026-02-30", "aging"), "2026-02-30",
                List.of("aging", "--by", "age"), "age",
                List.of("payment", "record", "--customer", "X", "--amount", "5"), "X",
                List.of("payment", "record", "--customer", "X", "--amount", "5,00"), "5,00",
                List.of("payment", "record", "--customer", "X", "--amount", "5", "--method", "shells"), "shells",
                List.of("journal", "post", "--text", "t", "--debit", "1000", "--credit", "2000=5"), "1000",
                List.of("ledger", "9999"), "9999",
                List.of("import", "invoices", "nowhere.csv"), "nowhere.csv",
                List.of("statement", "A", "--form", "round"), "round",
                List.of("account", "add", "7000", "--name", "N", "--type", "thing"), "thing");
        wrong.forEach((args, named) -> {
            assertThat(run(args.toArray(String[]::new))).as(args + said()).isEqualTo(1);
            assertThat(said()).startsWith("goodterms: ").contains(named).doesNotContain("\n").doesNotContain("Exception");
        });
    }

    @Test
    void a_fault_of_ours_goes_to_the_log_and_leaves_one_sentence() throws IOException {
        Bookcase books = books();
        String log = books.note(new IllegalStateException("planted"));
        assertThat(Files.readString(Path.of(log))).contains("IllegalStateException")
                .contains("ConsoleTest").doesNotContain("planted");
    }

    @Test
    void a_document_stays_on_one_line_whatever_a_text_holds() throws IOException {
        String odd = " A\u2028B\u2029C ";
        script(true, "init --name F --country DE --currency EUR", "journal post --text '" + odd + "' --debit 6000=1 --credit 1000=1",
                "journal post --text T --debit 'A\u0085B=1' --credit 1000=1");
        String printed = out.toString(StandardCharsets.UTF_8);
        assertThat(printed).doesNotContain("\u0085").doesNotContain("\u2028").doesNotContain("\u2029");
        assertThat(answers().get(1).get("result").get("text").asText()).isEqualTo(odd);
    }

    @Test
    void a_payment_below_zero_is_refused_for_that_alone() throws IOException {
        script(true, "init --name F --country DE --currency EUR", "customer add C --name C", "payment record --customer C --amount -10");
        assertThat(answers().get(2).get("error").asText()).contains("-10.00").doesNotContain("kept back");
    }

    @Test
    void restore_takes_the_new_book_behind_its_name_as_the_contract_writes_it() throws IOException {
        run("init", "--name", "F", "--country", "DE", "--currency", "EUR");
        String copy = folder.resolve("copy.zip").toString();
        assertThat(run("backup", copy)).as(said()).isZero();
        String again = folder.resolve("again").toString();
        assertThat(run("restore", copy, "--book", again)).as(said()).isZero();
        assertThat(run("restore", copy, "--book", again)).as("never overwrites").isEqualTo(1);
        assertThat(run("aging", "--on", "2026-03-05", "--json", "--book", again)).as(said()).isZero();
        assertThat(answers().getFirst().get("asOf").asText()).isEqualTo("2026-03-05");
    }

    @Test
    void a_wrong_option_in_a_script_names_its_command() throws IOException {
        script(true, "init --name F --country DE --currency EUR", "--on 2026-03-01 customer add C --name C --colour red");
        assertThat(answers().get(1).get("command").asText()).isEqualTo("customer add");
    }

    @Test
    void unknown_words_are_usage() {
        assertThat(run("dance")).isEqualTo(2);
        assertThat(run("customer")).isEqualTo(2);
        assertThat(said()).contains("add");
    }

    @Test
    void a_book_that_is_open_elsewhere_is_the_environment() {
        run("init", "--name", "F", "--country", "DE", "--currency", "EUR");
        Console other = new Console(clock, books(), new PrintStream(new ByteArrayOutputStream()), new PrintStream(err));
        try (Session holding = new Session(clock, books(), bookOptions(), other)) {
            assertThat(holding.act(new LedgerCommands.AccountList(), null).isOk()).isTrue();
            assertThat(run("aging")).isEqualTo(3);
            assertThat(said()).contains("open in another program");
        }
        assertThat(run("aging")).isZero();
    }

    private Bookcase books() {
        return new Bookcase(folder.resolve("home"), clock, null);
    }

    private Goodterms bookOptions() {
        Goodterms options = new Goodterms();
        options.books.add(folder.resolve("book").toString());
        return options;
    }

    @Test
    void init_never_overwrites_and_leaves_nothing_behind_when_refused() {
        assertThat(run("init", "--name", "F", "--country", "XX", "--currency", "EUR")).isEqualTo(1);
        assertThat(folder.resolve("book")).doesNotExist();
        assertThat(run("init", "--name", "F", "--country", "DE", "--currency", "EUR")).isZero();
        assertThat(run("init", "--name", "G", "--country", "DE", "--currency", "EUR")).isEqualTo(1);
    }

    @Test
    void an_import_with_a_bad_row_changes_nothing_and_names_row_and_column() throws IOException {
        run("init", "--name", "F", "--country", "DE", "--currency", "EUR");
        run("customer", "add", "A", "--name", "A");
        Path file = Files.write(folder.resolve("i.csv"), List.of("number;customer;date;amount",
                "1;A;2026-01-10;10.00", "2;B;2026-01-11;20.00", "3;A;2026-01-12;30.00"));
        assertThat(run("import", "invoices", file.toString())).isEqualTo(1);
        assertThat(said()).contains("Row 2").contains("customer").contains("B");
        assertThat(run("--json", "import", "invoices", file.toString(), "--keep-good")).isZero();
        assertThat(answers().getFirst().get("imported").asInt()).isEqualTo(2);
        assertThat(answers().getFirst().get("totals").get("EUR").asText()).isEqualTo("40.00");
        assertThat(run("--json", "import", "invoices", file.toString(), "--keep-good")).isZero();
        assertThat(answers().getFirst().get("skipped").asInt()).isEqualTo(2);
    }

    @Test
    void the_receivables_of_2466_invoices_age_as_computed_elsewhere() throws IOException {
        Path data = SharedData.path("ar");
        String csv = data.resolve("ibm-accounts-receivable.csv").toAbsolutePath().toString();
        Path customers = map("c", "{\"fields\":{\"code\":\"customerID\",\"name\":\"customerID\"}}");
        Path invoices = map("i", "{\"fields\":{\"number\":\"invoiceNumber\",\"customer\":\"customerID\","
                + "\"date\":\"InvoiceDate\",\"due\":\"DueDate\",\"amount\":\"InvoiceAmount\"},\"dateFormat\":\"M/d/yyyy\"}");
        Path payments = map("p", "{\"fields\":{\"customer\":\"customerID\",\"date\":\"SettledDate\","
                + "\"amount\":\"InvoiceAmount\",\"invoice\":\"invoiceNumber\"},\"dateFormat\":\"M/d/yyyy\"}");
        JsonNode expected = mapper.readTree(data.resolve("ibm-expected.json").toFile()).get("aging");
        List<String> lines = new ArrayList<>(List.of("init --name Watson --country US --currency USD",
                "import customers '" + csv + "' --map '" + customers + "'",
                "import invoices '" + csv + "' --map '" + invoices + "'",
                "import payments '" + csv + "' --map '" + payments + "'", "check"));
        expected.fieldNames().forEachRemaining(day -> lines.add("aging --as-of " + day));
        assertThat(script(true, lines.toArray(String[]::new))).as(said()).isZero();
        Map<String, String> keys = Map.of("current", "current", "1-30", "1-30", "31-60", "31-60", "61-90", "61-90",
                "over90", "90+", "total", "balance");
        List<JsonNode> agings = answers().stream().filter(n -> n.get("command").asText().equals("aging")).toList();
        assertThat(agings).hasSize(expected.size());
        agings.forEach(answer -> keys.forEach((theirs, ours) -> assertThat(answer.get("result").get("total").get(ours)
                .asText()).isEqualTo(expected.get(answer.get("result").get("asOf").asText()).get(theirs).get("amount")
                .asText())));
    }

    private Path map(String name, String json) throws IOException {
        return Files.writeString(folder.resolve(name + ".json"), json);
    }

    @Test
    void recurring_invoices_and_billable_work_are_kept_and_issued() throws IOException {
        assertThat(script(true, "init --name Muster --country DE --currency EUR --pay-to \"DE89370400440532013000\"", "customer add K1 --name Kunde",
                "recurring add --customer K1 --name Care --from 2026-01-31 --day 31 --raise 3 --line \"Care {period} | 1 | 100 | 19\"",
                "recurring list", "recurring run --dry-run", "recurring run", "recurring run", "billable add --customer K1 --text Plan --quantity 2 --unit h --price 80 --tax 19",
                "billable list", "billable bill --customer K1")).isZero();
        List<JsonNode> lines = answers();
        assertThat(lines.get(3).at("/result/waiting")).hasSize(2);
        assertThat(lines.get(4).at("/result/waiting/0/total").asText()).isEqualTo("119.00");
        assertThat(lines.get(5).at("/result/issued/1/number").asText()).isEqualTo("2026-0002");
        assertThat(lines.get(6).at("/result/issued")).isEmpty();
        assertThat(lines.get(9).at("/result/payable").asText()).isEqualTo("190.40");
        assertThat(run("recurring", "add", "--customer", "K1", "--name", "X", "--every", "fortnight", "--line", "a | 1 | 1 | 0")).isEqualTo(1);
        assertThat(said()).contains("fortnight").contains("week, month, quarter");
        assertThat(run("recurring", "end", "nothing")).isEqualTo(1);
    }
}
