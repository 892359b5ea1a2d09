package org.goodterms.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.goodterms.SharedData;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.junit.jupiter.api.Test;

class CsvFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static CsvFile look(String text) {
        return CsvFile.look(text.getBytes(StandardCharsets.UTF_8)).orThrow();
    }

    private static List<CsvRow> rows(CsvFile file, Set<String> dates, Set<String> numbers) {
        Map<String, String> fields = new LinkedHashMap<>();
        file.columns().forEach(c -> fields.put(c, c));
        List<CsvRow> rows = new ArrayList<>();
        file.read(ImportMap.of(fields), dates, numbers).orThrow().forEach(rows::add).orThrow();
        return rows;
    }

    private static List<String> codes(Outcome<?> outcome) {
        Texts english = Texts.of(Locale.ENGLISH);
        outcome.problems().forEach(p -> assertThat(english.of(p)).doesNotStartWith("problem.").doesNotContain("{"));
        return outcome.problems().stream().map(Problem::code).toList();
    }

    private static Outcome<CsvRows> read(String text, Set<String> dates, Set<String> numbers) {
        CsvFile file = look(text);
        Map<String, String> fields = new LinkedHashMap<>();
        file.columns().forEach(c -> fields.put(c, c));
        return file.read(ImportMap.of(fields), dates, numbers);
    }

    @Test
    void every_bank_file_is_taken_apart_as_its_bank_wrote_it() throws IOException {
        List<String> wrong = new ArrayList<>();
        int files = 0;
        for (JsonNode example : new ObjectMapper().readTree(SharedData.bytes("bank/expected.json"))) {
            String name = example.get("file").asText();
            if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
                files++;
                JsonNode wanted = example.get("facts");
                CsvFile file = CsvFile.look(SharedData.bytes("bank/" + name)).orThrow();
                int[] rows = {file.leadRows().size() + (file.header() ? 1 : 0)};
                file.read(ImportMap.of(Map.of()), Set.of(), Set.of()).orThrow().forEach(row -> rows[0]++).orThrow();
                String found = file.delimiter() + " " + rows[0] + " " + file.columns().size();
                String want = wanted.get("delimiter").asText() + " " + wanted.get("records") + " " + wanted.get("columns");
                if (!found.equals(want)) {
                    wrong.add(name + ": " + found + " instead of " + want);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(files).isEqualTo(25);
    }

    @Test
    void the_spectrum_reads_as_its_json_says() throws Exception {
        List<Path> files = SharedData.files("hostile/csv/spectrum", ".csv");
        assertThat(files).hasSize(12);
        for (Path path : files) {
            JsonNode wanted = JSON.readTree(Path.of(path.toString().replace("csvs__", "json__").replace(".csv", ".json"))
                    .toFile());
            wanted = wanted.isArray() ? wanted : JSON.createArrayNode().add(wanted);
            List<CsvRow> rows = rows(CsvFile.look(Files.readAllBytes(path)).orThrow(), Set.of(), Set.of());
            assertThat(rows).as(path.toString()).hasSize(wanted.size());
            for (int i = 0; i < wanted.size(); i++) {
                CsvRow row = rows.get(i);
                // the collection's JSON has another telephone number than its CSV
                wanted.get(i).properties().stream().filter(cell -> !cell.getKey().equals("Contact Phone Number"))
                        .forEach(cell -> assertThat(row.text(cell.getKey()).replace("\r\n", "\n"))
                        .as(path + " " + cell.getKey()).isEqualTo(cell.getValue().asText().strip().replace("\r\n", "\n")));
            }
        }
    }

    @Test
    void an_empty_file_is_said_to_be_empty() {
        assertThat(codes(CsvFile.look(SharedData.bytes("hostile/csv/empty.csv")))).containsExactly("csv.empty");
        assertThat(codes(CsvFile.look("\n\n".getBytes(StandardCharsets.UTF_8)))).containsExactly("csv.empty");
    }

    @Test
    void a_file_of_headings_has_no_rows() {
        CsvFile file = CsvFile.look(SharedData.bytes("hostile/csv/only-header.csv")).orThrow();
        assertThat(file.columns()).containsExactly("Date", "Text", "Amount");
        assertThat(rows(file, Set.of("Date"), Set.of("Amount"))).isEmpty();
    }

    @Test
    void a_false_utf8_mark_falls_back_to_windows_1252() {
        CsvFile file = CsvFile.look(SharedData.bytes("hostile/csv/bom-semicolon-cp1252.csv")).orThrow();
        assertThat(file.encoding()).isEqualTo("windows-1252");
        List<CsvRow> rows = rows(file, Set.of(), Set.of("Betrag"));
        assertThat(rows.getFirst().text("Kunde")).isEqualTo("Müller");
        assertThat(rows.getFirst().number("Betrag").orThrow()).hasValue(new BigDecimal("1234.56"));
    }

    @Test
    void utf16_is_read_by_its_mark() {
        CsvFile file = CsvFile.look(SharedData.bytes("hostile/csv/utf16le-bom.csv")).orThrow();
        List<CsvRow> rows = rows(file, Set.of("Date"), Set.of("Amount"));
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().text("Name")).isEqualTo("Łódź Meble");
        assertThat(rows.getFirst().number("Amount").orThrow()).hasValue(new BigDecimal("10.00"));
    }

    @Test
    void dates_that_could_be_either_are_refused() {
        CsvFile file = CsvFile.look(SharedData.bytes("hostile/csv/ambiguous-dates.csv")).orThrow();
        ImportMap map = ImportMap.of(Map.of("date", "Date"));
        Outcome<CsvRows> outcome = file.read(map, Set.of("date"), Set.of());
        assertThat(codes(outcome)).containsExactly("csv.date_ambiguous");
        assertThat(Texts.of(Locale.ENGLISH).of(outcome.problems().getFirst()))
                .contains("01/02/2026", "Feb 1, 2026", "Jan 2, 2026", "d/M/yyyy", "M/d/yyyy");
        ImportMap told = new ImportMap(map.fields(), Map.of(), "d/M/yyyy", null, null, null, null);
        List<CsvRow> rows = new ArrayList<>();
        file.read(told, Set.of("date"), Set.of()).orThrow().forEach(rows::add).orThrow();
        assertThat(rows.getFirst().date("date").orThrow()).hasValue(LocalDate.of(2026, 2, 1));
    }

    @Test
    void one_telling_row_decides_the_order_of_all() {
        CsvRows rows = read("Date,A\n01/02/2026,1\n01/31/2026,1\n", Set.of("Date"), Set.of()).orThrow();
        assertThat(rows.dateFormat("Date")).hasValue("M/d/yyyy");
        assertThat(read("Date,A\n01/02/2026,1\n31/01/2026,1\n", Set.of("Date"), Set.of()).orThrow().dateFormat("Date"))
                .hasValue("d/M/yyyy");
        assertThat(read("Date,A\n02/02/2026,1\n", Set.of("Date"), Set.of()).isOk()).as("either way the same").isTrue();
    }

    @Test
    void the_due_dates_tell_how_the_dates_are_written() {
        CsvRows rows = read("Date,Due\n01/02/2026,01/31/2026\n", Set.of("Date", "Due"), Set.of()).orThrow();
        assertThat(rows.dateFormat("Date")).hasValue("M/d/yyyy");
    }

    @Test
    void two_orders_in_one_column_are_refused() {
        assertThat(codes(read("Date,A\n13/01/2026,1\n01/13/2026,1\n", Set.of("Date"), Set.of())))
                .containsExactly("csv.date_mixed");
        assertThat(codes(read("Date,A\nsoon,1\n", Set.of("Date"), Set.of()))).containsExactly("csv.date_unknown");
    }

    @Test
    void a_wrong_date_among_good_ones_is_a_problem_of_its_row() {
        List<CsvRow> rows = rows(look("Date;A\n31.01.2026;1\n30.02.2026;1\n"), Set.of("Date"), Set.of());
        assertThat(rows.get(0).date("Date").orThrow()).hasValue(LocalDate.of(2026, 1, 31));
        assertThat(codes(rows.get(1).date("Date"))).containsExactly("csv.not_a_date");
        assertThat(rows.get(1).number()).isEqualTo(2);
        assertThat(rows.get(1).line()).isEqualTo(3);
    }

    @Test
    void dates_are_known_in_many_forms() {
        Map<String, String> forms = Map.of("2026-03-02", "yyyy-M-d", "02 Mar 2026", "d MMM yyyy", "17.03.26", "d.M.yy",
                "17.03.2026", "d.M.yyyy", "2026-03-02 09:00:00", "yyyy-M-d", "20260302", "yyyyMMdd", "17-03-2026",
                "d-M-yyyy", "March 17, 2026", "MMMM d, yyyy", "2. März 2026", "d. MMMM yyyy");
        forms.forEach((text, pattern) -> assertThat(read("Date\tA\n\"" + text + "\"\t1\n", Set.of("Date"), Set.of())
                .orThrow().dateFormat("Date")).as(text).isPresent());
        assertThat(read("Date\tA\n17.03.26\t1\n", Set.of("Date"), Set.of()).orThrow().dateFormat("Date"))
                .hasValue("d.M.yy");
    }

    @Test
    void numbers_that_contradict_each_other_are_refused() {
        CsvFile file = CsvFile.look(SharedData.bytes("hostile/csv/ambiguous-decimals.csv")).orThrow();
        Outcome<CsvRows> outcome = file.read(ImportMap.of(Map.of("amount", "Amount")), Set.of(), Set.of("amount"));
        assertThat(codes(outcome)).containsExactly("csv.decimal_mixed");
        assertThat(codes(read("A;B\n1.234;x\n", Set.of(), Set.of("A")))).containsExactly("csv.decimal_ambiguous");
        assertThat(read("A;B\n1.234;2,50\n", Set.of(), Set.of("A", "B")).orThrow().decimalMark()).isEqualTo(',');
        assertThat(read("A;B\n12;x\n", Set.of(), Set.of("A")).isOk()).isTrue();
    }

    @Test
    void numbers_are_read_with_their_trimmings() {
        Map<String, String> point = Map.of("€1,646.99", "1646.99", "(12.50)", "-12.50", "12.50-", "-12.50", "USD 1.5",
                "1.5", "-$5.00", "-5.00", "1'234.50", "1234.50", "19%", "19", "+3", "3", "\u22123.25", "-3.25");
        point.forEach((text, value) -> assertThat(NumberForm.POINT.read(text)).as(text)
                .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo(value)));
        assertThat(NumberForm.COMMA.read("31.591,79 €")).hasValue(new BigDecimal("31591.79"));
        assertThat(NumberForm.COMMA.read("1 234,50")).hasValue(new BigDecimal("1234.50"));
        for (String wrong : List.of("NaN", "1e5", "12,34,5", "--5", "0x10", "", "-", "٣", "1.2.3")) {
            assertThat(NumberForm.POINT.read(wrong)).as(wrong).isEmpty();
        }
        List<CsvRow> rows = rows(look("A;B\n1,5;x\nNaN;y\n"), Set.of(), Set.of("A"));
        assertThat(codes(rows.get(1).number("A"))).containsExactly("csv.not_a_number");
    }

    @Test
    void an_open_quote_names_its_line() {
        assertThat(codes(CsvFile.look("a,b\n1,\"x\n2,y\n".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("csv.unclosed_quote");
        String late = "a,b\n" + "1,x\n".repeat(5_000) + "2,\"y\n" + "3,z\n".repeat(10);
        Outcome<CsvRows> outcome = read(late, Set.of(), Set.of("a"));
        assertThat(codes(outcome)).containsExactly("csv.unclosed_quote");
        assertThat(outcome.problems().getFirst().args()).containsExactly(5_002L);
        String huge = "a,b\n1,\"" + "x".repeat(17 * 1024 * 1024) + "\n2,y\n";
        assertThat(codes(CsvFile.look(huge.getBytes(StandardCharsets.UTF_8)))).containsExactly("csv.unclosed_quote");
        assertThat(rows(look("a,b\n\"1\"\"2\",\"\"\n\"\"\"\",x\n"), Set.of(), Set.of())).hasSize(2);
    }

    @Test
    void a_nul_is_refused() {
        assertThat(codes(CsvFile.look("a,b\n1,\0\n".getBytes(StandardCharsets.UTF_8)))).containsExactly("csv.nul");
    }

    @Test
    void caps_keep_the_memory_small() {
        assertThat(codes(CsvFile.look(("a" + ",a".repeat(1_000) + "\n").getBytes(StandardCharsets.UTF_8))))
                .containsExactly("csv.too_many_columns");
        List<CsvRow> rows = rows(look("a,b\n" + "x".repeat(100_001) + ",1\n1,2,3\n1,2,\n"), Set.of(), Set.of());
        assertThat(rows.get(0).broken()).map(Problem::code).hasValue("csv.cell_too_long");
        assertThat(rows.get(1).broken()).map(Problem::code).hasValue("csv.too_many_cells");
        assertThat(rows.get(2).broken()).isEmpty();
        Outcome<Integer> many = read("a,b\n" + "1,2\n".repeat(2_000_001), Set.of(), Set.of()).orThrow()
                .forEach(r -> { });
        assertThat(codes(many)).containsExactly("csv.too_many_rows");
        assertThat(codes(CsvFile.size(512 * 1024 * 1024 + 1))).containsExactly("csv.too_large");
    }

    @Test
    void letters_tell_the_encoding() {
        Map<String, String> texts = Map.of("windows-1252", "Name;Ort\nMüller;Köln\nJosé;Málaga\n", "IBM850",
                "Name;Ort\nMüller;Köln\n", "windows-1251", "Имя;Город\nИван Петрович;Москва\nНовгород;Псков\n",
                "Shift_JIS", "名前;都市\n株式会社サンプル;東京\n山田太郎;大阪\n", "UTF-16LE", "Name;Ort\nMüller;Köln\n");
        texts.forEach((charset, text) -> {
            CsvFile file = CsvFile.look(text.getBytes(Charset.forName(charset))).orThrow();
            assertThat(file.encoding()).isEqualTo(charset);
            assertThat(file.firstRows()).isEqualTo(look(text).firstRows());
        });
        ImportMap told = new ImportMap(Map.of(), Map.of(), null, null, null, "UTF-8", null);
        assertThat(codes(CsvFile.look("a;b\nMüller;1\n".getBytes(StandardCharsets.ISO_8859_1), told)))
                .containsExactly("csv.not_this_encoding");
    }

    @Test
    void a_missing_column_is_named_with_those_there_are() {
        Outcome<CsvRows> outcome = look("Number,Total\n1,2\n").read(ImportMap.of(Map.of("number", "Nummer")), Set.of(),
                Set.of());
        assertThat(codes(outcome)).containsExactly("csv.no_such_column");
        assertThat(Texts.of(Locale.ENGLISH).of(outcome.problems().getFirst())).contains("Nummer", "Number, Total");
        assertThat(look("Number,Total\n1,2\n").read(ImportMap.of(Map.of("number", "number")), Set.of(), Set.of()).isOk())
                .as("capitals do not matter").isTrue();
    }

    @Test
    void a_file_without_headings_has_numbered_columns() {
        CsvFile file = CsvFile.look(SharedData.bytes("masterdata/same-book/gnucash-invoices.csv")).orThrow();
        assertThat(file.header()).isFalse();
        ImportMap map = new ImportMap(Map.of("number", "1", "date", "2"), Map.of("tax", "0"), null, null, null, null,
                false);
        List<CsvRow> rows = new ArrayList<>();
        file.read(map, Set.of("date"), Set.of("tax")).orThrow().forEach(rows::add).orThrow();
        assertThat(rows.getFirst().text("number")).isEqualTo("INV-1001");
        assertThat(rows.getFirst().date("date").orThrow()).hasValue(LocalDate.of(2026, 1, 15));
        assertThat(rows.getFirst().number("tax").orThrow()).hasValue(BigDecimal.ZERO);
    }

    @Test
    void titles_before_the_headings_are_passed_over() {
        CsvFile file = CsvFile.look(SharedData.bytes("masterdata/same-book/invoiceninja-invoices.csv")).orThrow();
        assertThat(file.columns()).startsWith("Client", "Email", "Invoice Number");
        CsvFile bank = CsvFile.look(SharedData.bytes("scenario-a/statement-1.dkb.csv")).orThrow();
        assertThat(bank.columns()).startsWith("Buchungsdatum", "Wertstellung");
    }

    @Test
    void exports_of_other_programs_are_understood() {
        for (String folder : List.of("masterdata/same-book", "ar", "scenario-a")) {
            for (Path path : SharedData.files(folder, ".csv")) {
                String name = SharedData.path(folder).relativize(path).toString();
                CsvFile file = CsvFile.look(SharedData.bytes(folder + "/" + name)).orThrow();
                assertThat(file.header()).as(name).isEqualTo(!name.startsWith("gnucash"));
                assertThat(file.columns().size()).as(name).isGreaterThan(4);
                List<CsvRow> rows = rows(file, Set.of(), Set.of());
                assertThat(rows).as(name).isNotEmpty().allSatisfy(r -> assertThat(r.broken()).isEmpty());
            }
        }
    }

    @Test
    void the_accounts_receivable_file_reads_to_its_last_row() {
        CsvFile file = CsvFile.look(SharedData.bytes("ar/ibm-accounts-receivable.csv")).orThrow();
        ImportMap map = ImportMap.of(Map.of("number", "invoiceNumber", "date", "InvoiceDate", "due", "DueDate", "amount",
                "InvoiceAmount"));
        CsvRows rows = file.read(map, Set.of("date", "due"), Set.of("amount")).orThrow();
        assertThat(rows.dateFormat("date")).hasValue("M/d/yyyy");
        BigDecimal[] sum = {BigDecimal.ZERO};
        int count = rows.forEach(r -> sum[0] = sum[0].add(r.number("amount").orThrow().orElseThrow())).orThrow();
        assertThat(count).isEqualTo(2466);
        assertThat(sum[0]).isPositive();
    }
}
