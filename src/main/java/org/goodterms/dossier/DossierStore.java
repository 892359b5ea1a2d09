package org.goodterms.dossier;

import static org.goodterms.db.gen.Tables.ATTACHMENT;
import static org.goodterms.db.gen.Tables.CONTACT;
import static org.goodterms.db.gen.Tables.DOCUMENT;
import static org.goodterms.db.gen.Tables.MESSAGE;
import static org.goodterms.db.gen.Tables.MESSAGE_EVENT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;

/** Reads what belongs to a customer beside the subledger. */
final class DossierStore {

    /** A file of the archive. */
    record Kept(String name, String hash) {
    }

    /** The seal of each contact by its id, and of what last became of each message by the message's. */
    Map<UUID, String> seals(Tx tx, Id<Customer> customer) {
        Map<UUID, String> seals = new HashMap<>(tx.sql().select(CONTACT.ID, CONTACT.HASH).from(CONTACT)
                .where(CONTACT.CUSTOMER_ID.eq(customer.value())).fetchMap(CONTACT.ID, CONTACT.HASH));
        tx.sql().select(MESSAGE_EVENT.MESSAGE_ID, MESSAGE_EVENT.HASH).from(MESSAGE_EVENT).join(MESSAGE).on(MESSAGE.ID.eq(MESSAGE_EVENT.MESSAGE_ID))
                .where(MESSAGE.CUSTOMER_ID.eq(customer.value())).orderBy(MESSAGE_EVENT.SEQ).forEach(r -> seals.put(r.value1(), r.value2()));
        return seals;
    }

    /** Files that were put to a customer or one of the customer's documents. */
    List<Kept> attachments(Tx tx, Id<Customer> customer) {
        return tx.sql().selectFrom(ATTACHMENT).where(ATTACHMENT.CUSTOMER_ID.eq(customer.value())
                        .or(ATTACHMENT.DOCUMENT_ID.in(tx.sql().select(DOCUMENT.ID).from(DOCUMENT)
                                .where(DOCUMENT.CUSTOMER_ID.eq(customer.value())))))
                .orderBy(ATTACHMENT.RECORDED_AT, ATTACHMENT.ID).fetch(r -> new Kept(r.getName(), r.getContentHash()));
    }
}
