package org.goodterms.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file is which field, and how its dates and numbers are written. What is null is found by looking.
 *
 * @param fields     field to column: its heading, or its number from 1 where {@code header} is false; one column may
 *                   serve several fields
 * @param constants  field to value, the same for every row
 * @param dateFormat a pattern of {@link java.time.format.DateTimeFormatter}
 * @param decimal    {@code "."} or {@code ","}
 * @param delimiter  one character; {@code "\t"} for a tab
 * @param encoding   a name of a character set
 * @param header     whether a line of headings comes before the rows
 */
public record ImportMap(Map<String, String> fields, Map<String, String> constants, @Nullable String dateFormat,
        @Nullable String decimal, @Nullable String delimiter, @Nullable String encoding, @Nullable Boolean header) {

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> KEYS =
            Set.of("fields", "constants", "dateFormat", "decimal", "delimiter", "encoding", "header");
    private static final int LONGEST = 100_000;

    public ImportMap {
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        constants = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(constants));
    }

    /** Only fields; everything else is found by looking. */
    public static ImportMap of(Map<String, String> fields) {
        return new ImportMap(fields, Map.of(), null, null, null, null, null);
    }

    /** Reads a map file; each thing wrong with it is one problem, at the key it is about. */
    public static Outcome<ImportMap> parse(String json) {
        if (json.length() > LONGEST) {
            return Outcome.refused(Problem.of("csv.map_not_json", "too long"));
        }
        JsonNode root;
        try {
            root = JSON.readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
        } catch (JsonProcessingException e) {
            return Outcome.refused(Problem.of("csv.map_not_json", e.getOriginalMessage()));
        }
        if (!(root instanceof ObjectNode map)) {
            return Outcome.refused(Problem.of("csv.map_not_json", "no object"));
        }
        List<Problem> problems = new ArrayList<>();
        map.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                problems.add(Problem.at(key, "csv.map_unknown_key", key, "fields, constants, dateFormat, decimal,"
                        + " delimiter, encoding, header"));
            }
        });
        ImportMap result = new ImportMap(strings(map, "fields", problems), strings(map, "constants", problems),
                text(map, "dateFormat", problems), text(map, "decimal", problems), text(map, "delimiter", problems),
                text(map, "encoding", problems), header(map, problems));
        problems.addAll(result.problems());
        return problems.isEmpty() ? Outcome.ok(result) : Outcome.refused(problems);
    }

    private List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (fields.isEmpty()) {
            problems.add(Problem.at("fields", "csv.map_no_fields"));
        }
        constants.keySet().stream().filter(fields::containsKey)
                .forEach(field -> problems.add(Problem.at(field, "csv.map_twice", field)));
        if (decimal != null && !decimal.equals(".") && !decimal.equals(",")) {
            problems.add(bad("decimal", decimal, "\".\" \",\""));
        }
        if (delimiter != null && (delimiter.length() != 1 || "\"\r\n\0".contains(delimiter))) {
            problems.add(bad("delimiter", delimiter, "\",\" \";\" \"\\t\" \"|\""));
        }
        if (dateFormat != null) {
            try {
                DateForm.of(dateFormat, Locale.ENGLISH);
            } catch (IllegalArgumentException e) {
                problems.add(bad("dateFormat", dateFormat, "yyyy-MM-dd, d.M.yyyy, M/d/yyyy"));
            }
        }
        if (encoding != null && !known(encoding)) {
            problems.add(bad("encoding", encoding, "UTF-8, windows-1252, ISO-8859-1, UTF-16"));
        }
        if (Boolean.FALSE.equals(header)) {
            fields.forEach((field, column) -> {
                if (!column.matches("[1-9]\\d{0,3}")) {
                    problems.add(Problem.at(field, "csv.map_not_a_column_number", field, column));
                }
            });
        }
        return problems;
    }

    private static boolean known(String encoding) {
        try {
            return Charset.forName(encoding).canEncode() || Charset.isSupported(encoding);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return false;
        }
    }

    private static Problem bad(String key, String value, String accepted) {
        return Problem.at(key, "csv.map_bad_value", key, value, accepted);
    }

    private static Map<String, String> strings(ObjectNode map, String key, List<Problem> problems) {
        Map<String, String> result = new LinkedHashMap<>();
        JsonNode node = map.get(key);
        if (node == null || node.isNull()) {
            return result;
        }
        if (!node.isObject()) {
            problems.add(bad(key, node.toString(), "{\"number\":\"invoiceNumber\"}"));
            return result;
        }
        node.properties().forEach(entry -> {
            if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
                result.put(entry.getKey(), entry.getValue().asText());
            } else {
                problems.add(bad(entry.getKey(), entry.getValue().toString(), "\"text\""));
            }
        });
        return result;
    }

    private static @Nullable String text(ObjectNode map, String key, List<Problem> problems) {
        JsonNode node = map.get(key);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isTextual() || node.asText().isEmpty()) {
            problems.add(bad(key, node.toString(), "\"text\""));
            return null;
        }
        return node.asText();
    }

    private static @Nullable Boolean header(ObjectNode map, List<Problem> problems) {
        JsonNode node = map.get("header");
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isBoolean()) {
            problems.add(bad("header", node.toString(), "true, false"));
            return null;
        }
        return node.asBoolean();
    }

    /** The map file; {@link #parse} reads it back. */
    public String write() {
        ObjectNode map = JSON.createObjectNode();
        fields.forEach(map.putObject("fields")::put);
        if (!constants.isEmpty()) {
            constants.forEach(map.putObject("constants")::put);
        }
        put(map, "dateFormat", dateFormat);
        put(map, "decimal", decimal);
        put(map, "delimiter", delimiter);
        put(map, "encoding", encoding);
        if (header != null) {
            map.put("header", header);
        }
        return map.toPrettyString();
    }

    private static void put(ObjectNode map, String key, @Nullable String value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}
