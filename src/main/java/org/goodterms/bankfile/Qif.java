package org.goodterms.bankfile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** QIF: records of lines that each begin with a letter. Lists of categories, classes and securities are passed by. */
final class Qif {
    private static final Set<String> MONEY = Set.of("type:bank", "type:ccard", "type:cash", "type:oth a", "type:oth l");
    private static final Pattern DATE = Pattern.compile("(\\d{1,4})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.'-]\\s*(\\d{1,4})");
    private static final int CENTURY_TURN = 70;
    private final List<BankStatement> statements = new ArrayList<>();
    private final List<Map<Character, String>> records = new ArrayList<>();
    private @Nullable String account;
    private String section = "";

    private Qif() {
    }

    static BankFile read(String text) {
        Qif qif = new Qif();
        Map<Character, String> record = new HashMap<>();
        for (String line : text.split("\r\n|\r|\n")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            char first = line.charAt(0);
            if (first == '!') {
                qif.section(line.substring(1).strip().toLowerCase(Locale.ROOT));
                record = new HashMap<>();
            } else if (first == '^') {
                qif.record(record);
                record = new HashMap<>();
            } else {
                record.merge(first, line.substring(1), (a, b) -> a);
            }
        }
        qif.record(record);
        qif.finish();
        return new BankFile(Format.QIF, qif.statements, List.of());
    }

    private void section(String name) {
        if (!name.equals(section)) {
            finish();
        }
        section = name;
    }

    private void record(Map<Character, String> record) {
        if (section.equals("account")) {
            account = record.containsKey('N') ? Plain.line(record.get('N')) : account;
        } else if (MONEY.contains(section) && !record.isEmpty()) {
            records.add(record);
        }
    }

    /** One statement for each run of records of an account. */
    private void finish() {
        if (records.isEmpty()) {
            return;
        }
        List<int[]> dates = records.stream().map(r -> parts(r.getOrDefault('D', ""))).toList();
        boolean dayFirst = dates.stream().anyMatch(d -> d[0] > 12) && dates.stream().allMatch(d -> d[1] <= 12);
        List<BankEntry> entries = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            entries.add(entry(records.get(i), date(dates.get(i), dayFirst, records.get(i).getOrDefault('D', ""))));
        }
        statements.add(new BankStatement(null, account, null, null, null, entries, List.of()));
        records.clear();
    }

    private static int[] parts(String typed) {
        Matcher date = DATE.matcher(typed.strip());
        if (!date.matches()) {
            throw new Refusal("bankfile.date", typed.strip());
        }
        return new int[] {Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)),
            Integer.parseInt(date.group(3))};
    }

    /** Month first as Quicken writes it, unless a day beyond the twelfth shows that the day comes first. */
    private static LocalDate date(int[] parts, boolean dayFirst, String typed) {
        if (parts[0] > 31) {
            return Plain.day(parts[0], parts[1], parts[2], typed);
        }
        int year = parts[2] >= 100 ? parts[2] : parts[2] + (parts[2] < CENTURY_TURN ? 2000 : 1900);
        return dayFirst ? Plain.day(year, parts[1], parts[0], typed) : Plain.day(year, parts[0], parts[1], typed);
    }

    private static BankEntry entry(Map<Character, String> record, LocalDate date) {
        String typed = record.getOrDefault('T', record.getOrDefault('U', ""));
        BigDecimal amount = Plain.amount(plain(typed.strip()), '.');
        return new BankEntry(date, null, amount, null, Plain.line(record.get('P')), "", Plain.line(record.get('M')), "",
                null, 1);
    }

    /** Thousands are grouped with commas, as Quicken does, or the comma stands before two decimals. */
    private static String plain(String typed) {
        if (typed.matches("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?")) {
            return typed.replace(",", "");
        }
        return typed.matches("[+-]?\\d+,\\d{1,2}") ? typed.replace(',', '.') : typed;
    }
}
