package org.goodterms.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a document is made of, for readers who hear it: elements in the order in which they are drawn, each with the marks of
 * its content on the pages (PDF 1.7, section 14.7). What is drawn outside of any element and is no text is decoration.
 */
final class Tags {
    /** A piece of content on a page. */
    record Mark(int page, int number) {
    }

    /** One element; its kids are marks and elements. */
    static final class Element {
        final String type;
        final String alt;
        final List<Object> kids = new ArrayList<>();

        Element(String type, String alt) {
            this.type = type;
            this.alt = alt;
        }

        /** Cells stand even where they are empty, so that those beside them keep their column. */
        boolean says() {
            return type.equals("TD") || type.equals("TH") || kids.stream().anyMatch(kid -> kid instanceof Mark || ((Element) kid).says());
        }
    }

    private final Element root = new Element("Document", "");
    private final Map<Object, Element> known = new IdentityHashMap<>();
    private final Map<Integer, List<Element>> marked = new HashMap<>();
    private Element open = root;
    private int pages;
    private boolean silent;

    Element root() {
        return root;
    }

    int nextPage() {
        return pages++;
    }

    /** The elements of the marks of a page, by number. */
    List<Element> marked(int page) {
        return marked.getOrDefault(page, List.of());
    }

    /**
     * Draws inside of an element.
     *
     * @param again by what it is known; the same thing goes on with the element it began, on whatever page; null for a new one
     */
    void within(String type, @Nullable Object again, Runnable drawing) {
        if (silent) {
            drawing.run();
            return;
        }
        Element before = open;
        open = again == null ? begun(type, "") : known.computeIfAbsent(again, thing -> begun(type, ""));
        drawing.run();
        open = before;
    }

    private Element begun(String type, String alt) {
        Element element = new Element(type, alt);
        open.kids.add(element);
        return element;
    }

    /** Draws what was said before: the head and foot of later pages, headings repeated. */
    void silently(Runnable drawing) {
        boolean before = silent;
        silent = true;
        drawing.run();
        silent = before;
    }

    /** What begins a piece of text, as operators; a paragraph of its own where no element of text is open. */
    String text(int page) {
        boolean holds = !List.of("Document", "Table", "TR", "Div", "Sect").contains(open.type);
        return silent ? "/Artifact BMC " : mark(page, holds ? open : begun("P", ""));
    }

    /** What begins a picture with what it shows in words. */
    String figure(int page, String alt) {
        return silent ? "/Artifact BMC " : mark(page, begun("Figure", alt));
    }

    private String mark(int page, Element element) {
        List<Element> there = marked.computeIfAbsent(page, p -> new ArrayList<>());
        element.kids.add(new Mark(page, there.size()));
        there.add(element);
        return "/" + element.type + " <</MCID " + (there.size() - 1) + ">> BDC ";
    }
}
