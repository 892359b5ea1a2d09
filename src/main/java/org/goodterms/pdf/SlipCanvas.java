package org.goodterms.pdf;

import java.util.ArrayList;
import java.util.List;
import net.codecrete.qrbill.canvas.Canvas.LineStyle;

/** Draws a Swiss payment slip, as its library lays it out in millimetres from the lower left, on one of our pages. */
final class SlipCanvas implements net.codecrete.qrbill.canvas.Canvas {
    private static final double POINTS = 72 / 25.4;
    private static final double ASCENDER = 0.8;
    private final Canvas canvas;
    private Shape shape = new Shape();
    private double left;
    private double lower;
    private double across = 1;
    private double up = 1;

    SlipCanvas(Canvas canvas) {
        this.canvas = canvas;
    }

    @Override
    public void setTransformation(double x, double y, double rotation, double scaleX, double scaleY) {
        left = x * POINTS;
        lower = y * POINTS;
        across = scaleX * POINTS;
        up = scaleY * POINTS;
    }

    private float x(double millimetres) {
        return (float) (left + millimetres * across);
    }

    private float y(double millimetres) {
        return (float) (lower + millimetres * up);
    }

    private static Style style(int size, boolean bold) {
        return new Style(bold, size, size, new Accent(0, 0, 0));
    }

    @Override
    public void putText(String text, double x, double y, int size, boolean bold) {
        Style style = style(size, bold);
        canvas.text(Typesetter.line(text, style), x(x), canvas.height() - y(y) - style.baseline());
    }

    @Override
    public void putTextLines(String[] lines, double x, double y, int size, double leading) {
        double down = y;
        for (String line : lines) {
            putText(line, x, down, size, false);
            down -= getLineHeight(size) + leading;
        }
    }

    @Override
    public void startPath() {
        shape = new Shape();
    }

    @Override
    public void moveTo(double x, double y) {
        shape.move(x(x), y(y));
    }

    @Override
    public void lineTo(double x, double y) {
        shape.line(x(x), y(y));
    }

    @Override
    public void cubicCurveTo(double x1, double y1, double x2, double y2, double x, double y) {
        shape.curve(x(x1), y(y1), x(x2), y(y2), x(x), y(y));
    }

    @Override
    public void addRectangle(double x, double y, double width, double height) {
        shape.rectangle(x(x), y(y), (float) (width * across), (float) (height * up));
    }

    @Override
    public void closeSubpath() {
        shape.close();
    }

    @Override
    public void fillPath(int colour, boolean smooth) {
        canvas.shape(shape, accent(colour));
    }

    @Override
    public void strokePath(double width, int colour, LineStyle style, boolean smooth) {
        String dash = switch (style) {
            case Dashed -> "[4 4] 0";
            case Dotted -> "[1 3] 0";
            default -> "[] 0";
        };
        canvas.stroke(shape, (float) width, dash, accent(colour));
    }

    private static Accent accent(int colour) {
        return new Accent(colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF);
    }

    @Override
    public double getAscender(int size) {
        return size * ASCENDER / POINTS;
    }

    @Override
    public double getDescender(int size) {
        return size * (1 - ASCENDER) / POINTS;
    }

    @Override
    public double getLineHeight(int size) {
        return size / POINTS;
    }

    @Override
    public double getTextWidth(CharSequence text, int size, boolean bold) {
        return Typesetter.width(text.toString(), style(size, bold)) / POINTS;
    }

    @Override
    public String[] splitLines(String text, double room, int size) {
        return text.lines().flatMap(line -> wrapped(line, room, style(size, false)).stream()).toArray(String[]::new);
    }

    private static List<String> wrapped(String text, double room, Style style) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && Typesetter.width(longer, style) > room * POINTS) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    @Override
    public void close() {
        // nothing to close: the page belongs to its document
    }
}
