package org.goodterms.bankfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What field 86 says, in the German form ({@code 166?00…?20…?32…}), the Dutch one ({@code /IBAN/…/NAME/…/REMI/…}) or as
 * free text.
 */
record Mt940Details(String payer, String iban, String text, String reference) {
    private static final int WIDTH = 65;
    private static final Pattern GERMAN = Pattern.compile("^\\d{3}([?>~+$'])(?=\\d{2})", Pattern.DOTALL);
    private static final Pattern DUTCH =
            Pattern.compile("/(TRTP|IBAN|BBAN|BIC|NAME|REMI|EREF|CSID|MARF|BENM|ORDP|ISDT|PREF|RTRN|CDTRREFTP|CDTRREF|ADDR|ID|PURP|ULTD|ULTC)/");
    private static final Pattern SEPA = Pattern.compile("(?:^|(?<=[ +\\w.]))(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC)[+:]");

    static Mt940Details of(String details, @Nullable String more) {
        if (details.isBlank()) {
            return new Mt940Details("", "", Plain.line(more), "");
        }
        Matcher german = GERMAN.matcher(details);
        if (german.find()) {
            return german(details.substring(3).replaceAll("\r?\n", ""), german.group(1));
        }
        String text = unwrapped(details);
        return DUTCH.matcher(text).find() && text.startsWith("/") ? dutch(text, more)
                : new Mt940Details("", "", Plain.line(text), "");
    }

    /** A line as long as the format allows goes on without a blank; shorter ones were broken by the bank. */
    private static String unwrapped(String details) {
        StringBuilder text = new StringBuilder();
        String previous = "";
        for (String line : details.split("\r?\n")) {
            text.append(text.isEmpty() || previous.length() >= WIDTH ? "" : " ").append(line);
            previous = line;
        }
        return text.toString();
    }

    private static Mt940Details german(String details, String mark) {
        Map<Integer, StringBuilder> fields = new LinkedHashMap<>();
        Matcher part = Pattern.compile(Pattern.quote(mark) + "(\\d{2})").matcher(details);
        int from = -1;
        int code = 0;
        while (part.find()) {
            if (from >= 0) {
                fields.computeIfAbsent(code, k -> new StringBuilder()).append(details, from, part.start());
            }
            code = Integer.parseInt(part.group(1));
            from = part.end();
        }
        if (from >= 0) {
            fields.computeIfAbsent(code, k -> new StringBuilder()).append(details.substring(from));
        }
        StringBuilder purpose = new StringBuilder();
        fields.forEach((key, value) -> purpose.append(key >= 20 && key <= 29 || key >= 60 && key <= 63 ? value : ""));
        Map<String, String> tags = sepa(purpose.toString());
        String text = tags.getOrDefault("SVWZ", tags.getOrDefault("", ""));
        String payer = Plain.line("" + fields.getOrDefault(32, new StringBuilder())
                + fields.getOrDefault(33, new StringBuilder()));
        String booking = Plain.line(fields.getOrDefault(0, new StringBuilder()).toString());
        String iban = Plain.account(fields.getOrDefault(31, new StringBuilder()).toString());
        String shown = Plain.line(text);
        String whole = payer.isEmpty() || shown.isEmpty() ? Plain.line(booking + " " + shown) : shown;
        String reference = Plain.line(tags.getOrDefault("EREF", ""));
        return new Mt940Details(payer, iban, whole, reference.equals("NOTPROVIDED") ? "" : reference);
    }

    /** The parts of a purpose by their SEPA tags; what stands before the first has the key "". */
    private static Map<String, String> sepa(String purpose) {
        Map<String, String> tags = new LinkedHashMap<>();
        Matcher tag = SEPA.matcher(purpose);
        String key = "";
        int from = 0;
        while (tag.find()) {
            tags.merge(key, purpose.substring(from, tag.start()), (a, b) -> a + " " + b);
            key = tag.group(1);
            from = tag.end();
        }
        tags.merge(key, purpose.substring(from), (a, b) -> a + " " + b);
        return tags;
    }

    private static Mt940Details dutch(String text, @Nullable String more) {
        Map<String, String> tags = new LinkedHashMap<>();
        Matcher tag = DUTCH.matcher(text);
        String key = "";
        int from = 0;
        int at = 0;
        while (tag.find(at)) {
            tags.putIfAbsent(key, text.substring(from, tag.start()));
            key = tag.group(1);
            from = tag.end();
            at = from - 1;
        }
        tags.putIfAbsent(key, text.substring(Math.min(from, text.length())));
        List<String> purpose = new ArrayList<>();
        for (String word : List.of("REMI", "CDTRREF")) {
            purpose.add(tags.getOrDefault(word, ""));
        }
        String shown = Plain.line(String.join(" ", purpose));
        String supplement = Plain.line(more);
        String iban = tags.getOrDefault("IBAN", tags.getOrDefault("BBAN",
                supplement.matches("[A-Z]{2}\\d{2}[A-Z0-9]{10,30}") ? supplement : ""));
        String reference = Plain.line(tags.getOrDefault("EREF", ""));
        String payer = Plain.line(tags.getOrDefault("NAME", ""));
        return new Mt940Details(payer, Plain.account(iban),
                shown.isEmpty() ? Plain.line(tags.getOrDefault("TRTP", "")) : shown,
                reference.startsWith("NOTPROV") ? "" : reference);
    }
}
