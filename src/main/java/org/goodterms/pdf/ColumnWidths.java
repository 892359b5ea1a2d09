package org.goodterms.pdf;

import java.util.List;

/**
 * How wide the columns of a table are. Numbers get what the widest of them needs, then text gets its share by weight
 * but no more than it needs, then numbers get their share too, and what is left goes to the text.
 */
final class ColumnWidths {
    private static final float NUMBERS_AT_MOST = 0.68f;
    private static final float WIDEST_HEADING = 62;
    private final List<Table.Column> columns;
    private final List<Table.Row> rows;
    private final float room;

    ColumnWidths(Table table, float room) {
        this.columns = table.columns();
        this.rows = table.rows();
        this.room = room;
    }

    float[] widths() {
        float[] result = new float[columns.size()];
        float[] needs = new float[columns.size()];
        for (int i = 0; i < needs.length; i++) {
            needs[i] = need(i);
        }
        boolean anyText = columns.stream().anyMatch(ColumnWidths::isText);
        float rest = numbers(needs, result, anyText ? room * NUMBERS_AT_MOST : room);
        rest = texts(needs, result, rest);
        rest = stretch(result, rest);
        spread(result, rest, anyText);
        return result;
    }

    /** What the numbers need; where that is too much, the widest columns are cut to one width. What is left. */
    private float numbers(float[] needs, float[] result, float most) {
        float cut = Float.MAX_VALUE;
        for (float sum = sum(needs, cut); sum > most; sum = sum(needs, cut)) {
            float widest = 0;
            for (int i = 0; i < needs.length; i++) {
                widest = Math.max(widest, isText(columns.get(i)) ? 0 : Math.min(needs[i], cut));
            }
            cut = widest * 0.98f;
        }
        float rest = room;
        for (int i = 0; i < needs.length; i++) {
            if (!isText(columns.get(i))) {
                result[i] = Math.min(needs[i], cut);
                rest -= result[i];
            }
        }
        return rest;
    }

    private float sum(float[] needs, float cut) {
        float sum = 0;
        for (int i = 0; i < needs.length; i++) {
            sum += isText(columns.get(i)) ? 0 : Math.min(needs[i], cut);
        }
        return sum;
    }

    /** Text columns narrower than their share keep to their need; the others share the rest by weight. What is left. */
    private float texts(float[] needs, float[] result, float all) {
        float rest = all;
        boolean[] settled = new boolean[needs.length];
        for (int i = 0; i < needs.length; ) {
            float share = rest * columns.get(i).weight() / openWeights(settled);
            if (isText(columns.get(i)) && !settled[i] && needs[i] <= share) {
                result[i] = needs[i];
                rest -= needs[i];
                settled[i] = true;
                i = 0;
            } else {
                i++;
            }
        }
        float weights = openWeights(settled);
        float shared = rest;
        for (int i = 0; i < needs.length; i++) {
            if (isText(columns.get(i)) && !settled[i]) {
                result[i] = shared * columns.get(i).weight() / weights;
                rest -= result[i];
            }
        }
        return Math.max(0, rest);
    }

    private float openWeights(boolean[] settled) {
        float sum = 0;
        for (int i = 0; i < settled.length; i++) {
            sum += isText(columns.get(i)) && !settled[i] ? columns.get(i).weight() : 0;
        }
        return sum;
    }

    /** Numbers grow towards their share of the whole table, as far as the rest allows. What is left. */
    private float stretch(float[] result, float rest) {
        float all = 0;
        for (Table.Column column : columns) {
            all += column.weight();
        }
        float wanted = 0;
        for (int i = 0; i < result.length; i++) {
            wanted += missing(result, i, all);
        }
        if (wanted == 0) {
            return rest;
        }
        float part = Math.min(1, rest / wanted);
        float left = rest;
        for (int i = 0; i < result.length; i++) {
            float more = missing(result, i, all) * part;
            result[i] += more;
            left -= more;
        }
        return Math.max(0, left);
    }

    private float missing(float[] result, int column, float weights) {
        float share = room * columns.get(column).weight() / weights;
        return isText(columns.get(column)) ? 0 : Math.max(0, share - result[column]);
    }

    private void spread(float[] result, float rest, boolean overText) {
        float weights = 0;
        for (Table.Column column : columns) {
            weights += isText(column) == overText ? pull(column) : 0;
        }
        for (int i = 0; i < result.length; i++) {
            if (isText(columns.get(i)) == overText) {
                result[i] += rest * pull(columns.get(i)) / weights;
            }
        }
    }

    /** Room that nobody needs goes to the heavy columns: a narrow column of line numbers stays narrow. */
    private static float pull(Table.Column column) {
        return (float) column.weight() * column.weight();
    }

    private static boolean isText(Table.Column column) {
        return column.align() == Table.Align.LEFT;
    }

    private float need(int column) {
        String heading = columns.get(column).heading();
        float widest = widest(heading, Style.COLUMN);
        if (widest > WIDEST_HEADING) {
            widest = 0;
            for (String word : heading.split("\\s")) {
                widest = Math.max(widest, Math.min(widest(word, Style.COLUMN), WIDEST_HEADING));
            }
        }
        for (Table.Row row : rows) {
            if (row.kind() != Table.Kind.GROUP) {
                Table.Cell cell = row.cells().get(column);
                widest = Math.max(widest,
                        widest(cell.text(), row.kind() == Table.Kind.SUM ? Style.CELL_STRONG : Style.CELL));
                float detail = widest(cell.detail(), Style.DETAIL);
                widest = Math.max(widest, isText(columns.get(column)) ? detail : Math.min(detail, WIDEST_HEADING));
            }
            if (!row.carried().isEmpty()) {
                widest = Math.max(widest, widest(row.carried().get(column), Style.CELL_STRONG));
            }
        }
        return widest + 0.05f;
    }

    private static float widest(String text, Style style) {
        return text.isEmpty() ? 0 : Typesetter.width(text, style);
    }
}
