package org.goodterms.csv;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How numbers are written: which mark stands before the decimals. Groups of three may be set off by the other mark, by
 * spaces or by apostrophes; a currency sign or code, a percent sign, a minus behind and brackets for minus are known.
 */
enum NumberForm {
    POINT("[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d*)?|\\.\\d+"),
    COMMA("[1-9]\\d{0,2}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:,\\d*)?|,\\d+");

    private static final int LONGEST = 40;
    private static final Pattern AROUND = Pattern.compile("^(?:[A-Z]{3}(?![A-Z])|\\p{Sc}{1,3})\\s*|"
            + "\\s*(?:(?<![A-Z])[A-Z]{3}|\\p{Sc}|%)$");
    private static final Pattern GAP = Pattern.compile("(?<=\\d)[\\s\\u00A0\\u202F\\u2009'\\u2019](?=\\d{3}(?!\\d))");
    private final Pattern shape;

    NumberForm(String shape) {
        this.shape = Pattern.compile(shape);
    }

    /** '.' or ','. */
    char mark() {
        return this == POINT ? '.' : ',';
    }

    Optional<BigDecimal> read(String text) {
        String digits = text.strip().replace('\u2212', '-');
        if (digits.length() > LONGEST) {
            return Optional.empty();
        }
        if (isPlain(digits)) {
            return Optional.of(new BigDecimal(this == POINT ? digits : digits.replace(',', '.')));
        }
        boolean minus = digits.startsWith("(") && digits.endsWith(")");
        digits = minus ? digits.substring(1, digits.length() - 1).strip() : digits;
        for (int i = 0; i < 3; i++) {
            digits = AROUND.matcher(digits).replaceFirst("").strip();
            if (digits.startsWith("-") || digits.startsWith("+") || digits.endsWith("-")) {
                if (minus || digits.length() < 2) {
                    return Optional.empty();
                }
                minus = digits.contains("-");
                digits = digits.endsWith("-") ? digits.substring(0, digits.length() - 1) : digits.substring(1);
                digits = digits.strip();
            }
        }
        digits = GAP.matcher(digits).replaceAll("");
        if (!shape.matcher(digits).matches()) {
            return Optional.empty();
        }
        String plain = this == POINT ? digits.replace(",", "") : digits.replace(".", "").replace(',', '.');
        BigDecimal value = new BigDecimal(plain.endsWith(".") ? plain + "0" : plain);
        return Optional.of(minus ? value.negate() : value);
    }

    /** Digits, and at most one mark between them: the common case, without patterns. */
    private boolean isPlain(String digits) {
        int marks = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c == mark() && i > 0 && i < digits.length() - 1) {
                marks++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return marks < 2 && !digits.isEmpty();
    }
}
