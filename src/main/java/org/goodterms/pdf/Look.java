package org.goodterms.pdf;

/** What a layout and a colour make of the measures of a page; distances in points. */
record Look(Layout layout, Accent accent) {
    private static final Accent WHITE = new Accent(0xFF, 0xFF, 0xFF);
    private static final float SMALLER = 0.9f;
    private static final float BAND = Paper.mm(4);

    static Look of(Letterhead letterhead) {
        return new Look(letterhead.layout(), letterhead.accent());
    }

    boolean modern() {
        return layout == Layout.MODERN;
    }

    boolean compact() {
        return layout == Layout.COMPACT;
    }

    /** A style of text as this layout sets it. */
    Style set(Style style) {
        return compact() ? style.sized(style.size() * SMALLER) : style;
    }

    Style title() {
        return modern() ? new Style(true, 22, 28, accent.readable()) : new Style(true, compact() ? 14 : 19, compact() ? 18 : 25, Style.INK);
    }

    /** Headings of columns: on the filled head of a modern table in white. */
    Style column() {
        return modern() ? Style.COLUMN.in(WHITE) : set(Style.COLUMN);
    }

    /** Above and below the text of a row. */
    float padding() {
        return modern() ? 4f : compact() ? 0.8f : 2.6f;
    }

    /** Between blocks. */
    float gap(float usual) {
        return compact() ? usual * 0.7f : usual;
    }

    /** Behind and below the headings of a table. */
    void head(Canvas canvas, float left, float top, float width, float text) {
        if (modern()) {
            canvas.box(left - 6, top - 3, width + 12, text + 7, accent.readable());
        } else {
            canvas.rule(left, top + text + 4, width, compact() ? 0.5f : 0.8f, Style.INK);
        }
    }

    /** Below a row. */
    void row(Canvas canvas, float left, float bottom, float width, boolean sum) {
        if (!compact() || sum) {
            canvas.rule(left, bottom - 0.4f, width, 0.4f, Style.HAIRLINE);
        }
    }

    /** The ground of a piece of the panel to pay from. */
    void panel(Canvas canvas, float left, float top, float width, float height) {
        if (compact()) {
            canvas.box(left, top, 1.2f, height, accent);
        } else {
            canvas.box(left, top, width, height, accent.tint(modern() ? 0.1f : 0.07f));
            if (!modern()) {
                canvas.box(left, top, 3, height, accent);
            }
        }
    }

    /** Across the upper edge of every page. */
    void band(Canvas canvas, Paper paper) {
        if (modern()) {
            canvas.box(0, 0, paper.width(), BAND, accent);
        }
    }
}
