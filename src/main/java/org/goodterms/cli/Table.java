package org.goodterms.cli;

import java.util.ArrayList;
import java.util.List;

/** A table for people: columns as wide as they need, amounts to the right. */
final class Table {
    private final List<String> heads;
    private final List<List<String>> rows = new ArrayList<>();

    /** A head that begins with {@code >} stands over a column of amounts. */
    Table(String... heads) {
        this.heads = List.of(heads);
    }

    Table row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(String.valueOf(cell));
        }
        rows.add(row);
        return this;
    }

    String text() {
        int[] widths = new int[heads.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = head(i).length();
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        line(text, heads.stream().map(h -> h.startsWith(">") ? h.substring(1) : h).toList(), widths);
        rows.forEach(row -> line(text.append('\n'), row, widths));
        return text.toString();
    }

    private String head(int column) {
        return heads.get(column).startsWith(">") ? heads.get(column).substring(1) : heads.get(column);
    }

    private void line(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String pad = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i > 0 ? "  " : "").append(heads.get(i).startsWith(">") ? pad + cells.get(i) : cells.get(i) + pad);
        }
        text.append(line.toString().stripTrailing());
    }
}
