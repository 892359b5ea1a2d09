package org.goodterms.customer;

import static org.goodterms.db.gen.Tables.CONTACT;
import static org.goodterms.db.gen.Tables.CONTACT_HEAD;

import java.util.List;
import java.util.Locale;
import org.goodterms.customer.Contact.Direction;
import org.goodterms.customer.Contact.Means;
import org.goodterms.db.Tx;
import org.goodterms.db.gen.tables.records.ContactRecord;
import org.goodterms.kernel.HashChain;
import org.goodterms.kernel.Id;

/** What was said, only ever added to. */
final class ContactStore {

    /** Adds to the log and to its chain; whoever else adds waits until this transaction ends. */
    void insert(Tx tx, Contact contact) {
        HashChain.Head last = tx.sql().selectFrom(CONTACT_HEAD).where(CONTACT_HEAD.ID.eq(1)).forUpdate()
                .fetchOptional(r -> new HashChain.Head(r.getSeq(), r.getHash())).orElse(HashChain.Head.NONE);
        HashChain.Head link = last.next(contact.sealed());
        tx.sql().insertInto(CONTACT).set(CONTACT.ID, contact.id().value())
                .set(CONTACT.CUSTOMER_ID, contact.customer().value()).set(CONTACT.CONTACT_DATE, contact.date())
                .set(CONTACT.CHANNEL, contact.means().word())
                .set(CONTACT.DIRECTION, contact.direction().name().toLowerCase(Locale.ROOT))
                .set(CONTACT.PERSON, contact.person()).set(CONTACT.OUTCOME, contact.outcome())
                .set(CONTACT.NOTE, contact.note()).set(CONTACT.REFERENCE, contact.reference())
                .set(CONTACT.MESSAGE_ID, contact.messageId()).set(CONTACT.RECORDED_AT, contact.recordedAt())
                .set(CONTACT.SEQ, link.seq()).set(CONTACT.PREV_HASH, last.hash()).set(CONTACT.HASH, link.hash()).execute();
        if (last.seq() == 0) {
            tx.sql().insertInto(CONTACT_HEAD, CONTACT_HEAD.ID, CONTACT_HEAD.SEQ, CONTACT_HEAD.HASH).values(1, link.seq(), link.hash()).execute();
        } else {
            tx.sql().update(CONTACT_HEAD).set(CONTACT_HEAD.SEQ, link.seq()).set(CONTACT_HEAD.HASH, link.hash()).where(CONTACT_HEAD.ID.eq(1)).execute();
        }
    }

    /** Newest first. */
    List<Contact> of(Tx tx, Id<Customer> customer) {
        return tx.sql().selectFrom(CONTACT).where(CONTACT.CUSTOMER_ID.eq(customer.value()))
                .orderBy(CONTACT.CONTACT_DATE.desc(), CONTACT.RECORDED_AT.desc(), CONTACT.ID.desc())
                .fetch(ContactStore::contact);
    }

    private static Contact contact(ContactRecord r) {
        return new Contact(Id.of(r.getId()), Id.of(r.getCustomerId()), r.getContactDate(), Means.of(r.getChannel()).orElseThrow(),
                Direction.valueOf(r.getDirection().toUpperCase(Locale.ROOT)), r.getPerson(), r.getOutcome(), r.getNote(),
                r.getReference(), r.getMessageId(), r.getRecordedAt());
    }

    HashChain.Proof proof(Tx tx) {
        HashChain.Proof proof = new HashChain.Proof();
        tx.sql().selectFrom(CONTACT).orderBy(CONTACT.SEQ).forEach(r -> proof.follow(r.getSeq(), r.getPrevHash(), r.getHash(),
                contact(r).sealed()));
        return proof.ends(tx.sql().selectFrom(CONTACT_HEAD).where(CONTACT_HEAD.ID.eq(1))
                .fetchOptional(r -> new HashChain.Head(r.getSeq(), r.getHash())).orElse(HashChain.Head.NONE));
    }
}
