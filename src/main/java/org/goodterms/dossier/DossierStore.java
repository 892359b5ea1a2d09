package org.goodterms.dossier;

import static org.goodterms.db.gen.Tables.ATTACHMENT;
import static org.goodterms.db.gen.Tables.DOCUMENT;

import java.util.List;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;

/** Reads what belongs to a customer beside the subledger. */
final class DossierStore {

    /** A file of the archive. */
    record Kept(String name, String hash) {
    }

    /** Files that were put to a customer or one of the customer's documents. */
    List<Kept> attachments(Tx tx, Id<Customer> customer) {
        return tx.sql().selectFrom(ATTACHMENT).where(ATTACHMENT.CUSTOMER_ID.eq(customer.value())
                        .or(ATTACHMENT.DOCUMENT_ID.in(tx.sql().select(DOCUMENT.ID).from(DOCUMENT)
                                .where(DOCUMENT.CUSTOMER_ID.eq(customer.value())))))
                .orderBy(ATTACHMENT.RECORDED_AT, ATTACHMENT.ID).fetch(r -> new Kept(r.getName(), r.getContentHash()));
    }
}
