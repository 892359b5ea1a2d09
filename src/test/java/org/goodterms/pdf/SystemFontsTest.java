package org.goodterms.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemFontsTest {
    @TempDir
    Path folder;

    private Path font(String name) throws IOException {
        Path file = Files.createDirectories(folder.resolve("truetype/some")).resolve(name);
        try (var in = Objects.requireNonNull(SystemFonts.class.getResourceAsStream("/fonts/DejaVuSans.ttf"))) {
            Files.copy(in, file);
        }
        return file;
    }

    @Test
    void a_font_of_the_computer_draws_what_it_has_and_nothing_else() throws IOException {
        font("NotoSansCJK-Regular.ttf");
        SystemFonts fonts = new SystemFonts(List.of(folder));
        assertThat(fonts.drawing('\u05D0')).isNotNull();
        assertThat(fonts.drawing('\u05D0')).as("parsed once").isSameAs(fonts.drawing('\u05D1'));
        assertThat(fonts.drawing('\u65E5')).as("no such letter in it").isNull();
    }

    @Test
    void only_fonts_known_to_be_good_are_looked_at_and_a_broken_one_is_passed_over() throws IOException {
        font("Handwriting.ttf");
        assertThat(new SystemFonts(List.of(folder)).drawing('\u05D0')).isNull();
        Files.writeString(folder.resolve("msgothic.ttc"), "no font");
        Files.write(folder.resolve("malgun.ttf"), new byte[] {0, 1, 0, 0, 0, 9, 1, 2});
        assertThat(new SystemFonts(List.of(folder, folder.resolve("not there"))).drawing('\u05D0')).isNull();
        font("unifont.ttf");
        assertThat(new SystemFonts(List.of(folder)).drawing('\u05D0')).isNotNull();
    }

    @Test
    void a_font_of_the_computer_is_embedded_with_only_the_letters_used() throws IOException {
        font("unifont.ttf");
        Typeface face = Objects.requireNonNull(new SystemFonts(List.of(folder)).drawing('\u05D0'));
        try (PDDocument document = new PDDocument()) {
            document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            java.util.BitSet letters = new java.util.BitSet();
            letters.set(0x5D0);
            var fonts = new org.apache.pdfbox.pdmodel.PDResources();
            fonts.getCOSObject().setItem(org.apache.pdfbox.cos.COSName.FONT, face.embed(document, letters));
            document.getPage(0).setResources(fonts);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            assertThat(out.size()).isBetween(1_000, 60_000);
        }
    }

    @Test
    void japanese_is_drawn_where_this_computer_has_a_font_and_named_as_missing_where_it_has_none() {
        boolean has = new SystemFonts(SystemFonts.usual()).drawing('\u65E5') != null;
        assertThat(Lettering.missing("A\u65E5")).isEqualTo(has ? "" : "\u65E5");
        assumeTrue(has, "no font for Japanese lies on this computer");
        assertThat(Typefaces.runs("A\u65E5B".codePoints().toArray(), false)).hasSize(3);
    }
}
