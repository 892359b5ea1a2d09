package org.goodterms.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Pages as they were when somebody last looked at them: their text to the letter, their picture but for the edges of letters.
 * Run with {@code -Dgolden.write=true} to take the pages of today for good, after looking at them.
 */
class GoldenPagesTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final int DPI = 30;
    /** How far the grey of a point may be off where letters are drawn a hair differently, of 255. */
    private static final int EDGE = 60;
    /** Share of the points that may be off by more, in thousandths. */
    private static final int STRAY = 2;

    private static Map<String, PageDescription> pages() {
        Letterhead letterhead = SamplePages.letterhead(null, Accent.of("#1F6F5C"));
        Map<String, PageDescription> pages = new TreeMap<>();
        pages.put("invoice", SamplePages.invoice(Paper.A4, 4, null, Accent.of("#1F6F5C")));
        pages.put("invoice-long", SamplePages.invoice(Paper.A4, 40, null, Accent.of("#1F6F5C")));
        pages.put("invoice-letter", SamplePages.invoice(Paper.LETTER, 4, null, Accent.of("#1F6F5C")));
        pages.put("credit-note", SampleLetters.creditNote(letterhead));
        pages.put("reminder", SampleLetters.reminder(letterhead, Paper.A4));
        pages.put("statement-open-item", SampleLetters.statement(letterhead, false));
        pages.put("statement-balance-forward", SampleLetters.statement(letterhead, true));
        pages.put("aging", SampleLetters.aging(letterhead, Paper.A4_LANDSCAPE, 12));
        return pages;
    }

    @TestFactory
    Iterable<DynamicTest> pages_are_as_they_were() {
        return pages().entrySet().stream().map(page -> DynamicTest.dynamicTest(page.getKey(), () -> compare(page.getKey(), page.getValue()))).toList();
    }

    private static void compare(String name, PageDescription page) throws IOException {
        byte[] pdf = new PdfRenderer().render(page);
        String text = text(pdf);
        BufferedImage picture = picture(pdf);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(name + ".txt"), text);
            ImageIO.write(picture, "png", FOLDER.resolve(name + ".png").toFile());
        }
        assertThat(text).as(name + ": text").isEqualTo(Files.readString(FOLDER.resolve(name + ".txt"), StandardCharsets.UTF_8));
        BufferedImage known = ImageIO.read(FOLDER.resolve(name + ".png").toFile());
        assertThat(known.getWidth() + "x" + known.getHeight()).isEqualTo(picture.getWidth() + "x" + picture.getHeight());
        int off = 0;
        for (int y = 0; y < known.getHeight(); y++) {
            for (int x = 0; x < known.getWidth(); x++) {
                off += Math.abs((known.getRGB(x, y) & 0xFF) - (picture.getRGB(x, y) & 0xFF)) > EDGE ? 1 : 0;
            }
        }
        assertThat(off * 1000 / (known.getWidth() * known.getHeight())).as(name + ": points that differ, in thousandths").isLessThanOrEqualTo(STRAY);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace("\r", "");
        }
    }

    /** The first page in greys. */
    private static BufferedImage picture(byte[] pdf) {
        try (PageImages pages = new PageImages(pdf)) {
            BufferedImage page = pages.image(0, DPI);
            BufferedImage grey = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
            grey.getGraphics().drawImage(page, 0, 0, null);
            return grey;
        }
    }
}
