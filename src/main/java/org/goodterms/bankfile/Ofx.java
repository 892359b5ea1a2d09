package org.goodterms.bankfile;

import com.webcohesion.ofx4j.io.OFXHandler;
import com.webcohesion.ofx4j.io.OFXParseException;
import com.webcohesion.ofx4j.io.nanoxml.NanoXMLOFXReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** OFX 1 (SGML) and 2 (XML) through the event reader of ofx4j; unlike its classes it takes files that are not complete. */
final class Ofx implements OFXHandler {
    private static final Pattern BARE_AMPERSAND = Pattern.compile("&(?!(amp|lt|gt|quot|apos|nbsp|#\\d{1,6}|#x[0-9a-fA-F]{1,6});)");
    private static final Pattern ENTITIES = Pattern.compile("(?i)<!(DOCTYPE|ENTITY)");
    private static final Pattern DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2}).*");
    private final List<BankStatement> statements = new ArrayList<>();
    private final List<String> investments = new ArrayList<>();
    private final List<BankEntry> entries = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private Map<String, String> statement = new HashMap<>();
    private Map<String, String> transaction = new HashMap<>();

    private Ofx() {
    }

    /** Opens the part of the library's reader that begins behind the header. */
    private static final class Events extends NanoXMLOFXReader {
        void read(String elements) throws IOException, OFXParseException {
            parseV1FromFirstElement(new StringReader(elements));
        }
    }

    static BankFile read(String text) {
        int first = text.toUpperCase(Locale.ROOT).indexOf("<OFX>");
        if (first < 0) {
            throw new Refusal("bankfile.no_statement");
        }
        if (ENTITIES.matcher(text).find()) {
            throw new Refusal("bankfile.entities");
        }
        String body = text.substring(first).strip();
        if (!body.toUpperCase(Locale.ROOT).endsWith("</OFX>")) {
            throw new Refusal("bankfile.truncated");
        }
        Ofx ofx = new Ofx();
        Events events = new Events();
        events.setContentHandler(ofx);
        try {
            events.read(BARE_AMPERSAND.matcher(body).replaceAll("&amp;").replace("&nbsp;", " "));
        } catch (IOException | OFXParseException e) {
            throw new Refusal("bankfile.truncated");
        }
        return new BankFile(Format.OFX, ofx.statements, ofx.investments);
    }

    @Override
    public void onHeader(String name, String value) {
        // what the header says of the characters is often wrong: the bytes themselves were asked
    }

    @Override
    public void startAggregate(String name) {
        open.add(name);
        switch (name) {
            case "STMTRS", "CCSTMTRS", "INVSTMTRS" -> {
                statement = new HashMap<>();
                entries.clear();
            }
            case "STMTTRN" -> transaction = new HashMap<>();
            default -> {
            }
        }
    }

    @Override
    public void onElement(String name, String typed) {
        String value = typed.strip();
        String within = open.isEmpty() ? "" : open.getLast();
        if (open.contains("STMTTRN")) {
            String key = within.equals("STMTTRN") ? name : within + "/" + name;
            transaction.putIfAbsent(key, value);
        } else if (within.equals("LEDGERBAL") || within.equals("BANKACCTFROM") || within.equals("CCACCTFROM")
                || within.equals("INVACCTFROM")) {
            statement.putIfAbsent(within + "/" + name, value);
        } else if (name.equals("CURDEF")) {
            statement.put(name, value);
        }
    }

    @Override
    public void endAggregate(String name) {
        int at = open.lastIndexOf(name);
        if (at >= 0) {
            open.subList(at, open.size()).clear();
        }
        switch (name) {
            case "STMTTRN" -> entries.add(entry());
            case "STMTRS", "CCSTMTRS" -> statements.add(new BankStatement(null, account(), currency(), null, closing(),
                    entries, List.of()));
            case "INVSTMTRS" -> investments.add(java.util.Objects.requireNonNullElse(account(), "?"));
            default -> {
            }
        }
    }

    private @Nullable String account() {
        for (String kind : List.of("BANKACCTFROM", "CCACCTFROM", "INVACCTFROM")) {
            String id = statement.get(kind + "/ACCTID");
            if (id != null && !id.isEmpty()) {
                return Plain.line(id);
            }
        }
        return null;
    }

    private @Nullable String currency() {
        return statement.get("CURDEF");
    }

    /** A balance that cannot be read is none: it only serves to check. */
    private BankStatement.@Nullable Stand closing() {
        String amount = statement.getOrDefault("LEDGERBAL/BALAMT", "");
        String date = statement.getOrDefault("LEDGERBAL/DTASOF", "");
        try {
            return amount.isEmpty() ? null : new BankStatement.Stand(Plain.amount(amount, ','), currency(),
                    date.isEmpty() ? null : day(date));
        } catch (Refusal e) {
            return null;
        }
    }

    private BankEntry entry() {
        BigDecimal amount = Plain.amount(transaction.getOrDefault("TRNAMT", ""), ',');
        LocalDate booked = day(transaction.getOrDefault("DTPOSTED", ""));
        String valued = transaction.getOrDefault("DTAVAIL", "");
        String payer = transaction.getOrDefault("NAME", transaction.getOrDefault("PAYEE/NAME", ""));
        String id = Plain.line(transaction.get("FITID"));
        return new BankEntry(booked, valued.isEmpty() ? null : day(valued), amount,
                transaction.getOrDefault("CURRENCY/CURSYM", currency()), Plain.line(payer),
                Plain.account(transaction.get("BANKACCTTO/ACCTID")), Plain.line(transaction.get("MEMO")), "",
                id.isEmpty() ? null : id, 1);
    }

    private static LocalDate day(String typed) {
        Matcher day = DAY.matcher(typed);
        if (!day.matches()) {
            throw new Refusal("bankfile.date", typed);
        }
        return Plain.day(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)),
                typed);
    }
}
