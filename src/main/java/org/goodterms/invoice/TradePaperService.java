package org.goodterms.invoice;

import java.util.Objects;
import java.util.Optional;
import org.goodterms.company.Company;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/** Quotes and order confirmations of drafts, delivery notes of drafts and invoices. A quote becomes an invoice by issuing its draft. */
public final class TradePaperService {
    private final InvoiceService.Rooms rooms;
    private final LetterService letters;
    private final DocumentStore store = new DocumentStore();

    public TradePaperService(InvoiceService.Rooms rooms, LetterService letters) {
        this.rooms = rooms;
        this.letters = letters;
    }

    /** Refused for a credit note, and where a quote is asked for what is issued already. */
    public Outcome<byte[]> pdf(Id<Document> id, TradePage.Form form) {
        return rooms.db().read(tx -> print(tx, store.byId(tx, id, rooms.ledger().currency(tx)), id.toString(), form));
    }

    /** By the number of an issued invoice. */
    public Outcome<byte[]> pdf(String number, TradePage.Form form) {
        return rooms.db().read(tx -> print(tx, store.byNumber(tx, number, rooms.ledger().currency(tx)), number, form));
    }

    private Outcome<byte[]> print(Tx tx, Optional<Document> found, String named, TradePage.Form form) {
        if (found.isEmpty()) {
            return Outcome.refused(Problem.at("number", "invoice.no_such_number", named));
        }
        Document document = found.get();
        if (document.isCredit()) {
            return Outcome.refused(Problem.at("number", "invoice.no_goods", document.number()));
        }
        if (form == TradePage.Form.QUOTE && !document.isDraft()) {
            return Outcome.refused(Problem.at("number", "invoice.quoted_late", document.number()));
        }
        Company firm = rooms.companies().company(tx);
        Parties parties = document.isDraft() ? Parties.of(firm, rooms.customers().customer(tx, document.content().customer()),
                rooms.companies().payTo(tx, document.content().pricing().currency())) : Objects.requireNonNull(document.parties());
        return Outcome.ok(letters.print(firm, parties, document.content().wording().language(), document.content().date(),
                (both, say, day) -> TradePage.of(form, document, both, say)));
    }
}
