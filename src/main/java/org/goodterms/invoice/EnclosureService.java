package org.goodterms.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goodterms.archive.Archive;
import org.goodterms.einvoice.EInvoice;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/** Files that travel inside the e-invoices of a document. Once an e-invoice of it was made, no further file is taken. */
public final class EnclosureService {
    private final InvoiceService.Rooms rooms;
    private final Archive archive;
    private final DocumentStore store = new DocumentStore();
    private final EInvoiceStore files = new EInvoiceStore();

    EnclosureService(InvoiceService.Rooms rooms, Archive archive) {
        this.rooms = rooms;
        this.archive = archive;
    }

    /** In the order they were put there. */
    public List<Enclosure> of(Id<Document> document) {
        return rooms.db().read(tx -> files.enclosures(tx, document));
    }

    /**
     * Takes a copy of a file.
     *
     * @return refused where the standard lets its kind not in, where it is empty, larger than 5 MB or of a name that is there,
     *         and where an e-invoice of the document was made already: that one stays as it is
     */
    public Outcome<Enclosure> add(String number, String name, byte[] bytes) {
        Optional<Document> found = rooms.db().read(tx -> store.byNumber(tx, number, rooms.ledger().currency(tx)));
        if (found.isEmpty()) {
            return Outcome.refused(Problem.at("number", "invoice.no_such_number", number));
        }
        Id<Document> document = found.get().id();
        Optional<Problem> refusal = Enclosure.refusal(name, bytes.length, of(document));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return archive.put(bytes).then(hash -> rooms.db().write(tx -> {
            store.lock(tx, document, rooms.ledger().currency(tx));
            List<Enclosure> there = files.enclosures(tx, document);
            Optional<Problem> late = files.anyFile(tx, document)
                    ? Optional.of(Problem.at("file", "invoice.enclosure_late", number)) : Enclosure.refusal(name, bytes.length, there);
            if (late.isPresent()) {
                return Outcome.refused(late.get());
            }
            Enclosure added = new Enclosure(name, Enclosure.mediaType(name).orElseThrow(), hash);
            files.enclose(tx, document, there.size() + 1, added);
            tx.touched(Document.class);
            return Outcome.ok(added);
        }));
    }

    /** The same with their bytes; refused where the archive has lost one. */
    Outcome<List<EInvoice.Attachment>> bytes(Id<Document> document) {
        List<EInvoice.Attachment> all = new ArrayList<>();
        for (Enclosure one : of(document)) {
            Outcome<byte[]> bytes = archive.get(one.hash());
            if (!bytes.isOk()) {
                return Outcome.refused(bytes.problems());
            }
            all.add(new EInvoice.Attachment(one.name(), one.mediaType(), bytes.orThrow()));
        }
        return Outcome.ok(all);
    }
}
