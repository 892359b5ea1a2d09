package org.goodterms.ui.kit;

/**
 * A drawn page.
 *
 * @param argb width x height colours, row by row
 */
public record PageImage(int width, int height, int[] argb) {

    /** Draws pages of a document. */
    @FunctionalInterface
    public interface Drawing {
        /**
         * @param page  from 0
         * @param scale pixels for each point (1/72 inch)
         */
        PageImage draw(int page, double scale) throws Exception;
    }
}
