package org.goodterms.pdf;

import java.awt.GraphicsEnvironment;
import java.awt.print.Book;
import java.awt.print.Pageable;
import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.print.PrintServiceLookup;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.Orientation;
import org.apache.pdfbox.printing.PDFPageable;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/** Sends a PDF to a printer, which the person chooses in the dialog of the system. Blocks until the job is handed over. */
public final class Printing {

    /** The dialog of the system and the job that follows; false where the person cancelled. */
    public interface Dialog {
        boolean print(String title, Pageable pages) throws PrinterException;
    }

    private final BooleanSupplier ready;
    private final Dialog dialog;

    /** With the printers of this computer. */
    public Printing() {
        this(Printing::hasPrinter, Printing::ask);
    }

    /** @param ready false where nobody could be asked or no printer is set up */
    public Printing(BooleanSupplier ready, Dialog dialog) {
        this.ready = ready;
        this.dialog = dialog;
    }

    /**
     * Asks for a printer and prints, pages at their own size.
     *
     * @return whether it was printed (false: the person cancelled); refused with {@code pdf.no_printer} where there is
     *         none, {@code pdf.print_failed} where the printer did not take it
     */
    public Outcome<Boolean> print(String title, byte[] pdf) {
        return print(title, List.of(pdf));
    }

    /** As {@link #print(String, byte[])}, several documents one after the other; the person is asked once. */
    public Outcome<Boolean> print(String title, List<byte[]> pdfs) {
        if (!ready.getAsBoolean()) {
            return Outcome.refused(Problem.of("pdf.no_printer"));
        }
        List<PDDocument> open = new ArrayList<>();
        try {
            Book pages = new Book();
            for (byte[] pdf : pdfs) {
                PDDocument document = Loader.loadPDF(pdf);
                open.add(document);
                PDFPageable all = new PDFPageable(document, Orientation.AUTO);
                for (int i = 0; i < all.getNumberOfPages(); i++) {
                    pages.append(all.getPrintable(i), all.getPageFormat(i));
                }
            }
            return Outcome.ok(dialog.print(title, pages));
        } catch (IOException | PrinterException e) {
            return Outcome.refused(Problem.of("pdf.print_failed", String.valueOf(e.getMessage())));
        } finally {
            open.forEach(IOUtils::closeQuietly);
        }
    }

    private static boolean hasPrinter() {
        return !GraphicsEnvironment.isHeadless() && PrintServiceLookup.lookupPrintServices(null, null).length > 0;
    }

    private static boolean ask(String title, Pageable pages) throws PrinterException {
        PrinterJob job = PrinterJob.getPrinterJob();
        job.setJobName(title);
        job.setPageable(pages);
        if (!job.printDialog()) {
            return false;
        }
        job.print();
        return true;
    }
}
