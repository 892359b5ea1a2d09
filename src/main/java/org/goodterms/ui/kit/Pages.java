package org.goodterms.ui.kit;

import java.util.List;
import javafx.geometry.Dimension2D;

/**
 * The pages of a PDF, for a {@link PdfPreview}.
 *
 * @param sizes   of each page, in points
 * @param drawing draws one page
 */
public record Pages(List<Dimension2D> sizes, PageImage.Drawing drawing) {
    public Pages {
        sizes = List.copyOf(sizes);
    }

    /** Makes pictures of a PDF's pages; called away from the window's thread. */
    @FunctionalInterface
    public interface Reading {
        Pages read(byte[] pdf);
    }
}
