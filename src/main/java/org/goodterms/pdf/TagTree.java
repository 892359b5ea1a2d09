package org.goodterms.pdf;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Writes the elements of a document into its file. */
final class TagTree {
    private static final COSName KIDS = COSName.K;
    private final Tags tags;
    private final List<PDPage> pages;
    private final Map<Tags.Element, COSDictionary> written = new IdentityHashMap<>();

    private TagTree(Tags tags, List<PDPage> pages) {
        this.tags = tags;
        this.pages = pages;
    }

    static void write(Tags tags, List<PDPage> pages, PDDocument document) {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary marks = new COSDictionary();
        marks.setItem(COSName.getPDFName("Marked"), COSBoolean.TRUE);
        marks.setDirect(true);
        catalog.setItem(COSName.MARK_INFO, marks);
        catalog.setItem(COSName.STRUCT_TREE_ROOT, new TagTree(tags, pages).root());
    }

    private COSDictionary root() {
        COSDictionary root = new COSDictionary();
        root.setItem(COSName.TYPE, COSName.STRUCT_TREE_ROOT);
        root.setItem(KIDS, element(tags.root(), root));
        COSArray numbers = new COSArray();
        for (int page = 0; page < pages.size(); page++) {
            COSArray of = new COSArray();
            tags.marked(page).forEach(element -> of.add(written.get(element)));
            numbers.add(COSInteger.get(page));
            numbers.add(of);
            pages.get(page).getCOSObject().setItem(COSName.STRUCT_PARENTS, COSInteger.get(page));
            pages.get(page).getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        }
        COSDictionary parents = new COSDictionary();
        parents.setItem(COSName.NUMS, numbers);
        root.setItem(COSName.PARENT_TREE, parents);
        root.setItem(COSName.getPDFName("ParentTreeNextKey"), COSInteger.get(pages.size()));
        return root;
    }

    private COSDictionary element(Tags.Element element, COSDictionary parent) {
        COSDictionary written = new COSDictionary();
        this.written.put(element, written);
        written.setItem(COSName.S, COSName.getPDFName(element.type));
        written.setItem(COSName.P, parent);
        if (!element.alt.isEmpty()) {
            written.setItem(COSName.ALT, new COSString(element.alt));
        }
        int home = element.kids.stream().filter(Tags.Mark.class::isInstance).map(kid -> ((Tags.Mark) kid).page()).findFirst().orElse(-1);
        if (home >= 0) {
            written.setItem(COSName.PG, pages.get(home));
        }
        COSArray kids = new COSArray();
        for (Object kid : element.kids) {
            if (kid instanceof Tags.Mark mark) {
                kids.add(mark(mark, home));
            } else if (((Tags.Element) kid).says()) {
                kids.add(element((Tags.Element) kid, written));
            }
        }
        if (kids.size() > 0) {
            written.setItem(KIDS, kids.size() == 1 ? kids.get(0) : kids);
        }
        return written;
    }

    private COSBase mark(Tags.Mark mark, int home) {
        if (mark.page() == home) {
            return COSInteger.get(mark.number());
        }
        COSDictionary elsewhere = new COSDictionary();
        elsewhere.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
        elsewhere.setItem(COSName.PG, pages.get(mark.page()));
        elsewhere.setItem(COSName.MCID, COSInteger.get(mark.number()));
        return elsewhere;
    }
}
