package org.goodterms.bankfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.goodterms.SharedData;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class BankFileReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Texts ENGLISH = Texts.of(Locale.ENGLISH);

    private static Outcome<BankFile> read(byte[] bytes) {
        return BankFileReader.recognise(bytes).map(format -> BankFileReader.read(bytes, format))
                .orElseGet(() -> Outcome.refused(Problem.of("bankfile.no_statement")));
    }

    private static Outcome<BankFile> shared(String name) {
        return read(SharedData.bytes(name));
    }

    private static Outcome<BankFile> text(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<JsonNode> examples(String kind) throws IOException {
        List<JsonNode> examples = StreamSupport.stream(JSON.readTree(SharedData.bytes("bank/expected.json")).spliterator(),
                false).filter(e -> e.get("file").asText().startsWith(kind) && e.has("facts")).toList();
        assertThat(examples).isNotEmpty();
        return examples;
    }

    /** Credits, debits and count of entries. */
    private record Sums(BigDecimal credits, BigDecimal debits, int count) {
        static Sums of(Stream<BankEntry> entries) {
            List<BankEntry> all = entries.toList();
            return new Sums(all.stream().map(BankEntry::amount).filter(a -> a.signum() > 0)
                    .reduce(BigDecimal.ZERO, BigDecimal::add), all.stream().map(BankEntry::amount)
                    .filter(a -> a.signum() < 0).reduce(BigDecimal.ZERO, BigDecimal::add).negate(), all.size());
        }

        static Sums of(JsonNode facts, String count) {
            return new Sums(new BigDecimal(facts.get("credit_sum").asText()),
                    new BigDecimal(facts.get("debit_sum").asText()), facts.get(count).asInt());
        }

        boolean same(Sums other) {
            return credits.compareTo(other.credits) == 0 && debits.compareTo(other.debits) == 0 && count == other.count;
        }
    }

    private static Stream<BankEntry> entries(BankFile file) {
        return file.statements().stream().flatMap(s -> s.entries().stream());
    }

    @Test
    void every_camt_example_has_its_statements_sums_and_balances() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (JsonNode example : examples("camt")) {
            String name = example.get("file").asText();
            BankFile file = shared("bank/" + name).orThrow();
            JsonNode wanted = example.get("facts").get("statements");
            assertThat(file.statements()).as(name).hasSameSizeAs(wanted);
            for (int i = 0; i < wanted.size(); i++) {
                BankStatement found = file.statements().get(i);
                JsonNode want = wanted.get(i);
                Sums sums = Sums.of(Stream.concat(found.entries().stream(), found.pending().stream()));
                String balances = balances(found);
                if (!sums.same(Sums.of(want, "entries")) || found.pending().size() != want.get("pending").asInt()
                        || !want.get("id").asText().equals(found.number())
                        || !want.get("iban").isNull() && !want.get("iban").asText().equals(found.account())
                        || Stream.concat(found.entries().stream(), found.pending().stream())
                                .mapToInt(BankEntry::details).sum() != want.get("tx_details").asInt()
                        || !balances.equals(balances(want.get("balances")))) {
                    wrong.add(name + " " + i + ": " + found + " should be " + want);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String balances(BankStatement found) {
        return stand(found.opening()) + " " + stand(found.closing());
    }

    private static String stand(BankStatement.Stand stand) {
        return stand == null ? "-" : stand.amount().toPlainString() + stand.currency() + stand.date();
    }

    private static String balances(JsonNode wanted) {
        JsonNode opening = wanted.has("PRCD") ? wanted.get("PRCD") : wanted.get("OPBD");
        return wanted(opening) + " " + wanted(wanted.get("CLBD"));
    }

    private static String wanted(JsonNode balance) {
        return balance == null ? "-" : balance.get(0).get("amount").asText() + balance.get(0).get("currency").asText()
                + balance.get(0).get("date").asText();
    }

    @Test
    void every_mt940_dialect_has_its_lines_sums_and_balances() throws IOException {
        List<String> wrong = new ArrayList<>();
        int read = 0;
        for (JsonNode example : examples("mt940")) {
            String name = example.get("file").asText();
            JsonNode facts = example.get("facts");
            Outcome<BankFile> outcome = shared("bank/" + name);
            if (name.endsWith("requirements.txt")) {
                assertThat(outcome.isOk()).as("a list of packages is no bank file").isFalse();
                continue;
            }
            BankFile file = outcome.orThrow();
            read++;
            List<String> opening = stands(facts.get("opening"));
            List<String> closing = stands(facts.get("closing"));
            List<String> openingFound = file.statements().stream().map(BankStatement::opening)
                    .filter(java.util.Objects::nonNull).map(Mt::stand).toList();
            List<String> closingFound = file.statements().stream().map(BankStatement::closing)
                    .filter(java.util.Objects::nonNull).map(Mt::stand).toList();
            boolean fragment = facts.get("messages_20").asInt() == 0;
            if (!Sums.of(entries(file)).same(Sums.of(facts, "lines_61"))
                    || !fragment && file.statements().size() != facts.get("messages_20").asInt()
                    || !fragment && !(opening.equals(openingFound) && closing.equals(closingFound))) {
                wrong.add(name + ": " + Sums.of(entries(file)) + openingFound + closingFound + " should be " + facts);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(read).isEqualTo(37);
    }

    /** Balances as the facts write them. */
    private static final class Mt {
        static String stand(BankStatement.Stand stand) {
            return stand.amount().stripTrailingZeros().toPlainString() + stand.currency() + stand.date();
        }
    }

    private static List<String> stands(JsonNode wanted) {
        return StreamSupport.stream(wanted.spliterator(), false).map(w -> {
            BigDecimal amount = new BigDecimal(w.get("amount").asText()).stripTrailingZeros();
            String date = w.get("date").asText();
            return (w.get("sign").asText().equals("D") ? amount.negate() : amount).toPlainString()
                    + w.get("currency").asText() + LocalDate.of(2000 + Integer.parseInt(date.substring(0, 2)),
                            Integer.parseInt(date.substring(2, 4)), Integer.parseInt(date.substring(4)));
        }).toList();
    }

    @Test
    void every_ofx_example_has_its_transactions_and_accounts() throws IOException {
        List<String> wrong = new ArrayList<>();
        int read = 0;
        for (JsonNode example : examples("ofx")) {
            String name = example.get("file").asText();
            JsonNode facts = example.get("facts");
            Outcome<BankFile> outcome = shared("bank/" + name);
            if (name.endsWith("fail_nice__date_missing.ofx")) {
                assertThat(outcome.problems()).extracting(Problem::code).containsExactly("bankfile.date");
                continue;
            }
            BankFile file = outcome.orThrow();
            read++;
            if (facts.get("investment").asBoolean()) {
                assertThat(file.statements()).as(name).isEmpty();
                assertThat(file.investments()).as(name).isNotEmpty();
                continue;
            }
            long ids = entries(file).map(BankEntry::bankId).filter(java.util.Objects::nonNull).distinct().count();
            List<String> accounts = file.statements().stream().map(BankStatement::account).toList();
            if (!Sums.of(entries(file)).same(Sums.of(facts, "transactions"))
                    || ids != facts.get("distinct_fitids").asInt()
                    || !file.statements().isEmpty() && !accounts.equals(JSON.convertValue(facts.get("accounts"), List.class))) {
                wrong.add(name + ": " + Sums.of(entries(file)) + accounts + " should be " + facts);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(read).isEqualTo(24);
    }

    @Test
    void every_qif_example_has_its_bank_records() throws IOException {
        for (JsonNode example : examples("qif")) {
            String name = example.get("file").asText();
            if (example.get("bytes").asInt() == 0) {
                assertThat(shared("bank/" + name).isOk()).isFalse();
                continue;
            }
            BankFile file = shared("bank/" + name).orThrow();
            BigDecimal sum = entries(file).map(BankEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).as(name).isEqualByComparingTo(example.get("facts").get("sum_T").asText());
            assertThat(entries(file).count()).as(name).isEqualTo(example.get("facts").get("amount_lines_T").asInt());
        }
    }

    @Test
    void scenario_a_reads_the_same_from_each_format() throws IOException {
        JsonNode wanted = JSON.readTree(SharedData.bytes("scenario-a/expected.json")).get("transactions");
        for (String kind : List.of("camt053.xml", "mt940.sta", "ofx1.ofx", "ofx2.ofx", "qif")) {
            BankFile file = shared("scenario-a/statement-1." + kind).orThrow();
            List<BankEntry> entries = entries(file).toList();
            assertThat(entries).as(kind).hasSize(18);
            for (int i = 0; i < entries.size(); i++) {
                BankEntry entry = entries.get(i);
                JsonNode want = wanted.get(i);
                assertThat(entry.booked()).hasToString(want.get("booking_date").asText());
                assertThat(entry.amount()).isEqualByComparingTo(want.get("amount").asText());
                assertThat(entry.text()).as(kind).contains(want.get("remittance").asText());
                if (!kind.equals("qif")) {
                    assertThat(entry.bankId()).isEqualTo(want.get("id").asText());
                }
                if (kind.equals("camt053.xml") && !want.get("counterparty").isNull()) {
                    assertThat(entry.payer()).isEqualTo(want.get("counterparty").asText());
                    assertThat(entry.iban()).isEqualTo(want.get("counterparty_iban").asText());
                }
            }
        }
    }

    @Test
    void hostile_files_are_refused_quickly_with_a_sentence_and_reach_nothing() throws IOException {
        try (ServerSocket trap = new ServerSocket(9, 1, InetAddress.getLoopbackAddress())) {
            trap.setSoTimeout(200);
            hostile();
            Assertions.assertThrows(SocketTimeoutException.class, trap::accept, "somebody connected");
        } catch (java.net.BindException e) {
            hostile();
        }
    }

    private void hostile() {
        for (String[] one : new String[][] {{"xml/camt-billion-laughs.xml", "bankfile.entities"},
            {"xml/camt-xxe-file.xml", "bankfile.entities"}, {"xml/camt-xxe-http.xml", "bankfile.entities"},
            {"xml/deep-nesting.xml", "bankfile.too_deep"},
            {"xml/camt-amount-comma.xml", "bankfile.amount"}, {"xml/camt-amount-nan.xml", "bankfile.amount"},
            {"xml/camt-date-30-february.xml", "bankfile.date"}, {"ofx/amount-nan.ofx", "bankfile.amount"},
            {"ofx/truncated.ofx", "bankfile.truncated"}, {"ofx/header-only.ofx", "bankfile.no_statement"}}) {
            Outcome<BankFile> outcome = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5),
                    () -> shared("hostile/" + one[0]));
            assertThat(outcome.problems()).as(one[0]).extracting(Problem::code).containsExactly(one[1]);
            assertThat(ENGLISH.of(outcome.problems().getFirst())).doesNotContain("Exception").hasSizeLessThan(300);
        }
    }

    @Test
    void a_camt_file_that_breaks_off_names_the_line() {
        String whole = new String(SharedData.bytes("scenario-a/statement-1.camt053.xml"), StandardCharsets.UTF_8);
        assertThat(text(whole.substring(0, whole.length() / 2)).problems()).extracting(Problem::code)
                .containsExactly("bankfile.broken_xml");
        assertThat(text(whole.replace("RE-2026-0101", "&nothing;")).problems()).extracting(Problem::code)
                .containsExactly("bankfile.broken_xml");
    }

    @Test
    void odd_files_are_taken_for_what_they_say() {
        assertThat(entries(shared("hostile/qif/apostrophe-years.qif").orThrow()).map(e -> e.booked() + " " + e.amount()))
                .containsExactly("2026-03-01 1234.56", "2026-03-02 -5.00");
        assertThat(entries(shared("hostile/ofx/duplicate-fitid-different-amount.ofx").orThrow())
                .map(e -> e.bankId() + " " + e.amount())).containsExactly("7 10.00", "7 20.00");
        assertThat(entries(shared("hostile/xml/camt-script-name.xml").orThrow()).findFirst().orElseThrow().payer())
                .contains("<script>");
        assertThat(shared("hostile/mt940/no-closing.sta").orThrow().statements().getFirst().closing()).isNull();
        assertThat(shared("hostile/xml/camt-amount-three-decimals.xml").orThrow().statements().getFirst().entries()
                .getFirst().amount()).as("the currency is judged by whoever books it").isEqualByComparingTo("10.005");
    }

    @Test
    void details_of_mt940_come_apart() {
        BankEntry german = entries(shared("scenario-a/statement-1.mt940.sta").orThrow()).skip(6).findFirst().orElseThrow();
        assertThat(german.payer()).isEqualTo("Weiss + Soehne OHG");
        assertThat(german.iban()).isEqualTo("DE44500105175407324931");
        assertThat(german.text()).isEqualTo("RE-2026-0107 abzgl Gutschrift RE-2026-0108");
        BankEntry dutch = entries(shared("bank/mt940/php-mt940/Abn__issue48.sta").orThrow()).findFirst().orElseThrow();
        assertThat(dutch.payer()).isEqualTo("HR K XXXXXXX EN/OF MW H XXXXXXX");
        assertThat(dutch.iban()).isEqualTo("NL75INGB0001234567");
        assertThat(dutch.text()).isEqualTo("RES.NR 00042");
        assertThat(dutch.reference()).isEmpty();
        assertThat(entries(shared("bank/mt940/php-mt940/Abn__sample2.sta").orThrow()).map(e -> e.booked().toString()))
                .containsExactly("2009-01-01", "2009-01-02", "2009-02-01", "2010-01-01");
    }

    @Test
    void what_is_no_bank_file_is_not_taken_for_one() {
        assertThat(BankFileReader.recognise(new byte[] {(byte) 0x89, 'P', 'N', 'G'})).isEqualTo(Optional.empty());
        assertThat(BankFileReader.recognise("Date,Amount\n2026-01-01,1.00\n".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(text("<html><body>Log in</body></html>").problems()).extracting(Problem::code)
                .containsExactly("bankfile.no_statement");
        assertThat(BankFileReader.read(new byte[BankFileReader.MAX_BYTES + 1], Format.MT940).problems())
                .extracting(Problem::code).containsExactly("bankfile.too_large");
        assertThat(text("<Document><BkToCstmrStmt><Stmt><Ntry><Amt Ccy=\"EUR\">1.00</Amt></Ntry></Stmt></BkToCstmrStmt></Document>")
                .problems()).extracting(Problem::code).containsExactly("bankfile.no_date");
    }

    @Test
    void files_of_every_kind_are_whole_or_refused_never_a_crash() throws IOException {
        for (java.nio.file.Path path : SharedData.files("bank", "")) {
            byte[] bytes = Files.readAllBytes(path);
            for (int cut = 1; cut < 6; cut++) {
                byte[] part = java.util.Arrays.copyOf(bytes, bytes.length * cut / 6);
                assertThat(read(part)).isNotNull();
            }
        }
    }
}
