package org.goodterms.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/**
 * A picture for the letterhead: read once, laid on white, scaled down to what print needs, and written anew, so that
 * nothing of the file it came from but its pixels lives on. What was accepted is accepted again unchanged.
 */
public final class Logo {
    /** Bytes. */
    public static final int LARGEST_FILE = 5 * 1024 * 1024;
    /** Pixels of either side of what is taken in. */
    public static final int LARGEST_SIDE = 4000;
    private static final int KEPT_SIDE = 900;
    private final BufferedImage picture;
    private final byte[] png;
    private final Prepared prepared;

    /** The picture as it stands in a PDF, compressed once. */
    private record Prepared(COSStream stream, byte[] raw) {
    }

    private Logo(BufferedImage picture) throws IOException {
        this.picture = picture;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        this.png = out.toByteArray();
        this.prepared = prepare(picture);
    }

    /**
     * Takes a PNG or JPEG file of at most 5 MB and 4000 pixels a side. Its size is read before its pixels are.
     *
     * @return refused with {@code pdf.logo_empty}, {@code pdf.logo_large}, {@code pdf.logo_kind},
     *         {@code pdf.logo_pixels} or {@code pdf.logo_broken}, each at the field {@code logo}
     */
    public static Outcome<Logo> accept(byte[] file) {
        if (file.length == 0) {
            return Outcome.refused(Problem.at("logo", "pdf.logo_empty"));
        }
        if (file.length > LARGEST_FILE) {
            return Outcome.refused(Problem.at("logo", "pdf.logo_large", (file.length + 1023) / 1024,
                    LARGEST_FILE / 1024));
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Outcome.refused(Problem.at("logo", "pdf.logo_kind"));
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return read(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return Outcome.refused(Problem.at("logo", "pdf.logo_broken"));
        }
    }

    private static Outcome<Logo> read(ImageReader reader) throws IOException {
        String kind = reader.getFormatName().toLowerCase(Locale.ROOT);
        if (!kind.equals("png") && !kind.equals("jpeg")) {
            return Outcome.refused(Problem.at("logo", "pdf.logo_kind"));
        }
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > LARGEST_SIDE || height > LARGEST_SIDE) {
            return Outcome.refused(Problem.at("logo", "pdf.logo_pixels", width, height, LARGEST_SIDE));
        }
        return Outcome.ok(new Logo(onWhite(reader.read(0))));
    }

    private static BufferedImage onWhite(BufferedImage image) {
        float scale = Math.min(1, (float) KEPT_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, Math.round(image.getWidth() * scale));
        int height = Math.max(1, Math.round(image.getHeight() * scale));
        BufferedImage white = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = white.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return white;
    }

    private static Prepared prepare(BufferedImage picture) throws IOException {
        try (PDDocument scratch = new PDDocument()) {
            COSStream stream = LosslessFactory.createFromImage(scratch, picture).getCOSObject();
            try (var raw = stream.createRawInputStream()) {
                byte[] bytes = raw.readAllBytes();
                COSStream keys = new COSStream();
                stream.entrySet().forEach(entry -> keys.setItem(entry.getKey(), entry.getValue()));
                return new Prepared(keys, bytes);
            }
        }
    }

    /** Pixels. */
    public int width() {
        return picture.getWidth();
    }

    /** Pixels. */
    public int height() {
        return picture.getHeight();
    }

    /** What to store: a PNG file. */
    public byte[] bytes() {
        return png.clone();
    }

    PDImageXObject image(PDDocument document) {
        try {
            PDStream stream = new PDStream(document, new ByteArrayInputStream(prepared.raw()));
            COSStream copy = stream.getCOSObject();
            prepared.stream().entrySet().stream().filter(entry -> !entry.getKey().equals(COSName.LENGTH))
                    .forEach(entry -> copy.setItem(entry.getKey(), entry.getValue()));
            return new PDImageXObject(stream, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
