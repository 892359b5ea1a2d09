package org.goodterms.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodterms.archive.Archive;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.einvoice.EInvoice;
import org.goodterms.einvoice.EInvoiceReader;
import org.goodterms.einvoice.EInvoiceWriter;
import org.goodterms.einvoice.Facts;
import org.goodterms.einvoice.Format;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;
import org.jspecify.annotations.Nullable;

/** Issued documents as e-invoices, each made once and kept; what customers wish of them; e-invoices of others read. */
public final class EInvoiceService {
    private static final int LONGEST = 100;
    private final InvoiceService.Rooms rooms;
    private final PaperService papers;
    private final Archive archive;
    private final ReceivedInvoiceService received;
    private final EnclosureService enclosures;
    private final DocumentStore store = new DocumentStore();
    private final EInvoiceStore files = new EInvoiceStore();

    public EInvoiceService(InvoiceService.Rooms rooms, PaperService papers, Archive archive) {
        this.rooms = rooms;
        this.papers = papers;
        this.archive = archive;
        this.received = new ReceivedInvoiceService(rooms, archive);
        this.enclosures = new EnclosureService(rooms, archive);
    }

    /** E-invoices of suppliers. */
    public ReceivedInvoiceService received() {
        return received;
    }

    /** Files that travel inside e-invoices. */
    public EnclosureService enclosures() {
        return enclosures;
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

    /** What there is to choose from: {@code xrechnung-ubl} and so on. */
    public static List<String> formats() {
        return List.of(Format.words().split(", "));
    }

    /** How a customer wants e-invoices. */
    public EInvoiceWish wish(Id<Customer> customer) {
        return rooms.db().read(tx -> files.wish(tx, customer));
    }

    /** Refused for an unknown format, and for an XRechnung reference in the form of a Leitweg-ID whose check digits are wrong. */
    public Outcome<EInvoiceWish> wish(Id<Customer> customer, EInvoiceWish wish) {
        List<Problem> problems = new ArrayList<>();
        if (!wish.format().isEmpty() && Format.of(wish.format()).isEmpty()) {
            problems.add(Problem.at("--format", "invoice.no_such_format", wish.format(), Format.words()));
        }
        Typed.line("buyerReference", wish.buyerReference(), LONGEST).ifPresent(problems::add);
        Typed.line("contract", wish.contract(), LONGEST).ifPresent(problems::add);
        boolean leitweg = wish.buyerReference().matches("[0-9]{2,12}-([A-Za-z0-9]{1,30}-)?[0-9]{2}");
        if (leitweg && !EInvoiceWish.isLeitwegId(wish.buyerReference())) {
            problems.add(Problem.at("buyerReference", "invoice.leitweg", wish.buyerReference()));
        }
        return !problems.isEmpty() ? Outcome.refused(problems) : rooms.db().write(tx -> {
            files.wish(tx, customer, wish);
            tx.touched(Customer.class);
            return Outcome.ok(wish);
        });
    }

    /**
     * An issued document as an e-invoice: XML, or its archived page with the XML inside. Made and checked when first asked for,
     * then kept: later the same bytes come from the archive.
     *
     * @param format xrechnung-ubl, xrechnung-cii, facturx, facturx-basic, facturx-extended, facturx-xrechnung or peppol
     * @return refused where the format wants what is not known, each a problem naming it
     */
    public Outcome<byte[]> export(String number, String format) {
        Optional<Format> known = Format.of(format);
        if (known.isEmpty()) {
            return Outcome.refused(Problem.at("--format", "invoice.no_such_format", format, Format.words()));
        }
        Optional<Document> document = rooms.db().read(tx -> store.byNumber(tx, number, rooms.ledger().currency(tx)));
        if (document.isEmpty()) {
            return Outcome.refused(Problem.at("number", "invoice.no_such_number", number));
        }
        Optional<String> kept = rooms.db().read(tx -> files.file(tx, document.get().id(), format));
        return kept.isPresent() ? archive.get(kept.get()) : made(document.get(), known.get()).then(bytes -> keep(document.get(), format, bytes));
    }

    private Outcome<byte[]> made(Document document, Format format) {
        EInvoice bare = rooms.db().read(tx -> {
            Id<Customer> customer = document.content().customer();
            return EInvoiceDocument.of(document, rooms.companies().company(tx), rooms.customers().customer(tx, customer),
                    files.wish(tx, customer).in(format.word()));
        });
        return enclosures.bytes(document.id()).map(bare::with).then(invoice -> !format.pdf() ? EInvoiceWriter.xml(invoice, format)
                : papers.pdf(document.number()).then(pdf -> EInvoiceWriter.facturX(invoice, pdf, format)));
    }

    private Outcome<byte[]> keep(Document document, String format, byte[] bytes) {
        return archive.put(bytes).then(hash -> rooms.db().write(tx -> Outcome.ok(first(tx, document, format, hash))))
                .then(archive::get);
    }

    /** What lies there already, where somebody was faster; else this. */
    private String first(Tx tx, Document document, String format, String hash) {
        store.lock(tx, document.id(), rooms.ledger().currency(tx));
        Optional<String> before = files.file(tx, document.id(), format);
        if (before.isEmpty()) {
            files.file(tx, document.id(), format, hash);
        }
        return before.orElse(hash);
    }
}
