package org.goodterms.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goodterms.csv.CsvFile;
import org.goodterms.csv.CsvRow;
import org.goodterms.csv.CsvRows;
import org.goodterms.csv.ImportMap;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** Reads CSV files of banks: the known layouts by their headings, any other through a map. */
final class CsvSheetService {
    private static final Set<String> FIELDS = Set.of("date", "valueDate", "amount", "paidIn", "paidOut", "text", "payer",
            "iban", "id", "balance", "currency", "reference");
    private static final Set<String> DATES = Set.of("date", "valueDate");
    private static final Set<String> NUMBERS = Set.of("amount", "paidIn", "paidOut", "balance", "fee");
    private static final Set<String> PENDING = Set.of("pending", "vorgemerkt", "umsatz vorgemerkt", "reverted", "declined");
    private static final Pattern STAND = Pattern.compile("Kontostand vom (\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}).*");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{10,30}");

    private CsvSheetService() {
    }

    static Outcome<Sheet> read(byte[] bytes, @Nullable String mapJson) {
        if (mapJson != null) {
            return ImportMap.parse(mapJson).then(map -> wrong(map).<Outcome<Sheet>>map(Outcome::refused)
                    .orElseGet(() -> CsvFile.look(bytes, map).then(file -> read(file, map,
                            !map.fields().containsKey("payer"), null))));
        }
        return CsvFile.look(bytes).then(file -> {
            Optional<CsvLayout> layout = CsvLayout.of(file.columns());
            if (layout.isEmpty()) {
                return Outcome.refused(Problem.of("bank.layout_unknown", String.join(", ", file.columns()),
                        CsvLayout.names()));
            }
            Map<String, String> fields = new LinkedHashMap<>();
            List<String> pairs = layout.get().fields();
            for (int i = 0; i < pairs.size(); i += 2) {
                fields.put(pairs.get(i), pairs.get(i + 1));
            }
            return read(file, new ImportMap(fields, Map.of(), layout.get().date(), layout.get().decimal(), null, null,
                    true), layout.get().oneText(), layout.get());
        });
    }

    private static Optional<Problem> wrong(ImportMap map) {
        Set<String> named = new java.util.LinkedHashSet<>(map.fields().keySet());
        named.addAll(map.constants().keySet());
        Optional<String> unknown = named.stream().filter(f -> !FIELDS.contains(f)).findFirst();
        if (unknown.isPresent()) {
            return Optional.of(Problem.at(unknown.get(), "bank.map_field", unknown.get(),
                    String.join(", ", FIELDS.stream().sorted().toList())));
        }
        boolean amount = named.contains("amount") || named.contains("paidIn") || named.contains("paidOut");
        return named.contains("date") && amount ? Optional.empty()
                : Optional.of(Problem.at("fields", "bank.map_lacks", named.contains("date") ? "amount" : "date"));
    }

    private static Outcome<Sheet> read(CsvFile file, ImportMap map, boolean oneText, @Nullable CsvLayout layout) {
        return file.read(map, DATES.stream().filter(map.fields()::containsKey).collect(java.util.stream.Collectors.toSet()),
                NUMBERS.stream().filter(f -> map.fields().containsKey(f) || map.constants().containsKey(f))
                        .collect(java.util.stream.Collectors.toSet())).then(rows -> sheet(file, rows, oneText));
    }

    /** One row with the balance behind it. */
    private record Stood(Sheet.Row row, @Nullable BigDecimal balance) {
    }

    private static Outcome<Sheet> sheet(CsvFile file, CsvRows rows, boolean oneText) {
        List<Stood> all = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        String[] said = {null, null};
        int[] pending = {0};
        Outcome<Integer> read = rows.forEach(row -> {
            if (!problems.isEmpty()) {
                return;
            }
            if (PENDING.contains(row.text("state").toLowerCase(Locale.ROOT))) {
                pending[0]++;
                return;
            }
            Outcome<Stood> one = one(row, rows, oneText);
            problems.addAll(one.problems().stream().map(p -> Problem.at("row", "bank.csv_row", row.number(),
                    p.field() == null ? "" : p.field(), org.goodterms.kernel.Texts.of(Locale.ENGLISH).of(p))).toList());
            one.ifOk(all::add);
            said[0] = said[0] != null || row.text("own").isEmpty() ? said[0] : Cleaned.account(row.text("own"));
            said[1] = said[1] != null || row.text("currency").isEmpty() ? said[1] : row.text("currency");
        });
        if (!read.isOk() || !problems.isEmpty()) {
            return Outcome.refused(read.isOk() ? problems : read.problems());
        }
        return Outcome.ok(ordered(file, all, said[0], said[1], pending[0]));
    }

    private static Outcome<Stood> one(CsvRow row, CsvRows rows, boolean oneText) {
        if (row.broken().isPresent()) {
            return Outcome.refused(row.broken().get());
        }
        Outcome<Optional<LocalDate>> date = rows.has("time") ? time(row.text("time")) : row.date("date");
        Outcome<Optional<LocalDate>> value = row.date("valueDate");
        List<Problem> problems = new ArrayList<>(date.problems());
        problems.addAll(value.problems());
        BigDecimal amount = BigDecimal.ZERO;
        boolean said = false;
        for (String field : List.of("amount", "paidIn", "paidOut", "fee")) {
            Outcome<Optional<BigDecimal>> number = row.number(field);
            problems.addAll(number.problems());
            if (number.isOk() && number.orThrow().isPresent()) {
                BigDecimal found = number.orThrow().get();
                amount = amount.add(switch (field) {
                    case "paidOut" -> found.abs().negate();
                    case "fee" -> found.negate();
                    default -> found;
                });
                said = said || !field.equals("fee");
            }
        }
        Outcome<Optional<BigDecimal>> balance = row.number("balance");
        problems.addAll(balance.problems());
        if (problems.isEmpty() && (date.orThrow().isEmpty() || !said)) {
            problems.add(Problem.at(date.orThrow().isEmpty() ? "date" : "amount", "bank.csv_empty"));
        }
        return problems.isEmpty() ? Outcome.ok(new Stood(texts(row, date.orThrow().get(), value.orThrow().orElse(null),
                amount, oneText), balance.orThrow().orElse(null))) : Outcome.refused(problems);
    }

    private static Outcome<Optional<LocalDate>> time(String text) {
        if (text.isEmpty()) {
            return Outcome.ok(Optional.empty());
        }
        try {
            return Outcome.ok(Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text)));
        } catch (java.time.DateTimeException e) {
            return Outcome.refused(Problem.at("date", "csv.not_a_date", text, "yyyy-MM-dd HH:mm:ss"));
        }
    }

    private static Sheet.Row texts(CsvRow row, LocalDate date, @Nullable LocalDate value, BigDecimal amount,
            boolean oneText) {
        boolean in = amount.signum() > 0;
        String payer = Cleaned.line(row.text(in ? "debtor" : "creditor"));
        if (payer.isEmpty()) {
            payer = Cleaned.line(row.text("payer"));
        }
        String text = Cleaned.line(row.text("text"));
        String story = Cleaned.line(row.text("story"));
        if (!story.isEmpty()) {
            Story told = Story.of(story);
            payer = payer.isEmpty() ? told.payer() : payer;
            text = text.isEmpty() ? told.text() : text;
        }
        String booking = Cleaned.line(row.text("booking"));
        if (!oneText && (payer.isEmpty() || text.isEmpty())) {
            text = Cleaned.line(booking + " " + text);
        }
        String reference = Cleaned.line(row.text("reference"));
        String id = Cleaned.line(row.text("id"));
        return new Sheet.Row(date, value, amount, payer, Cleaned.account(row.text("iban")), text,
                reference.equals("NOTPROVIDED") ? "" : reference, oneText && payer.isEmpty(), id.isEmpty() ? null : id);
    }

    /** "Payment from X - purpose", "Sent money to X": payer and purpose in one sentence. */
    private record Story(String payer, String text) {
        private static final Pattern FORM = Pattern.compile(
                "(?:Payment from|Received money from|Sent money to|Transfer from|Transfer to|From|To) (.+?)(?: - (.+))?");

        static Story of(String sentence) {
            Matcher form = FORM.matcher(sentence);
            return form.matches() ? new Story(form.group(1), form.group(2) == null ? "" : form.group(2))
                    : new Story("", sentence);
        }
    }

    /** Oldest first, with the balances before and behind where the rows have them. */
    private static Sheet ordered(CsvFile file, List<Stood> all, @Nullable String own, @Nullable String currency,
            int pending) {
        List<Stood> rows = new ArrayList<>(all);
        if (newestFirst(rows)) {
            Collections.reverse(rows);
        }
        BigDecimal opening = null;
        BigDecimal closing = null;
        LocalDate closingOn = null;
        if (!rows.isEmpty() && rows.getFirst().balance() != null && rows.getLast().balance() != null) {
            opening = rows.getFirst().balance().subtract(rows.getFirst().row().amount());
            closing = rows.getLast().balance();
        }
        String account = own;
        for (List<String> lead : file.leadRows()) {
            Matcher stand = STAND.matcher(String.join(" ", lead).strip());
            if (stand.matches() && lead.size() > 1) {
                closing = number(lead.get(1));
                closingOn = LocalDate.of(Integer.parseInt(stand.group(3)), Integer.parseInt(stand.group(2)),
                        Integer.parseInt(stand.group(1)));
            }
            account = account != null ? account : lead.stream().map(Cleaned::account)
                    .filter(c -> IBAN.matcher(c).matches()).findFirst().orElse(null);
        }
        return new Sheet("", account, currency, opening, closing, closingOn, false,
                rows.stream().map(Stood::row).toList(), pending);
    }

    private static @Nullable BigDecimal number(String typed) {
        String plain = typed.replaceAll("[^0-9,.-]", "").replace(".", "").replace(',', '.');
        return plain.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(plain) : null;
    }

    private static boolean newestFirst(List<Stood> rows) {
        if (rows.size() < 2) {
            return false;
        }
        int order = rows.getFirst().row().booked().compareTo(rows.getLast().row().booked());
        if (order != 0) {
            return order > 0;
        }
        BigDecimal first = rows.getFirst().balance();
        BigDecimal second = rows.get(1).balance();
        return first != null && second != null
                && second.add(rows.getFirst().row().amount()).compareTo(first) == 0
                && first.add(rows.get(1).row().amount()).compareTo(second) != 0;
    }
}
