package org.goodterms.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What a reader finds in a PDF: its text page by page, and where each letter stands. */
final class PdfText {

    /** A letter in points from the upper left corner of its page; {@code bottom} is its baseline. */
    record Letter(int page, String text, float left, float right, float top, float bottom) {
    }

    private PdfText() {
    }

    static List<String> pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                pages.add(stripper.getText(document));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Letter> letters(byte[] pdf) {
        List<Letter> letters = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition at) {
                    if (!at.getUnicode().isBlank()) {
                        float size = at.getFontSizeInPt();
                        letters.add(new Letter(getCurrentPageNo(), at.getUnicode(), at.getXDirAdj(),
                                at.getXDirAdj() + at.getWidthDirAdj(), at.getYDirAdj() - size * 0.5f, at.getYDirAdj()));
                    }
                }
            }.getText(document);
            return letters;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
