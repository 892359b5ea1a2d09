package org.goodterms.pdf;

/**
 * A size of paper and where its envelope has the window. A4 follows DIN 5008 form B; Letter follows the US #10 window
 * envelope with the page folded in three. Landscape is for reports, which are not posted.
 */
public enum Paper {
    A4(210, 297), A4_LANDSCAPE(297, 210), LETTER(215.9f, 279.4f), LETTER_LANDSCAPE(279.4f, 215.9f);

    private static final float POINTS_PER_MM = 72 / 25.4f;
    private final float widthMm;
    private final float heightMm;

    Paper(float widthMm, float heightMm) {
        this.widthMm = widthMm;
        this.heightMm = heightMm;
    }

    float width() {
        return mm(widthMm);
    }

    float height() {
        return mm(heightMm);
    }

    boolean isAmerican() {
        return this == LETTER || this == LETTER_LANDSCAPE;
    }

    boolean isLandscape() {
        return widthMm > heightMm;
    }

    /** The same size turned for wide tables. */
    public Paper landscape() {
        return isAmerican() ? LETTER_LANDSCAPE : A4_LANDSCAPE;
    }

    /** Letter for the United States, Canada and Mexico, and the few others that use it; A4 for the rest of the world. */
    public static Paper usualIn(String countryCode) {
        return switch (countryCode) {
            case "US", "CA", "MX", "PH", "CL", "CO", "VE", "CR", "GT", "PA", "DO", "SV", "NI", "PR" -> LETTER;
            default -> A4;
        };
    }

    /** Millimetres in points, the unit of PDF. */
    static float mm(float millimetres) {
        return millimetres * POINTS_PER_MM;
    }
}
