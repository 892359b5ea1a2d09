package org.goodterms.intake;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A file of QuickBooks Desktop (IIF): lines of cells between tabs, each line saying first what it is, and lines with a
 * {@code !} that name the columns of those that follow.
 */
final class IifFile {
    private static final Set<String> DOCUMENTS = Set.of("INVOICE", "CREDIT MEMO");
    private static final int LOOK = 4_000;
    private final DocumentBuilding building;
    private final Map<String, List<String>> headings = new HashMap<>();
    private final List<Recognised.Row> customers = new ArrayList<>();
    private final List<Recognised.Row> documents = new ArrayList<>();
    private DocumentBuilding.Document open = none();
    private String unreadable = "";

    IifFile(DocumentBuilding building) {
        this.building = building;
    }

    private static DocumentBuilding.Document none() {
        return new DocumentBuilding.Document(0, Map.of(), new DocumentBuilding.Sums(null, null, null, null), new ArrayList<>());
    }

    static boolean is(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, LOOK), StandardCharsets.ISO_8859_1);
        return start.lines().anyMatch(line -> line.startsWith("!CUST\t") || line.startsWith("!TRNS\t"));
    }

    /** What the lines taken so far hold. */
    Recognised found(ImportKind kind) {
        return kind == ImportKind.CUSTOMERS ? new Recognised(Program.QUICKBOOKS_DESKTOP, kind, customers, List.of(), List.of())
                : new Recognised(Program.QUICKBOOKS_DESKTOP, kind, documents, customers, List.of());
    }

    /** Takes the next line. */
    void take(int number, List<String> cells) {
        String what = cells.getFirst().strip().toUpperCase(Locale.ROOT);
        if (what.startsWith("!")) {
            headings.put(what.substring(1), cells.stream().map(cell -> cell.strip().toUpperCase(Locale.ROOT)).toList());
            return;
        }
        Map<String, String> line = new HashMap<>();
        List<String> names = headings.getOrDefault(what, List.of());
        for (int i = 1; i < Math.min(cells.size(), names.size()); i++) {
            line.put(names.get(i), cells.get(i).strip());
        }
        switch (what) {
            case "CUST" -> customers.add(new Recognised.Row(number, customer(line), List.of()));
            case "TRNS" -> begin(number, line);
            case "SPL" -> split(line);
            case "ENDTRNS" -> end();
            default -> {
            }
        }
    }

    private static Map<String, String> customer(Map<String, String> line) {
        Map<String, String> cells = new LinkedHashMap<>();
        String name = line.getOrDefault("NAME", "");
        String contact = (line.getOrDefault("FIRSTNAME", "") + " " + line.getOrDefault("LASTNAME", "")).strip();
        List<String> place = PlainWords.place(line.getOrDefault("BADDR4", ""));
        cells.put("code", PlainWords.code(name));
        cells.put("name", name);
        cells.put("contact", contact.equals(name) ? "" : contact);
        cells.put("street", String.join("\n", List.of("BADDR2", "BADDR3").stream().map(key -> line.getOrDefault(key, ""))
                .filter(text -> !text.isEmpty()).toList()));
        cells.put("postcode", place.getFirst());
        cells.put("city", place.getLast());
        cells.put("country", PlainWords.country(line.getOrDefault("BADDR5", "")));
        cells.put("phone", line.getOrDefault("PHONE1", ""));
        cells.put("email", line.getOrDefault("EMAIL", ""));
        cells.put("terms", PlainWords.terms(line.getOrDefault("TERMS", ""), ""));
        return cells;
    }

    private void begin(int number, Map<String, String> line) {
        unreadable = "";
        open = none();
        if (!DOCUMENTS.contains(line.getOrDefault("TRNSTYPE", "").toUpperCase(Locale.ROOT))) {
            return;
        }
        Map<String, String> told = new LinkedHashMap<>();
        told.put("number", line.getOrDefault("DOCNUM", ""));
        told.put("customer", line.getOrDefault("NAME", ""));
        told.put("date", date(line.getOrDefault("DATE", "")));
        told.put("due", date(line.getOrDefault("DUEDATE", "")));
        open = new DocumentBuilding.Document(number, told, new DocumentBuilding.Sums(amount(line), null, null, null), new ArrayList<>());
    }

    private void split(Map<String, String> line) {
        if (open.row() == 0) {
            return;
        }
        BigDecimal amount = amount(line).negate();
        boolean tax = line.getOrDefault("ACCNT", "").equalsIgnoreCase("Sales Tax Payable") || line.getOrDefault("EXTRA", "").equalsIgnoreCase("AUTOSTAX");
        if (!tax) {
            String text = line.getOrDefault("MEMO", "").replace("\"\"", "\"");
            open.lines().add(new DocumentBuilding.Line(amount, line.getOrDefault("TAXABLE", "").equals("N") ? "0" : "", null, false, text));
        }
    }

    private void end() {
        if (open.row() > 0) {
            Recognised.Row row = building.row(open);
            Map<String, String> cells = new HashMap<>(row.cells());
            cells.computeIfPresent("amount", (field, text) -> unreadable.isEmpty() ? text : unreadable);
            documents.add(new Recognised.Row(row.number(), cells, row.warnings()));
        }
        open = none();
    }

    private BigDecimal amount(Map<String, String> line) {
        String text = line.getOrDefault("AMOUNT", "").replace(",", "");
        if (text.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
            return new BigDecimal(text);
        }
        unreadable = text.isEmpty() ? "?" : text;
        return BigDecimal.ZERO;
    }

    /** The program writes months first; what is no such date stays, and the import says so. */
    private static String date(String text) {
        java.util.regex.Matcher date = java.util.regex.Pattern.compile("(\\d{1,2})/(\\d{1,2})/(?:'?(\\d{2})|(\\d{4}))").matcher(text);
        if (!date.matches()) {
            return text;
        }
        String year = date.group(4) != null ? date.group(4) : "20" + date.group(3);
        return "%s-%02d-%02d".formatted(year, Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)));
    }
}
