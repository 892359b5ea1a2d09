package org.goodterms.invoice;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
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

    /**
     * Writes the pages of many documents into a folder, each as a file of its number; a file of that name that is there is
     * left as it is. May be stopped between two of them; what is written stays.
     *
     * @param documents by number
     * @return how many were written; refused where a page cannot be made or a file cannot be written
     */
    public Outcome<Integer> save(Map<String, Id<Document>> documents, Path folder, Progress progress) {
        int written = 0;
        int seen = 0;
        for (Map.Entry<String, Id<Document>> document : documents.entrySet()) {
            progress.stopIfCancelled();
            Path file = folder.resolve(document.getKey().replaceAll("[^\\p{L}\\p{N}._-]", "-") + ".pdf");
            Outcome<byte[]> pdf = papers.pdf(document.getValue());
            if (!pdf.isOk()) {
                return Outcome.refused(pdf.problems());
            }
            try {
                Files.write(file, pdf.orThrow(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                written++;
            } catch (FileAlreadyExistsException e) {
                progress.stopIfCancelled();
            } catch (IOException e) {
                return Outcome.refused(Problem.of("window.not_written", file));
            }
            progress.at(++seen, documents.size(), "invoice.making_pages");
        }
        return Outcome.ok(written);
    }
}
