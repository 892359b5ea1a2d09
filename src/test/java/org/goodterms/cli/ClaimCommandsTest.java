package org.goodterms.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interest, fees, write-offs, relief and recoveries as a script sees them (the domain rules, rows 9, 16 to 18). */
class ClaimCommandsTest {
    private static final String BASE = " invoice issue --customer A --line 'Work | 1 | 1000.00 | 19' --due 2026-05-15";
    @TempDir
    Path folder;

    private Shell german() {
        return book("DE", "EUR");
    }

    private Shell book(String country, String currency) {
        Shell shell = new Shell(folder);
        shell.result("init --name Firm --country " + country + " --currency " + currency,
                "customer add A --name Alpha --country " + country);
        return shell;
    }

    /** The lines of the last entry as {@code "1200 32.89 0.00"}. */
    private static List<String> lastEntry(Shell shell) {
        List<String> lines = new ArrayList<>();
        JsonNode entries = shell.result("journal list").get("entries");
        entries.get(entries.size() - 1).get("lines").forEach(line -> lines.add(line.get("account").asText() + " "
                + line.get("debit").asText() + " " + line.get("credit").asText()));
        return lines;
    }

    private static String balance(Shell shell, String account) {
        for (JsonNode row : shell.result("--on 2027-12-01 trial-balance").get("accounts")) {
            if (row.get("number").asText().equals(account)) {
                return row.get("debit").asText() + "/" + row.get("credit").asText();
            }
        }
        return "0.00/0.00";
    }

    private static JsonNode open(Shell shell, String on, String number) {
        for (JsonNode item : shell.result("open-items --as-of " + on).get("items")) {
            if (item.get("number").asText().equals(number)) {
                return item;
            }
        }
        throw new AssertionError(number);
    }

    @Test
    void C50_interest_of_a_paid_invoice_survives_its_payment_and_is_charged_once() {
        Shell shell = german();
        shell.result("--on 2026-04-15" + BASE, "--on 2026-08-20 payment record --customer A --amount 1190.00 --auto");
        JsonNode quote = shell.result("--on 2026-09-01 interest quote --item 2026-0001");
        assertThat(quote.get("to").asText()).isEqualTo("2026-08-20");
        assertThat(quote.get("segments")).hasSize(2);
        assertThat(quote.get("segments").get(0).get("days").asInt()).isEqualTo(46);
        assertThat(quote.get("segments").get(0).get("rate").asText()).isEqualTo("10.27");
        assertThat(quote.get("segments").get(0).get("interest").asText()).isEqualTo("15.402186");
        assertThat(quote.get("interest").asText()).isEqualTo("32.89");
        assertThat(quote.get("compensation").asText()).isEqualTo("40.00");
        assertThat(quote.get("total").asText()).isEqualTo("72.89");
        JsonNode charged = shell.result("--on 2026-09-01 interest charge --item 2026-0001");
        assertThat(charged.get("number").asText()).isEqualTo("FEE-2026-001");
        assertThat(lastEntry(shell)).containsExactly("1200 72.89 0.00", "4100 0.00 72.89");
        JsonNode item = open(shell, "2026-09-01", "FEE-2026-001");
        assertThat(item.get("type").asText()).isEqualTo("interest");
        assertThat(item.get("open").asText()).isEqualTo("72.89");
        assertThat(shell.refusal("--on 2026-09-01 interest charge --item 2026-0001")).contains("Nothing is to be charged");
        assertThat(shell.result("check").get("ok").asBoolean()).isTrue();
    }

    @Test
    void a_further_charge_begins_where_the_last_ended_without_compensation() {
        Shell shell = german();
        shell.result("--on 2026-04-15" + BASE, "--on 2026-06-11 interest charge --item 2026-0001");
        JsonNode second = shell.result("--on 2026-06-30 interest charge --item 2026-0001 --to 2026-06-30");
        assertThat(second.get("segments").get(0).get("from").asText()).isEqualTo("2026-06-12");
        assertThat(second.get("compensation").asText()).isEqualTo("0.00");
        assertThat(shell.refusal("--on 2026-06-30 interest charge --item 2026-0001 --to 2026-07-02")).contains("cannot be charged yet");
        assertThat(shell.refusal("--on 2026-06-30 interest quote --item 2026-0001 --to 2027-01-01")).contains("BASE", "2027");
        assertThat(shell.result("interest rate set BASE --from 2027-01-01 --percent 1.77",
                "interest quote --item 2026-0001 --to 2027-01-02").get("segments").get(1).get("rate").asText()).isEqualTo("10.77");
        assertThat(shell.refusal("interest quote --item FEE-2026-001")).as("never on interest").contains("FEE-2026-001");
    }

    @Test
    void money_lowers_the_principal_from_the_day_after_it_came_and_credit_notes_from_the_start() {
        Shell shell = german();
        shell.result("interest terms --rate 10.27", "--on 2026-01-15 invoice issue --customer A --line 'Work | 1 | 1100.00 | 0' --due 2026-02-28",
                "--on 2026-03-10 credit-note issue --invoice 2026-0001 --line 'Work | 1 | 100.00 | 0'",
                "--on 2026-03-30 payment record --customer A --amount 400.00 --auto",
                "--on 2026-05-29 payment record --customer A --amount 600.00",
                "--on 2026-07-15 payment allocate 2026-05-29/600.00 --allocate 2026-0001=600.00");
        JsonNode quote = shell.result("--on 2026-08-01 interest quote --item 2026-0001");
        assertThat(quote.get("interest").asText()).isEqualTo("18.57");
        assertThat(quote.get("segments").get(0).get("principal").asText()).isEqualTo("1000.00");
        assertThat(quote.get("segments").get(1).get("days").asInt()).isEqualTo(60);
    }

    @Test
    void contracts_and_consumers_have_terms_of_their_own() {
        Shell shell = book("US", "USD");
        shell.result("--on 2026-01-01 invoice issue --customer A --line 'Work | 1 | 1000.00 | 0' --due 2026-01-31");
        assertThat(shell.refusal("--on 2026-03-17 interest quote --item 2026-0001")).contains("contract", "A");
        assertThat(shell.result("interest terms --customer A --rate 18", "--on 2026-03-17 interest quote --item 2026-0001")
                .get("total").asText()).isEqualTo("22.19");
        assertThat(shell.result("interest terms --customer A --monthly-rate 1.5", "--on 2026-03-17 interest quote --item 2026-0001")
                .get("total").asText()).isEqualTo("15.00");
        assertThat(shell.refusal("interest terms --regime XX")).contains("XX", "DE-CONSUMER");
        assertThat(shell.refusal("interest terms --rate 101")).contains("101");
        assertThat(shell.refusal("interest rate set ecb --from 2027-01-01 --percent 2")).contains("ecb");
        assertThat(shell.refusal("interest rate set ECB --from 2027-01-01 --to 2026-01-01 --percent 2")).contains("2026");
    }

    @Test
    void interest_charged_by_mistake_is_reversed_with_its_trace_and_charged_anew() {
        Shell shell = german();
        shell.result("--on 2026-04-15" + BASE, "--on 2026-08-20 interest charge --item 2026-0001");
        assertThat(shell.result("--on 2026-08-21 interest reverse --item FEE-2026-001 --reason 'agreed on the phone'")
                .get("amount").asText()).isEqualTo("72.89");
        assertThat(lastEntry(shell)).containsExactly("4100 72.89 0.00", "1200 0.00 72.89");
        assertThat(shell.refusal("--on 2026-08-21 interest reverse --item FEE-2026-001")).contains("FEE-2026-001");
        JsonNode again = shell.result("--on 2026-08-22 interest charge --item 2026-0001 --to 2026-08-20");
        assertThat(again.get("total").asText()).as("the same days, compensation too").isEqualTo("72.89");
        shell.result("--on 2026-08-23 payment record --customer A --amount 10.00 --allocate FEE-2026-002=10.00");
        assertThat(shell.refusal("--on 2026-08-23 interest reverse --item FEE-2026-002")).contains("62.89", "72.89");
        assertThat(shell.refusal("--on 2026-08-23 interest charge --item 2026-0001 --to 2026-08-20")).contains("Nothing is to be charged");
        assertThat(shell.result("check").get("ok").asBoolean()).isTrue();
    }

    /** BGB 367 with the sums of the domain rules, section 7.2. */
    @Test
    void C51_the_order_of_settling_belongs_to_the_book_stands_on_the_receipt_and_is_undone() throws java.io.IOException {
        Shell shell = german();
        shell.result("customer set A --language en --street Weg --postcode 1 --city Ort", "interest terms --regime DE-CONSUMER --rate 5.2",
                "--on 2026-01-02 invoice issue --customer A --line 'Work | 1 | 1000.00 | 0' --due 2026-01-31",
                "--on 2026-07-26 interest charge --item 2026-0001", "--on 2026-07-26 fee charge --customer A --amount 40.00");
        String interest = open(shell, "2026-07-26", "FEE-2026-001").get("open").asText();
        assertThat(interest).isEqualTo("25.07");
        assertThat(shell.refusal("payment order newest")).contains("newest", "costs-first");
        String paid = " payment record --customer A --amount 500.00 --auto";
        assertThat(shell.result("payment order").get("order").asText()).isEqualTo("principal-first");
        shell.result("--on 2026-07-27" + paid);
        assertThat(open(shell, "2026-07-27", "2026-0001").get("open").asText()).as("fees and interest last").isEqualTo("500.00");
        shell.result("--on 2026-07-28 payment unallocate 2026-07-27/500.00", "payment order costs-first",
                "--on 2026-07-28 payment allocate 2026-07-27/500.00 --auto");
        assertThat(open(shell, "2026-07-28", "2026-0001").get("open").asText()).as("40.00, 25.07, 434.93").isEqualTo("565.07");
        assertThat(shell.result("open-items --as-of 2026-07-28").get("items")).as("costs and interest are paid").hasSize(1);
        Path file = folder.resolve("r.pdf");
        shell.result("payment receipt 2026-07-27/500.00 --out '" + file + "'");
        try (var pdf = org.apache.pdfbox.Loader.loadPDF(java.nio.file.Files.readAllBytes(file))) {
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("FEE-2026-002", "434.93", "first on costs, then on interest, last on the principal");
        }
        shell.result("--on 2026-07-29 payment unallocate 2026-07-27/500.00");
        assertThat(open(shell, "2026-07-29", "2026-0001").get("open").asText()).isEqualTo("1000.00");
        assertThat(open(shell, "2026-07-29", "FEE-2026-002").get("open").asText()).isEqualTo("40.00");
        assertThat(shell.result("check").get("ok").asBoolean()).isTrue();
    }

    @Test
    void C54_C55_fees_are_charged_and_waived_as_items_of_their_own() {
        Shell shell = german();
        assertThat(shell.result("--on 2026-06-01 fee charge --customer A --amount 5.00 --text 'second letter'").get("number").asText())
                .isEqualTo("FEE-2026-001");
        assertThat(lastEntry(shell)).containsExactly("1200 5.00 0.00", "4100 0.00 5.00");
        assertThat(open(shell, "2026-06-01", "FEE-2026-001").get("type").asText()).isEqualTo("fee");
        shell.result("--on 2026-06-02 fee waive --item FEE-2026-001 --reason goodwill");
        assertThat(lastEntry(shell)).containsExactly("4100 5.00 0.00", "1200 0.00 5.00");
        assertThat(shell.refusal("--on 2026-06-02 fee waive --item FEE-2026-001")).contains("Nothing is open");
        assertThat(shell.refusal("fee waive --item X")).contains("X");
        assertThat(shell.refusal("fee charge --customer A --amount 0")).contains("above zero");
        assertThat(shell.result("check").get("ok").asBoolean()).isTrue();
    }

    @Test
    void row_16_written_off_with_relief_now_and_row_18_recovered() {
        Shell shell = german();
        shell.result("--on 2026-04-15" + BASE);
        JsonNode off = shell.result("--on 2026-09-01 write-off --item 2026-0001 --relief now");
        assertThat(off.get("net").asText()).isEqualTo("1000.00");
        assertThat(lastEntry(shell)).containsExactly("6200 1000.00 0.00", "2200 190.00 0.00", "1200 0.00 1190.00");
        assertThat(shell.result("--on 2026-09-02 customer show A").get("balance").asText()).isEqualTo("0.00");
        JsonNode recovered = shell.result("--on 2026-10-01 recover --item 2026-0001 --amount 773.50");
        assertThat(recovered.get("net").asText()).isEqualTo("650.00");
        assertThat(lastEntry(shell)).containsExactly("1000 773.50 0.00", "1200 0.00 773.50");
        assertThat(balance(shell, "4200")).isEqualTo("0.00/650.00");
        assertThat(balance(shell, "2200")).as("190.00 - 190.00 + 123.50").isEqualTo("0.00/123.50");
        assertThat(balance(shell, "1200")).isEqualTo("0.00/0.00");
        assertThat(shell.refusal("recover --item 2026-0001 --amount 416.51")).contains("416.51", "416.50");
        assertThat(shell.result("check").get("ok").asBoolean()).isTrue();
    }

    @Test
    void row_16b_relief_is_claimed_when_the_law_of_the_place_allows_it() {
        Shell shell = book("GB", "GBP");
        shell.result("--on 2026-03-01 invoice issue --customer A --line 'Work | 1 | 1000.00 | 20' --due 2026-03-31");
        assertThat(shell.refusal("--on 2026-07-01 write-off --item 2026-0001 --relief now")).contains("too early");
        shell.result("--on 2026-07-01 write-off --item 2026-0001 --relief later");
        assertThat(lastEntry(shell)).containsExactly("6200 1000.00 0.00", "1450 200.00 0.00", "1200 0.00 1200.00");
        assertThat(shell.refusal("--on 2026-09-29 relief claim --item 2026-0001")).contains("too early");
        shell.result("--on 2026-09-30 relief claim --item 2026-0001");
        assertThat(lastEntry(shell)).containsExactly("2200 200.00 0.00", "1450 0.00 200.00");
        assertThat(shell.refusal("--on 2026-10-01 relief claim --item 2026-0001")).contains("No tax is waiting");
        shell.result("--on 2026-03-01 invoice issue --customer A --line 'Work | 1 | 10.00 | 20' --due 2026-03-31",
                "--on 2026-07-01 write-off --item 2026-0002");
        assertThat(shell.refusal("--on 2030-10-01 relief claim --item 2026-0002")).contains("too late");
    }

    @Test
    void row_17_the_allowance_bears_the_write_off() {
        Shell shell = german();
        shell.result("--on 2026-04-15" + BASE, "--on 2026-09-01 write-off --item 2026-0001 --allowance");
        assertThat(lastEntry(shell)).containsExactly("1290 1000.00 0.00", "2200 190.00 0.00", "1200 0.00 1190.00");
    }

    @Test
    void relief_that_is_pending_goes_down_with_a_recovery() {
        Shell shell = german();
        shell.result("--on 2026-04-15" + BASE, "--on 2026-09-01 write-off --item 2026-0001 --relief later",
                "--on 2026-09-02 recover --item 2026-0001 --amount 714.00", "--on 2026-09-03 relief claim --item 2026-0001");
        assertThat(balance(shell, "1450")).isEqualTo("0.00/0.00");
        assertThat(balance(shell, "2200")).as("190.00 - 76.00").isEqualTo("0.00/114.00");
        shell.result("--on 2026-04-15" + BASE, "--on 2026-09-01 write-off --item 2026-0002 --relief later",
                "--on 2026-09-02 recover --item 2026-0002 --amount 1190.00");
        assertThat(shell.refusal("relief claim --item 2026-0002")).contains("No tax is waiting");
        assertThat(balance(shell, "1450")).isEqualTo("0.00/0.00");
        assertThat(balance(shell, "2200")).isEqualTo("0.00/304.00");
    }

    @Test
    void money_on_a_debt_written_off_before_this_book_is_recovered_with_its_tax() {
        Shell shell = german();
        shell.result("--on 2026-01-01 open-item add --customer A --number OLD-7 --date 2024-03-01 --original 1190.00 --open 0.00"
                + " --tax 19=190.00 --written-off 2025-06-01", "--on 2026-02-01 recover --item OLD-7 --amount 773.50");
        assertThat(balance(shell, "4200")).isEqualTo("0.00/650.00");
        assertThat(balance(shell, "2200")).isEqualTo("0.00/123.50");
        assertThat(shell.refusal("recover --item OLD-7 --amount 416.51")).contains("416.50");
        assertThat(shell.result("check").get("ok").asBoolean()).isTrue();
    }

    @Test
    void wrong_write_offs_are_refused_with_a_sentence() {
        Shell shell = german();
        assertThat(shell.refusal("write-off --item X")).contains("X");
        assertThat(shell.refusal("write-off --item X --relief never")).contains("never", "later");
        assertThat(shell.refusal("recover --item X --amount 1")).contains("not been written off");
        assertThat(shell.refusal("relief claim --item X")).contains("X");
    }
}
