package org.goodterms.pdf;

import java.util.ArrayList;
import java.util.List;

/** Turns a table into slices: a heading that repeats, rows, and the line of sums carried forward. */
final class TableLayout {
    private static final float GUTTER = 10;
    private static final float PADDING = 3.5f;
    private static final float LARGEST_ROW = 220;
    private static final float WIDEST_NUMBERS = 0.68f;
    private final Table table;
    private final float left;
    private final float width;
    private final float[] starts;
    private final float[] widths;

    TableLayout(Table table, float left, float width) {
        this.table = table;
        this.left = left;
        this.width = width;
        this.widths = widths();
        this.starts = new float[widths.length];
        float x = left;
        for (int i = 0; i < widths.length; i++) {
            starts[i] = x;
            x += widths[i] + GUTTER;
        }
    }

    List<Slice> slices() {
        Slice.Running running = running();
        List<Slice> slices = new ArrayList<>();
        List<String> before = List.of();
        for (Table.Row row : table.rows()) {
            List<Slice> pieces = row(row);
            if (row.kind() == Table.Kind.SUM && !slices.isEmpty()) {
                slices.add(slices.removeLast().kept());
            }
            List<String> after = row.carried().isEmpty() ? before : row.carried();
            for (int i = 0; i < pieces.size(); i++) {
                slices.add(pieces.get(i).in(running, i == pieces.size() - 1 ? after : before));
            }
            before = after;
        }
        if (slices.isEmpty()) {
            slices.add(Slice.of(4, (canvas, top) -> { }).in(running, List.of()));
        }
        if (slices.size() > 1) {
            slices.set(slices.size() - 2, slices.get(slices.size() - 2).kept());
        }
        return slices;
    }

    private Slice.Running running() {
        Columns heading = new Columns();
        for (int i = 0; i < widths.length; i++) {
            Table.Column column = table.columns().get(i);
            place(heading.next(), i, Typesetter.lines(column.heading(), Style.COLUMN, widths[i], 4));
        }
        float text = heading.height();
        Slice.Ink head = (canvas, top) -> {
            heading.draw(canvas, top);
            canvas.rule(left, top + text + 4, width, 0.8f, Style.INK);
        };
        float carryHeight = Style.CELL.leading() + 2 * PADDING;
        return new Slice.Running(text + 6, head, carryHeight, this::carry);
    }

    private Slice.Ink carry(String label, List<String> sums) {
        return (canvas, top) -> {
            Style style = Style.CELL_STRONG;
            float room = left;
            for (int i = 0; i < widths.length; i++) {
                if (!sums.get(i).isEmpty()) {
                    Line sum = Typesetter.line(sums.get(i), style);
                    canvas.textRight(sum, starts[i] + widths[i], top + PADDING);
                    if (room == left) {
                        room = starts[i] + widths[i] - sum.width() - GUTTER;
                    }
                }
            }
            canvas.text(Typesetter.fitted(label, style, Math.max(60, room - left)), left, top + PADDING);
        };
    }

    private List<Slice> row(Table.Row row) {
        if (row.kind() == Table.Kind.GROUP) {
            Columns heading = new Columns().next().space(5)
                    .left(Typesetter.lines(row.cells().getFirst().text(), Style.CELL_STRONG, width), left);
            return List.of(ruled(heading, 0.4f, Style.HAIRLINE).kept());
        }
        Style style = row.kind() == Table.Kind.SUM ? Style.CELL_STRONG : Style.CELL;
        Columns cells = new Columns();
        for (int i = 0; i < widths.length; i++) {
            Table.Cell cell = row.cells().get(i);
            place(cells.next(), i, Typesetter.lines(cell.text(), style, widths[i]));
            if (!cell.detail().isBlank()) {
                place(cells, i, Typesetter.lines(cell.detail(), Style.DETAIL, widths[i]));
            }
        }
        if (cells.height() <= LARGEST_ROW) {
            return List.of(ruled(cells, 0.4f, Style.HAIRLINE));
        }
        List<Slice> pieces = new ArrayList<>(cells.cut());
        pieces.addFirst(Slice.of(PADDING, (canvas, top) -> { }).kept());
        pieces.add(Slice.of(PADDING, (canvas, top) -> canvas.rule(left, top + PADDING, width, 0.4f, Style.HAIRLINE)));
        return pieces;
    }

    private Slice ruled(Columns cells, float thickness, Accent colour) {
        float height = cells.height() + 2 * PADDING;
        return Slice.of(height, (canvas, top) -> {
            cells.draw(canvas, top + PADDING);
            canvas.rule(left, top + height - thickness, width, thickness, colour);
        });
    }

    private void place(Columns cells, int column, List<Line> lines) {
        if (table.columns().get(column).align() == Table.Align.RIGHT) {
            cells.right(lines, starts[column] + widths[column]);
        } else {
            cells.left(lines, starts[column]);
        }
    }

    /** Columns of numbers get what their widest number needs; the rest is shared by weight. */
    private float[] widths() {
        int count = table.columns().size();
        float room = width - GUTTER * (count - 1);
        float[] result = new float[count];
        float numbers = 0;
        int weights = 0;
        for (int i = 0; i < count; i++) {
            if (table.columns().get(i).align() == Table.Align.RIGHT) {
                result[i] = widestIn(i);
                numbers += result[i];
            } else {
                weights += table.columns().get(i).weight();
            }
        }
        float most = weights == 0 ? room : room * WIDEST_NUMBERS;
        float squeeze = numbers > most ? most / numbers : 1;
        float rest = room - numbers * squeeze;
        float stretch = weights == 0 ? rest / count : 0;
        for (int i = 0; i < count; i++) {
            result[i] = table.columns().get(i).align() == Table.Align.RIGHT ? result[i] * squeeze + stretch
                    : rest * table.columns().get(i).weight() / weights;
        }
        return result;
    }

    private float widestIn(int column) {
        float widest = 0;
        for (String word : table.columns().get(column).heading().split("\\s")) {
            widest = Math.max(widest, Math.min(Typesetter.line(word, Style.COLUMN).width(), 70));
        }
        for (Table.Row row : table.rows()) {
            if (row.kind() != Table.Kind.GROUP) {
                Style style = row.kind() == Table.Kind.SUM ? Style.CELL_STRONG : Style.CELL;
                widest = Math.max(widest, Typesetter.line(row.cells().get(column).text(), style).width());
                widest = Math.max(widest,
                        Math.min(Typesetter.line(row.cells().get(column).detail(), Style.DETAIL).width(), 70));
            }
            if (!row.carried().isEmpty()) {
                widest = Math.max(widest, Typesetter.line(row.carried().get(column), Style.CELL_STRONG).width());
            }
        }
        return Math.min(widest, width / 2) + 0.01f;
    }
}
