package org.goodterms.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

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
    private static final int END_OF_PNG = 0x49454E44;
    private static final int TRAILER = 1024;
    /** A firm prints with one logo: made ready once, not for each document. Of equal bytes any logo is the same. */
    private static final AtomicReference<@Nullable Logo> LATEST = new AtomicReference<>();
    private final int width;
    private final int height;
    private final byte[] png;
    /** As it stands in a PDF, compressed once. */
    private final Template prepared;

    private Logo(BufferedImage picture) throws IOException {
        this.width = picture.getWidth();
        this.height = picture.getHeight();
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
        Logo latest = LATEST.get();
        if (latest != null && Arrays.equals(latest.png, file)) {
            return Outcome.ok(latest);
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Outcome.refused(Problem.at("logo", "pdf.logo_kind"));
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return isWhole(file) ? read(reader) : Outcome.refused(Problem.at("logo", "pdf.logo_broken"));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return Outcome.refused(Problem.at("logo", "pdf.logo_broken"));
        }
    }

    /** A PNG has its last chunk, a JPEG its end mark; readers show a part without it as if nothing were missing. */
    private static boolean isWhole(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        if (bytes.get(0) == (byte) 0xFF) {
            for (int i = file.length - 2; i >= Math.max(0, file.length - TRAILER); i--) {
                if (bytes.getShort(i) == (short) 0xFFD9) {
                    return true;
                }
            }
            return false;
        }
        for (long at = 8; at + 12 <= file.length; ) {
            if (bytes.getInt((int) at + 4) == END_OF_PNG) {
                return true;
            }
            at += 12L + Integer.toUnsignedLong(bytes.getInt((int) at));
        }
        return !(bytes.get(0) == (byte) 0x89);
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
        Logo logo = new Logo(onWhite(reader.read(0)));
        LATEST.set(logo);
        return Outcome.ok(logo);
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

    private static Template prepare(BufferedImage picture) throws IOException {
        try (PDDocument scratch = new PDDocument()) {
            return Template.of(LosslessFactory.createFromImage(scratch, picture).getCOSObject());
        }
    }

    /** Pixels. */
    public int width() {
        return width;
    }

    /** Pixels. */
    public int height() {
        return height;
    }

    /** What to store: a PNG file. */
    public byte[] bytes() {
        return png.clone();
    }

    COSBase image(PDDocument document) {
        return prepared.copy(document);
    }
}
