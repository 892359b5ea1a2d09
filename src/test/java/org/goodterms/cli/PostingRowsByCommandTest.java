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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of the posting table (domain rules, section 2) as commands make them, each with its number and its amounts. */
class PostingRowsByCommandTest {
    private static final String GERMAN = "init --name F --country DE --currency EUR";
    private static final String CUSTOMER = "customer add C --name C --terms 'net 30'";
    private static final String INVOICE = "--on 2026-03-02 invoice issue --customer C --line 'W | 1 | 1000.00 | 19'";
    private static final String JOURNAL = "journal list";
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final BookClock clock = new BookClock(InstantSource.fixed(Instant.parse("2026-12-31T11:00:00Z")), ZoneOffset.UTC);
    private final ObjectMapper mapper = new ObjectMapper();
    @TempDir
    Path folder;

    private List<JsonNode> script(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("script.txt"), List.of(lines));
        out.reset();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        new Console(clock, new Bookcase(folder.resolve("home"), clock, null), stream, stream)
                .run("--book", folder.resolve("book").toString(), "--json", "run", file.toString());
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
            if (line.startsWith("{")) {
                nodes.add(mapper.readTree(line));
            }
        }
        assertThat(nodes).as(nodes.getLast().toString()).hasSameSizeAs(lines);
        return nodes;
    }

    /** All entries after the first {@code skipped}, each as "1000 1190.00" lines, credits negative. */
    private List<List<String>> entries(int skipped, String... lines) throws IOException {
        List<String> all = new ArrayList<>(List.of(lines));
        all.add(JOURNAL);
        List<List<String>> entries = new ArrayList<>();
        script(all.toArray(String[]::new)).getLast().get("result").get("entries").forEach(entry -> {
            List<String> posted = new ArrayList<>();
            entry.get("lines").forEach(line -> posted.add(line.get("account").asText() + " "
                    + (line.get("debit").asText().equals("0.00") ? "-" + line.get("credit").asText() : line.get("debit").asText())));
            entries.add(posted);
        });
        return entries.subList(skipped, entries.size());
    }

    private String open(String number) throws IOException {
        for (JsonNode item : script("open-items").getLast().get("result").get("items")) {
            if (item.get("number").asText().equals(number)) {
                return item.get("open").asText();
            }
        }
        return "0.00";
    }

    @AfterEach
    void every_invariant_holds() throws IOException {
        assertThat(script("check").getLast().get("exit").asInt()).isZero();
    }

    @Test
    void row_8_cash_discount_in_time() throws IOException {
        List<JsonNode> answers = script(GERMAN, CUSTOMER, INVOICE.replace("--line", "--terms '2/10 net 30' --line"));
        assertThat(answers.getLast().get("result").get("discount").get("amount").asText()).isEqualTo("23.80");
        assertThat(entries(1, "--on 2026-03-12 payment record --customer C --amount 1166.20 --allocate 2026-0001=1166.20 --discount 2026-0001=23.80"))
                .containsExactly(List.of("1000 1166.20", "4020 20.00", "2200 3.80", "1200 -1190.00"));
    }

    @Test
    void row_8b_cash_discount_over_two_rates() throws IOException {
        assertThat(entries(1, GERMAN, CUSTOMER,
                "--on 2026-03-02 invoice issue --customer C --terms '3/10 net 30' --line 'A | 1 | 1000.00 | 19' --line 'B | 1 | 500.00 | 7'",
                "--on 2026-03-12 payment record --customer C --amount 1673.25 --allocate 2026-0001=1673.25 --discount 2026-0001=51.75",
                "tax --from 2026-03-12 --to 2026-03-12"))
                .containsExactly(List.of("1000 1673.25", "4020 45.00", "2200 6.75", "1200 -1725.00"));
        JsonNode lines = script("tax --from 2026-03-12 --to 2026-03-12").getLast().get("result").get("lines");
        assertThat(lines).extracting(l -> l.get("rate").asText() + " " + l.get("kind").asText() + " " + l.get("net").asText() + " " + l.get("tax").asText())
                .containsExactly("19 cash-discount -30.00 -5.70", "7 cash-discount -15.00 -1.05");
    }

    @Test
    void row_8c_cash_discount_in_the_united_states_leaves_the_tax() throws IOException {
        assertThat(entries(1, "init --name F --country US --currency USD", CUSTOMER + " --country US",
                "--on 2026-03-02 invoice issue --customer C --terms '2/10 net 30' --line 'A | 1 | 1000.00 | 8'",
                "--on 2026-03-12 payment record --customer C --amount 1060.00 --allocate 2026-0001=1060.00 --discount 2026-0001=20.00"))
                .containsExactly(List.of("1000 1060.00", "4020 20.00", "1200 -1080.00"));
    }

    @Test
    void row_9_a_late_fee_is_an_item_of_its_own() throws IOException {
        assertThat(entries(1, GERMAN, CUSTOMER, INVOICE, "--on 2026-09-01 fee charge --customer C --amount 32.89"))
                .containsExactly(List.of("1200 32.89", "4100 -32.89"));
        assertThat(open("2026-0001")).as("never added to the invoice").isEqualTo("1190.00");
        assertThat(open("FEE-2026-001")).isEqualTo("32.89");
    }

    @Test
    void row_12_card_payout_net_of_fees() throws IOException {
        assertThat(entries(1, GERMAN, CUSTOMER, "--on 2026-03-02 invoice issue --customer C --line 'W | 1 | 418.00 | 0'",
                "--on 2026-03-05 payment record --customer C --amount 418.00 --method card --auto",
                "--on 2026-03-07 journal post --text payout --debit 1000=405.58,6100=12.42 --credit 1060=418.00"))
                .containsExactly(List.of("1060 418.00", "1200 -418.00"), List.of("1000 405.58", "6100 12.42", "1060 -418.00"));
        assertThat(open("2026-0001")).isEqualTo("0.00");
    }

    @Test
    void row_14_bank_charges_borne_by_us_and_not_borne() throws IOException {
        assertThat(entries(1, GERMAN, CUSTOMER, INVOICE,
                "--on 2026-03-09 payment record --customer C --amount 1190.00 --less 6100=12.00 --allocate 2026-0001=1190.00"))
                .containsExactly(List.of("1000 1178.00", "6100 12.00", "1200 -1190.00"));
        script(INVOICE, "--on 2026-03-09 payment record --customer C --amount 1178.00 --allocate 2026-0002=1178.00");
        assertThat(open("2026-0002")).isEqualTo("12.00");
    }

    @Test
    void row_15_short_pay_stays_open_under_dispute() throws IOException {
        assertThat(entries(1, GERMAN, CUSTOMER, INVOICE, "--on 2026-03-09 payment record --customer C --amount 1100.00 --allocate 2026-0001=1100.00",
                "--on 2026-03-09 dispute open --item 2026-0001 --amount 90.00 --reason damaged"))
                .containsExactly(List.of("1000 1100.00", "1200 -1100.00"));
        assertThat(script("aging --as-of 2026-03-09").getLast().get("result").get("total").get("disputed").asText()).isEqualTo("90.00");
    }

    @Test
    void rows_19_25_and_26_bank_fee_expense_and_tax_return() throws IOException {
        assertThat(entries(0, GERMAN, "--on 2026-03-02 journal post --text fee --debit 6100=12.50 --credit 1000=12.50",
                "--on 2026-03-03 journal post --text expense --debit 6000=100.00,1400=19.00 --credit 1000=119.00",
                "--on 2026-03-04 journal post --text 'tax return' --debit 2200=2407.50 --credit 1400=318.60,1000=2088.90"))
                .containsExactly(List.of("6100 12.50", "1000 -12.50"), List.of("6000 100.00", "1400 19.00", "1000 -119.00"),
                        List.of("2200 2407.50", "1400 -318.60", "1000 -2088.90"));
    }

    @Test
    void row_25_transfers_owners_draw_and_a_loan_instalment() throws IOException {
        assertThat(entries(0, GERMAN, "account add 3000 --name 'Owner' --type equity", "account add 2500 --name Loan --type liability",
                "account add 1010 --name Savings --type asset", "account add 6300 --name Interest --type expense",
                "journal post --text 'to savings' --debit 1060=500 --credit 1000=500", "journal post --text 'arrived' --debit 1010=500 --credit 1060=500",
                "journal post --text draw --debit 3000=200 --credit 1000=200", "journal post --text loan --debit 2500=300.00,6300=12.00 --credit 1000=312.00"))
                .last().isEqualTo(List.of("2500 300.00", "6300 12.00", "1000 -312.00"));
        assertThat(script("balance-sheet").getLast().get("result").get("assets").asText()).isEqualTo("-512.00");
    }

    @Test
    void rows_20_and_20b_deposit_invoice_its_payment_and_the_final_invoice() throws IOException {
        assertThat(entries(0, GERMAN, CUSTOMER, "--on 2026-03-02 invoice issue --customer C --deposit --line 'Deposit | 1 | 600.00 | 19'",
                "--on 2026-03-05 payment record --customer C --amount 714.00 --allocate 2026-0001=714.00",
                "--on 2026-04-05 invoice issue --customer C --less-deposit 2026-0001 --line 'Job | 1 | 2000.00 | 19'"))
                .satisfiesExactly(e -> assertThat(e).containsExactlyInAnyOrder("1200 714.00", "2100 -600.00", "2200 -114.00"),
                        e -> assertThat(e).containsExactly("1000 714.00", "1200 -714.00"),
                        e -> assertThat(e).containsExactlyInAnyOrder("1200 1666.00", "2100 600.00", "4000 -2000.00", "2200 -266.00"));
        JsonNode cash = script("income --from 2026-03-01 --to 2026-03-31 --basis cash").getLast().get("result");
        assertThat(cash.get("income").asText() + " " + cash.get("tax").asText()).isEqualTo("600.00 114.00");
        script("--on 2026-05-05 payment record --customer C --amount 1666.00 --auto");
        cash = script("income --from 2026-03-01 --to 2026-05-31 --basis cash").getLast().get("result");
        assertThat(cash.get("income").asText() + " " + cash.get("tax").asText()).isEqualTo("2000.00 380.00");
    }

    @Test
    void rows_22_and_22b_agency_and_sale_of_a_debt() throws IOException {
        assertThat(entries(2, GERMAN, CUSTOMER, "--on 2026-03-02 invoice issue --customer C --line 'A | 1 | 1000.00 | 0'",
                "--on 2026-03-02 invoice issue --customer C --line 'B | 1 | 1000.00 | 0'",
                "--on 2026-05-02 payment record --customer C --amount 1000.00 --less 6250=150.00 --allocate 2026-0001=1000.00",
                "--on 2026-05-03 payment record --customer C --amount 1000.00 --less 6200=600.00 --allocate 2026-0002=1000.00"))
                .containsExactly(List.of("1000 850.00", "6250 150.00", "1200 -1000.00"), List.of("1000 400.00", "6200 600.00", "1200 -1000.00"));
        JsonNode cash = script("income --from 2026-05-01 --to 2026-05-31 --basis cash").getLast().get("result");
        assertThat(cash.get("profit").asText()).isEqualTo("1250.00");
    }

    @Test
    void row_23_set_off_against_what_we_owe_them() throws IOException {
        assertThat(entries(2, GERMAN, CUSTOMER, "--on 2026-03-02 invoice issue --customer C --line 'A | 1 | 1000.00 | 0'",
                "--on 2026-03-03 journal post --text bill --debit 6000=300 --credit 2000=300",
                "--on 2026-05-02 payment record --customer C --amount 300.00 --less 2000=300.00 --allocate 2026-0001=300.00"))
                .containsExactly(List.of("2000 300.00", "1200 -300.00"));
        assertThat(open("2026-0001")).isEqualTo("700.00");
        JsonNode cash = script("income --from 2026-05-01 --to 2026-05-31 --basis cash").getLast().get("result");
        assertThat(cash.get("income").asText() + " " + cash.get("expenses").asText()).isEqualTo("300.00 300.00");
    }

    @Test
    void rows_24_to_24c_foreign_currency() throws IOException {
        assertThat(entries(2, GERMAN, CUSTOMER,
                "--on 2026-03-02 invoice issue --customer C --currency USD --rate 1.1000 --line 'A | 1 | 5000.00 | 0'",
                "--on 2026-03-02 invoice issue --customer C --currency USD --rate 1.1000 --line 'B | 1 | 5000.00 | 0'",
                "--on 2026-03-10 payment record --customer C --currency USD --rate 1.0800 --amount 5000.00 --allocate 2026-0001=5000.00",
                "revalue --rates USD=1.0900 --date 2026-03-31",
                "--on 2026-04-10 payment record --customer C --currency USD --rate 1.0800 --amount 2000.00 --allocate 2026-0002=2000.00",
                "--on 2026-04-11 payment record --customer C --currency USD --rate 1.1200 --amount 3000.00 --allocate 2026-0002=3000.00"))
                .containsExactly(List.of("1000 4629.63", "1200 -4545.45", "4300 -84.18"), List.of("1205 41.71", "4300 -41.71"),
                        List.of("1205 -41.71", "4300 41.71"), List.of("1000 1851.85", "1200 -1818.18", "4300 -33.67"),
                        List.of("1000 2678.57", "1200 -2727.27", "4300 48.70"));
        assertThat(script("aging --as-of 2026-04-11").getLast().get("result").get("total").get("balance").asText()).isEqualTo("0.00");
        JsonNode cash = script("income --from 2026-03-01 --to 2026-04-30 --basis cash").getLast().get("result");
        assertThat(cash.get("income").asText()).isEqualTo("9160.05");
    }

    @Test
    void row_27_opening_balances_bring_no_turnover_and_no_tax() throws IOException {
        assertThat(entries(0, GERMAN, CUSTOMER,
                "--on 2026-01-01 open-item add --customer C --number O1 --date 2025-12-01 --original 1190 --open 1190 --tax 19=190",
                "--on 2026-01-01 journal post --text 'opening' --debit 1000=500 --credit 2200=120,3900=380"))
                .containsExactly(List.of("1200 1190.00", "3900 -1190.00"), List.of("1000 500.00", "2200 -120.00", "3900 -380.00"));
        JsonNode tax = script("tax --from 2026-01-01 --to 2026-12-31").getLast().get("result");
        assertThat(tax.get("output").asText()).isEqualTo("0.00");
        assertThat(script("income --from 2026-01-01 --to 2026-12-31").getLast().get("result").get("profit").asText()).isEqualTo("0.00");
        script("--on 2026-02-01 payment record --customer C --amount 595 --allocate O1=595");
        JsonNode cash = script("income --from 2026-01-01 --to 2026-12-31 --basis cash").getLast().get("result");
        assertThat(cash.get("income").asText() + " " + cash.get("tax").asText()).isEqualTo("500.00 95.00");
    }

    @Test
    void the_split_of_receipts_adds_up_and_unapplied_money_is_income_until_it_is_applied() throws IOException {
        script(GERMAN, CUSTOMER, "--on 2026-01-02 invoice issue --customer C --line 'A | 1 | 100.00 | 19'");
        String[] amounts = {"39.67", "39.67", "39.66"};
        List<String> seen = new ArrayList<>();
        for (int month = 1; month <= 3; month++) {
            JsonNode cash = script("--on 2026-0" + month + "-10 payment record --customer C --amount " + amounts[month - 1] + " --allocate 2026-0001="
                    + amounts[month - 1], "income --from 2026-0" + month + "-01 --to 2026-0" + month + "-28 --basis cash").getLast().get("result");
            seen.add(cash.get("income").asText() + " " + cash.get("tax").asText());
        }
        assertThat(seen).containsExactly("33.34 6.33", "33.33 6.34", "33.33 6.33");
        script("--on 2026-04-10 payment record --customer C --amount 119.00", "--on 2026-05-02 invoice issue --customer C --line 'B | 1 | 100.00 | 19'",
                "--on 2026-05-03 payment allocate 2026-04-10/119.00 --auto");
        assertThat(cash("04")).isEqualTo("119.00 0.00");
        assertThat(cash("05")).isEqualTo("-19.00 19.00");
        script("--on 2026-06-03 payment bounce 2026-04-10/119.00 --date 2026-06-03");
        assertThat(cash("06")).isEqualTo("-100.00 -19.00");
    }

    private String cash(String month) throws IOException {
        JsonNode cash = script("income --from 2026-" + month + "-01 --to 2026-" + month + "-28 --basis cash").getLast().get("result");
        return cash.get("income").asText() + " " + cash.get("tax").asText();
    }
}
