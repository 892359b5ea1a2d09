package org.goodterms;

import java.util.stream.IntStream;
import javafx.geometry.Dimension2D;
import org.goodterms.pdf.PageImages;
import org.goodterms.ui.kit.PageImage;
import org.goodterms.ui.kit.Pages;

/** Pages of a PDF as pictures for the window. The document is opened for each, so that pages may be drawn side by side. */
final class PagePictures {
    private static final double POINTS_PER_INCH = 72;

    private PagePictures() {
    }

    static Pages of(byte[] pdf) {
        try (PageImages images = new PageImages(pdf)) {
            return new Pages(IntStream.range(0, images.count())
                    .mapToObj(number -> new Dimension2D(images.width(number), images.height(number))).toList(),
                    (number, scale) -> draw(pdf, number, scale));
        }
    }

    private static PageImage draw(byte[] pdf, int number, double scale) {
        try (PageImages images = new PageImages(pdf)) {
            PageImages.Pixels pixels = images.pixels(number, (float) (POINTS_PER_INCH * scale));
            return new PageImage(pixels.width(), pixels.height(), pixels.argb());
        }
    }
}
