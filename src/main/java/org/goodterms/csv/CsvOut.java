package org.goodterms.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table that a spreadsheet opens without running what stands in it: a text that begins like a formula gets an
 * apostrophe before it (OWASP, CSV injection), which {@link CsvRow} takes away again. Numbers, money and dates are
 * written as such and stay numbers: -12.50.
 */
public final class CsvOut {
    private static final String BOM = "\uFEFF";
    private static final Pattern FORMULA = Pattern.compile("(?s)[\\s\"\\u00A0\\uFEFF]*[=+\\-@\\t\\r\\uFF1D\\uFF0B\\uFF0D"
            + "\\uFF20|].*|[\\t\\r].*|(?i:DDE)\\s*\\(.*");
    private static final Pattern HARMLESS = Pattern.compile("[+-]?\\d[\\d .,]*(?:[eE][+-]?\\d+)?");
    private final StringWriter text = new StringWriter();
    private final CsvWriter writer;

    /** Comma, quotes where needed, CRLF (RFC 4180). */
    public CsvOut(List<String> headings) {
        this(headings, ',');
    }

    public CsvOut(List<String> headings, char delimiter) {
        writer = CsvWriter.builder().fieldSeparator(delimiter).lineDelimiter(LineDelimiter.CRLF).build(text);
        writer.writeRecord(headings);
    }

    /** Adds a row of texts, numbers, money (amount without currency), dates and other values; null is an empty cell. */
    public CsvOut row(@Nullable Object... cells) {
        String[] shown = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            shown[i] = show(cells[i]);
        }
        writer.writeRecord(shown);
        return this;
    }

    private static String show(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Money money -> money.getAmount().toPlainString();
            case java.math.BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case String string -> marked(string);
            default -> marked(cell.toString());
        };
    }

    /** The text made harmless; {@link #unmarked} gives it back. */
    static String marked(String cell) {
        return isFormula(afterApostrophes(cell)) ? "'" + cell : cell;
    }

    static String unmarked(String cell) {
        return cell.startsWith("'") && isFormula(afterApostrophes(cell)) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String cell) {
        return FORMULA.matcher(cell).matches() && !HARMLESS.matcher(cell).matches();
    }

    private static String afterApostrophes(String cell) {
        int i = 0;
        while (i < cell.length() && cell.charAt(i) == '\'') {
            i++;
        }
        return cell.substring(i);
    }

    /** The file without a mark, for other programs. */
    public String text() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The file in UTF-8 with the mark by which spreadsheets know it. */
    public byte[] bytes() {
        return (BOM + text()).getBytes(StandardCharsets.UTF_8);
    }
}
