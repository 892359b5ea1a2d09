package org.goodterms.pdf;

import java.util.ArrayList;
import java.util.List;

/** Turns a table into slices: a heading that repeats, rows, and the line of sums carried forward. */
final class TableLayout {
    private static final float GUTTER = 10;
    private static final float LARGEST_ROW = 220;
    private static final float SMALLEST_NUMBER = 0.75f;
    private final Table table;
    private final float left;
    private final float width;
    private final Look look;
    private final float padding;
    private final float[] starts;
    private final float[] widths;
    private final int labelColumn;

    TableLayout(Table table, float left, float width, Look look) {
        this.table = table;
        this.left = left;
        this.width = width;
        this.look = look;
        this.padding = look.padding();
        this.widths = new ColumnWidths(table, width - GUTTER * (table.columns().size() - 1)).widths();
        this.labelColumn = widestLeft();
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
            place(heading.next(), i, Typesetter.lines(column.heading(), look.column(), widths[i], 4));
        }
        float text = heading.height();
        Slice.Ink head = (canvas, top) -> {
            look.head(canvas, left, top, width, text);
            canvas.within("Table", table, () -> canvas.within("TR", null, () -> heading.draw(canvas, top, "TH")));
        };
        float carryHeight = look.set(Style.CELL).leading() + 2 * padding;
        return new Slice.Running(text + 6, head, carryHeight, this::carry);
    }

    private Slice.Ink carry(String label, List<String> sums) {
        return (canvas, top) -> {
            Style style = look.set(Style.CELL_STRONG);
            float room = left;
            for (int i = 0; i < widths.length; i++) {
                if (!sums.get(i).isEmpty()) {
                    Line sum = Typesetter.shrunk(sums.get(i), style, widths[i], 0).getFirst();
                    canvas.textRight(sum, starts[i] + widths[i], top + padding);
                    if (room == left) {
                        room = starts[i] + widths[i] - sum.width() - GUTTER;
                    }
                }
            }
            float x = starts[labelColumn];
            canvas.text(Typesetter.fitted(label, style, Math.max(60, room - x)), x, top + padding);
            canvas.rule(left, top + style.leading() + 2 * padding - 0.4f, width, 0.4f, Style.HAIRLINE);
        };
    }

    private List<Slice> row(Table.Row row) {
        if (row.kind() == Table.Kind.GROUP) {
            Columns heading = new Columns().next().space(5)
                    .left(Typesetter.lines(row.cells().getFirst().text(), look.set(Style.CELL_STRONG), width), left);
            return heading.height() <= LARGEST_ROW ? List.of(ruled(heading, true).kept()) : heading.cut();
        }
        Style style = look.set(row.kind() == Table.Kind.SUM ? Style.CELL_STRONG : Style.CELL);
        Columns cells = new Columns();
        for (int i = 0; i < widths.length; i++) {
            Table.Cell cell = row.cells().get(i);
            place(cells.next(), i, isLeft(i) ? Typesetter.lines(cell.text(), style, widths[i])
                    : Typesetter.shrunk(cell.text(), style, widths[i], SMALLEST_NUMBER));
            if (!cell.detail().isBlank()) {
                place(cells, i, Typesetter.lines(cell.detail(), look.set(Style.DETAIL), widths[i]));
            }
        }
        if (cells.height() <= LARGEST_ROW) {
            return List.of(ruled(cells, row.kind() == Table.Kind.SUM));
        }
        List<Slice> pieces = new ArrayList<>(cells.cut());
        pieces.addFirst(Slice.of(padding, (canvas, top) -> { }).kept());
        pieces.add(Slice.of(padding, (canvas, top) -> look.row(canvas, left, top + padding + 0.4f, width, false)));
        return pieces;
    }

    private Slice ruled(Columns cells, boolean sum) {
        float height = cells.height() + 2 * padding;
        return Slice.of(height, (canvas, top) -> {
            canvas.within("Table", table, () -> canvas.within("TR", null, () -> cells.draw(canvas, top + padding, "TD")));
            look.row(canvas, left, top + height, width, sum);
        });
    }

    private void place(Columns cells, int column, List<Line> lines) {
        if (table.columns().get(column).align() == Table.Align.RIGHT) {
            cells.right(lines, starts[column] + widths[column]);
        } else {
            cells.left(lines, starts[column]);
        }
    }

    private int widestLeft() {
        int widest = 0;
        for (int i = 0; i < widths.length; i++) {
            if (isLeft(i) && (!isLeft(widest) || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        return widest;
    }

    private boolean isLeft(int column) {
        return table.columns().get(column).align() == Table.Align.LEFT;
    }
}
