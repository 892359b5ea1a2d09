package org.goodterms.invoice;

import static org.goodterms.db.gen.Tables.EINVOICE_ENCLOSURE;
import static org.goodterms.db.gen.Tables.EINVOICE_FILE;
import static org.goodterms.db.gen.Tables.EINVOICE_WISH;
import static org.goodterms.db.gen.Tables.RECEIVED_EINVOICE;

import java.util.List;
import java.util.Optional;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What customers wish of e-invoices, which files left, and which came in. */
final class EInvoiceStore {

    EInvoiceWish wish(Tx tx, Id<Customer> customer) {
        return tx.sql().selectFrom(EINVOICE_WISH).where(EINVOICE_WISH.CUSTOMER_ID.eq(customer.value()))
                .fetchOptional(row -> new EInvoiceWish(row.getFormat(), row.getBuyerReference(), row.getContract()))
                .orElse(EInvoiceWish.NONE);
    }

    void wish(Tx tx, Id<Customer> customer, EInvoiceWish wish) {
        int changed = tx.sql().update(EINVOICE_WISH).set(EINVOICE_WISH.FORMAT, wish.format())
                .set(EINVOICE_WISH.BUYER_REFERENCE, wish.buyerReference()).set(EINVOICE_WISH.CONTRACT, wish.contract())
                .where(EINVOICE_WISH.CUSTOMER_ID.eq(customer.value())).execute();
        if (changed == 0) {
            tx.sql().insertInto(EINVOICE_WISH).set(EINVOICE_WISH.CUSTOMER_ID, customer.value()).set(EINVOICE_WISH.FORMAT, wish.format())
                    .set(EINVOICE_WISH.BUYER_REFERENCE, wish.buyerReference()).set(EINVOICE_WISH.CONTRACT, wish.contract()).execute();
        }
    }

    Optional<String> file(Tx tx, Id<Document> document, String format) {
        return tx.sql().select(EINVOICE_FILE.CONTENT_HASH).from(EINVOICE_FILE)
                .where(EINVOICE_FILE.DOCUMENT_ID.eq(document.value()), EINVOICE_FILE.FORMAT.eq(format)).fetchOptional(EINVOICE_FILE.CONTENT_HASH);
    }

    /** Says once where a file lies; somebody who made it at the same moment keeps the first. */
    void file(Tx tx, Id<Document> document, String format, String hash) {
        tx.sql().insertInto(EINVOICE_FILE).set(EINVOICE_FILE.DOCUMENT_ID, document.value()).set(EINVOICE_FILE.FORMAT, format)
                .set(EINVOICE_FILE.CONTENT_HASH, hash).set(EINVOICE_FILE.MADE_AT, tx.now()).execute();
    }

    boolean anyFile(Tx tx, Id<Document> document) {
        return tx.sql().fetchExists(EINVOICE_FILE, EINVOICE_FILE.DOCUMENT_ID.eq(document.value()));
    }

    List<Enclosure> enclosures(Tx tx, Id<Document> document) {
        return tx.sql().selectFrom(EINVOICE_ENCLOSURE).where(EINVOICE_ENCLOSURE.DOCUMENT_ID.eq(document.value()))
                .orderBy(EINVOICE_ENCLOSURE.LINE).fetch(row -> new Enclosure(row.getName(), row.getMediaType(), row.getContentHash()));
    }

    void enclose(Tx tx, Id<Document> document, int line, Enclosure file) {
        tx.sql().insertInto(EINVOICE_ENCLOSURE).set(EINVOICE_ENCLOSURE.DOCUMENT_ID, document.value()).set(EINVOICE_ENCLOSURE.LINE, line)
                .set(EINVOICE_ENCLOSURE.NAME, file.name()).set(EINVOICE_ENCLOSURE.MEDIA_TYPE, file.mediaType())
                .set(EINVOICE_ENCLOSURE.CONTENT_HASH, file.hash()).set(EINVOICE_ENCLOSURE.RECORDED_AT, tx.now()).execute();
    }

    boolean isReceived(Tx tx, String hash) {
        return tx.sql().fetchExists(RECEIVED_EINVOICE, RECEIVED_EINVOICE.CONTENT_HASH.eq(hash));
    }

    void received(Tx tx, ReceivedInvoice invoice) {
        tx.sql().insertInto(RECEIVED_EINVOICE).set(RECEIVED_EINVOICE.CONTENT_HASH, invoice.hash())
                .set(RECEIVED_EINVOICE.SELLER, invoice.seller()).set(RECEIVED_EINVOICE.NUMBER, invoice.number())
                .set(RECEIVED_EINVOICE.ISSUE_DATE, invoice.issued()).set(RECEIVED_EINVOICE.CURRENCY, invoice.payable().getCurrencyUnit().getCode())
                .set(RECEIVED_EINVOICE.PAYABLE, invoice.payable().getAmountMinorLong()).set(RECEIVED_EINVOICE.ACCOUNT, invoice.account())
                .set(RECEIVED_EINVOICE.BOOKED_ON, invoice.bookedOn()).set(RECEIVED_EINVOICE.RECORDED_AT, tx.now()).execute();
    }

    List<ReceivedInvoice> received(Tx tx) {
        return tx.sql().selectFrom(RECEIVED_EINVOICE).orderBy(RECEIVED_EINVOICE.RECORDED_AT.desc(), RECEIVED_EINVOICE.NUMBER)
                .fetch(row -> new ReceivedInvoice(row.getContentHash(), row.getSeller(), row.getNumber(), row.getIssueDate(),
                        Money.ofMinor(CurrencyUnit.of(row.getCurrency()), row.getPayable()), row.getAccount(), row.getBookedOn()));
    }
}
