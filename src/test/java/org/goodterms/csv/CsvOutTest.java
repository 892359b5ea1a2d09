package org.goodterms.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.goodterms.SharedData;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class CsvOutTest {

    private static List<String> back(String csv) {
        List<String> texts = new ArrayList<>();
        CsvFile.look(csv.getBytes(StandardCharsets.UTF_8)).orThrow()
                .read(ImportMap.of(Map.of("text", "Text")), Set.of(), Set.of()).orThrow()
                .forEach(row -> texts.add(row.text("text"))).orThrow();
        return texts;
    }

    @Test
    void formulas_are_made_harmless_and_come_back_unchanged() throws Exception {
        JsonNode cells = new ObjectMapper().readTree(SharedData.bytes("hostile/csv/injection-cells.json"));
        for (JsonNode node : cells.get("cells")) {
            String cell = node.asText();
            assertThat(CsvOut.marked(cell)).as(cell).startsWith("'");
            assertThat(CsvOut.unmarked(CsvOut.marked(cell))).isEqualTo(cell);
            assertThat(back(new CsvOut(List.of("Text", "Other")).row(cell, 1).text())).containsExactly(cell.strip());
        }
        cells.get("must_stay_numbers").forEach(number ->
                assertThat(CsvOut.marked(number.asText())).isEqualTo(number.asText()));
    }

    @Test
    void numbers_money_and_dates_stay_what_they_are() {
        String csv = new CsvOut(List.of("a", "b", "c", "d", "e")).row(new BigDecimal("-12.50"), Money.parse("EUR -0.01"),
                LocalDate.of(2026, 3, 1), -5, null).text();
        assertThat(csv).isEqualTo("a,b,c,d,e\r\n-12.50,-0.01,2026-03-01,-5,\r\n");
        assertThat(new CsvOut(List.of("a")).bytes()).startsWith(0xEF, 0xBB, 0xBF);
    }

    @Property
    void every_text_comes_back_unchanged(@ForAll String text) {
        assertThat(CsvOut.unmarked(CsvOut.marked(text))).isEqualTo(text);
        assertThat(CsvOut.unmarked(CsvOut.marked("'" + text))).isEqualTo("'" + text);
        assertThat(CsvOut.unmarked(CsvOut.marked("=" + text))).isEqualTo("=" + text);
        assertThat(CsvOut.marked("=" + text)).startsWith("'");
    }

    @Test
    void naughty_strings_come_back_unchanged() throws Exception {
        for (JsonNode node : new ObjectMapper().readTree(SharedData.bytes("hostile/strings/blns.json"))) {
            String text = node.asText().strip();
            if (!text.isEmpty() && text.indexOf(0) < 0) {
                assertThat(back(new CsvOut(List.of("Text", "Other")).row(text, 1).text())).containsExactly(text);
            }
        }
    }
}
