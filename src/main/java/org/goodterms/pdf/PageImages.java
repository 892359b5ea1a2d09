package org.goodterms.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The pages of a PDF as pictures, for a preview. Not thread-safe: one preview, one object. Close it after use. */
public final class PageImages implements AutoCloseable {
    private static final float POINTS_PER_INCH = 72;
    private final PDDocument document;
    private final PDFRenderer renderer;

    /** One page as colours: {@code argb} holds a row after the other, four bytes a pixel, as JavaFX takes them. */
    public record Pixels(int width, int height, int[] argb) {
    }

    /** @throws UncheckedIOException where the bytes are no PDF */
    public PageImages(byte[] pdf) {
        try {
            document = Loader.loadPDF(pdf);
            renderer = new PDFRenderer(document);
        } catch (IOException e) {
            throw new UncheckedIOException("not a PDF", e);
        }
    }

    public int count() {
        return document.getNumberOfPages();
    }

    /** Width of a page in points (1/72 inch); pages count from 0. */
    public float width(int page) {
        return document.getPage(page).getMediaBox().getWidth();
    }

    /** Height of a page in points. */
    public float height(int page) {
        return document.getPage(page).getMediaBox().getHeight();
    }

    /** Pages count from 0; 96 dots per inch is the size on an ordinary screen. */
    public BufferedImage image(int page, float dotsPerInch) {
        try {
            return renderer.renderImage(page, dotsPerInch / POINTS_PER_INCH, ImageType.RGB);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Pixels pixels(int page, float dotsPerInch) {
        BufferedImage image = image(page, dotsPerInch);
        int width = image.getWidth();
        int height = image.getHeight();
        return new Pixels(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    public byte[] png(int page, float dotsPerInch) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image(page, dotsPerInch), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
