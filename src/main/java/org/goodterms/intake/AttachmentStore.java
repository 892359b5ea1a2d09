package org.goodterms.intake;

import static org.goodterms.db.gen.Tables.ATTACHMENT;
import static org.goodterms.db.gen.Tables.DISPUTE;
import static org.goodterms.db.gen.Tables.DOCUMENT;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.ledger.PostedEntry;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Files put to customers and documents, only ever added to. */
final class AttachmentStore {

    void insert(Tx tx, Attachment file, String mediaType) {
        tx.sql().insertInto(ATTACHMENT).set(ATTACHMENT.ID, file.id().value()).set(ATTACHMENT.CUSTOMER_ID, value(file.customer()))
                .set(ATTACHMENT.ENTRY_ID, value(file.entry())).set(ATTACHMENT.DOCUMENT_ID, file.document())
                .set(ATTACHMENT.DISPUTE_ID, file.dispute()).set(ATTACHMENT.NAME, file.name()).set(ATTACHMENT.MEDIA_TYPE, mediaType)
                .set(ATTACHMENT.SIZE_BYTES, file.size()).set(ATTACHMENT.CONTENT_HASH, file.hash())
                .set(ATTACHMENT.RECORDED_AT, file.recordedAt()).execute();
    }

    private static @Nullable UUID value(@Nullable Id<?> id) {
        return id == null ? null : id.value();
    }

    /** Those of an entry, in the order they were put there. */
    List<Attachment> ofEntry(Tx tx, Id<PostedEntry> entry) {
        return find(tx, ATTACHMENT.ENTRY_ID.eq(entry.value()));
    }

    /** In the order they were put there. */
    List<Attachment> of(Tx tx, Id<Customer> customer) {
        return find(tx, ATTACHMENT.CUSTOMER_ID.eq(customer.value()));
    }

    List<Attachment> ofDispute(Tx tx, UUID dispute) {
        return find(tx, ATTACHMENT.DISPUTE_ID.eq(dispute));
    }

    /** Whose a dispute is. */
    Id<Customer> disputing(Tx tx, UUID dispute) {
        return tx.sql().select(OPEN_ITEM.CUSTOMER_ID).from(DISPUTE).join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(DISPUTE.ITEM_ID))
                .where(DISPUTE.ID.eq(dispute)).fetchSingle(r -> Id.of(r.value1()));
    }

    Optional<Attachment> byId(Tx tx, UUID id) {
        return find(tx, ATTACHMENT.ID.eq(id)).stream().findFirst();
    }

    /** Whose a document is. */
    Id<Customer> customerOf(Tx tx, UUID document) {
        return tx.sql().select(DOCUMENT.CUSTOMER_ID).from(DOCUMENT).where(DOCUMENT.ID.eq(document)).fetchSingle(r -> Id.of(r.value1()));
    }

    private static List<Attachment> find(Tx tx, Condition which) {
        return tx.sql().selectFrom(ATTACHMENT).where(which).orderBy(ATTACHMENT.RECORDED_AT, ATTACHMENT.ID)
                .fetch(r -> new Attachment(Id.of(r.getId()), r.getCustomerId() == null ? null : Id.of(r.getCustomerId()), r.getDocumentId(),
                        r.getDisputeId(), r.getEntryId() == null ? null : Id.of(r.getEntryId()), r.getName(), r.getSizeBytes(),
                        r.getContentHash(), r.getRecordedAt()));
    }
}
