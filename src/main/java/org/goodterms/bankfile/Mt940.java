package org.goodterms.bankfile;

import com.prowidesoftware.swift.io.parser.SwiftParser;
import com.prowidesoftware.swift.model.SwiftBlock4;
import com.prowidesoftware.swift.model.Tag;
import com.prowidesoftware.swift.model.field.Field61;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** MT940 and MT942. Tags and statement lines are taken apart by Prowide; here is what banks do beside the standard. */
final class Mt940 {
    private static final Pattern TAG = Pattern.compile("^:(\\d{2}[A-Z]?|NS):.*", Pattern.DOTALL);
    private static final Pattern STAND = Pattern.compile("([CD])(\\d{6})([A-Z]{3})(\\d[\\d.]*,\\d*)\\s*");
    private static final int CENTURY_TURN = 70;
    private final List<BankStatement> statements = new ArrayList<>();
    private final List<BankEntry> entries = new ArrayList<>();
    private @Nullable String account;
    private @Nullable String number;
    private @Nullable String currency;
    private BankStatement.@Nullable Stand opening;
    private BankStatement.@Nullable Stand closing;
    private @Nullable Field61 line;
    private boolean begun;

    private Mt940() {
    }

    static boolean looksLike(String text) {
        return Pattern.compile("(?m)^:(20|25|28C?|60[FM]|61|62[FM]|86|NS):").matcher(text).find();
    }

    static BankFile read(String text) {
        Mt940 mt = new Mt940();
        SwiftBlock4 block = new SwiftParser().parseBlock4("{4:\r\n" + bare(text) + "\r\n-}");
        for (Tag tag : block.getTags()) {
            mt.tag(tag.getName(), tag.getValue() == null ? "" : tag.getValue());
        }
        mt.finish();
        return new BankFile(Format.MT940, mt.statements, List.of());
    }

    /** The tags alone: no envelopes, no lines before the first tag of a message. */
    private static String bare(String text) {
        StringBuilder bare = new StringBuilder();
        boolean inside = false;
        for (String line : text.split("\r\n|\r|\n")) {
            if (line.startsWith("{") || line.startsWith("-}") || line.strip().equals("-")) {
                inside = false;
            } else if (TAG.matcher(line).matches()) {
                inside = true;
                bare.append(line).append("\r\n");
            } else if (inside) {
                // a brace would end the block for the parser
                bare.append(line.replace('{', '(').replace('}', ')')).append("\r\n");
            }
        }
        return bare.toString().stripTrailing();
    }

    private void tag(String name, String value) {
        if (!name.equals("86")) {
            flush("");
        }
        switch (name) {
            case "20" -> {
                finish();
                begun = true;
            }
            case "25" -> {
                begun = true;
                account = Plain.line(value);
            }
            case "28", "28C" -> number = Plain.line(value);
            case "34F" -> currency = value.length() >= 3 && currency == null ? value.substring(0, 3) : currency;
            case "60F", "60M" -> {
                begun = true;
                opening = stand(value);
                currency = opening == null ? currency : opening.currency();
            }
            case "61" -> {
                begun = true;
                // where a bank leaves the entry date blank the date is left out
                line = new Field61(value.replaceFirst("^(\\d{6}) {4}", "$1"));
            }
            case "86" -> flush(value);
            case "62F", "62M" -> {
                begun = true;
                closing = stand(value);
            }
            default -> {
            }
        }
    }

    private static BankStatement.@Nullable Stand stand(String value) {
        Matcher stand = STAND.matcher(value);
        if (!stand.matches()) {
            return null;
        }
        BigDecimal amount = Plain.amount(stand.group(4), ',');
        return new BankStatement.Stand(stand.group(1).equals("D") ? amount.negate() : amount, stand.group(3),
                day(stand.group(2), value));
    }

    private static LocalDate day(String typed, String whole) {
        if (!typed.matches("\\d{6}")) {
            throw new Refusal("bankfile.date", whole);
        }
        int year = Integer.parseInt(typed.substring(0, 2));
        return Plain.day(year + (year < CENTURY_TURN ? 2000 : 1900), Integer.parseInt(typed.substring(2, 4)),
                Integer.parseInt(typed.substring(4, 6)), whole);
    }

    /** Ends the statement line that is open, with its details. */
    private void flush(String details) {
        Field61 field = line;
        if (field == null) {
            return;
        }
        line = null;
        String whole = field.getValue();
        String typed = field.getAmount();
        String mark = java.util.Objects.requireNonNullElse(field.getDebitCreditMark(), "").strip();
        if (typed == null || !Set.of("C", "D", "RC", "RD").contains(mark)) {
            throw new Refusal("bankfile.amount", Plain.line(whole));
        }
        BigDecimal amount = Plain.amount(typed, ',');
        boolean out = mark.equals("D") || mark.equals("RC");
        LocalDate value = day(java.util.Objects.requireNonNullElse(field.getValueDate(), ""), Plain.line(whole));
        Mt940Details read = Mt940Details.of(details, field.getSupplementaryDetails());
        entries.add(new BankEntry(booked(value, field.getEntryDate()), value, out ? amount.negate() : amount, null,
                read.payer(), read.iban(), read.text(), read.reference(),
                bankId(field.getReferenceOfTheAccountServicingInstitution()), 1));
    }

    /** The entry date has no year: it lies in the year that brings it nearest to the value date. */
    private static LocalDate booked(LocalDate value, @Nullable String entry) {
        if (entry == null || !entry.matches("\\d{4}")) {
            return value;
        }
        LocalDate nearest = null;
        for (int year = value.getYear() - 1; year <= value.getYear() + 1; year++) {
            int month = Integer.parseInt(entry.substring(0, 2));
            int day = Integer.parseInt(entry.substring(2));
            if (month == 2 && day == 29 && !java.time.Year.isLeap(year)) {
                continue;
            }
            LocalDate date = Plain.day(year, month, day, entry);
            nearest = nearest == null || Math.abs(ChronoUnit.DAYS.between(value, date))
                    < Math.abs(ChronoUnit.DAYS.between(value, nearest)) ? date : nearest;
        }
        return nearest == null ? value : nearest;
    }

    private static @Nullable String bankId(@Nullable String reference) {
        String id = Plain.line(reference);
        return id.isEmpty() || id.equals("NONREF") ? null : id;
    }

    private void finish() {
        flush("");
        if (begun) {
            statements.add(new BankStatement(number, account, currency, opening, closing, entries, List.of()));
        }
        entries.clear();
        begun = false;
        account = null;
        number = null;
        currency = null;
        opening = null;
        closing = null;
    }
}
