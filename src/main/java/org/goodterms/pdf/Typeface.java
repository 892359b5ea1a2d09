package org.goodterms.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** One font, parsed once: which glyph draws a character, and how far it advances. */
final class Typeface {
    private static final int OFTEN = 0x530;
    private static final BitSet USUAL = new BitSet();
    private final String name;
    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final int[] often = new int[OFTEN];
    private final float[] advances;
    private @Nullable Template usual;

    static {
        USUAL.set(' ', 0x7F);
        "\u00A0\u00A3\u00A7\u00AB\u00B0\u00B2\u00B7\u00BB\u00D7\u2013\u2014\u2018\u2019\u201C\u201D\u201E\u2022\u2026\u20AC\u2212"
                .chars().forEach(USUAL::set);
        "\u00C4\u00D6\u00DC\u00C5\u00C6\u00C7\u00C9\u00D1\u00D8\u00DF\u00E0\u00E1\u00E2\u00E3\u00E4\u00E5\u00E6\u00E7\u00E8\u00E9\u00EA\u00EB\u00ED\u00EE\u00EF\u00F1\u00F3\u00F4\u00F5\u00F6\u00F8\u00F9\u00FA\u00FB\u00FC"
                .chars().forEach(USUAL::set);
    }

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

    /** The fonts of a file of this computer that a PDF may embed; none where it cannot be read or its outlines do not do. */
    static List<Typeface> ofComputer(Path file) {
        List<Typeface> faces = new ArrayList<>();
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".ttc")) {
                new TrueTypeCollection(new ByteArrayInputStream(bytes)).processAllFonts(font -> take(faces, font));
            } else {
                take(faces, new OTFParser().parse(new RandomAccessReadBuffer(bytes)));
            }
        } catch (IOException | RuntimeException e) {
            return List.copyOf(faces);
        }
        return List.copyOf(faces);
    }

    private static void take(List<Typeface> faces, TrueTypeFont font) throws IOException {
        boolean outlines = font.getTableMap().containsKey("glyf");
        boolean mayEmbed = font.getOS2Windows() == null || (font.getOS2Windows().getFsType() & 0x000F) != 2
                && (font.getOS2Windows().getFsType() & 0x0300) == 0;
        if (outlines && mayEmbed) {
            faces.add(new Typeface(font.getName(), font));
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

    /**
     * The font as a document embeds it: what it used of it, or, where that is only usual characters, all of these, made
     * and compressed once for all documents.
     */
    synchronized COSBase embed(PDDocument document, BitSet characters) throws IOException {
        BitSet unusual = (BitSet) characters.clone();
        unusual.andNot(USUAL);
        if (!unusual.isEmpty()) {
            return cut(document, characters);
        }
        if (usual == null) {
            try (PDDocument scratch = new PDDocument()) {
                usual = Template.of(cut(scratch, USUAL));
            }
        }
        return usual.copy(document);
    }

    private COSBase cut(PDDocument document, BitSet characters) throws IOException {
        PDType0Font embedded = PDType0Font.load(document, font, true);
        characters.stream().filter(character -> glyph(character) != 0).forEach(embedded::addToSubset);
        embedded.subset();
        return embedded.getCOSObject();
    }

    @Override
    public String toString() {
        return name;
    }
}
