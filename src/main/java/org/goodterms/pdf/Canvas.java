package org.goodterms.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One page being drawn. Distances are points from the left and upper edge; colours are sRGB. It writes the page's
 * content stream directly and notes in {@link Inks} which fonts and characters it used.
 */
final class Canvas {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
    private final float height;
    private final Inks inks;
    private final int page;
    private boolean picturing;
    private @Nullable Accent filling;
    private int font = -1;
    private float fontSize;

    Canvas(Paper paper, Inks inks) {
        this.height = paper.height();
        this.inks = inks;
        this.page = inks.tags().nextPage();
    }

    byte[] content() {
        return out.toByteArray();
    }

    /** Text with its left end at {@code x}, standing in a line whose upper edge is {@code top}. */
    void text(Line line, float x, float top) {
        if (line.runs().isEmpty()) {
            return;
        }
        fill(line.style().colour());
        write(inks.tags().text(page)).write("BT ");
        boolean first = true;
        for (Typefaces.Run run : line.runs()) {
            useFont(inks.use(run), line.style().size());
            if (first) {
                write(x).write(height - top - line.style().baseline()).write("Td ");
                first = false;
            }
            out.write('<');
            for (int glyph : run.glyphs()) {
                out.write(HEX[glyph >> 12 & 0xF]);
                out.write(HEX[glyph >> 8 & 0xF]);
                out.write(HEX[glyph >> 4 & 0xF]);
                out.write(HEX[glyph & 0xF]);
            }
            write("> Tj ");
        }
        write("ET EMC\n");
    }

    /** Text with its right end at {@code x}. */
    void textRight(Line line, float x, float top) {
        text(line, x - line.width(), top);
    }

    /** A filled rectangle. */
    void box(float x, float top, float width, float boxHeight, Accent colour) {
        fill(colour);
        decorated(() -> write(x).write(height - top - boxHeight).write(width).write(boxHeight).write("re f "));
    }

    /** A horizontal line, drawn downwards from {@code top}. */
    void rule(float x, float top, float width, float thickness, Accent colour) {
        box(x, top, width, thickness, colour);
    }

    /** A filled shape of one or more closed paths, already in points from the left and lower edge. */
    void shape(Shape shape, Accent colour) {
        fill(colour);
        decorated(() -> trace(shape).write("f "));
    }

    /** A stroked path; {@code dash} is a PDF dash pattern such as {@code [4 4] 0}, or {@code [] 0}. */
    void stroke(Shape shape, float width, String dash, Accent colour) {
        decorated(() -> stroked(shape, width, dash, colour));
    }

    private void stroked(Shape shape, float width, String dash, Accent colour) {
        write("q ").write(colour.red() / 255f).write(colour.green() / 255f).write(colour.blue() / 255f).write("RG ")
                .write(width).write("w " + dash + " d ");
        trace(shape).write("S Q ");
    }

    private Canvas trace(Shape shape) {
        for (Shape.Step step : shape.steps()) {
            for (float point : step.points()) {
                write(point);
            }
            write(step.operator() + " ");
        }
        return this;
    }

    float height() {
        return height;
    }

    void logo(float x, float top, float width, float logoHeight, String alt) {
        inks.useLogo();
        picture(alt, () -> write("q ").write(width).write("0 0 ").write(logoHeight).write(x).write(height - top - logoHeight)
                .write("cm /Logo Do Q "));
    }

    /** Draws what together makes a picture; {@code alt} says what it shows. */
    void picture(String alt, Runnable drawing) {
        write(inks.tags().figure(page, alt));
        picturing = true;
        drawing.run();
        picturing = false;
        write("EMC\n");
    }

    /** Draws inside of an element of the document; see {@link Tags#within}. */
    void within(String type, @Nullable Object again, Runnable drawing) {
        inks.tags().within(type, again, drawing);
    }

    /** Draws what readers who hear the document have heard already. */
    void silently(Runnable drawing) {
        inks.tags().silently(drawing);
    }

    /** Lines and areas say nothing, but as parts of a picture. */
    private void decorated(Runnable drawing) {
        if (picturing) {
            drawing.run();
        } else {
            write("/Artifact BMC ");
            drawing.run();
            write("EMC\n");
        }
    }

    private void fill(Accent colour) {
        if (!colour.equals(filling)) {
            write(colour.red() / 255f).write(colour.green() / 255f).write(colour.blue() / 255f).write("rg ");
            filling = colour;
        }
    }

    private void useFont(int number, float size) {
        if (number != font || size != fontSize) {
            write("/F" + number + " ").write(size).write("Tf ");
            font = number;
            fontSize = size;
        }
    }

    private Canvas write(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            out.write(ascii.charAt(i));
        }
        return this;
    }

    /** A number with at most three decimals, and a space. */
    private Canvas write(float number) {
        long thousandths = Math.round(number * 1000.0);
        if (thousandths < 0) {
            out.write('-');
            thousandths = -thousandths;
        }
        write(Long.toString(thousandths / 1000));
        int rest = (int) (thousandths % 1000);
        if (rest != 0) {
            out.write('.');
            out.write('0' + rest / 100);
            if (rest % 100 != 0) {
                out.write('0' + rest / 10 % 10);
            }
            if (rest % 10 != 0) {
                out.write('0' + rest % 10);
            }
        }
        out.write(' ');
        return this;
    }
}
