package org.goodterms.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns of text beside each other, each its own list of lines. Cut into slices line by line, or as one slice.
 */
final class Columns {

    /** Lines that share a baseline, each with its left end. */
    private record Level(List<Placed> parts, float leading) {
    }

    private record Placed(Line line, float x) {
    }

    private final List<List<Level>> columns = new ArrayList<>();

    /** Begins the next column. */
    Columns next() {
        columns.add(new ArrayList<>());
        return this;
    }

    Columns left(List<Line> lines, float x) {
        for (Line line : lines) {
            level(new Level(List.of(new Placed(line, x)), line.style().leading()));
        }
        return this;
    }

    Columns right(List<Line> lines, float rightEdge) {
        for (Line line : lines) {
            level(new Level(List.of(new Placed(line, rightEdge - line.width())), line.style().leading()));
        }
        return this;
    }

    /** Distance inside a column. */
    Columns space(float height) {
        return level(new Level(List.of(), height));
    }

    /** Where the values of labelled lines begin: behind the widest label; at the edge where none has a label. */
    static float indent(List<Labelled> pairs, float most) {
        float widest = 0;
        for (Labelled pair : pairs) {
            if (!pair.label().isBlank()) {
                widest = Math.max(widest, Typesetter.width(pair.label(), Style.LABEL) + 10);
            }
        }
        return Math.min(widest, most);
    }

    /** A label at {@code x}, its value {@code indent} further right; both wrap to at most {@code most} lines. */
    Columns pair(Labelled pair, Style label, Style value, float x, float indent, float width, int most) {
        Style loud = pair.strong() ? value.heavy() : value;
        if (indent == 0) {
            return left(Typesetter.shrunk(pair.value(), loud, width, 0.85f, most), x);
        }
        List<Line> labels = Typesetter.lines(pair.label(), label, indent - 6, most);
        List<Line> values = Typesetter.shrunk(pair.value(), loud, width - indent, 0.85f, most);
        for (int i = 0; i < Math.max(labels.size(), values.size()); i++) {
            List<Placed> parts = new ArrayList<>(2);
            if (i < labels.size()) {
                parts.add(new Placed(labels.get(i), x));
            }
            if (i < values.size()) {
                parts.add(new Placed(values.get(i), x + indent));
            }
            level(new Level(parts, loud.leading()));
        }
        return this;
    }

    private Columns level(Level level) {
        columns.getLast().add(level);
        return this;
    }

    float height() {
        float highest = 0;
        for (List<Level> column : columns) {
            float sum = 0;
            for (Level level : column) {
                sum += level.leading();
            }
            highest = Math.max(highest, sum);
        }
        return highest;
    }

    /** All as one slice. */
    Slice whole() {
        return Slice.of(height(), this::draw);
    }

    /** As one slice, or line by line where that would be higher than {@code highest}. */
    List<Slice> slices(float highest) {
        return height() <= highest ? List.of(whole()) : cut();
    }

    void draw(Canvas canvas, float top) {
        draw(canvas, top, "Div");
    }

    /** Draws each column as an element of that type. */
    void draw(Canvas canvas, float top, String type) {
        for (List<Level> column : columns) {
            canvas.within(type, null, () -> {
                float y = top;
                for (Level level : column) {
                    if (type.equals("Div") && !level.parts().isEmpty()) {
                        float here = y;
                        canvas.within("P", null, () -> draw(level, canvas, here));
                    } else {
                        draw(level, canvas, y);
                    }
                    y += level.leading();
                }
            });
        }
    }

    /** One slice for each level, so that a page may end between them. */
    List<Slice> cut() {
        List<Slice> slices = new ArrayList<>();
        int most = columns.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < most; i++) {
            List<Level> row = new ArrayList<>();
            float height = 0;
            for (List<Level> column : columns) {
                if (i < column.size()) {
                    row.add(column.get(i));
                    height = Math.max(height, column.get(i).leading());
                }
            }
            slices.add(Slice.of(height, (canvas, top) -> row.forEach(level -> draw(level, canvas, top))));
        }
        return slices;
    }

    private static void draw(Level level, Canvas canvas, float top) {
        for (Placed part : level.parts()) {
            float drop = (level.leading() - part.line().style().leading()) / 2;
            canvas.text(part.line(), part.x(), top + Math.max(0, drop));
        }
    }
}
