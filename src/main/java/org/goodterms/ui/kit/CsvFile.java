package org.goodterms.ui.kit;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.joda.money.Money;

/**
 * A list as a CSV text that spreadsheets open: UTF-8 with a byte order mark, commas, dates as 2026-03-15, amounts as
 * 1190.00 with the currency in a column of its own.
 */
final class CsvFile {
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private CsvFile() {
    }

    /** A text that no spreadsheet takes for a formula: one that begins like one gets an apostrophe in front. */
    static String safe(String text) {
        return text.isEmpty() || STARTS_A_FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    /** @param currencyOf names the column of the currency beside one of money */
    static <T> String of(List<Column<T, ?>> columns, List<T> rows, UnaryOperator<String> currencyOf) {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            List<String> head = new ArrayList<>();
            for (Column<T, ?> column : columns) {
                head.add(safe(column.title()));
                if (column.kind() == Column.Kind.MONEY) {
                    head.add(safe(currencyOf.apply(column.title())));
                }
            }
            csv.writeRecord(head);
            rows.forEach(row -> csv.writeRecord(cells(columns, row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static <T> List<String> cells(List<Column<T, ?>> columns, T row) {
        List<String> cells = new ArrayList<>();
        for (Column<T, ?> column : columns) {
            cells.add(column.exported(row));
            if (column.kind() == Column.Kind.MONEY) {
                cells.add(column.value(row) instanceof Money money ? money.getCurrencyUnit().getCode() : "");
            }
        }
        return cells;
    }
}
