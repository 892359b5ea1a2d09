package org.goodterms.customer;

import static org.goodterms.db.gen.Tables.CONTACT;

import java.util.List;
import java.util.Locale;
import org.goodterms.customer.Contact.Direction;
import org.goodterms.customer.Contact.Means;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;

/** What was said, only ever added to. */
final class ContactStore {

    void insert(Tx tx, Contact contact) {
        tx.sql().insertInto(CONTACT).set(CONTACT.ID, contact.id().value())
                .set(CONTACT.CUSTOMER_ID, contact.customer().value()).set(CONTACT.CONTACT_DATE, contact.date())
                .set(CONTACT.CHANNEL, contact.means().word())
                .set(CONTACT.DIRECTION, contact.direction().name().toLowerCase(Locale.ROOT))
                .set(CONTACT.PERSON, contact.person()).set(CONTACT.OUTCOME, contact.outcome())
                .set(CONTACT.NOTE, contact.note()).set(CONTACT.REFERENCE, contact.reference())
                .set(CONTACT.MESSAGE_ID, contact.messageId()).set(CONTACT.RECORDED_AT, contact.recordedAt()).execute();
    }

    /** Newest first. */
    List<Contact> of(Tx tx, Id<Customer> customer) {
        return tx.sql().selectFrom(CONTACT).where(CONTACT.CUSTOMER_ID.eq(customer.value()))
                .orderBy(CONTACT.CONTACT_DATE.desc(), CONTACT.RECORDED_AT.desc(), CONTACT.ID.desc())
                .fetch(r -> new Contact(Id.of(r.getId()), Id.of(r.getCustomerId()), r.getContactDate(),
                        Means.of(r.getChannel()).orElseThrow(),
                        Direction.valueOf(r.getDirection().toUpperCase(Locale.ROOT)), r.getPerson(), r.getOutcome(),
                        r.getNote(), r.getReference(), r.getMessageId(), r.getRecordedAt()));
    }
}
