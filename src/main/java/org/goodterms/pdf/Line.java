package org.goodterms.pdf;

import java.util.List;

/** One line of set text. */
record Line(List<Typefaces.Run> runs, float width, Style style) {

    static Line empty(Style style) {
        return new Line(List.of(), 0, style);
    }
}
