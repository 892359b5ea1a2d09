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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening balances, closing and the reports of the general ledger, as a script sees them. */
class BooksCommandsTest {
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

    private JsonNode last(String... lines) throws IOException {
        List<JsonNode> answers = script(lines);
        JsonNode last = answers.getLast();
        assertThat(answers).as(last.toString()).hasSameSizeAs(lines);
        return last.has("result") ? last.get("result") : last;
    }

    private static String text(JsonNode node, String key) {
        return node.get(key).asText();
    }

    @Test
    void customers_and_banks_are_compared_with_the_ledger() throws IOException {
        Path statement = Files.writeString(folder.resolve("bank.sta"), ":20:X\n:25:10020030/1234567\n:28C:1/1\n:60F:C260301EUR0,00\n"
                + ":61:2603160316CR500,00NTRFNONREF\n:86:Alder invoice\n:62F:C260316EUR500,00\n-\n");
        List<JsonNode> answers = script(INIT, "customer add A --name Alder",
                "--on 2026-03-05 invoice issue --customer A --line 'Work | 1 | 1000.00 | 19'", "--on 2026-03-16 bank import " + statement, "reconcile --as-of 2026-03-16", "journal post --date 2026-03-15 --text Fee --debit 6100=5.00 --credit 1000=5.00",
                "reconcile --as-of 2026-03-31", "reconcile --as-of 2026-03-01");
        JsonNode owed = answers.get(4).get("result").get("receivables");
        JsonNode bank = answers.get(4).get("result").get("bank").get(0);
        assertThat(List.of(text(owed, "ledger"), text(owed, "difference"))).containsExactly(text(owed, "total"), "0.00");
        assertThat(bank.toString()).contains("1000", "2026-03-16", "\"closing\":\"500.00\"", "\"difference\":\"0.00\"");
        assertThat(text(answers.get(6).get("result").get("bank").get(0), "difference")).as("a fee that the bank does not know").isEqualTo("-5.00");
        assertThat(answers.get(7).get("result").get("bank")).isEmpty();
    }

    @Test
    void the_tax_return_is_told_by_documents_or_by_receipts() throws IOException {
        List<JsonNode> answers = script("init --name F --country DE --currency EUR --street S --postcode 10115 --city B --tax-id DE136695976 --pay-to X",
                "customer add A --name Alder --street S --postcode 10115 --city B",
                "--on 2026-03-05 invoice issue --customer A --line 'Work | 1 | 1000.00 | 19'",
                "--on 2026-03-28 payment record --customer A --date 2026-03-28 --amount 500.00 --auto",
                "tax --from 2026-03-01 --to 2026-03-31", "tax --from 2026-03-01 --to 2026-03-31 --basis cash",
                "tax --from 2026-03-01 --to 2026-03-31 --basis both");
        JsonNode accrual = answers.get(4).get("result");
        assertThat(text(accrual, "output")).isEqualTo("190.00");
        JsonNode cash = answers.get(5).get("result");
        assertThat(text(cash.get("lines").get(0), "kind") + " " + text(cash.get("lines").get(0), "net")).isEqualTo("receipt 420.17");
        assertThat(text(cash, "output") + " " + text(cash, "payable")).isEqualTo("79.83 79.83");
        assertThat(answers.get(6).get("exit").asInt()).isEqualTo(1);
    }

    @Test
    void an_open_item_is_taken_over_with_its_history() throws IOException {
        List<JsonNode> answers = script(INIT, "customer add A --name Alder --terms 'net 30'",
                "--on 2026-01-02 open-item add --customer A --number OLD-1 --date 2025-11-10 --due 2025-12-10 --original 1190.00"
                        + " --open 690.00 --tax 19=190.00 --steps 'D=2025-12-10,R1=2025-12-15'",
                "--on 2026-01-02 open-item add --customer A --number OLD-2 --date 2025-11-01 --original 100 --open 100",
                "--on 2026-01-02 open-item add --customer A --number OLD-3 --date 2025-12-20 --original -50 --open -50",
                "open-items --as-of 2026-01-02", "open-items --as-of 2026-01-01", "aging --as-of 2026-01-02 --by invoice-date",
                "trial-balance --as-of 2026-01-02", "journal list", "statement A --to 2026-01-31", "check");
        JsonNode items = answers.get(5).get("result").get("items");
        assertThat(items).hasSize(3);
        JsonNode first = items.get(1);
        assertThat(text(first, "number")).isEqualTo("OLD-1");
        assertThat(text(first, "date")).isEqualTo("2025-11-10");
        assertThat(text(first, "original") + " " + text(first, "open") + " " + text(first, "dpd")).isEqualTo("1190.00 690.00 23");
        assertThat(text(items.get(2), "type")).isEqualTo("receipt");
        assertThat(answers.get(6).get("result").get("items")).isEmpty();
        assertThat(text(answers.get(7).get("result").get("total"), "31-60")).isEqualTo("690.00");
        assertThat(answers.get(8).get("result").get("accounts")).extracting(a -> text(a, "number") + " " + text(a, "debit") + " " + text(a, "credit"))
                .containsExactly("1200 740.00 0.00", "3900 0.00 740.00");
        assertThat(answers.get(9).get("result").get("entries")).hasSize(3);
        assertThat(text(answers.get(10).get("result"), "closing")).isEqualTo("740.00");
        assertThat(answers.get(11).get("result").get("ok").asBoolean()).as(answers.get(11).toString()).isTrue();
    }

    @Test
    void an_open_item_in_foreign_currency_with_a_discount_and_a_debt_written_off_before() throws IOException {
        List<JsonNode> answers = script(INIT, "customer add A --name Alder",
                "--on 2026-01-02 open-item add --customer A --number U1 --date 2025-12-30 --original 2000 --open 1500 --currency USD --rate 1.10",
                "--on 2026-01-02 open-item add --customer A --number S1 --date 2025-12-30 --original 1190 --open 1190 --terms '2/14 net 30' --tax 19=190",
                "--on 2026-01-05 payment record --customer A --amount 1166.20 --allocate S1=1166.20 --discount S1=23.80",
                "--on 2026-01-02 open-item add --customer A --number W1 --date 2024-12-30 --original 595 --open 0.00 --tax 19=95 --written-off 2025-11-11",
                "open-items --as-of 2026-01-06", "journal list --from 2026-01-05", "check");
        assertThat(answers).hasSize(9);
        JsonNode items = answers.get(6).get("result").get("items");
        assertThat(items).hasSize(1);
        assertThat(text(items.get(0), "carrying")).isEqualTo("1363.64");
        assertThat(answers.get(7).get("result").get("entries").get(0).get("lines")).extracting(l -> text(l, "account") + " " + text(l, "debit") + " " + text(l, "credit"))
                .containsExactly("1000 1166.20 0.00", "4020 20.00 0.00", "2200 3.80 0.00", "1200 0.00 1190.00");
        assertThat(answers.get(8).get("result").get("ok").asBoolean()).as(answers.get(8).toString()).isTrue();
    }

    @Test
    void an_open_item_that_cannot_be_is_refused_with_what_would_be() throws IOException {
        String start = "--on 2026-01-02 open-item add --customer A --number N1 --date 2025-12-01 ";
        for (String[] wrong : new String[][] {{"--original 100 --open 101", "101.00"}, {"--original 100 --open -1", "-1.00"},
            {"--original 100 --open 0", "N1"}, {"--original 100 --open 5 --written-off 2025-12-24", "0.00"},
            {"--original 100 --open 0 --written-off 2025-11-24", "Dec 1, 2025"}, {"--original 100 --open 5 --currency USD", "--rate"},
            {"--original 100 --open 5 --rate 1.2", "1.2"}, {"--original 100 --open 5 --tax 19=99", "100.00"},
            {"--original 100 --open 5 --steps R9=2025-12-24", "R9"}, {"--original 100 --open 5 --steps R1=2026-12-24", "R1"},
            {"--original 100 --open 5 --reference RF00INVOICE", "RF00INVOICE"}}) {
            List<JsonNode> answers = Files.exists(folder.resolve("book")) ? script(start + wrong[0])
                    : script(INIT, "customer add A --name Alder", start + wrong[0]);
            assertThat(text(answers.getLast(), "exit")).as(wrong[0]).isEqualTo("1");
            assertThat(text(answers.getLast(), "error")).as(wrong[0]).contains(wrong[1]);
        }
        assertThat(text(script(start.replace("2025-12-01", "2026-12-01") + "--original 5 --open 5").getLast(), "error")).contains("2026");
        assertThat(last("open-items --as-of 2026-12-31").get("items")).isEmpty();
        script(start + "--original 5 --open 5 --steps ''");
        assertThat(text(script(start + "--original 5 --open 5").getLast(), "error")).contains("N1");
    }

    private static final String[] TWO_MONTHS = {INIT, "customer add C --name C",
        "--on 2026-03-05 invoice issue --customer C --date 2026-03-05 --line 'M1 | 1 | 1000.00 | 19'",
        "--on 2026-03-28 payment record --customer C --date 2026-03-28 --amount 500.00 --allocate 2026-0001=500.00",
        "--on 2026-03-30 journal post --date 2026-03-30 --text expense --debit 6000=300.00,1400=57.00 --credit 1000=357.00",
        "--on 2026-03-31 journal post --date 2026-03-31 --text bill --debit 6000=200.00,1400=38.00 --credit 2000=238.00",
        "--on 2026-04-10 payment record --customer C --date 2026-04-10 --amount 690.00 --auto",
        "--on 2026-04-15 journal post --date 2026-04-15 --text 'bill paid' --debit 2000=238.00 --credit 1000=238.00",
        "--on 2026-04-20 invoice issue --customer C --date 2026-04-20 --line 'M2 | 1 | 600.00 | 19'"};

    @Test
    void the_two_month_example_on_accrual_and_on_cash_basis() throws IOException {
        List<String> lines = new ArrayList<>(List.of(TWO_MONTHS));
        for (String basis : List.of("accrual", "cash")) {
            lines.add("income --from 2026-03-01 --to 2026-03-31 --basis " + basis);
            lines.add("income --from 2026-04-01 --to 2026-04-30 --basis " + basis);
            lines.add("income --from 2026-03-01 --to 2026-04-30 --basis " + basis);
        }
        lines.add("tax --from 2026-03-01 --to 2026-04-30");
        lines.add("balance-sheet --as-of 2026-04-30");
        List<JsonNode> answers = script(lines.toArray(String[]::new));
        int at = TWO_MONTHS.length;
        assertThat(answers.subList(at, at + 6)).extracting(a -> text(a.get("result"), "income") + " " + text(a.get("result"), "expenses") + " "
                + text(a.get("result"), "profit") + " " + text(a.get("result"), "tax")).containsExactly("1000.00 500.00 500.00 0.00",
                "600.00 0.00 600.00 0.00", "1600.00 500.00 1100.00 0.00", "420.17 300.00 120.17 79.83", "579.83 200.00 379.83 110.17",
                "1000.00 500.00 500.00 190.00");
        JsonNode tax = answers.get(at + 6).get("result");
        assertThat(text(tax, "output") + " " + text(tax, "input") + " " + text(tax, "payable")).isEqualTo("304.00 95.00 209.00");
        assertThat(tax.get("lines")).hasSize(1);
        assertThat(text(tax.get("lines").get(0), "rate") + " " + text(tax.get("lines").get(0), "net")).isEqualTo("19 1600.00");
        JsonNode sheet = answers.get(at + 7).get("result");
        assertThat(text(sheet, "assets") + " " + text(sheet, "liabilities") + " " + text(sheet, "equity")).isEqualTo("1404.00 304.00 1100.00");
    }

    @Test
    void money_on_a_debt_written_off_is_income_when_it_comes() throws IOException {
        JsonNode cash = last(INIT, "customer add C --name C", "--on 2026-03-05 invoice issue --customer C --line 'W | 1 | 1000.00 | 19'",
                "--on 2026-03-18 write-off --item 2026-0001 --relief now", "--on 2026-03-19 recover --item 2026-0001 --amount 773.50",
                "income --from 2026-03-01 --to 2026-03-31 --basis cash");
        assertThat(text(cash, "income") + " " + text(cash, "profit") + " " + text(cash, "tax")).isEqualTo("650.00 650.00 123.50");
        assertThat(text(cash.get("accounts").get(0), "number")).isEqualTo("4200");
    }

    @Test
    void a_foreign_currency_without_its_rate_is_refused() throws IOException {
        script(INIT, "customer add C --name C");
        for (String line : new String[] {"invoice issue --customer C --currency USD --line 'W | 1 | 100 | 0'",
            "payment record --customer C --amount 100 --currency USD",
            "open-item add --customer C --number O1 --date 2026-01-01 --original 100 --open 100 --currency USD"}) {
            assertThat(text(script(line).getLast(), "error")).as(line).contains("USD").contains("--rate");
        }
    }

    @Test
    void row_26_the_payment_of_the_tax_is_no_turnover() throws IOException {
        JsonNode tax = last(INIT, "customer add C --name C", "--on 2026-03-05 invoice issue --customer C --line 'W | 1 | 1000.00 | 19'",
                "--on 2026-03-06 journal post --text bill --debit 6000=100,1400=19 --credit 1000=119",
                "--on 2026-03-31 journal post --text 'tax return' --debit 2200=190 --credit 1400=19,1000=171",
                "--on 2026-03-31 journal post --text cash --debit 1000=10.70 --credit 4000=10,2200=0.70",
                "tax --from 2026-03-01 --to 2026-03-31");
        assertThat(text(tax, "output") + " " + text(tax, "input") + " " + text(tax, "payable")).isEqualTo("190.70 19.00 171.70");
        assertThat(tax.get("lines")).extracting(l -> text(l, "rate") + " " + text(l, "kind") + " " + text(l, "net") + " " + text(l, "tax"))
                .containsExactly("19 invoice 1000.00 190.00", "7 journal 10.00 0.70");
    }

    @Test
    void the_metrics_of_the_quarter() throws IOException {
        List<String> lines = new ArrayList<>(List.of(INIT, "customer add C --name C --terms 'net 30'",
                "--on 2026-03-31 open-item add --customer C --number O1 --date 2026-03-01 --due 2026-03-31 --original 55000 --open 55000 --steps ''",
                "--on 2026-04-10 invoice issue --customer C --due 2026-05-01 --line 'A | 1 | 20000 | 0'",
                "--on 2026-05-10 invoice issue --customer C --due 2026-07-15 --line 'B | 1 | 25000 | 0'",
                "--on 2026-06-10 invoice issue --customer C --due 2026-07-15 --line 'C | 1 | 30000 | 0'",
                "--on 2026-06-20 payment record --customer C --amount 57000 --allocate O1=55000,2026-0001=2000",
                "--on 2026-06-21 payment record --customer C --amount 13000 --allocate 2026-0002=13000",
                "metrics --from 2026-04-01 --to 2026-06-30"));
        JsonNode metrics = last(lines.toArray(String[]::new));
        assertThat(text(metrics, "dso")).isEqualTo("72.80");
        assertThat(text(metrics, "dsoCountback")).isEqualTo("68.50");
        assertThat(text(metrics, "bestPossibleDso")).isEqualTo("50.96");
        assertThat(text(metrics, "add")).isEqualTo("21.84");
        assertThat(text(metrics, "cei")).isEqualTo("79.55");
        assertThat(text(metrics, "turnover")).isEqualTo("1.304");
        assertThat(text(metrics, "onTimeByCount")).isEqualTo("0.00");
        assertThat(text(metrics, "weightedDaysLate")).isEqualTo("81.00");
        assertThat(last("metrics --from 2020-01-01 --to 2020-12-31").get("dso").isNull()).isTrue();
    }

    @Test
    void four_settled_invoices_give_days_late_and_the_share_on_time() throws IOException {
        List<String> lines = new ArrayList<>(List.of(INIT, "customer add C --name C"));
        String[][] facts = {{"1000", "2026-05-28"}, {"2000", "2026-06-05"}, {"500", "2026-07-10"}, {"2500", "2026-05-31"}};
        for (int i = 0; i < facts.length; i++) {
            lines.add("--on 2026-05-01 invoice issue --customer C --due 2026-05-31 --line 'W | 1 | " + facts[i][0] + " | 0'");
            lines.add("--on " + facts[i][1] + " payment record --customer C --amount " + facts[i][0] + " --allocate 2026-000" + (i + 1) + "=" + facts[i][0]);
        }
        lines.add("metrics --from 2026-05-01 --to 2026-07-31");
        JsonNode metrics = last(lines.toArray(String[]::new));
        assertThat(text(metrics, "weightedDaysLate") + " " + text(metrics, "weightedDaysLateClipped") + " " + text(metrics, "onTimeByCount")
                + " " + text(metrics, "onTimeByAmount")).isEqualTo("4.50 5.00 50.00 58.33");
    }

    @Test
    void closing_a_year_as_a_script_sees_it() throws IOException {
        List<JsonNode> answers = script(INIT, "journal post --date 2025-06-01 --text sale --debit 1000=12400 --credit 4000=12400",
                "journal post --date 2025-07-01 --text cost --debit 6000=9150 --credit 1000=9150", "year close --date 2025-12-31",
                "income --from 2025-01-01 --to 2025-12-31", "balance-sheet --as-of 2025-12-31", "trial-balance --as-of 2025-12-31",
                "year reopen --date 2025-12-31 --reason 'late bill'", "year close --date 2025-12-31", "check",
                "journal post --date 2025-12-31 --text late --debit 6000=1 --credit 1000=1");
        JsonNode closed = answers.get(3).get("result");
        assertThat(text(closed, "profit")).isEqualTo("3250.00");
        assertThat(closed.get("entry").get("lines")).extracting(l -> text(l, "account") + " " + text(l, "debit") + " " + text(l, "credit"))
                .containsExactly("4000 12400.00 0.00", "6000 0.00 9150.00", "3100 0.00 3250.00");
        assertThat(text(answers.get(4).get("result"), "profit")).isEqualTo("3250.00");
        assertThat(text(answers.get(5).get("result"), "equity")).isEqualTo("3250.00");
        assertThat(answers.get(9).get("result").get("ok").asBoolean()).isTrue();
        assertThat(text(answers.get(10), "exit")).isEqualTo("1");
    }

    @Test
    void reports_and_statements_are_written_as_pdf_and_for_spreadsheets() throws IOException {
        List<String> lines = new ArrayList<>(List.of(TWO_MONTHS));
        lines.set(0, INIT + " --street 'Hafenstr. 5' --postcode 20457 --city Hamburg --email post@firm.example --pay-to 'IBAN DE89370400440532013000'");
        lines.set(1, "customer add C --name 'Cœur & Söhne' --street 'Weg 3' --postcode 80331 --city München --language de");
        String pdf = " --pdf " + folder + "/";
        lines.add("statement C --from 2026-04-01 --to 2026-04-30" + pdf + "balance.pdf");
        lines.add("statement C --to 2026-05-31 --form open-item" + pdf + "open.pdf");
        lines.add("aging --as-of 2026-05-31" + pdf + "aging.pdf --csv " + folder + "/aging.csv");
        lines.add("trial-balance --as-of 2026-04-30" + pdf + "trial.pdf --csv " + folder + "/trial.csv");
        lines.add("income --from 2026-03-01 --to 2026-04-30 --basis cash" + pdf + "income.pdf");
        lines.add("balance-sheet --as-of 2026-04-30" + pdf + "sheet.pdf");
        lines.add("tax --from 2026-03-01 --to 2026-04-30" + pdf + "tax.pdf");
        List<JsonNode> answers = script(lines.toArray(String[]::new));
        assertThat(answers).as(answers.getLast().toString()).hasSameSizeAs(lines);
        assertThat(words("balance.pdf")).contains("Kontoauszug", "Übertrag", "Zahlungseingang", "690,00", "714,00", "DE89", "München");
        assertThat(words("open.pdf")).contains("Rechnung 2026-0002", "714,00", "keine Mahnung");
        assertThat(words("aging.pdf")).contains("Altersliste der Forderungen", "Cœur", "714,00");
        assertThat(words("trial.pdf")).contains("Saldenliste", "1200", "Receivables", "714,00");
        assertThat(words("income.pdf")).contains("nach Zahlungen (Ist)", "1.000,00", "500,00", "190,00");
        assertThat(words("sheet.pdf")).contains("Bilanz", "1.404,00", "Result not yet closed");
        assertThat(words("tax.pdf")).contains("304,00", "95,00", "209,00");
        assertThat(Files.readString(folder.resolve("aging.csv"))).contains("C,Cœur & Söhne,0.00,714.00");
        assertThat(Files.readString(folder.resolve("trial.csv"))).contains("1200,Receivables,714.00,");
        assertThat(text(script("aging --pdf /nowhere/a.pdf").getLast(), "error")).contains("/nowhere/a.pdf");
        String keep = System.getProperty("keep.pages");
        if (keep != null) {
            for (String name : List.of("balance", "open", "aging", "trial", "income", "sheet", "tax")) {
                Files.copy(folder.resolve(name + ".pdf"), Path.of(keep, name + ".pdf"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private String words(String file) throws IOException {
        try (var document = org.apache.pdfbox.Loader.loadPDF(folder.resolve(file).toFile())) {
            return new org.apache.pdfbox.text.PDFTextStripper().getText(document).replace('\u00A0', ' ').replaceAll("\\s+", " ");
        }
    }

    private static final String[] ODD = {INIT.replace("name F", "name 'F; \\\"GmbH\\\" | Söhne'"),
        "account add 1010 --name 'Bank: «zwei»; old' --type asset", "customer add A --name 'A; B | C' --terms 'net 30'",
        "--on 2026-03-05 invoice issue --customer A --line 'W | 1 | 1000.00 | 19'",
        "--on 2026-03-06 payment record --customer A --amount 500 --auto",
        "--on 2026-03-07 journal post --text '=1+1 ; \\\"odd\\\" | (text) @ 5' --debit 6000=10.50,1400=2.00 --credit 1010=12.50",
        "--on 2026-12-31 year close --date 2026-12-31"};

    @Test
    void the_journal_is_written_for_spreadsheets_row_by_row() throws IOException {
        List<String> lines = new ArrayList<>(List.of(ODD));
        lines.add("journal export " + folder + "/j.csv --format csv");
        List<JsonNode> answers = script(lines.toArray(String[]::new));
        assertThat(answers).as(answers.getLast().toString()).hasSameSizeAs(lines);
        assertThat(Files.readAllLines(folder.resolve("j.csv"))).hasSize(12)
                .anySatisfy(row -> assertThat(row).contains("'=1+1").contains("1400,Input VAT,2.00,0.00,EUR,hand"));
        assertThat(text(script("journal export x --format xls").getLast(), "error")).contains("xls");
    }

    @Test
    void hledger_and_beancount_accept_the_journal_and_total_the_same() throws Exception {
        Assumptions.assumeTrue(runs("hledger", "--version") && runs("bean-check", "--help"),
                "hledger and beancount are not installed: apt-get install hledger beancount");
        List<String> lines = new ArrayList<>(List.of(ODD));
        lines.add("journal export " + folder + "/j.journal --format hledger");
        lines.add("journal export " + folder + "/j.beancount --format beancount");
        lines.add("trial-balance --as-of 2026-12-31");
        List<JsonNode> answers = script(lines.toArray(String[]::new));
        assertThat(answers).as(answers.getLast().toString()).hasSameSizeAs(lines);
        assertThat(said("hledger", "-f", folder + "/j.journal", "check", "--strict")).isEmpty();
        assertThat(said("bean-check", folder + "/j.beancount")).isEmpty();
        String balances = said("hledger", "-f", folder + "/j.journal", "bal", "--flat", "-O", "csv");
        String query = said("bean-query", "-f", "csv", folder + "/j.beancount", "select account, sum(position) group by account");
        for (JsonNode account : answers.getLast().get("result").get("accounts")) {
            String amount = account.get("debit").asText().equals("0.00") ? "-" + text(account, "credit") : text(account, "debit");
            if (!amount.equals("-0.00")) {
                assertThat(balances).containsPattern(":" + text(account, "number") + " [^\"]*\",\"" + amount + " EUR\"");
                assertThat(query).containsPattern(":" + text(account, "number") + "[^,]*,\\s*" + amount + " EUR");
            }
        }
    }

    private static boolean runs(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String said(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void accounts_are_renamed_and_the_tax_is_called_as_in_the_country() throws IOException {
        List<JsonNode> answers = script("init --name F --country US --currency USD", "account rename 4000 --name 'Sales, repairs'", "account list",
                "account rename 9999 --name N");
        assertThat(answers.get(2).get("result").get("accounts").toString()).contains("Sales, repairs", "Sales tax payable").doesNotContain("VAT");
        assertThat(text(answers.get(3), "error")).contains("9999");
        assertThat(text(script("account rename 4000 --name ' '").getLast(), "exit")).isEqualTo("1");
    }

    @Test
    void the_accountant_gets_journal_reports_documents_and_all_tables_in_one_file() throws IOException {
        List<String> lines = new ArrayList<>(List.of(TWO_MONTHS));
        lines.set(0, INIT + " --street 'Hafenstr. 5' --postcode 20457 --city Hamburg --tax-id DE123456788 --pay-to 'IBAN DE89370400440532013000'");
        lines.add("books export --from 2026-03-01 --to 2026-04-30 --out " + folder + "/b.zip");
        List<JsonNode> answers = script(lines.toArray(String[]::new));
        assertThat(answers).as(answers.getLast().toString()).hasSameSizeAs(lines);
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(folder.resolve("b.zip").toFile())) {
            List<String> names = zip.stream().map(java.util.zip.ZipEntry::getName).toList();
            assertThat(names).contains("journal.csv", "documents/2026-0001.pdf", "documents/2026-0002.pdf", "reports/balance-sheet-2026-04-30.pdf",
                    "reports/income-cash-2026-03-01-2026-04-30.csv", "tables/posting.csv", "tables/open_item.csv", "tables/description.txt")
                    .doesNotContain("tables/archived.csv");
            String described = new String(zip.getInputStream(zip.getEntry("tables/description.txt")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(described).contains("document.csv: 2 rows").contains("posting.csv: 18 rows").contains("effective_date, date");
        }
    }

    @Test
    void wrong_words_of_the_reports_are_named() throws IOException {
        script(INIT);
        for (String[] wrong : new String[][] {{"income --from 2026-03-01 --to 2026-02-01", "Mar 1, 2026"},
            {"income --from 2026-03-01 --to 2026-03-31 --basis both", "both"}, {"allowance --rates 1,2,3", "3"},
            {"revalue --rates EUR=1", "EUR"}}) {
            assertThat(text(script(wrong[0]).getLast(), "error")).contains(wrong[1]);
        }
    }
}
