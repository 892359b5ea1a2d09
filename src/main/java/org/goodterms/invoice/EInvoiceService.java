package org.goodterms.invoice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodterms.einvoice.EInvoice;
import org.goodterms.einvoice.EInvoiceReader;
import org.goodterms.einvoice.EInvoiceWriter;
import org.goodterms.einvoice.Facts;
import org.goodterms.einvoice.Format;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** Issued documents as e-invoices, and e-invoices of others read. */
public final class EInvoiceService {
    private static final String FORMATS = "xrechnung-ubl, xrechnung-cii, facturx, peppol";
    private final InvoiceService.Rooms rooms;
    private final PaperService papers;
    private final DocumentStore store = new DocumentStore();

    public EInvoiceService(InvoiceService.Rooms rooms, PaperService papers) {
        this.rooms = rooms;
        this.papers = papers;
    }

    /**
     * What an e-invoice says.
     *
     * @param problems what is against its rules; empty for a valid one
     * @param facts    keys as the command line gives them; empty where it could not be read
     */
    public record Read(boolean valid, List<Problem> problems, Map<String, @Nullable Object> facts) {
    }

    /** Reads UBL, CII, or a PDF with one of them inside; never throws for what stands in the file. */
    public static Read read(byte[] file) {
        EInvoiceReader.Reading reading = EInvoiceReader.read(file);
        return new Read(reading.valid(), reading.problems(), reading.facts().map(Facts::asMap).orElse(Map.of()));
    }

    /**
     * An issued document as an e-invoice: XML, or for {@code facturx} its archived page with the XML inside.
     *
     * @param format xrechnung-ubl, xrechnung-cii, facturx or peppol
     * @return refused where the format wants what is not known, each a problem naming it
     */
    public Outcome<byte[]> export(String number, String format) {
        Optional<Format> known = Format.of(format);
        if (known.isEmpty()) {
            return Outcome.refused(Problem.at("--format", "invoice.no_such_format", format, FORMATS));
        }
        Optional<EInvoice> invoice = rooms.db().read(tx -> store.byNumber(tx, number, rooms.ledger().currency(tx))
                .map(document -> EInvoiceDocument.of(document, rooms.companies().company(tx),
                        rooms.customers().customer(tx, document.content().customer()), known.get() == Format.PEPPOL)));
        if (invoice.isEmpty()) {
            return Outcome.refused(Problem.at("number", "invoice.no_such_number", number));
        }
        return known.get() != Format.FACTURX ? EInvoiceWriter.xml(invoice.get(), known.get())
                : papers.pdf(number).then(pdf -> EInvoiceWriter.facturX(invoice.get(), pdf));
    }
}
