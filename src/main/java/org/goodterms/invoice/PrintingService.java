package org.goodterms.invoice;

import java.util.ArrayList;
import java.util.List;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Progress;
import org.goodterms.pdf.Printing;

/** Prints documents as they were archived. For long work: call it off the screen's thread. */
public final class PrintingService {
    private final PaperService papers;
    private final Printing printing;

    public PrintingService(PaperService papers, Printing printing) {
        this.papers = papers;
        this.printing = printing;
    }

    /**
     * Asks once for a printer and prints all pages of these documents, one document after the other.
     *
     * @return how many documents were printed, 0 where the person cancelled; refused where a page cannot be made, or with
     *         {@code pdf.no_printer} and {@code pdf.print_failed}
     */
    public Outcome<Integer> print(String title, List<Id<Document>> documents, Progress progress) {
        List<byte[]> pages = new ArrayList<>();
        for (Id<Document> document : documents) {
            progress.stopIfCancelled();
            Outcome<byte[]> pdf = papers.pdf(document);
            if (!pdf.isOk()) {
                return Outcome.refused(pdf.problems());
            }
            pages.add(pdf.orThrow());
            progress.at(pages.size(), documents.size(), "invoice.making_pages");
        }
        return printing.print(title, pages).map(printed -> printed ? pages.size() : 0);
    }
}
