package org.goodterms.pdf;

/** How text looks: weight, size in points, colour, and the distance from line to line in points. */
record Style(boolean bold, float size, float leading, Accent colour) {
    static final Accent INK = new Accent(0x1C, 0x22, 0x28);
    static final Accent QUIET = new Accent(0x5E, 0x68, 0x72);
    static final Accent HAIRLINE = new Accent(0xD3, 0xD8, 0xDC);

    static final Style BODY = new Style(false, 9.5f, 14f, INK);
    static final Style STRONG = new Style(true, 9.5f, 14f, INK);
    static final Style CELL = new Style(false, 9f, 12.5f, INK);
    static final Style CELL_STRONG = new Style(true, 9f, 12.5f, INK);
    static final Style DETAIL = new Style(false, 8f, 11f, QUIET);
    static final Style LABEL = new Style(false, 8f, 12.5f, QUIET);
    static final Style COLUMN = new Style(true, 8f, 11f, QUIET);
    static final Style FOOT = new Style(false, 7f, 9.5f, QUIET);

    Style in(Accent other) {
        return new Style(bold, size, leading, other);
    }

    Style sized(float points) {
        return new Style(bold, points, leading * points / size, colour);
    }

    Style heavy() {
        return new Style(true, size, leading, colour);
    }

    /** From the top of a line to its baseline: the letters stand in the middle of the leading. */
    float baseline() {
        return (leading + size * 0.7f) / 2;
    }
}
