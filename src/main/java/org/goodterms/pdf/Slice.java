package org.goodterms.pdf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the body that is never cut: a line of text, a table row, a distance.
 *
 * @param keep    stays on one page with the next slice
 * @param gap     nothing but distance; dropped at the top of a page
 * @param running the table it belongs to, whose heading is repeated on the next page; or null
 * @param carried the running sums after it, for {@code running}
 */
record Slice(float height, Ink ink, boolean keep, boolean gap, @Nullable Running running, List<String> carried) {

    /** Draws a slice whose upper edge is {@code top}. */
    interface Ink {
        void draw(Canvas canvas, float top);
    }

    /** What a table puts on a page where it goes on: its heading, and a line with the sums so far. */
    record Running(float headHeight, Ink head, float carryHeight, Carrying carrying) {
    }

    /** Draws the line of sums: carried forward at the foot of a page, brought forward at the head of the next. */
    interface Carrying {
        Ink line(String label, List<String> sums);
    }

    static Slice of(float height, Ink ink) {
        return new Slice(height, ink, false, false, null, List.of());
    }

    static Slice gap(float height) {
        return new Slice(height, (canvas, top) -> { }, false, true, null, List.of());
    }

    /** A gap across which no page ends. */
    static Slice bond(float height) {
        return new Slice(height, (canvas, top) -> { }, true, true, null, List.of());
    }

    Slice kept() {
        return new Slice(height, ink, true, gap, running, carried);
    }

    Slice in(Running table, List<String> sums) {
        return new Slice(height, ink, keep, gap, table, sums);
    }
}
