package org.goodterms.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.goodterms.kernel.Problem;
import org.junit.jupiter.api.Test;

class ImportMapTest {
    private static final String WHOLE = """
            {"fields":{"number":"invoiceNumber","customer":"customerID"},"constants":{"tax":"0"},
             "dateFormat":"M/d/yyyy","decimal":".","delimiter":",","encoding":"UTF-8","header":true}""";

    private static List<String> codes(String json) {
        return ImportMap.parse(json).problems().stream().map(Problem::code).toList();
    }

    @Test
    void a_whole_map_is_read_and_written() {
        ImportMap map = ImportMap.parse(WHOLE).orThrow();
        assertThat(map.fields()).isEqualTo(Map.of("number", "invoiceNumber", "customer", "customerID"));
        assertThat(map.constants()).isEqualTo(Map.of("tax", "0"));
        assertThat(map.dateFormat()).isEqualTo("M/d/yyyy");
        assertThat(map.header()).isTrue();
        assertThat(ImportMap.parse(map.write()).orThrow()).isEqualTo(map);
    }

    @Test
    void only_fields_are_required() {
        ImportMap map = ImportMap.parse("{\"fields\":{\"a\":1},\"header\":false}").orThrow();
        assertThat(map.fields()).isEqualTo(Map.of("a", "1"));
        assertThat(ImportMap.parse(map.write()).orThrow()).isEqualTo(map);
        assertThat(codes("{}")).containsExactly("csv.map_no_fields");
    }

    @Test
    void what_is_wrong_is_named() {
        assertThat(codes("")).containsExactly("csv.map_not_json");
        assertThat(codes("[1]")).containsExactly("csv.map_not_json");
        assertThat(codes("{\"fields\":")).containsExactly("csv.map_not_json");
        assertThat(codes("{\"fields\":{\"a\":\"A\",\"a\":\"B\"}}")).containsExactly("csv.map_not_json");
        assertThat(codes("[".repeat(90_000))).containsExactly("csv.map_not_json");
        assertThat(codes("{\"field\":{\"a\":\"A\"}}")).containsExactly("csv.map_unknown_key", "csv.map_no_fields");
        assertThat(codes("{\"fields\":{\"a\":\"A\"},\"constants\":{\"a\":\"1\"}}")).containsExactly("csv.map_twice");
        for (String wrong : List.of("\"decimal\":\";\"", "\"delimiter\":\"ab\"", "\"dateFormat\":\"bb\"",
                "\"encoding\":\"UTF-99\"", "\"encoding\":\"é\"", "\"header\":\"yes\"", "\"constants\":[1]",
                "\"decimal\":1")) {
            assertThat(codes("{\"fields\":{\"a\":\"A\"}," + wrong + "}")).as(wrong).containsExactly("csv.map_bad_value");
        }
        assertThat(codes("{\"fields\":{\"a\":\"A\"},\"header\":false}")).containsExactly("csv.map_not_a_column_number");
    }
}
