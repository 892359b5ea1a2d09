package org.goodterms.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * The shipped fonts: IBM Plex Sans in two weights for Latin, Greek and Cyrillic (its figures are all of one width), then
 * DejaVu Sans and Noto Sans Symbols 2 for what it lacks, and at last the fonts of this computer, for Chinese, Japanese,
 * Korean and others. Parsed once, all but the first only when a text needs them.
 */
final class Typefaces {
    /** Stands for what no font can draw. */
    static final int BOX = 0x25A1;

    private Typefaces() {
    }

    private static final class Regular {
        static final Typeface FACE = Typeface.shipped("IBMPlexSans-Regular");
    }

    private static final class Bold {
        static final Typeface FACE = Typeface.shipped("IBMPlexSans-SemiBold");
    }

    private static final class Wide {
        static final Typeface FACE = Typeface.shipped("DejaVuSans");
    }

    private static final class Symbols {
        static final Typeface FACE = Typeface.shipped("NotoSansSymbols2-Regular");
    }

    private static final class Computer {
        static final SystemFonts FONTS = new SystemFonts(SystemFonts.usual());
    }

    /** Cuts a line into runs of one font each; characters without a glyph become {@link #BOX}. */
    static List<Run> runs(int[] characters, boolean bold) {
        Typeface main = bold ? Bold.FACE : Regular.FACE;
        List<Run> runs = new ArrayList<>(1);
        int from = 0;
        while (from < characters.length) {
            Typeface face = faceOf(characters[from], main);
            int to = from + 1;
            while (to < characters.length && faceOf(characters[to], main) == face) {
                to++;
            }
            runs.add(Run.of(face, characters, from, to));
            from = to;
        }
        return runs;
    }

    /** The width of one character, in parts of the font size. */
    static float advance(int character, boolean bold) {
        Typeface face = faceOf(character, bold ? Bold.FACE : Regular.FACE);
        int glyph = face.glyph(character);
        return face.advance(glyph == 0 ? face.glyph(BOX) : glyph);
    }

    /** Whether some font has a glyph for it. */
    static boolean draws(int character) {
        return Regular.FACE.glyph(character) != 0 || Wide.FACE.glyph(character) != 0 || Symbols.FACE.glyph(character) != 0
                || Computer.FONTS.drawing(character) != null;
    }

    private static Typeface faceOf(int character, Typeface main) {
        if (main.glyph(character) != 0) {
            return main;
        }
        if (Wide.FACE.glyph(character) != 0) {
            return Wide.FACE;
        }
        if (Symbols.FACE.glyph(character) != 0) {
            return Symbols.FACE;
        }
        Typeface own = character == BOX ? null : Computer.FONTS.drawing(character);
        return own == null ? Wide.FACE : own;
    }

    /** Characters of one font beside each other, with their glyphs. */
    record Run(Typeface face, int[] characters, int[] glyphs) {

        private static Run of(Typeface face, int[] text, int from, int to) {
            int[] characters = new int[to - from];
            int[] glyphs = new int[to - from];
            for (int i = from; i < to; i++) {
                int glyph = face.glyph(text[i]);
                characters[i - from] = glyph == 0 ? BOX : text[i];
                glyphs[i - from] = glyph == 0 ? face.glyph(BOX) : glyph;
            }
            return new Run(face, characters, glyphs);
        }
    }
}
