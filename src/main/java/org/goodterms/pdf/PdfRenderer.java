package org.goodterms.pdf;

import java.util.List;

/**
 * Makes a PDF of a page description. Holds nothing between documents but the parsed fonts, which all renderers of the
 * process share; may be used from several threads.
 */
public final class PdfRenderer {

    /**
     * The bytes of the PDF: PDF/A-2a, tagged for readers who hear it, all fonts embedded, the same for the same description.
     *
     * @throws java.io.UncheckedIOException never for what a text contains; only where memory cannot be written
     */
    public byte[] render(PageDescription page) {
        Sheet sheet = Sheet.of(page.paper());
        Inks inks = new Inks();
        List<Slice> body = new BodyLayout(sheet.left(), sheet.width(), Look.of(page.letterhead())).slices(page.body());
        List<Canvas> pages = new Paging(page, new Frame(page, sheet), inks).pages(body);
        return new PdfFile(page, inks).bytes(pages);
    }
}
