package org.goodterms.bench;

import java.lang.management.ManagementFactory;
import org.goodterms.pdf.Accent;
import org.goodterms.pdf.PageDescription;
import org.goodterms.pdf.Paper;
import org.goodterms.pdf.PdfRenderer;
import org.goodterms.pdf.SamplePages;

/** Invoices of ten lines on one A4 page, each its own PDF: pages a second when warm, bytes, memory held. */
public final class PdfBench {
    private static final int WARM = 1500;
    private static final int TIMED = 3000;

    private PdfBench() {
    }

    public static void main(String[] args) {
        PageDescription invoice = SamplePages.invoice(Paper.A4, 10, null, Accent.USUAL);
        PdfRenderer renderer = new PdfRenderer();
        long firstBusy = busy();
        long start = System.nanoTime();
        int bytes = renderer.render(invoice).length;
        long first = System.nanoTime() - start;
        firstBusy = busy() - firstBusy;
        start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            renderer.render(invoice);
        }
        long hundred = System.nanoTime() - start;
        for (int i = 0; i < WARM; i++) {
            renderer.render(invoice);
        }
        start = System.nanoTime();
        long busy = busy();
        for (int i = 0; i < TIMED; i++) {
            renderer.render(invoice);
        }
        long warm = System.nanoTime() - start;
        busy = busy() - busy;
        System.gc();
        long held = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf("pdf: first %d ms (%d of processor time), next 100 in %d ms, warm %.0f pages/s "
                        + "(%.0f a second of processor time), %.1f KB each, "
                        + "heap held %d MB%n",
                first / 1_000_000, firstBusy / 1_000_000, hundred / 1_000_000, TIMED * 1e9 / warm, TIMED * 1e9 / busy,
                bytes / 1024.0, held >> 20);
    }

    private static long busy() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
