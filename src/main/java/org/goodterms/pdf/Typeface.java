package org.goodterms.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** One font, parsed once: which glyph draws a character, and how far it advances. */
final class Typeface {
    private static final int OFTEN = 0x530;
    private final String name;
    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final int[] often = new int[OFTEN];
    private final float[] advances;

    private Typeface(String name, TrueTypeFont font) throws IOException {
        this.name = name;
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
        for (int character = 0; character < OFTEN; character++) {
            often[character] = glyphs.getGlyphId(character);
        }
        advances = new float[font.getNumberOfGlyphs()];
        for (int glyph = 0; glyph < advances.length; glyph++) {
            advances[glyph] = Math.round(font.getAdvanceWidth(glyph) * 1000f / font.getUnitsPerEm()) / 1000f;
        }
    }

    static Typeface shipped(String name) {
        String path = "/fonts/" + name + ".ttf";
        try (InputStream in = Objects.requireNonNull(Typeface.class.getResourceAsStream(path), path)) {
            return new Typeface(name, new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** The glyph of a character, 0 where there is none. */
    int glyph(int character) {
        return character < OFTEN ? often[character] : glyphs.getGlyphId(character);
    }

    /** In parts of the font size. */
    float advance(int glyph) {
        return advances[glyph];
    }

    float width(int[] glyphsOfRun) {
        float sum = 0;
        for (int glyph : glyphsOfRun) {
            sum += advances[glyph];
        }
        return sum;
    }

    TrueTypeFont font() {
        return font;
    }

    @Override
    public String toString() {
        return name + Arrays.toString(new int[] {advances.length});
    }
}
